package import Basics
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

    /// Queues a letter, sealed into `box`: it is sent if and only if the transaction is kept. Nothing is waited for. With the account of `reader` it is
    /// forgotten; nil is for a letter that outlives the account it is about.
    ///
    /// Refuses with `invalid` a letter longer than a box takes.
    @discardableResult
    package static func post(_ tx: Transaction, _ letter: Letter, for reader: ID<Reader>?, sealed box: SealedBox) throws -> ID<Letter> {
        let sealed = try SealedLetter.seal(letter, postedAt: tx.now, box)
        return try tx.one(
            """
            INSERT INTO mails (reader_id, kind, language, sealed, next_attempt_at, created_at, expires_at)
            VALUES (\(reader), \(letter.kind), \(letter.language), \(sealed), \(tx.now), \(tx.now), \(letter.expiresAt)) RETURNING id
            """
        ) { try $0["id"] }
    }

    /// The letters that wait, opened, oldest first; those that `box` does not open are left out.
    package static func waiting(_ tx: Transaction, _ box: SealedBox) throws -> [Letter] {
        try tx.all("SELECT kind, language, sealed, created_at, expires_at FROM mails WHERE state = 'waiting' ORDER BY id") {
            try SealedLetter.open($0, box)
        }.compactMap(\.self)
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
