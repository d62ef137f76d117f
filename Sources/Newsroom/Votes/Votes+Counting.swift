package import Basics
package import Storage

extension Votes {
    /// What the votes on a work come to.
    package static func tally(_ tx: Transaction, _ work: ID<Work>) throws -> Tally { try tallies(tx, [work])[work] ?? Tally() }

    /// The tallies of these works; one on which nobody has voted and which is open is left out.
    package static func tallies(_ tx: Transaction, _ works: [ID<Work>]) throws -> [ID<Work>: Tally] {
        var tallies: [ID<Work>: Tally] = [:]
        try tx.forEach(counted("work_id IN \(list: works)")) { try tallies[try $0["work_id"], default: Tally()].take($0) }
        return tallies
    }

    /// The rows that make up tallies: a counter each, and one that says that the voting is closed.
    static func counted(_ works: SQL) -> SQL {
        """
        SELECT work_id, origin, up, down FROM vote_counts WHERE \(works)
        UNION ALL SELECT work_id, 'closed', 0, 0 FROM vote_closings WHERE \(works)
        """
    }

    /// Adds to the counter what has changed in the rows, in the same transaction.
    static func count(_ tx: Transaction, _ work: ID<Work>, _ origin: VoteOrigin, _ changes: [Vote: Int]) throws {
        let (up, down) = (changes[.up] ?? 0, changes[.down] ?? 0)
        let isCounted =
            try tx.run("UPDATE vote_counts SET up = up + \(up), down = down + \(down) WHERE work_id = \(work) AND origin = \(origin)") == 1
        if isCounted { return }
        try tx.run(
            """
            INSERT INTO vote_counts (work_id, origin, up, down) VALUES (\(work), \(origin), \(max(up, 0)), \(max(down, 0)))
            ON CONFLICT (work_id, origin) DO UPDATE SET up = vote_counts.up + excluded.up, down = vote_counts.down + excluded.down
            """)
    }

    // MARK: Counting again

    /// A counter that did not say what the rows say.
    package struct Difference: Hashable, Sendable {
        package let work: ID<Work>
        /// `reader`, `guest`, `imported` or `imported-guest`.
        package let origin: String
        package let counter: Tally.Count
        package let rows: Tally.Count
    }

    /// Counts all votes again, puts right every counter that differs, and tells which did: none, unless somebody has changed the database by hand.
    ///
    /// Looking is a read, which holds nobody up; only the works that stood out are then counted again in a write.
    package static func reconcile(_ database: Database) async throws -> [Difference] {
        let suspects = try await database.read { tx in Set(try differences(tx).map(\.work)).sorted() }
        guard !suspects.isEmpty else { return [] }
        return try await database.write { tx in
            let found = try suspects.flatMap { try differences(tx, of: $0) }
            for difference in found { try set(tx, difference) }
            return found
        }
    }

    private static func differences(_ tx: Transaction, of work: ID<Work>? = nil) throws -> [Difference] {
        let those: SQL = work.map { "WHERE work_id = \($0)" } ?? ""
        return try tx.all(
            """
            SELECT work_id, origin, sum(counted_up) AS up, sum(counted_down) AS down, sum(kept_up) AS old_up, sum(kept_down) AS old_down
            FROM (
                SELECT work_id, origin, CASE WHEN value = 1 THEN 1 ELSE 0 END AS counted_up, CASE WHEN value = 1 THEN 0 ELSE 1 END AS counted_down,
                    0 AS kept_up, 0 AS kept_down
                FROM votes \(those)
                UNION ALL SELECT work_id, origin, 0, 0, up, down FROM vote_counts \(those)
            ) AS sides
            GROUP BY work_id, origin HAVING sum(counted_up) <> sum(kept_up) OR sum(counted_down) <> sum(kept_down) ORDER BY work_id, origin
            """
        ) { row in
            Difference(
                work: try row["work_id"], origin: try row["origin"], counter: Tally.Count(up: try row["old_up"], down: try row["old_down"]),
                rows: Tally.Count(up: try row["up"], down: try row["down"]))
        }
    }

    private static func set(_ tx: Transaction, _ difference: Difference) throws {
        try tx.run(
            """
            INSERT INTO vote_counts (work_id, origin, up, down)
            VALUES (\(difference.work), \(difference.origin), \(difference.rows.up), \(difference.rows.down))
            ON CONFLICT (work_id, origin) DO UPDATE SET up = excluded.up, down = excluded.down
            """)
    }
}

extension Tally {
    /// A row of `Votes.counted`.
    mutating func take(_ row: Row) throws {
        guard let origin = VoteOrigin(rawValue: try row["origin"]) else {
            isClosed = true
            return
        }
        self[keyPath: origin.count] = Count(up: try row["up"], down: try row["down"])
    }
}
