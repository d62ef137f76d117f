package import Basics
package import Storage

/// What editors do with the record's people: mend, merge, part.
extension Speakers {
    /// What a form says of somebody.
    package struct Details: Sendable {
        package let kind: Speaker.Kind
        package let names: [Language: String]
        package let wikidata: String
        package let visibility: Speaker.Visibility
        package let roles: [Speaker.Role]
        /// Spellings that are hers, and such as are not.
        package let same: [String]
        package let others: [String]

        package init(
            kind: Speaker.Kind, names: [Language: String], wikidata: String, visibility: Speaker.Visibility, roles: [Speaker.Role], same: [String],
            others: [String]
        ) {
            (self.kind, self.names, self.wikidata, self.visibility) = (kind, names, wikidata, visibility)
            (self.roles, self.same, self.others) = (roles, same, others)
        }
    }

    /// Of roles, and of spellings, each.
    package static let mostLines = 100

    static func keep(_ tx: Transaction, _ id: ID<Speaker>, _ details: Details) throws {
        let names = try details.names.mapValues { try DeskLimits.one($0, DeskLimits.line, field: "names") }.filter { !$0.value.isEmpty }
        guard !names.isEmpty else {
            throw Refusal(.invalid, ar: "اكتب الاسم بلغة واحدة على الأقل.", en: "Write the name in one language at least.", field: "names")
        }
        let wikidata = try wikidata(details.wikidata)
        guard max(details.roles.count, details.same.count, details.others.count) <= mostLines else {
            throw Refusal(.invalid, ar: "اكتب \(mostLines) سطر على الأكثر.", en: "Write at most \(mostLines) lines.", field: "roles")
        }
        try tx.run(
            "UPDATE speakers SET kind = \(details.kind), wikidata = \(wikidata), visibility = \(details.visibility) WHERE id = \(id)")
        try tx.run("DELETE FROM speaker_names WHERE speaker_id = \(id)")
        for (language, name) in names.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            try setName(tx, id, language, name)
        }
        try tx.run("DELETE FROM speaker_roles WHERE speaker_id = \(id)")
        for (position, role) in details.roles.enumerated() {
            let words = try DeskLimits.one(role.role, DeskLimits.line, field: "roles")
            try tx.run(
                """
                INSERT INTO speaker_roles (speaker_id, position, language, role, since, until)
                VALUES (\(id), \(position), \(role.language), \(words), \(try day(role.since)), \(try day(role.until)))
                """)
        }
        let (same, others) = (Set(details.same), Set(details.others))
        for known in try spellings(tx, of: [id])[id] ?? [] where !same.contains(known.text) && !others.contains(known.text) {
            try tx.run("DELETE FROM speaker_spellings WHERE speaker_id = \(id) AND spelling = \(known.text)")
        }
        for (isSame, texts) in [(true, same), (false, others)] {
            for text in texts.sorted() {
                let spelling = try DeskLimits.one(text, DeskLimits.line, field: "spellings")
                guard !spelling.isEmpty else { continue }
                try tx.run(
                    """
                    INSERT INTO speaker_spellings (speaker_id, spelling, is_same, seen_at) VALUES (\(id), \(spelling), \(isSame), \(tx.now))
                    ON CONFLICT (speaker_id, spelling) DO UPDATE SET is_same = excluded.is_same
                    """)
            }
        }
        try index(tx, id)
        try changed(tx, id)
    }

    /// Makes two records one: what the first said, and its spellings, are the second's; its address leads there. Refuses with `invalid` the same one twice.
    static func merge(_ tx: Transaction, _ id: ID<Speaker>, into other: ID<Speaker>) throws {
        guard id != other else {
            throw Refusal(.invalid, ar: "اختر سجلًّا آخر.", en: "Choose another record.", field: "into")
        }
        let found = try all(tx, [id, other])
        guard let gone = found[id], found[other] != nil else { throw none }
        try changed(tx, id)
        for name in gone.names.values.sorted() { try saw(tx, other, name, in: nil) }
        try tx.run(
            """
            INSERT INTO speaker_spellings (speaker_id, spelling, is_same, edition_id, seen_at)
                SELECT \(other), spelling, is_same, edition_id, seen_at FROM speaker_spellings WHERE speaker_id = \(id) AND is_same = 1
            ON CONFLICT (speaker_id, spelling) DO NOTHING
            """)
        try tx.run("UPDATE statements SET speaker_id = \(other), updated_at = \(tx.now) WHERE speaker_id = \(id)")
        try tx.run("UPDATE speakers SET merged_id = \(other) WHERE id = \(id)")
        try tx.run("DELETE FROM speaker_keys WHERE speaker_id = \(id)")
        try index(tx, other)
        try changed(tx, other)
    }

    /// Parts from one record what somebody else of the name has said: a new record with these statements.
    static func part(_ tx: Transaction, _ id: ID<Speaker>, _ statements: Set<ID<RecordedStatement>>, name: [Language: String]) throws -> ID<Speaker> {
        guard let speaker = try all(tx, [id])[id] else { throw none }
        guard !statements.isEmpty else {
            throw Refusal(.invalid, ar: "اختر تصريحًا واحدًا على الأقل.", en: "Choose one statement at least.", field: "statements")
        }
        let new = try add(tx, speaker.kind, names: name)
        try tx.run(
            "UPDATE statements SET speaker_id = \(new), updated_at = \(tx.now) WHERE speaker_id = \(id) AND id IN \(list: statements.sorted())")
        try changed(tx, id)
        try changed(tx, new)
        return new
    }

    /// Tells her own pages, and those of the stories in which she speaks.
    private static func changed(_ tx: Transaction, _ id: ID<Speaker>) throws {
        let editions = try tx.all(
            """
            SELECT DISTINCT t.edition_id FROM statements t JOIN editions e ON e.id = t.edition_id
            WHERE t.speaker_id = \(id) AND e.visibility = \(Edition.Visibility.published)
            """
        ) { try $0["edition_id"] as ID<Edition> }
        for edition in editions { try Articles.changed(tx, edition, "edition.recorded") }
        try Outbox.append(tx, "speaker.changed", tags: [.speaker(id)])
    }

    private static func wikidata(_ written: String) throws -> String? {
        let number = try DeskLimits.one(written, 20, field: "wikidata")
        if number.isEmpty { return nil }
        guard number.first == "Q", number.count > 1, number.dropFirst().allSatisfy({ "0"..."9" ~= $0 }) else {
            throw Refusal(.invalid, ar: "اكتب رقم ويكي بيانات مثل Q42.", en: "Write a number of Wikidata, as in Q42.", field: "wikidata")
        }
        return number
    }

    /// A year, a month or a day.
    private static func day(_ written: String?) throws -> String? {
        guard let written, !written.isEmpty else { return nil }
        let parts = written.split(separator: "-", omittingEmptySubsequences: false)
        let isRight =
            parts.count <= 3 && parts[0].count == 4 && parts.dropFirst().allSatisfy { $0.count == 2 }
            && parts.allSatisfy { $0.allSatisfy { "0"..."9" ~= $0 } }
        guard isRight else {
            throw Refusal(
                .invalid, ar: "اكتب التاريخ هكذا: 2019 أو 2019-04 أو 2019-04-30.", en: "Write a date as 2019, 2019-04 or 2019-04-30.", field: "roles")
        }
        return written
    }
}
