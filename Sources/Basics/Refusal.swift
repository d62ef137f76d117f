/// What a room answers when it will not do what was asked: a kind that decides the status, and words for the person who asked.
/// Anything thrown that is not a `Refusal` is a fault of ours: plain to the reader, whole in the log.
package struct Refusal: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case invalid, unauthenticated, forbidden, notFound, gone, conflict, tooLarge, tooMany, unavailable
    }

    package let kind: Kind
    package let words: Phrase
    /// The form field or setting at fault, when there is one.
    package let field: String?

    package init(_ kind: Kind, ar: String, en: String, field: String? = nil) {
        self.kind = kind
        self.words = Phrase(ar: ar, en: en)
        self.field = field
    }
}

extension Refusal: CustomStringConvertible {
    /// For the operator's terminal and the log.
    package var description: String { field.map { "\($0): \(words.en)" } ?? words.en }
}
