import Basics
import Newsroom
import Testing

@Suite("How readers are called")
struct ReaderNameTests {
    @Test("a name is one line, as it was typed")
    func itWorks() throws {
        #expect(try ReaderName("  Layla \n bint  Yasin ")?.text == "Layla bint Yasin")
        #expect(try ReaderName("ليلى")?.text == "ليلى")
        #expect(try ReaderName("e\u{301}")?.text == "\u{E9}")
        #expect(try ReaderName("👩\u{200D}🚀 می\u{200C}خواهم")?.text == "👩\u{200D}🚀 می\u{200C}خواهم")
    }

    @Test(
        "what came along unseen is removed, not refused",
        arguments: ["\u{202E}", "\u{202A}", "\u{2066}", "\u{2069}", "\u{0}", "\u{7}", "\u{9F}", "\u{FEFF}", "\u{FFF9}", "\u{E0001}"])
    func unseen(scalar: String) throws {
        #expect(try ReaderName("\(scalar)Lay\(scalar)la\(scalar)")?.text == "Layla")
        #expect(try ReaderName(scalar) == nil)
    }

    @Test("nothing to be seen is no name; 81 letters are too many", arguments: ["", " ", "\u{200B}", "\u{200F}\u{2003}", "\u{AD}"])
    func none(written: String) throws {
        #expect(try ReaderName(written) == nil)
        #expect(try ReaderName(String(repeating: "ل", count: 80))?.text.count == 80)
        let refusal = #expect(throws: Refusal.self) { try ReaderName(String(repeating: "ل", count: 81)) }
        #expect(refusal?.field == "name")
        #expect(throws: Refusal.self) { try ReaderName("a" + String(repeating: "\u{301}", count: 5_000)) }
    }
}
