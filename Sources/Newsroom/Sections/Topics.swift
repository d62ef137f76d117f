package import Basics
package import Storage

/// The room of topics.
package enum Topics {
    /// Adds a topic; its slugs are numbered where another topic has them.
    package static func add(_ tx: Transaction, names: [Language: LocalName]) throws -> ID<Topic> {
        let id: ID<Topic> = try tx.one("INSERT INTO topics (created_at) VALUES (\(tx.now)) RETURNING id") { try $0["id"] }
        for (language, name) in names { try setName(tx, id, language, name) }
        return id
    }

    /// Names the topic in a language, or renames it.
    package static func setName(_ tx: Transaction, _ id: ID<Topic>, _ language: Language, _ name: LocalName) throws {
        let slug = try FreeSlug.find(name.slug) {
            try tx.exists("SELECT 1 FROM topic_names WHERE language = \(language) AND slug = \($0) AND topic_id <> \(id)")
        }
        try tx.run(
            """
            INSERT INTO topic_names (topic_id, language, name, slug, description)
            VALUES (\(id), \(language), \(name.name), \(slug), \(name.description))
            ON CONFLICT (topic_id, language) DO UPDATE SET name = excluded.name, slug = excluded.slug, description = excluded.description
            """)
        try Outbox.append(tx, "topic.named", tags: [.topic(id)])
    }

    package static func find(_ tx: Transaction, _ language: Language, slug: Slug) throws -> Topic? {
        let found = try tx.first("SELECT topic_id FROM topic_names WHERE language = \(language) AND slug = \(slug)") {
            try $0["topic_id"] as ID<Topic>
        }
        guard let id = found else { return nil }
        return try all(tx, [id]).first
    }

    /// The topics of a work, in the order they were given.
    package static func of(_ tx: Transaction, _ work: ID<Work>) throws -> [Topic] {
        let ids = try tx.all("SELECT topic_id FROM work_topics WHERE work_id = \(work) ORDER BY position") { try $0["topic_id"] as ID<Topic> }
        return try all(tx, ids)
    }

    private static func all(_ tx: Transaction, _ ids: [ID<Topic>]) throws -> [Topic] {
        guard !ids.isEmpty else { return [] }
        let names = try tx.all(
            "SELECT topic_id, language, name, slug, description FROM topic_names WHERE topic_id IN \(list: ids)"
        ) { (id: try $0["topic_id"] as ID<Topic>, language: try $0["language"] as Language, name: try LocalName($0)) }
        let named = Dictionary(grouping: names, by: \.id)
        return ids.map { id in
            Topic(id: id, names: Dictionary((named[id] ?? []).map { ($0.language, $0.name) }) { first, _ in first })
        }
    }
}
