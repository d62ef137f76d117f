package import Basics
import Linguistics
package import Storage

/// The room of the record's people, organisations and documents: one each, known by all their spellings.
package enum Speakers {
    package static let none = Refusal(.notFound, ar: "لا يوجد هذا الاسم في السجل.", en: "The record has no such name.")

    /// Adds somebody under a name of hers, with the address made of the first.
    package static func add(_ tx: Transaction, _ kind: Speaker.Kind, names: [Language: String]) throws -> ID<Speaker> {
        guard let name = names[.en] ?? names[.ar], let wanted = Slug(from: name) else {
            throw Refusal(.invalid, ar: "ليس هذا اسمًا.", en: "That is no name.", field: "speaker")
        }
        let slug = try FreeSlug.find(wanted) { try tx.exists("SELECT 1 FROM speakers WHERE slug = \($0)") }
        let id: ID<Speaker> = try tx.one(
            """
            INSERT INTO speakers (kind, slug, visibility, created_at)
            VALUES (\(kind), \(slug), \(Speaker.Visibility.listed), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
        for (language, name) in names { try setName(tx, id, language, name) }
        try index(tx, id)
        return id
    }

    /// The house form in a language: the first whole name that is confirmed in it, until an editor writes another.
    static func setName(_ tx: Transaction, _ id: ID<Speaker>, _ language: Language, _ name: String) throws {
        try tx.run("INSERT INTO speaker_names (speaker_id, language, name) VALUES (\(id), \(language), \(name))")
    }

    /// Those of these numbers that are in the record.
    package static func all(_ tx: Transaction, _ ids: Set<ID<Speaker>>) throws -> [ID<Speaker>: Speaker] {
        guard !ids.isEmpty else { return [:] }
        let names = try tx.all("SELECT speaker_id, language, name FROM speaker_names WHERE speaker_id IN \(list: ids.sorted())") {
            (id: try $0["speaker_id"] as ID<Speaker>, language: try $0["language"] as Language, name: try $0["name"] as String)
        }
        let named = Dictionary(grouping: names, by: \.id).mapValues { Dictionary($0.map { ($0.language, $0.name) }) { first, _ in first } }
        let found = try tx.all("SELECT \(Speaker.columns) FROM speakers s WHERE s.id IN \(list: ids.sorted())") { row in
            try Speaker(row, names: named[try row["id"]] ?? [:])
        }
        return Dictionary(uniqueKeysWithValues: found.map { ($0.id, $0) })
    }

    /// Whoever has this address, or whom the one who had it was found to be.
    package static func find(_ tx: Transaction, slug: Slug) throws -> Speaker? {
        var next: ID<Speaker>? = try tx.first("SELECT coalesce(merged_id, id) AS id FROM speakers WHERE slug = \(slug)") { try $0["id"] }
        // Whoever was merged into somebody who was merged later.
        for _ in 0..<16 {
            guard let id = next else { return nil }
            guard
                let further: ID<Speaker> = try tx.first(
                    "SELECT merged_id FROM speakers WHERE id = \(id) AND merged_id IS NOT NULL", { try $0["merged_id"] })
            else { return try all(tx, [id])[id] }
            next = further
        }
        return nil
    }

    /// Whom a name may mean, the likeliest first: by keys that spellings of one name share in either script, then by how like each is. A spelling that is
    /// known as hers is certain; one that is known as somebody else's is not hers.
    package static func candidates(_ tx: Transaction, _ name: String, limit: Int = 5) throws -> [(speaker: Speaker, likeness: Double)] {
        let keys = Set(parts(name).flatMap { NameMatch.keys(of: $0) })
        guard !keys.isEmpty else { return [] }
        let ids = try tx.all(
            """
            SELECT k.speaker_id FROM speaker_keys k JOIN speakers s ON s.id = k.speaker_id
            WHERE k.key IN \(list: keys.sorted()) AND s.merged_id IS NULL
            GROUP BY k.speaker_id ORDER BY count(*) DESC, k.speaker_id LIMIT 200
            """
        ) { try $0["speaker_id"] as ID<Speaker> }
        let speakers = try all(tx, Set(ids))
        let spellings = try spellings(tx, of: ids)
        return ids.compactMap { id -> (speaker: Speaker, likeness: Double)? in
            guard let speaker = speakers[id] else { return nil }
            let known = spellings[id] ?? []
            if known.contains(where: { !$0.isSame && $0.text == name }) { return nil }
            let own = Array(speaker.names.values) + known.filter(\.isSame).map(\.text)
            if own.contains(name) { return (speaker, 1) }
            let likeness = own.map { NameMatch.score($0, name) }.max() ?? 0
            return likeness >= 0.5 ? (speaker, likeness) : nil
        }.sorted { ($1.likeness, $0.speaker.id) < ($0.likeness, $1.speaker.id) }.prefix(limit).map(\.self)
    }

    /// The spellings of each that were met or ruled out.
    package static func spellings(_ tx: Transaction, of ids: [ID<Speaker>]) throws -> [ID<Speaker>: [Speaker.Spelling]] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.all(
            "SELECT speaker_id, spelling, is_same, edition_id, seen_at FROM speaker_spellings WHERE speaker_id IN \(list: ids) ORDER BY speaker_id, seen_at, spelling"
        ) { row in
            (
                try row["speaker_id"] as ID<Speaker>,
                Speaker.Spelling(text: try row["spelling"], isSame: try row["is_same"], editionID: try row["edition_id"], seenAt: try row["seen_at"])
            )
        }
        return Dictionary(grouping: rows, by: \.0).mapValues { $0.map(\.1) }
    }

    package static func roles(_ tx: Transaction, of id: ID<Speaker>) throws -> [Speaker.Role] {
        try tx.all("SELECT language, role, since, until FROM speaker_roles WHERE speaker_id = \(id) ORDER BY position") { row in
            Speaker.Role(language: try row["language"], role: try row["role"], since: try row["since"], until: try row["until"])
        }
    }

    /// Notes a spelling where it was met first. One that was ruled out and is confirmed now is hers after all.
    static func saw(_ tx: Transaction, _ id: ID<Speaker>, _ spelling: String, in edition: ID<Edition>?) throws {
        guard !spelling.isEmpty else { return }
        try tx.run(
            """
            INSERT INTO speaker_spellings (speaker_id, spelling, is_same, edition_id, seen_at) VALUES (\(id), \(spelling), 1, \(edition), \(tx.now))
            ON CONFLICT (speaker_id, spelling) DO UPDATE SET is_same = 1
            """)
        try index(tx, id)
    }

    /// Writes the keys anew by which somebody is found.
    static func index(_ tx: Transaction, _ id: ID<Speaker>) throws {
        let names = try tx.all(
            """
            SELECT name FROM speaker_names WHERE speaker_id = \(id)
            UNION SELECT spelling AS name FROM speaker_spellings WHERE speaker_id = \(id) AND is_same = 1
            """
        ) { try $0["name"] as String }
        let keys = Set(names.flatMap(parts).flatMap { NameMatch.keys(of: $0) })
        try tx.run("DELETE FROM speaker_keys WHERE speaker_id = \(id)")
        for key in keys.sorted() { try tx.run("INSERT INTO speaker_keys (key, speaker_id) VALUES (\(key), \(id))") }
    }

    private static func parts(_ name: String) -> [String] { name.prefix(200).split { $0.isWhitespace || $0 == "-" }.map(String.init) }
}
