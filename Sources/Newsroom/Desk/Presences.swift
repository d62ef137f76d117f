package import Basics
package import Storage

/// The room of who is in a story: the windows of the desk in which it is open, and which of them holds it. A hold locks nothing: it is given up by going
/// away, and a colleague can take it over. Texts are kept apart by the revision they are based on (`Articles.save`).
package enum Presences {
    /// After so many seconds without a word a window is closed, or its line is cut.
    static let patience: Int64 = 45

    package struct Colleague: Sendable {
        package let name: String
        package let since: Instant
        /// Whether something was written there within the last half minute.
        package let isWriting: Bool
        /// Whether it is another window of whoever asks.
        package let isSelf: Bool
        package let holds: Bool
    }

    /// Notes that a window shows the story, and tells who else is there. The first one to write holds it; `takes` takes it over, and what its holder had
    /// written so far stays as a revision. `formerly` is the window that this one was before its browser crashed or the page was loaded anew: what that held,
    /// this one does. False when this window does not hold the story.
    package static func note(
        _ tx: Transaction, _ edition: ID<Edition>, writer: String, formerly: String? = nil, by reader: Reader, isWriting: Bool, takes: Bool = false
    ) throws -> (holds: Bool, others: [Colleague]) {
        try tx.run("DELETE FROM presences WHERE edition_id = \(edition) AND seen_at < \(tx.now.adding(seconds: -patience))")
        let wrote: Instant? = isWriting ? tx.now : nil
        try tx.run(
            """
            INSERT INTO presences (edition_id, writer, reader_id, holds, created_at, seen_at, wrote_at)
            VALUES (\(edition), \(writer), \(reader.id), 0, \(tx.now), \(tx.now), \(wrote))
            ON CONFLICT (edition_id, writer) DO UPDATE
                SET seen_at = excluded.seen_at, wrote_at = coalesce(excluded.wrote_at, presences.wrote_at)
                WHERE presences.reader_id = excluded.reader_id
            """)
        // Chance names a window, and nobody speaks for that of somebody else.
        guard try tx.exists("SELECT 1 FROM presences WHERE edition_id = \(edition) AND writer = \(writer) AND reader_id = \(reader.id)") else {
            return (false, try colleagues(tx, edition, without: writer, seenBy: reader))
        }
        let inherits = try formerly.map { try leave(tx, edition, writer: $0, by: reader) } ?? false
        let isHeld = try tx.exists("SELECT 1 FROM presences WHERE edition_id = \(edition) AND holds = 1")
        if takes || inherits || (isWriting && !isHeld) {
            if isHeld, let head = try Articles.newest(tx, of: edition) {
                try Articles.name(tx, head)
            }
            try tx.run("UPDATE presences SET holds = 0 WHERE edition_id = \(edition) AND holds = 1")
            try tx.run("UPDATE presences SET holds = 1 WHERE edition_id = \(edition) AND writer = \(writer) AND reader_id = \(reader.id)")
        }
        let holds = try tx.exists(
            "SELECT 1 FROM presences WHERE edition_id = \(edition) AND writer = \(writer) AND reader_id = \(reader.id) AND holds = 1")
        return (holds, try colleagues(tx, edition, without: writer, seenBy: reader))
    }

    /// Each once, however many windows she has.
    private static func colleagues(
        _ tx: Transaction, _ edition: ID<Edition>, without writer: String, seenBy reader: Reader
    ) throws -> [Colleague] {
        try tx.all(
            """
            SELECT r.name, r.email, p.reader_id, max(p.holds) AS holds, min(p.created_at) AS came_at, max(p.wrote_at) AS wrote_at
            FROM presences p JOIN readers r ON r.id = p.reader_id WHERE p.edition_id = \(edition) AND p.writer <> \(writer)
            GROUP BY p.reader_id, r.name, r.email ORDER BY holds DESC, came_at, p.reader_id
            """
        ) { row in
            let name: String = try row["name"]
            let wroteAt: Instant? = try row["wrote_at"]
            return Colleague(
                name: name.isEmpty ? try row["email"] : name, since: try row["came_at"],
                isWriting: wroteAt.map { $0.adding(seconds: 30) > tx.now } ?? false, isSelf: try row["reader_id"] == reader.id,
                holds: try row["holds"])
        }
    }

    /// The window is closed. Whether it held the story.
    @discardableResult
    package static func leave(_ tx: Transaction, _ edition: ID<Edition>, writer: String, by reader: Reader) throws -> Bool {
        try tx.first("DELETE FROM presences WHERE edition_id = \(edition) AND writer = \(writer) AND reader_id = \(reader.id) RETURNING holds") {
            try $0["holds"]
        } ?? false
    }

    /// Who is in each of these stories now, for lists.
    package static func now(_ tx: Transaction, in editions: [ID<Edition>]) throws -> [ID<Edition>: [String]] {
        try tx.all(
            """
            SELECT DISTINCT p.edition_id, r.name, r.email FROM presences p JOIN readers r ON r.id = p.reader_id
            WHERE p.edition_id IN \(list: editions) AND p.seen_at >= \(tx.now.adding(seconds: -patience)) ORDER BY p.edition_id, r.name
            """
        ) { row in
            let name: String = try row["name"]
            return (try row["edition_id"] as ID<Edition>, name.isEmpty ? try row["email"] : name)
        }
        .reduce(into: [:]) { all, pair in all[pair.0, default: []].append(pair.1) }
    }

    /// Forgets windows that have gone.
    package static func sweep(_ tx: Transaction) throws {
        try tx.run("DELETE FROM presences WHERE seen_at < \(tx.now.adding(seconds: -3_600))")
    }
}
