package import Basics
package import Storage

/// The order made by hand: a number per item, with room between any two.
///
/// Moving an item writes its own row alone, in the middle between its new neighbours. Twenty moves to one place use the room up; then the
/// whole collection is numbered anew, in one statement.
extension Collections {
    private static let gap: Int64 = 1 << 20
    /// Beyond this no place is believed, so that no sum can overflow.
    static let lastPosition: Int64 = 1 << 60

    package static func setSorting(_ tx: Transaction, _ id: ID<ReaderCollection>, _ sorting: ReaderCollection.Sorting, by reader: ID<Reader>) throws {
        _ = try find(tx, id, of: reader)
        try tx.run("UPDATE collections SET sorting = \(sorting) WHERE id = \(id)")
    }

    /// Moves the work to directly behind another, or to the top. Refuses with `notFound` when either is not in the reader's collection.
    package static func move(_ tx: Transaction, _ work: ID<Work>, in id: ID<ReaderCollection>, after other: ID<Work>?, by reader: ID<Reader>) throws {
        _ = try find(tx, id, of: reader)
        guard other != work else { return }
        guard try position(tx, of: work, in: id) != nil else { throw notInIt }
        var place = try self.place(tx, for: work, in: id, after: other)
        if place == nil {
            try renumber(tx, id)
            place = try self.place(tx, for: work, in: id, after: other)
        }
        guard let place else { throw notInIt }
        try tx.run("UPDATE collection_items SET position = \(place) WHERE collection_id = \(id) AND work_id = \(work)")
    }

    /// Moves the work to directly before another.
    package static func move(_ tx: Transaction, _ work: ID<Work>, in id: ID<ReaderCollection>, before other: ID<Work>, by reader: ID<Reader>) throws {
        guard other != work else { return }
        guard let place = try position(tx, of: other, in: id) else { throw notInIt }
        let before = try neighbours(
            tx, "work_id <> \(work) AND (position, work_id) < (\(place), \(other)) ORDER BY position DESC, work_id DESC", in: id)
        try move(tx, work, in: id, after: before.first, by: reader)
    }

    package enum Step: String, Sendable {
        case up, down, top
    }

    /// Moves the work by one place, or to the top; beyond either end it stays where it is.
    package static func move(_ tx: Transaction, _ work: ID<Work>, in id: ID<ReaderCollection>, _ step: Step, by reader: ID<Reader>) throws {
        _ = try find(tx, id, of: reader)
        guard let place = try position(tx, of: work, in: id) else { throw notInIt }
        switch step {
        case .top: try move(tx, work, in: id, after: nil, by: reader)
        case .up:
            let before = try neighbours(tx, "(position, work_id) < (\(place), \(work)) ORDER BY position DESC, work_id DESC", in: id)
            if !before.isEmpty { try move(tx, work, in: id, after: before.count > 1 ? before[1] : nil, by: reader) }
        case .down:
            let behind = try neighbours(tx, "(position, work_id) > (\(place), \(work)) ORDER BY position, work_id", in: id)
            if let next = behind.first { try move(tx, work, in: id, after: next, by: reader) }
        }
    }

    /// Which place the work has in the order made by hand, counted from 1, and of how many.
    package static func place(_ tx: Transaction, of work: ID<Work>, in id: ID<ReaderCollection>) throws -> (place: Int, count: Int) {
        guard let position = try position(tx, of: work, in: id) else { throw notInIt }
        return try tx.one(
            """
            SELECT count(*) AS items, sum(CASE WHEN (position, work_id) <= (\(position), \(work)) THEN 1 ELSE 0 END) AS place
            FROM collection_items WHERE collection_id = \(id)
            """
        ) { (place: try $0["place"], count: try $0["items"]) }
    }

    private static func neighbours(_ tx: Transaction, _ condition: SQL, in id: ID<ReaderCollection>) throws -> [ID<Work>] {
        try tx.all("SELECT work_id FROM collection_items WHERE collection_id = \(id) AND \(condition) LIMIT 2") { try $0["work_id"] }
    }

    /// Before all that is in the collection.
    static func top(_ tx: Transaction, _ id: ID<ReaderCollection>) throws -> Int64 {
        try tx.one("SELECT coalesce(min(position), 0) AS first FROM collection_items WHERE collection_id = \(id)") { try $0["first"] as Int64 } - gap
    }

    /// Between `other` and what follows it; nil when there is no room left.
    private static func place(_ tx: Transaction, for work: ID<Work>, in id: ID<ReaderCollection>, after other: ID<Work>?) throws -> Int64? {
        guard let other else { return try top(tx, id) }
        guard let before = try position(tx, of: other, in: id) else { throw notInIt }
        let next = try tx.first(
            """
            SELECT position FROM collection_items
            WHERE collection_id = \(id) AND work_id <> \(work) AND (position, work_id) > (\(before), \(other)) ORDER BY position, work_id LIMIT 1
            """
        ) { try $0["position"] as Int64 }
        guard let next else { return before + gap }
        return next - before > 1 ? before + (next - before) / 2 : nil
    }

    private static func position(_ tx: Transaction, of work: ID<Work>, in id: ID<ReaderCollection>) throws -> Int64? {
        try tx.first("SELECT position FROM collection_items WHERE collection_id = \(id) AND work_id = \(work)") { try $0["position"] }
    }

    private static func renumber(_ tx: Transaction, _ id: ID<ReaderCollection>) throws {
        try tx.run(
            """
            UPDATE collection_items SET position = ranked.place * \(gap)
            FROM (
                SELECT work_id AS ranked_id, row_number() OVER (ORDER BY position, work_id) AS place FROM collection_items WHERE collection_id = \(id)
            ) AS ranked
            WHERE collection_id = \(id) AND work_id = ranked.ranked_id
            """)
    }
}
