import Basics
import Foundation
import Markup
import Storage

/// What of a letter stands in the database only under seal: whom it is to, and what it says, which may be a link that opens an account.
struct SealedLetter: Codable, Sendable {
    private let to: String
    private let subject: String
    private let plain: String
    private let html: String

    private init(_ letter: Letter) {
        to = letter.to.text
        subject = letter.subject
        plain = letter.plain
        html = letter.html.text
    }

    /// Refuses with `invalid` a letter longer than a box takes.
    static func seal(_ letter: Letter, postedAt: Instant, _ box: SealedBox) throws -> [UInt8] {
        try box.seal(Array(try JSONEncoder().encode(SealedLetter(letter))), owner: owner(letter.kind, letter.language, postedAt, letter.expiresAt))
    }

    /// The letter of a row; nil when the box is not that row's, or was sealed with another secret.
    static func open(_ row: Row, _ box: SealedBox) throws -> Letter? {
        let (kind, language): (String, Language) = (try row["kind"], try row["language"])
        let (postedAt, expiresAt): (Instant, Instant?) = (try row["created_at"], try row["expires_at"])
        let sealed: [UInt8]? = try row["sealed"]
        guard let bytes = sealed.flatMap({ box.open($0, owner: owner(kind, language, postedAt, expiresAt)) }) else { return nil }
        let words = try JSONDecoder().decode(SealedLetter.self, from: Data(bytes))
        return Letter(
            to: EmailAddress(trusted: words.to), language: language, kind: kind, subject: words.subject, plain: words.plain,
            html: HTML(verbatim: words.html), expiresAt: expiresAt)
    }

    /// All that the row says of the letter in the open: moved to another row, or with a longer life, the box does not open.
    private static func owner(_ kind: String, _ language: Language, _ postedAt: Instant, _ expiresAt: Instant?) -> String {
        "letter \(kind) in \(language.rawValue), posted \(postedAt.milliseconds), until \(expiresAt.map { String($0.milliseconds) } ?? "sent")"
    }
}
