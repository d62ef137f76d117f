package import Basics
import Linguistics
package import Storage

extension Search {
    /// What of the archive is searched at all.
    package struct Filter: Sendable {
        package var section: ID<Section>?
        /// One of these signs it.
        package var authors: [ID<Person>]?
        /// First published from this moment on, and before that one.
        package var from: Instant?
        package var before: Instant?
        /// A query that gives identifiers of editions in a column `id`: only these are searched. Other rooms bring what they know in by it.
        package var editions: SQL?

        package init(
            section: ID<Section>? = nil, authors: [ID<Person>]? = nil, from: Instant? = nil, before: Instant? = nil, editions: SQL? = nil
        ) {
            (self.section, self.authors, self.from, self.before, self.editions) = (section, authors, from, before, editions)
        }

        package var isEmpty: Bool { section == nil && authors == nil && from == nil && before == nil && editions == nil }

        /// A set of so many editions is read whole before the ranking; of a larger one enough are among the best that there are.
        private static let wholeSet = 5_000

        /// Gives `rank` what may be shown, and returns the best `limit` of it.
        func matches<Match>(
            _ tx: Transaction, _ languages: [Language], limit: Int, rank: (_ limit: Int, _ isAllowed: (Int64) -> Bool) throws -> [Match],
            edition: (Match) -> Int64
        ) throws -> [Match] {
            if isEmpty { return try rank(limit) { _ in true } }
            let some = try allowed(tx, languages, "LIMIT \(Self.wholeSet + 1)")
            if some.count <= Self.wholeSet { return try rank(limit, some.contains) }
            let best = try rank(considered) { _ in true }
            let among = try allowed(tx, languages, "", only: best.map(edition))
            let kept = best.filter { among.contains(edition($0)) }
            if kept.count >= limit || best.count < considered { return Array(kept.prefix(limit)) }
            return try rank(limit, try allowed(tx, languages, "").contains)
        }

        private func allowed(_ tx: Transaction, _ languages: [Language], _ limit: SQL, only: [Int64]? = nil) throws -> Set<Int64> {
            var sql: SQL = "SELECT e.id FROM editions e WHERE e.visibility = 'published' AND e.language IN \(list: languages)"
            if let section {
                sql = sql + " AND EXISTS (SELECT 1 FROM work_sections s WHERE s.work_id = e.work_id AND s.section_id = \(section))"
            }
            if let authors { sql = sql + " AND EXISTS (SELECT 1 FROM bylines b WHERE b.edition_id = e.id AND b.person_id IN \(list: authors))" }
            if let from { sql = sql + " AND e.published_at >= \(from)" }
            if let before { sql = sql + " AND e.published_at < \(before)" }
            if let editions { sql = sql + " AND e.id IN (SELECT id FROM (\(editions)) AS chosen)" }
            if let only { sql = sql + " AND e.id IN \(list: only)" }
            return Set(try tx.all(sql + " " + limit) { try $0["id"] as Int64 })
        }
    }
}

extension Search {
    /// Those who sign stories and whose name, in either language, has all these words or their beginnings.
    package static func authors(_ tx: Transaction, named name: String) throws -> [ID<Person>] {
        let asked = SearchText.folded(name).split(separator: " ")
        guard !asked.isEmpty else { return [] }
        let named = try tx.all("SELECT person_id, name FROM person_names ORDER BY person_id") {
            (id: try $0["person_id"] as ID<Person>, name: SearchText.folded(try $0["name"]))
        }
        let found = named.filter { person in
            let parts = person.name.split(separator: " ")
            return asked.allSatisfy { word in parts.contains { $0.hasPrefix(word) } }
        }
        return Array(Set(found.map(\.id))).sorted()
    }
}
