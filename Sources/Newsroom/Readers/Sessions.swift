package import Basics
package import Storage

/// Where readers are logged in. The browser holds a token, the database its digest: who reads the one cannot make the other.
package enum Sessions {
    /// How long a session lasts, and how long without being used.
    struct Span: Sendable {
        let whole: Int64
        let idle: Int64

        private static let day: Int64 = 86_400

        /// Staff sessions end after a day, and after an hour unused (NIST SP 800-63B-4).
        static func of(_ role: Reader.Role, stays: Bool) -> Span {
            if role.isStaff { return Span(whole: day, idle: 3_600) }
            return stays ? Span(whole: 90 * day, idle: 30 * day) : Span(whole: day, idle: 12 * 3_600)
        }
    }

    /// How seldom the time of last use is written: a reader's clicks are no writes.
    static let seenEvery: Int64 = 300
    static let mostPerReader = 50

    /// Opens a session under a new token. When a reader has too many, those longest unused end.
    package static func open(
        _ tx: Transaction, _ reader: Reader, device: String, stays: Bool, awaitsFactor: Bool = false
    ) throws -> (token: Token, session: Session) {
        let token = Token()
        let ends = tx.now.adding(seconds: awaitsFactor ? 600 : Span.of(reader.role, stays: stays).whole)
        let session = try tx.one(
            """
            INSERT INTO sessions (reader_id, digest, device, stays, awaits_factor, created_at, proved_at, seen_at, ends_at)
            VALUES (\(reader.id), \(token.digest), \(device), \(stays), \(awaitsFactor), \(tx.now), \(tx.now), \(tx.now), \(ends))
            RETURNING id, reader_id, device, stays, awaits_factor, created_at, proved_at, seen_at, ends_at
            """, Session.init)
        try tx.run(
            """
            DELETE FROM sessions WHERE reader_id = \(reader.id) AND id NOT IN (
                SELECT id FROM sessions WHERE reader_id = \(reader.id) ORDER BY seen_at DESC, id DESC LIMIT \(mostPerReader))
            """)
        return (token, session)
    }

    /// The session of a token with its reader, and what it opens; nil when there is none, or its time is over.
    package static func find(_ tx: Transaction, _ token: Token) throws -> (session: Session, reader: Reader, standing: Session.Standing)? {
        let found = try tx.first(
            """
            SELECT \(Session.columns), \(Reader.columns) FROM sessions s JOIN readers r ON r.id = s.reader_id
            WHERE s.digest = \(token.digest) AND s.ends_at > \(tx.now)
            """
        ) { row in (session: try Session(row), reader: try Reader(row.dropFirst(Session.columnCount))) }
        guard let (session, reader) = found else { return nil }
        let idle = Span.of(reader.role, stays: session.stays).idle
        guard session.seenAt.adding(seconds: idle) > tx.now else { return nil }
        if session.awaitsFactor { return (session, reader, .halfway) }
        let mustEnrol = try reader.role.isStaff && !Factors.exist(tx, reader.id)
        return (session, reader, mustEnrol ? .enrolling : .whole)
    }

    /// Whose session it is, if it is open, and nothing is awaited any more.
    static func reader(_ tx: Transaction, _ id: ID<Session>) throws -> Reader? {
        try tx.first(
            """
            SELECT \(Reader.columns) FROM sessions s JOIN readers r ON r.id = s.reader_id
            WHERE s.id = \(id) AND s.ends_at > \(tx.now) AND s.awaits_factor = 0
            """, Reader.init)
    }

    /// Whether it has not been ended since it was found.
    static func isOpen(_ tx: Transaction, _ id: ID<Session>) throws -> Bool { try tx.exists("SELECT 1 FROM sessions WHERE id = \(id)") }

    /// Whether the time of last use is old enough to be written again.
    package static func isDue(_ session: Session, at now: Instant) -> Bool { session.seenAt.adding(seconds: seenEvery) <= now }

    package static func touch(_ tx: Transaction, _ id: ID<Session>) throws {
        try tx.run("UPDATE sessions SET seen_at = \(tx.now) WHERE id = \(id)")
    }

    /// Notes that its reader has shown once more to be the owner.
    static func prove(_ tx: Transaction, _ id: ID<Session>) throws {
        try tx.run("UPDATE sessions SET proved_at = \(tx.now) WHERE id = \(id)")
    }

    /// Ends a session that awaits its second step; of many who finish it at once, one does. Refuses with `unauthenticated` when it is gone.
    static func finish(_ tx: Transaction, _ id: ID<Session>) throws {
        guard try tx.run("DELETE FROM sessions WHERE id = \(id) AND awaits_factor = 1 AND ends_at > \(tx.now)") == 1 else {
            throw Refusal(.unauthenticated, ar: "انتهى وقت هذا الدخول. ابدأ من جديد.", en: "This log-in has run out of time. Begin again.")
        }
    }

    /// A reader's sessions, last used first.
    package static func of(_ tx: Transaction, _ reader: ID<Reader>) throws -> [Session] {
        try tx.all(
            """
            SELECT \(Session.columns) FROM sessions s WHERE s.reader_id = \(reader) AND s.ends_at > \(tx.now) AND s.awaits_factor = 0
            ORDER BY s.seen_at DESC, s.id DESC
            """, Session.init)
    }

    /// Ends one of the reader's own sessions. Refuses with `notFound` any other.
    package static func end(_ tx: Transaction, _ id: ID<Session>, of reader: ID<Reader>) throws {
        guard try tx.run("DELETE FROM sessions WHERE id = \(id) AND reader_id = \(reader)") == 1 else {
            throw Refusal(.notFound, ar: "انتهت هذه الجلسة من قبل.", en: "This session has ended already.")
        }
    }

    /// Ends all sessions of a reader but the one that is `kept`.
    package static func endAll(_ tx: Transaction, of reader: ID<Reader>, except kept: ID<Session>? = nil) throws {
        try tx.run("DELETE FROM sessions WHERE reader_id = \(reader) AND id <> \(kept?.rawValue ?? 0)")
    }

    package static func sweep(_ tx: Transaction) throws {
        try tx.run("DELETE FROM sessions WHERE ends_at <= \(tx.now)")
    }
}
