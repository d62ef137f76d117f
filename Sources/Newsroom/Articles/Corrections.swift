package import Basics
package import Storage

/// What was put right in a published story: said to readers, with what stood there before.
package struct Correction: Sendable {
    package let id: ID<Correction>
    package let editionID: ID<Edition>
    /// The publication that corrected; the difference is to the one before it.
    package let number: Int
    package let words: String
    package let at: Instant
    /// What stood there before, and what stands there since: the blocks that differ.
    package let changes: [TextChange]
}

package enum Corrections {
    /// Says of the edition's newest publication that it corrects the one before it.
    static func add(_ tx: Transaction, _ edition: ID<Edition>, words: String) throws {
        guard let newest = try Publications.newest(tx, of: edition) else { return }
        try tx.run(
            """
            INSERT INTO corrections (edition_id, number, words, created_at) VALUES (\(edition), \(newest.number), \(words), \(tx.now))
            """)
    }

    /// An edition's, the newest first.
    package static func of(_ tx: Transaction, _ edition: ID<Edition>) throws -> [Correction] {
        try tx.all("SELECT \(columns) FROM corrections c WHERE c.edition_id = \(edition) ORDER BY c.number DESC", Row.init)
            .map { try correction(tx, $0) }
    }

    /// All of a language whose stories are published, or withdrawn, the newest first.
    package static func page(_ tx: Transaction, _ language: Language, number: Int, size: Int) throws -> ResultPage<Correction> {
        let fetched = try tx.all(
            """
            SELECT \(columns) FROM corrections c JOIN editions e ON e.id = c.edition_id
            WHERE e.language = \(language) AND e.visibility IN ('published', 'withdrawn')
            ORDER BY c.created_at DESC, c.id DESC LIMIT \(size + 1) OFFSET \((number - 1) * size)
            """, Row.init)
        return ResultPage(fetched: try fetched.map { try correction(tx, $0) }, number: number, size: size)
    }

    private static func correction(_ tx: Transaction, _ row: Row) throws -> Correction {
        let content = { (number: Int) in
            try Publications.find(tx, row.edition, number: number).flatMap { try Articles.revision(tx, $0.revisionID) }?.content
        }
        let changes: [TextChange] =
            if let old = try content(row.number - 1), let new = try content(row.number) { TextChange.between(old, new).filter { !$0.isKept } } else {
                []
            }
        return Correction(id: row.id, editionID: row.edition, number: row.number, words: row.words, at: row.at, changes: changes)
    }

    private static let columns: SQL = "c.id, c.edition_id, c.number, c.words, c.created_at"

    private struct Row {
        let id: ID<Correction>
        let edition: ID<Edition>
        let number: Int
        let words: String
        let at: Instant

        init(_ row: Storage.Row) throws {
            id = try row["id"]
            edition = try row["edition_id"]
            number = try row["number"]
            words = try row["words"]
            at = try row["created_at"]
        }
    }
}
