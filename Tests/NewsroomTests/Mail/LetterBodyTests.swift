import Basics
import Foundation
import Markup
import Testing

@testable import Newsroom

@Suite("What a letter says")
struct LetterBodyTests {
    @Test("plain text has the words in order, the address on a line of its own")
    func plain() throws {
        #expect(
            try Letter.sample("a@example.org", .en).plain == """
                Dear Salma,

                Someone asked for a new password for your account.

                Choose a password:
                https://news.example.org/en/reset/secret

                The Marsa Post
                If it was not you, do nothing.

                """)
    }

    @Test("HTML names language and direction on an element that mail programs keep", arguments: Language.allCases)
    func direction(language: Language) throws {
        let html = try Letter.sample("a@example.org", language).html.text
        #expect(html.contains("<html lang=\"\(language.rawValue)\" dir=\"\(language.direction.rawValue)\">"))
        #expect(html.contains("<div lang=\"\(language.rawValue)\" dir=\"\(language.direction.rawValue)\""))
        #expect(html.contains("<a href=\"https://news.example.org/\(language.rawValue)/reset/secret\""))
    }

    @Test("nothing is fetched when a letter is opened, and nothing runs")
    func quiet() throws {
        let html = try Letter.sample().html.text
        for word in ["<img", "<link", "<script", "<style", "<table", "src=", "url(", "@import"] { #expect(!html.contains(word), "\(word)") }
    }

    @Test("what a reader is called stays text, wherever it stands")
    func escaping() {
        let hostile = "<img src=x onerror=alert(1)>\"'&"
        let body = LetterBody(.en, newsroom: hostile, greeting: hostile, paragraphs: [hostile], smallPrint: [hostile])
        #expect(!body.html.text.contains("<img") && body.html.text.components(separatedBy: "&lt;img src=x").count == 6)
        #expect(body.plain.components(separatedBy: hostile).count == 5)
    }
}
