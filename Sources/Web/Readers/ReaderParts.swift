import Basics
import Markup

/// A part of a reader's page, under a heading of its own.
struct ReaderPart: Sendable {
    let id: HTML
    let title: Phrase
    let language: Language
    let content: HTML

    var html: HTML { "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title[language])</h2>\(content)</section>" }
}

/// A form that is a button alone.
struct ButtonForm: Sendable {
    let action: String
    let words: Phrase
    let language: Language
    /// What it carries along, hidden.
    var field: HTML?
    /// What it is done to, for those who do not see what the button stands at.
    var name: String?

    var html: HTML {
        let label: HTML = name.map { " aria-label=\"\(words[language]): \($0)\"" } ?? ""
        return "<form method=\"post\" action=\"\(action)\">\(field)<button\(label)>\(words[language])</button></form>"
    }
}
