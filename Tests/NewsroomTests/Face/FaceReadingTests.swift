import Basics
import Foundation
import TestSupport
import Testing

@testable import Newsroom

@Suite("Reading the newsroom's face")
struct FaceReadingTests {
    @Test("every setting is read")
    func itWorks() throws {
        let text = """
            name: {ar: بريد المرسى, en: The Marsa Post}
            tagline: {en: News}
            languages: [en, ar]
            timezone: Africa/Tripoli
            digits: arabic-indic
            accent: "#15607A"
            accent-dark: "#7cc4d8"
            logo: logo.png
            sections: [politics, sport]
            """
        let face = try Face(yaml: text, file: "newsroom.yaml")
        #expect(face.names == [.ar: "بريد المرسى", .en: "The Marsa Post"] && face.taglines == [.en: "News"] && face.languages == [.en, .ar])
        #expect(face.timeZone.identifier == "Africa/Tripoli" && face.accent.text == "#15607a" && face.accentDark.text == "#7cc4d8")
        #expect(face.logo == "logo.png" && face.sectionOrder == ["politics", "sport"])
        #expect(face.digits(in: .ar) == .arabicIndic && face.digits(in: .en) == .latin)
        #expect(face.civil(Instant(seconds: 0)).hour == 2)
    }

    @Test("without a file the face is plain, and an empty file changes nothing")
    func plain() async throws {
        try await withTemporaryFolder { folder in
            let face = try Face.read(from: folder.path)
            #expect(face.names == Face.plain.names)
        }
        #expect(try Face(yaml: "", file: "newsroom.yaml").languages == [.ar, .en])
        #expect(try Face(yaml: "name:\nlogo: ~\n", file: "newsroom.yaml").names == Face.plain.names)
    }

    @Test(
        "a wrong setting is refused by file, line and key",
        arguments: [
            ("name: {en: X}\ncolour: red\n", "newsroom.yaml:2: colour is not a known key"), ("accent: red\n", "newsroom.yaml:1: accent “red”"),
            ("name: {en: X}\n\naccent-dark: '#12345'\n", "newsroom.yaml:3: accent-dark"), ("accent: '#12345g'\n", "newsroom.yaml:1: accent"),
            ("languages: [ar, fr]\n", "newsroom.yaml:1: languages “fr”"), ("languages: [ar, ar]\n", "newsroom.yaml:1: languages must name each"),
            ("languages: []\n", "newsroom.yaml:1: languages must name each"), ("languages: ar\n", "newsroom.yaml:1: languages must be a list"),
            ("timezone: Tripoli\n", "newsroom.yaml:1: timezone “Tripoli”"), ("digits: roman\n", "newsroom.yaml:1: digits “roman”"),
            ("logo: ../../etc/passwd\n", "newsroom.yaml:1: logo must be"), ("logo: .env\n", "newsroom.yaml:1: logo must be"),
            ("name: Port\n", "newsroom.yaml:1: name must be keys"), ("name: {fr: Port}\n", "newsroom.yaml:1: name.fr is not a known key"),
            ("name: {en: [a]}\n", "newsroom.yaml:1: name.en must be text"), ("- a\n- b\n", "newsroom.yaml:1:  must be keys"),
            ("name: {en: X\naccent: y\n", "newsroom.yaml:"), ("name: \"x\n", "newsroom.yaml:"),
        ])
    func wrong(text: String, words: String) {
        let refusal = #expect(throws: Refusal.self) { try Face(yaml: text, file: "newsroom.yaml") }
        #expect(refusal?.kind == .invalid)
        #expect(refusal?.words.en.hasPrefix(words) == true, "\(refusal?.words.en ?? "")")
        #expect(refusal?.words.ar.hasPrefix("newsroom.yaml:") == true)
    }

    @Test("a colour is six hexadecimal digits")
    func colors() {
        #expect(Color("#ABCDEF")?.text == "#abcdef")
        for text in ["", "#", "#abc", "abcdef", "#abcdeg", "#abcdef0", "#٠٠٠٠٠٠", "red", "#abcde "] { #expect(Color(text) == nil) }
    }
}
