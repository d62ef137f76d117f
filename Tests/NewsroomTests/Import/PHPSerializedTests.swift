import Newsroom
import Testing

@Suite("Values that PHP serialised")
struct PHPSerializedTests {
    @Test("lists, texts and numbers are read")
    func values() throws {
        let value = try #require(PHPSerialized(#"a:5:{i:0;s:8:"سلام";s:1:"a";i:-7;s:1:"b";b:1;s:1:"c";d:0.5;s:1:"d";N;}"#))
        #expect(value[0]?.string == "سلام")
        #expect(value["a"]?.int == -7)
        #expect(value["b"] == .bool(true))
        #expect(value["c"] == .double(0.5))
        #expect(value["d"] == .null)
        #expect(value["e"] == nil)
    }

    @Test("an object is its entries")
    func objects() {
        #expect(PHPSerialized(#"O:8:"stdClass":1:{s:2:"id";s:2:"12";}"#)?["id"]?.int == 12)
    }

    @Test("a text may hold quotes and braces, as its length is what counts")
    func quotes() {
        #expect(PHPSerialized("s:6:\"a\";}\"b\";")?.string == "a\";}\"b")
    }

    @Test(
        "what is malformed is nothing",
        arguments: [
            "", "i:1", "i:x;", "s:3:\"ab\";", "s:99999999999:\"a\";", "s:-1:\"\";", "a:1:{i:0;}", "a:2:{i:0;N;}", "a:1:{N;N;}", "a:99999999:{}",
            "b:2;", "i:1;i:2;", "R:1;", "C:1:\"a\":0:{}", "s:1:\"س\";", "hello", "O:1:\"a\"1:{}",
        ])
    func malformed(text: String) {
        #expect(PHPSerialized(text) == nil)
    }

    @Test("depth has its end")
    func depth() {
        func nested(_ depth: Int) -> String { String(repeating: "a:1:{i:0;", count: depth) + "i:1;" + String(repeating: "}", count: depth) }
        #expect(PHPSerialized(nested(20)) != nil)
        #expect(PHPSerialized(nested(5000)) == nil)
    }
}
