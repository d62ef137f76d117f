import Testing

@testable import Basics

@Suite("Tokens")
struct TokenTests {
    @Test("a token is 256 bits, reads back, and no two are alike")
    func tokens() throws {
        let tokens = (0..<1_000).map { _ in Token() }
        #expect(Set(tokens).count == 1_000 && Set(tokens.map(\.digest)).count == 1_000)
        for token in tokens.prefix(20) {
            #expect(token.text.utf8.count == 43)
            #expect(try #require(Base64URL.decode(token.text)).count == 32)
            #expect(Token(token.text) == token && Token(token.text)?.digest == token.digest)
        }
    }

    @Test(
        "what is no token is none",
        arguments: [
            "", "a", String(repeating: "a", count: 42), String(repeating: "=", count: 43), String(repeating: "+", count: 43),
            // A token with bits in its last letter that say nothing.
            String(repeating: "A", count: 42) + "B",
        ])
    func strange(text: String) { #expect(Token(text) == nil) }

    @Test("base64url has one form of each value")
    func base64() {
        #expect(Base64URL.encode([0xFB, 0xFF, 0xFE]) == "-__-" && Base64URL.decode("-__-") == [0xFB, 0xFF, 0xFE])
        #expect(Base64URL.encode([]) == "" && Base64URL.encode([1]) == "AQ" && Base64URL.decode("AQ") == [1])
        // The same bits with others behind them that say nothing.
        #expect(Base64URL.decode("AR") == nil && Base64URL.decode("AQ==") == nil && Base64URL.decode("A Q") == nil)
    }
}
