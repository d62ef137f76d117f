package import Basics
package import Markup

/// What a letter says, to be read as plain text and as HTML: a greeting, paragraphs, at most one thing to do, small print.
package struct LetterBody: Hashable, Sendable {
    /// The one thing that a letter asks for.
    package struct Button: Hashable, Sendable {
        package let words: String
        package let link: Link

        package init(_ words: String, _ link: Link) {
            self.words = words
            self.link = link
        }
    }

    package let language: Language
    /// Whom it is from: the newsroom's name in that language.
    package let newsroom: String
    package let greeting: String
    package let paragraphs: [String]
    package let button: Button?
    /// Why it came, and what to do when it came to the wrong person.
    package let smallPrint: [String]

    package init(
        _ language: Language, newsroom: String, greeting: String, paragraphs: [String], button: Button? = nil, smallPrint: [String] = []
    ) {
        self.language = language
        self.newsroom = newsroom
        self.greeting = greeting
        self.paragraphs = paragraphs
        self.button = button
        self.smallPrint = smallPrint
    }

    package var plain: String {
        let action = button.map { "\($0.words):\n\($0.link)" }
        let end = ([newsroom] + smallPrint).joined(separator: "\n")
        return ([greeting] + paragraphs + [action, end].compactMap(\.self)).joined(separator: "\n\n") + "\n"
    }

    /// A document without pictures, tables or a style sheet. It sets no colour but the button's, so that it can be read on a dark ground as well;
    /// direction stands on an element of its own, because mail programs take `html` and `body` away.
    package var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)" dir="\(language.direction.rawValue)">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark">\
        <title>\(newsroom)</title></head>
        <body style="margin:0;padding:24px 16px">
        <div lang="\(language.rawValue)" dir="\(language.direction.rawValue)" \
        style="max-width:34em;margin:0 auto;font:17px/1.6 Georgia,'Times New Roman',serif;text-align:start">
        <p style="margin:0 0 24px;font-weight:bold">\(newsroom)</p>
        \(([greeting] + paragraphs).map { "<p style=\"margin:0 0 16px\">\($0)</p>\n" as HTML })\(buttonHTML)\
        \(smallPrint.map { "<p style=\"margin:16px 0 0;font-size:14px\">\($0)</p>\n" as HTML })</div>
        </body>
        </html>

        """
    }

    /// The address stands below the button in letters, for readers who look before they open and for programs that show no links.
    private var buttonHTML: HTML? {
        guard let button else { return nil }
        let fallback = Phrase(ar: "إن لم يعمل الزر فافتح هذا العنوان:", en: "If the button does not work, open this address:")
        return """
            <p style="margin:24px 0"><a href="\(url: button.link)" style="display:inline-block;padding:12px 20px;border-radius:4px;\
            background:#1f2937;color:#ffffff;text-decoration:none">\(button.words)</a></p>
            <p style="margin:0 0 16px;font-size:14px">\(fallback[language])<br>\
            <span dir="ltr" style="word-break:break-all">\(button.link.text)</span></p>

            """
    }
}
