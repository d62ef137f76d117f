package import Basics
import Markup
package import Storage

/// The newsroom's mail: letters wait in the database, posted in the transaction that causes them, until the postman has sent them.
package enum Mail {
    package enum State: String, CaseIterable, Sendable, SQLColumn {
        case waiting, sent, failed
        /// Its time was over before it could be sent.
        case expired
    }

    /// What has ended is forgotten after this many seconds: 30 days.
    package static let keptSeconds: Int64 = 30 * 86_400

    /// Queues a letter: it is sent if and only if the transaction is kept. Nothing is waited for.
    @discardableResult
    package static func post(_ tx: Transaction, _ letter: Letter) throws -> ID<Letter> {
        try tx.one(
            """
            INSERT INTO mails (kind, recipient, language, subject, plain, html, next_attempt_at, created_at, expires_at)
            VALUES (\(letter.kind), \(letter.to), \(letter.language), \(letter.subject), \(letter.plain), \(letter.html.text), \(tx.now),
                \(tx.now), \(letter.expiresAt)) RETURNING id
            """
        ) { try $0["id"] }
    }

    /// How many letters there are in each state.
    package static func counts(_ tx: Transaction) throws -> [State: Int] {
        let counts: [(State, Int)] = try tx.all("SELECT state, count(*) AS n FROM mails GROUP BY state") { (try $0["state"], try $0["n"]) }
        return Dictionary(uniqueKeysWithValues: counts)
    }

    /// Forgets letters that ended before `moment`.
    package static func forget(_ tx: Transaction, before moment: Instant) throws {
        try tx.run("DELETE FROM mails WHERE ended_at < \(moment)")
    }
}
