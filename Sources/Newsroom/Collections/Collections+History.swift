package import Basics
package import Storage

extension Collections {
    /// Keeps what the reader opens from now on, or stops and forgets all of it. Off unless she chose it.
    package static func setHistory(_ tx: Transaction, isKept: Bool, by reader: ID<Reader>) throws {
        try tx.run("UPDATE readers SET keeps_history = \(isKept) WHERE id = \(reader)")
        if !isKept { try forgetHistory(tx, by: reader) }
    }

    package static func keepsHistory(_ tx: Transaction, _ reader: ID<Reader>) throws -> Bool {
        try tx.exists("SELECT 1 FROM readers WHERE id = \(reader) AND keeps_history = 1")
    }

    package static func forgetHistory(_ tx: Transaction, by reader: ID<Reader>) throws {
        try tx.run("DELETE FROM collections WHERE reader_id = \(reader) AND kind = 'history'")
    }

    /// Forgets that the reader has opened the work.
    package static func forget(_ tx: Transaction, _ work: ID<Work>, by reader: ID<Reader>) throws {
        try tx.run(
            """
            DELETE FROM collection_items WHERE work_id = \(work)
                AND collection_id IN (SELECT id FROM collections WHERE reader_id = \(reader) AND kind = 'history')
            """)
    }

    /// Notes that the reader has opened the work, if she keeps a history; of the 5,001st on, the oldest goes. False when nothing was kept.
    @discardableResult
    package static func visit(_ tx: Transaction, _ work: ID<Work>, by reader: ID<Reader>) throws -> Bool {
        guard try keepsHistory(tx, reader) else { return false }
        try Articles.requirePublished(tx, work)
        let id = try standing(tx, .history, of: reader)
        try tx.run(
            """
            INSERT INTO collection_items (collection_id, work_id, position, saved_at) VALUES (\(id), \(work), 0, \(tx.now))
            ON CONFLICT (collection_id, work_id) DO UPDATE SET saved_at = excluded.saved_at
            """)
        try tx.run(
            """
            DELETE FROM collection_items WHERE collection_id = \(id) AND saved_at < (
                SELECT saved_at FROM collection_items WHERE collection_id = \(id) ORDER BY saved_at DESC LIMIT 1 OFFSET \(CollectionLimits.items - 1))
            """)
        return true
    }
}
