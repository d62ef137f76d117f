package import Basics
package import Storage

/// The room of sections.
package enum Sections {
    /// Adds a section; its slugs are numbered where another section has them.
    package static func add(_ tx: Transaction, parent: ID<Section>? = nil, names: [Language: LocalName]) throws -> ID<Section> {
        let id: ID<Section> = try tx.one(
            """
            INSERT INTO sections (parent_id, position, created_at)
            VALUES (\(parent), (SELECT coalesce(max(position), 0) + 1 FROM sections), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
        for (language, name) in names { try setName(tx, id, language, name) }
        try Outbox.append(tx, "section.added", tags: [.face])
        return id
    }

    /// Names the section in a language, or renames it.
    package static func setName(_ tx: Transaction, _ id: ID<Section>, _ language: Language, _ name: LocalName) throws {
        let slug = try FreeSlug.find(name.slug) {
            try tx.exists("SELECT 1 FROM section_names WHERE language = \(language) AND slug = \($0) AND section_id <> \(id)")
        }
        try tx.run(
            """
            INSERT INTO section_names (section_id, language, name, slug, description)
            VALUES (\(id), \(language), \(name.name), \(slug), \(name.description))
            ON CONFLICT (section_id, language) DO UPDATE SET name = excluded.name, slug = excluded.slug, description = excluded.description
            """)
        try Outbox.append(tx, "section.named", tags: [.face])
    }

    package static func setParent(_ tx: Transaction, _ id: ID<Section>, _ parent: ID<Section>?) throws {
        try tx.run("UPDATE sections SET parent_id = \(parent) WHERE id = \(id)")
        try Outbox.append(tx, "section.moved", tags: [.face])
    }

    package static func find(_ tx: Transaction, _ language: Language, slug: Slug) throws -> ID<Section>? {
        try tx.first("SELECT section_id FROM section_names WHERE language = \(language) AND slug = \(slug)") { try $0["section_id"] }
    }

    /// All sections; those whose slug in any language is in `order` come first, in its order.
    package static func tree(_ tx: Transaction, order: [String] = []) throws -> SectionTree {
        let names = try tx.all("SELECT section_id, language, name, slug, description FROM section_names") { row in
            (id: try row["section_id"] as ID<Section>, language: try row["language"] as Language, name: try LocalName(row))
        }
        let named = Dictionary(grouping: names, by: \.id).mapValues { Dictionary($0.map { ($0.language, $0.name) }) { first, _ in first } }
        let sections = try tx.all("SELECT id, parent_id FROM sections ORDER BY position, id") { row in
            let id: ID<Section> = try row["id"]
            return Section(id: id, parentID: try row["parent_id"], names: named[id] ?? [:])
        }
        func rank(_ section: Section) -> Int {
            order.firstIndex { slug in section.names.values.contains { $0.slug.text == slug } } ?? order.count
        }
        let ranked = sections.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
        return SectionTree(ranked.map(\.element))
    }
}

extension LocalName {
    init(_ row: Row) throws {
        self.init(name: try row["name"], slug: try row["slug"], description: try row["description"])
    }
}
