import Basics
import Testing

@Suite("Slugs")
struct SlugTests {
    @Test(
        "text becomes words joined by hyphens",
        arguments: [
            ("Haftar hands over the base of Al-Jufra to Russia.", "haftar-hands-over-the-base-of-al-jufra-to-russia"),
            ("After … Haftar’s base", "after-haftars-base"), ("  Élan vital!  ", "élan-vital"), ("14 مرسى", "14-مرسى"),
            ("بعد أن سلّم قاعدة الخادم", "بعد-أن-سلم-قاعدة-الخادم"), ("مـــرسى", "مرسى"),
        ])
    func makes(text: String, slug: String) {
        #expect(Slug(from: text)?.text == slug)
    }

    @Test("text without a letter or digit makes none", arguments: ["", "…", " - ", "\u{200F}"])
    func refuses(text: String) {
        #expect(Slug(from: text) == nil)
    }

    @Test("a slug read from an address must be one already", arguments: ["Politics", "a--b", "a/b", "a b", "-a", "a\u{0}b"])
    func isStrict(text: String) {
        #expect(Slug(exactly: text) == nil)
        #expect(Slug(exactly: "politics-2") != nil)
    }

    @Test("a long slug ends at a whole letter, and so does its numbered form")
    func isBounded() throws {
        let slug = try #require(Slug(from: String(repeating: "ش", count: 500)))
        #expect(slug.text.utf8.count == 200)
        #expect(slug.numbered(12).text.utf8.count <= 200)
        #expect(slug.numbered(12).text.hasSuffix("ش-12"))
    }

    @Test("what is read as a slug at a glance is the same that is made of it")
    func plain() {
        let letters = Array("abz019-ابتيئء٠٩ـéA \u{0651}".unicodeScalars)
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let text = String(String.UnicodeScalarView((0..<Int.random(in: 1...6, using: &generator)).map { _ in letters.randomElement()! }))
            #expect(Slug(exactly: text)?.text == (Slug(from: text).flatMap { $0.text == text ? $0.text : nil }), "\(text)")
        }
    }
}
