package import Basics
package import Storage

/// A revision that has come before the public, and when.
package struct Publication: Sendable {
    package let editionID: ID<Edition>
    /// From 1, in the order the public saw them.
    package let number: Int
    package let revisionID: ID<Revision>
    package let publishedAt: Instant
}

/// What the public has seen of each edition. A row is written in the transaction that publishes, and never changes.
package enum Publications {
    /// Notes that the public sees this revision from now on; the first of an edition since `moment`. Nothing when it has seen it last.
    static func record(_ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>, at moment: Instant) throws {
        try tx.run(
            """
            INSERT INTO publications (edition_id, number, revision_id, published_at)
                SELECT \(edition), newest.number + 1, \(revision), CASE WHEN newest.number = 0 THEN \(moment) ELSE \(tx.now) END
                FROM (SELECT coalesce(max(number), 0) AS number FROM publications WHERE edition_id = \(edition)) AS newest
                LEFT JOIN publications p ON p.edition_id = \(edition) AND p.number = newest.number
                WHERE p.revision_id IS NULL OR p.revision_id <> \(revision)
            """)
    }

    /// All of an edition, the newest first.
    package static func of(_ tx: Transaction, _ edition: ID<Edition>) throws -> [Publication] {
        try tx.all("SELECT \(Publication.columns) FROM publications p WHERE p.edition_id = \(edition) ORDER BY p.number DESC", Publication.init)
    }

    package static func find(_ tx: Transaction, _ edition: ID<Edition>, number: Int) throws -> Publication? {
        try tx.first("SELECT \(Publication.columns) FROM publications p WHERE p.edition_id = \(edition) AND p.number = \(number)", Publication.init)
    }

    /// The newest: what the public sees, when the edition is published.
    package static func newest(_ tx: Transaction, of edition: ID<Edition>) throws -> Publication? {
        try tx.first(
            "SELECT \(Publication.columns) FROM publications p WHERE p.edition_id = \(edition) ORDER BY p.number DESC LIMIT 1", Publication.init)
    }
}

extension Publication {
    static let columns: SQL = "p.edition_id, p.number, p.revision_id, p.published_at"

    init(_ row: Row) throws {
        editionID = try row["edition_id"]
        number = try row["number"]
        revisionID = try row["revision_id"]
        publishedAt = try row["published_at"]
    }
}
