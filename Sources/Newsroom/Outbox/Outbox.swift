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

    /// The events numbered above `id`, oldest first.
    static func events(_ tx: Transaction, after id: Int64) throws -> [Event] {
        try tx.all("SELECT id, kind, tags FROM outbox WHERE id > \(id) ORDER BY id") { row in
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
/// On PostgreSQL a transaction may commit after another with a higher number has: so each look goes back over the last `overlap`
/// numbers, and events already given are left out.
package struct OutboxFollower: Sendable {
    private var last: Int64?
    private var seen: Set<Int64> = []
    private let overlap: Int64 = 1_000

    package init() {}

    /// The events since the last look; none at the first.
    package mutating func look(_ database: Database) async throws -> [Outbox.Event] {
        guard let last else {
            let (id, events) = try await database.read { [overlap] tx in
                let id = try Outbox.lastID(tx)
                return (id, try Outbox.events(tx, after: id - overlap))
            }
            self.last = id
            seen = Set(events.map(\.id))
            return []
        }
        let from = max(0, last - overlap)
        let fresh = try await database.read { [seen] tx in try Outbox.events(tx, after: from).filter { !seen.contains($0.id) } }
        guard let newest = fresh.map(\.id).max() else { return [] }
        self.last = max(last, newest)
        seen = seen.filter { $0 > newest - overlap }.union(fresh.map(\.id))
        return fresh
    }
}
