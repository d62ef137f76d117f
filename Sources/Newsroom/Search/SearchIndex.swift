import Basics
import Storage

/// Keeps the index to what the public may read. Pages such as the privacy policy are found too.
enum SearchIndex {
    /// An edition that is to be found by its document.
    struct Entry: Sendable {
        let edition: ID<Edition>
        let language: Language
        let document: SearchDocument
    }

    /// Indexes editions, each at most once, in one statement: SQLite writes a piece of its index at the end of each.
    static func add(_ tx: Transaction, _ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        let rows: [SQL] = entries.map { entry in
            "(\(entry.edition), \(entry.language), \(entry.document.headline), \(entry.document.standfirst), \(entry.document.body))"
        }
        try tx.run(
            """
            INSERT INTO search_documents (id, language, headline, standfirst, body) VALUES \(joined: rows)
            ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, standfirst = excluded.standfirst, body = excluded.body
            """)
    }

    static func remove(_ tx: Transaction, _ edition: ID<Edition>) throws {
        try tx.run("DELETE FROM search_documents WHERE id = \(edition)")
    }
}
