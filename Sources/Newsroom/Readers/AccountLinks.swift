package import Basics
package import Storage

/// Links by mail: kept by their digest, bound to one purpose, used once whoever comes first, and dead as soon as a newer one is sent.
package enum AccountLinks {
    /// A new link; those sent before it for the same purpose are replaced. Nil, and nothing is changed, when the account has had one within the last
    /// minute or five within the hour: nobody's mailbox is filled by asking.
    package static func issue(_ tx: Transaction, _ purpose: AccountLink.Purpose, for reader: ID<Reader>, to email: EmailAddress) throws -> Token? {
        let recent = try tx.one(
            """
            SELECT count(*) AS hour, coalesce(max(created_at), 0) AS last FROM links
            WHERE reader_id = \(reader) AND purpose = \(purpose) AND created_at > \(tx.now.adding(seconds: -3_600))
            """
        ) { (hour: try $0["hour"] as Int, last: try $0["last"] as Instant) }
        guard recent.hour < 5, recent.last <= tx.now.adding(seconds: -60) else { return nil }
        try replace(tx, purpose, of: reader)
        let token = Token()
        try tx.run(
            """
            INSERT INTO links (reader_id, purpose, digest, email, created_at, ends_at)
            VALUES (\(reader), \(purpose), \(token.digest), \(email), \(tx.now), \(tx.now.adding(seconds: purpose.lifetime)))
            """)
        return token
    }

    /// What a link is good for. Looking never uses it: mail scanners open every link. Throws `AccountLink.Fault`.
    package static func look(_ tx: Transaction, _ token: Token) throws -> AccountLink {
        let found = try tx.first(
            "SELECT reader_id, purpose, email, ends_at, used_at, replaced_at FROM links WHERE digest = \(token.digest)"
        ) { row in
            (
                link: AccountLink(readerID: try row["reader_id"], purpose: try row["purpose"], email: try row["email"], endsAt: try row["ends_at"]),
                usedAt: try row["used_at"] as Instant?, replacedAt: try row["replaced_at"] as Instant?
            )
        }
        guard let found else { throw AccountLink.Fault.invalid }
        if found.usedAt != nil { throw AccountLink.Fault.used }
        if found.replacedAt != nil { throw AccountLink.Fault.replaced }
        if found.link.endsAt <= tx.now { throw AccountLink.Fault.expired }
        return found.link
    }

    /// What a link was sent for, whatever became of it; nil for one that is not known.
    package static func purpose(_ tx: Transaction, _ token: Token) throws -> AccountLink.Purpose? {
        try tx.first("SELECT purpose FROM links WHERE digest = \(token.digest)") { try $0["purpose"] }
    }

    /// Uses the link up. Of many who try at once, one succeeds. Throws `AccountLink.Fault`.
    package static func use(_ tx: Transaction, _ token: Token, for purpose: AccountLink.Purpose) throws -> AccountLink {
        let link = try look(tx, token)
        guard link.purpose == purpose else { throw AccountLink.Fault.invalid }
        let rows = try tx.run(
            """
            UPDATE links SET used_at = \(tx.now)
            WHERE digest = \(token.digest) AND used_at IS NULL AND replaced_at IS NULL AND ends_at > \(tx.now)
            """)
        guard rows == 1 else { throw AccountLink.Fault.used }
        return link
    }

    /// Whether the other mailbox has agreed to the same move already.
    static func isAgreed(_ tx: Transaction, _ link: AccountLink) throws -> Bool {
        let other: AccountLink.Purpose = link.purpose == .changeFrom ? .changeTo : .changeFrom
        return try tx.exists(
            """
            SELECT 1 FROM links WHERE reader_id = \(link.readerID) AND purpose = \(other) AND email = \(link.email)
                AND used_at IS NOT NULL AND replaced_at IS NULL AND ends_at > \(tx.now)
            """)
    }

    /// Ends the reader's open links for these purposes: after a change of password or address none from before it works.
    static func replace(_ tx: Transaction, _ purposes: AccountLink.Purpose..., of reader: ID<Reader>) throws {
        try tx.run(
            """
            UPDATE links SET replaced_at = \(tx.now)
            WHERE reader_id = \(reader) AND purpose IN \(list: purposes) AND used_at IS NULL AND replaced_at IS NULL
            """)
    }

    /// Forgets links a month after their end. Until then their page can say what became of them.
    package static func sweep(_ tx: Transaction) throws {
        try tx.run("DELETE FROM links WHERE ends_at <= \(tx.now.adding(seconds: -30 * 86_400))")
    }
}
