package import Basics
import Markup
package import Storage

/// Reads the archive into the index anew, some editions at a time, beside whatever else is done with the newsroom. Where it was is kept in the database:
/// a reading that was broken off goes on there.
package struct SearchReading: Sendable {
    private let database: Database
    /// So many editions are read in one transaction: publishing need not wait for more.
    private static let step = 100

    package init(_ database: Database) { self.database = database }

    /// What has been read of how many.
    package struct Progress: Sendable {
        package let done: Int
        package let of: Int
    }

    /// Reads all that is published. Another reading that was broken off is finished instead.
    package func readAll(tell: (Progress) -> Void = { _ in }) async throws {
        let start = try await database.write { tx in
            try tx.run("INSERT INTO search_readings (id, last_edition) VALUES (1, 0) ON CONFLICT (id) DO NOTHING")
            return try tx.one("SELECT last_edition FROM search_readings") { try $0["last_edition"] as Int64 }
        }
        var progress = try await database.read { tx in
            try tx.one(
                """
                SELECT count(*) AS total, coalesce(sum(CASE WHEN id <= \(start) THEN 1 ELSE 0 END), 0) AS done FROM editions
                WHERE visibility = \(Edition.Visibility.published)
                """
            ) { Progress(done: try $0["done"], of: try $0["total"]) }
        }
        while true {
            let read = try await database.write { tx in
                let last: Int64 = try tx.one("SELECT last_edition FROM search_readings") { try $0["last_edition"] }
                let entries = try Self.entries(tx, "e.id > \(last)")
                guard let end = entries.last?.edition else {
                    try tx.run("DELETE FROM search_readings")
                    return 0
                }
                try SearchIndex.add(tx, entries)
                try tx.run("UPDATE search_readings SET last_edition = \(end)")
                return entries.count
            }
            if read == 0 { return try await settle() }
            progress = Progress(done: progress.done + read, of: max(progress.of, progress.done + read))
            tell(progress)
        }
    }

    /// Lays the index down so that searches are quickest: after much was read.
    package func settle() async throws { try await SearchIndex.settle(database) }

    /// Reads some of what is published and not in the index, or was read by an older program; false when there is none left.
    package func readMissing() async throws -> Bool {
        try await database.write { tx in
            let entries = try Self.entries(
                tx, "NOT EXISTS (SELECT 1 FROM search_documents d WHERE d.id = e.id AND d.analysis = \(SearchIndex.analysis))")
            try SearchIndex.add(tx, entries)
            return !entries.isEmpty
        }
    }

    private static func entries(_ tx: Transaction, _ condition: SQL) throws -> [SearchIndex.Entry] {
        try tx.all(
            """
            SELECT e.id, e.language, r.headline, r.standfirst, r.body FROM editions e JOIN revisions r ON r.id = e.published_id
            WHERE e.visibility = \(Edition.Visibility.published) AND \(condition) ORDER BY e.id LIMIT \(step)
            """
        ) { row in
            let body = StoryParser.html(try row["body"]).story
            return SearchIndex.Entry(
                edition: try row["id"], language: try row["language"],
                document: SearchDocument(headline: try row["headline"], standfirst: try row["standfirst"], body: body.plainText))
        }
    }
}
