package import Basics
package import Markup

/// A letter to one person, in words that stand fast once it is posted.
package struct Letter: Hashable, Sendable {
    package let to: EmailAddress
    package let language: Language
    /// What it is for, in a word for the operator, as in `reset`.
    package let kind: String
    /// On one line.
    package let subject: String
    package let plain: String
    /// A whole document.
    package let html: HTML
    /// When it is no longer worth sending.
    package let expiresAt: Instant?

    package init(
        to: EmailAddress, language: Language, kind: String, subject: String, plain: String, html: HTML, expiresAt: Instant? = nil
    ) {
        self.to = to
        self.language = language
        self.kind = kind
        self.subject = HeaderText(subject).line
        self.plain = plain
        self.html = html
        self.expiresAt = expiresAt
    }

    /// A letter in the language of its body.
    package init(to: EmailAddress, kind: String, subject: String, body: LetterBody, expiresAt: Instant? = nil) {
        self.init(
            to: to, language: body.language, kind: kind, subject: subject, plain: body.plain, html: body.html, expiresAt: expiresAt)
    }
}
