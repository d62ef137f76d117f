import Basics
import Foundation
import Markup
import Storage
import Testing

@testable import Newsroom

extension Letter {
    /// A letter as the newsroom writes it.
    static func sample(
        _ to: String = "reader@example.org", _ language: Language = .ar, subject: String? = nil, expiresAt: Instant? = nil
    ) throws -> Letter {
        let link = try #require(Link("https://news.example.org/\(language.rawValue)/reset/secret"))
        let body =
            switch language {
            case .ar:
                LetterBody(
                    .ar, newsroom: "بريد المرسى", greeting: "أهلًا سلمى،", paragraphs: ["طلب أحدهم كلمة مرور جديدة لحسابك."],
                    button: .init("اختر كلمة مرور", link), smallPrint: ["إن لم تطلب ذلك فلا تفعل شيئًا."])
            case .en:
                LetterBody(
                    .en, newsroom: "The Marsa Post", greeting: "Dear Salma,", paragraphs: ["Someone asked for a new password for your account."],
                    button: .init("Choose a password", link), smallPrint: ["If it was not you, do nothing."])
            }
        let standard = Phrase(ar: "كلمة مرور جديدة لحسابك في بريد المرسى، صحيفة الميناء والمدينة", en: "A new password")[language]
        return Letter(
            to: try #require(EmailAddress(to)), kind: "reset", subject: subject ?? standard, body: body, expiresAt: expiresAt)
    }
}

extension Postman {
    static func sample(_ route: Route, name: String? = nil, chance: Double = 0) throws -> Postman {
        Postman(
            route, address: try #require(EmailAddress("no-reply@news.example.org")),
            name: name.map { Phrase(ar: $0, en: $0) } ?? Phrase(ar: "بريد المرسى", en: "The Marsa Post"), host: "news.example.org",
            chance: { chance })
    }
}

/// A row of the queue.
struct QueuedMail: Equatable {
    let state: Mail.State
    let attempts: Int
    let nextAttemptAt: Instant?
    let failure: String?
    let messageID: String?
    let hasWords: Bool

    static func all(_ database: Database) async throws -> [QueuedMail] {
        try await database.read { tx in
            try tx.all("SELECT * FROM mails ORDER BY id") { row in
                let sealed: [UInt8]? = try row["sealed"]
                return QueuedMail(
                    state: try row["state"], attempts: try row["attempts"], nextAttemptAt: try row["next_attempt_at"], failure: try row["failure"],
                    messageID: try row["message_id"], hasWords: sealed != nil)
            }
        }
    }
}
