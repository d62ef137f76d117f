package import Basics
package import Storage

/// The room of those who sign articles.
package enum People {
    /// Adds a person under `slug`, numbered when another has it.
    package static func add(_ tx: Transaction, slug: Slug, names: [Language: Person.Name], email: String? = nil) throws -> ID<Person> {
        let free = try FreeSlug.find(slug) { try tx.exists("SELECT 1 FROM people WHERE slug = \($0)") }
        let id: ID<Person> = try tx.one(
            "INSERT INTO people (slug, email, created_at) VALUES (\(free), \(email), \(tx.now)) RETURNING id"
        ) { try $0["id"] }
        for (language, name) in names { try setName(tx, id, language, name) }
        return id
    }

    package static func setName(_ tx: Transaction, _ id: ID<Person>, _ language: Language, _ name: Person.Name) throws {
        try tx.run(
            """
            INSERT INTO person_names (person_id, language, name, biography) VALUES (\(id), \(language), \(name.name), \(name.biography))
            ON CONFLICT (person_id, language) DO UPDATE SET name = excluded.name, biography = excluded.biography
            """)
    }

    package static func find(_ tx: Transaction, slug: Slug) throws -> Person? {
        guard let id: ID<Person> = try tx.first("SELECT id FROM people WHERE slug = \(slug)", { try $0["id"] }) else { return nil }
        return try all(tx, [id])[id]
    }

    package static func all(_ tx: Transaction, _ ids: Set<ID<Person>>) throws -> [ID<Person>: Person] {
        guard !ids.isEmpty else { return [:] }
        let names = try tx.all(
            "SELECT person_id, language, name, biography FROM person_names WHERE person_id IN \(list: ids.sorted())"
        ) { row in
            (
                id: try row["person_id"] as ID<Person>, language: try row["language"] as Language,
                name: Person.Name(name: try row["name"], biography: try row["biography"])
            )
        }
        let named = Dictionary(grouping: names, by: \.id).mapValues { Dictionary($0.map { ($0.language, $0.name) }) { first, _ in first } }
        let people = try tx.all("SELECT id, slug FROM people WHERE id IN \(list: ids.sorted())") { row in
            let id: ID<Person> = try row["id"]
            return Person(id: id, slug: try row["slug"], names: named[id] ?? [:])
        }
        return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    }

    /// Who signs each of these editions, in order.
    package static func bylines(_ tx: Transaction, of editions: [ID<Edition>]) throws -> [ID<Edition>: [Person]] {
        guard !editions.isEmpty else { return [:] }
        let signed = try tx.all(
            "SELECT edition_id, person_id FROM bylines WHERE edition_id IN \(list: editions) ORDER BY edition_id, position"
        ) { (edition: try $0["edition_id"] as ID<Edition>, person: try $0["person_id"] as ID<Person>) }
        let people = try all(tx, Set(signed.map(\.person)))
        return Dictionary(grouping: signed, by: \.edition).mapValues { $0.compactMap { people[$0.person] } }
    }
}
