import Basics
import Testing

@Suite("Typed text")
struct TypedTextTests {
    @Test("a line is one line, without what cannot be seen and does harm")
    func line() {
        #expect(TypedText.line("  Bases\t in \r\n Libya\u{2028}now ") == "Bases in Libya now")
        #expect(TypedText.line("ab\u{202E}cd\u{2066}e\u{2069}\u{FEFF}\u{0}\u{7}\u{9F}f") == "abcdef")
        #expect(TypedText.line("\u{202E} \u{2067}") == "")
    }

    @Test("what scripts need stays: joiners, vowel marks, plain direction marks, emoji")
    func kept() {
        for text in ["نمی\u{200C}خواهم", "مُحَمَّد", "A\u{200F}B", "👩\u{200D}🚀", "🏴󠁧󠁢󠁳󠁣󠁴󠁿"] { #expect(TypedText.line(text) == text) }
    }

    @Test("paragraphs keep their lines")
    func paragraphs() {
        #expect(TypedText.paragraphs(" \n One\r\n\r\nTwo\u{202E}\u{0} \n ") == "One\n\nTwo")
    }

    @Test(
        "nothing to be seen is told from something",
        arguments: [("", false), ("\u{200D}\u{200B}\u{2060}", false), ("é", true), ("٣", true), ("👍", true)])
    func visible(text: String, isVisible: Bool) {
        #expect(TypedText.isVisible(text) == isVisible)
    }

    @Test("a link is made again from its key and salt, and from nothing else")
    func links() {
        let key = LinkKey(Array(repeating: 7, count: 32))
        let salt = LinkKey.salt()
        let token = key.token(of: "collection 1", salt: salt)
        #expect(Token(token.text) == token)
        #expect(key.token(of: "collection 1", salt: salt) == token)
        #expect(key.token(of: "collection 2", salt: salt) != token)
        #expect(key.token(of: "collection 1", salt: LinkKey.salt()) != token)
        #expect(LinkKey(Array(repeating: 8, count: 32)).token(of: "collection 1", salt: salt) != token)
    }
}
