package import Basics
package import Storage

/// What has happened, written in the transaction that made it so; caches, feeds, mirrors and mail follow it.
package enum Outbox {
    /// Something that happened, and the tags that it made stale.
    package struct Event: Sendable {
        package let id: Int64
        package let kind: String
        package let tags: Set<CacheTag>
    }

    /// Records an event: it is known if and only if the transaction is kept.
    package static func append(_ tx: Transaction, _ kind: String, tags: [CacheTag]) throws {
        let text = tags.map(\.text).joined(separator: " ")
        try tx.run("INSERT INTO outbox (kind, tags, created_at) VALUES (\(kind), \(text), \(tx.now))")
    }

    /// The events numbered above `id` and those with one of these `numbers`, oldest first.
    static func events(_ tx: Transaction, after id: Int64, or numbers: Set<Int64> = []) throws -> [Event] {
        let late: SQL = numbers.isEmpty ? "" : "OR id IN \(list: numbers.sorted())"
        return try tx.all("SELECT id, kind, tags FROM outbox WHERE id > \(id) \(late) ORDER BY id") { row in
            let tags: String = try row["tags"]
            return Event(id: try row["id"], kind: try row["kind"], tags: Set(tags.split(separator: " ").compactMap(CacheTag.init(text:))))
        }
    }

    static func lastID(_ tx: Transaction) throws -> Int64 {
        try tx.one("SELECT coalesce(max(id), 0) AS last FROM outbox") { try $0["last"] }
    }

    /// Forgets events older than `moment`, which every follower has long seen.
    package static func forget(_ tx: Transaction, before moment: Instant) throws {
        try tx.run("DELETE FROM outbox WHERE created_at < \(moment)")
    }
}

/// Follows the outbox from where it stands at the first look, in this process or any other.
///
/// On PostgreSQL a transaction may commit after another with a higher number has: so the numbers left out so far are asked for as well, as far back as
/// `overlap`.
package struct OutboxFollower: Sendable {
    private var last: Int64?
    /// Numbers below `last` that no event was seen with.
    private var gaps: Set<Int64> = []
    private let overlap: Int64 = 1_000

    package init() {}

    /// The events since the last look; none at the first.
    package mutating func look(_ database: Database) async throws -> [Outbox.Event] {
        guard let last else {
            let (id, events) = try await database.read { [overlap] tx in
                let id = try Outbox.lastID(tx)
                return (id, try Outbox.events(tx, after: id - overlap))
            }
            follow(events, from: max(0, id - overlap), to: id)
            return []
        }
        let events = try await database.read { [gaps] tx in try Outbox.events(tx, after: last, or: gaps) }
        follow(events, from: last, to: max(last, events.last?.id ?? 0))
        return events
    }

    private mutating func follow(_ events: [Outbox.Event], from: Int64, to newest: Int64) {
        let oldest = newest - overlap
        if from < newest { gaps.formUnion(max(from, oldest) + 1...newest) }
        gaps = gaps.filter { $0 > oldest }.subtracting(events.map(\.id))
        last = newest
    }
}
