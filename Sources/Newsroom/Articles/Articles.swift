package import Basics
package import Storage

/// The room of works, editions and revisions.
package enum Articles {
    /// Starts a work. `sections` are all it is listed under; `section` is the primary one.
    package static func add(
        _ tx: Transaction, _ kind: Work.Kind, section: ID<Section>? = nil, sections: [ID<Section>] = [], topics: [ID<Topic>] = [],
        picture: ID<MediaItem>? = nil, pinned: Bool = false, tree: SectionTree
    ) throws -> ID<Work> {
        let id: ID<Work> = try tx.one(
            """
            INSERT INTO works (kind, section_id, media_id, pinned, created_at)
            VALUES (\(kind), \(section), \(picture), \(pinned), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
        try place(tx, id, section: section, sections: sections, tree: tree)
        try setTopics(tx, id, topics)
        return id
    }

    /// Lists the work under `sections`, and so under all above them.
    package static func place(_ tx: Transaction, _ id: ID<Work>, section: ID<Section>?, sections: [ID<Section>], tree: SectionTree) throws {
        try tx.run("UPDATE works SET section_id = \(section) WHERE id = \(id)")
        try tx.run("DELETE FROM work_sections WHERE work_id = \(id)")
        let chosen = Set(sections + [section].compactMap(\.self))
        let listed = chosen.reduce(into: chosen) { all, section in all.formUnion(tree.path(to: section).map(\.id)) }
        for section in listed.sorted() {
            try tx.run("INSERT INTO work_sections (section_id, work_id, chosen) VALUES (\(section), \(id), \(chosen.contains(section)))")
        }
    }

    /// Lists the work under more sections. The primary one stays, where there is one.
    package static func addSections(_ tx: Transaction, _ id: ID<Work>, section: ID<Section>?, sections: [ID<Section>], tree: SectionTree) throws {
        let chosen = try tx.all("SELECT section_id FROM work_sections WHERE work_id = \(id) AND chosen = 1") { try $0["section_id"] as ID<Section> }
        let primary = try work(tx, id)?.sectionID ?? section
        if try primary != work(tx, id)?.sectionID || !sections.allSatisfy(chosen.contains) {
            try place(tx, id, section: primary, sections: chosen + sections, tree: tree)
        }
    }

    package static func setTopics(_ tx: Transaction, _ id: ID<Work>, _ topics: [ID<Topic>]) throws {
        try tx.run("DELETE FROM work_topics WHERE work_id = \(id)")
        for (position, topic) in topics.enumerated() where !topics[..<position].contains(topic) {
            try tx.run("INSERT INTO work_topics (topic_id, work_id, position) VALUES (\(topic), \(id), \(position))")
        }
    }

    /// Adds topics behind those that the work has.
    package static func addTopics(_ tx: Transaction, _ id: ID<Work>, _ topics: [ID<Topic>]) throws {
        let present = try tx.all("SELECT topic_id FROM work_topics WHERE work_id = \(id) ORDER BY position") { try $0["topic_id"] as ID<Topic> }
        if !topics.allSatisfy(present.contains) { try setTopics(tx, id, present + topics) }
    }

    package static func setPicture(_ tx: Transaction, _ id: ID<Work>, _ picture: ID<MediaItem>?) throws {
        try tx.run("UPDATE works SET media_id = \(picture) WHERE id = \(id)")
    }

    package static func pin(_ tx: Transaction, _ id: ID<Work>, _ pinned: Bool) throws {
        try tx.run("UPDATE works SET pinned = \(pinned) WHERE id = \(id)")
    }

    /// Who signs the edition, in order.
    package static func setByline(_ tx: Transaction, _ id: ID<Edition>, _ people: [ID<Person>]) throws {
        try tx.run("DELETE FROM bylines WHERE edition_id = \(id)")
        for (position, person) in people.enumerated() where !people[..<position].contains(person) {
            try tx.run("INSERT INTO bylines (person_id, edition_id, position) VALUES (\(person), \(id), \(position))")
        }
    }

    package static func work(_ tx: Transaction, _ id: ID<Work>) throws -> Work? {
        try tx.first("SELECT id, kind, section_id, media_id, pinned FROM works WHERE id = \(id)") { row in
            Work(
                id: try row["id"], kind: try row["kind"], sectionID: try row["section_id"], mediaID: try row["media_id"],
                isPinned: try row["pinned"])
        }
    }

    package static func edition(_ tx: Transaction, _ id: ID<Edition>) throws -> Edition? {
        try tx.first("SELECT \(Edition.columns) FROM editions WHERE id = \(id)", Edition.init)
    }

    package static func edition(_ tx: Transaction, _ kind: Work.Kind, _ language: Language, slug: Slug) throws -> Edition? {
        try tx.first(
            "SELECT \(Edition.columns) FROM editions WHERE kind = \(kind) AND language = \(language) AND slug = \(slug)", Edition.init)
    }

    package static func editions(_ tx: Transaction, of work: ID<Work>) throws -> [Edition] {
        try tx.all("SELECT \(Edition.columns) FROM editions WHERE work_id = \(work) ORDER BY language", Edition.init)
    }

    /// The published static pages of a language, oldest first, as many as fit at the foot of a page.
    package static func pages(_ tx: Transaction, _ language: Language, limit: Int = 8) throws -> [(title: String, slug: Slug)] {
        try tx.all(
            """
            SELECT r.headline, e.slug FROM editions e JOIN revisions r ON r.id = e.published_id
            WHERE e.kind = \(Work.Kind.page) AND e.language = \(language) AND e.visibility = \(Edition.Visibility.published)
            ORDER BY e.published_at, e.id LIMIT \(limit)
            """
        ) { (try $0["headline"], try $0["slug"]) }
    }
}

extension Edition {
    static let columns: SQL = columns(of: "editions")

    /// Under the name that the table has in a query.
    static func columns(of table: SQL) -> SQL {
        """
        \(table).id, \(table).work_id, \(table).language, \(table).slug, \(table).workflow, \(table).visibility, \(table).published_at,
        \(table).updated_at, \(table).withdrawn_at, \(table).withdrawal_reason, \(table).head_id, \(table).published_id, \(table).scheduled_at,
        \(table).scheduled_id, \(table).hidden_at, \(table).embargo_until, \(table).original_id
        """
    }

    init(_ row: Row) throws {
        id = try row["id"]
        workID = try row["work_id"]
        language = try row["language"]
        slug = try row["slug"]
        workflow = try row["workflow"]
        visibility = try row["visibility"]
        publishedAt = try row["published_at"]
        updatedAt = try row["updated_at"]
        withdrawnAt = try row["withdrawn_at"]
        withdrawalReason = try row["withdrawal_reason"]
        headID = try row["head_id"]
        publishedID = try row["published_id"]
        scheduledAt = try row["scheduled_at"]
        scheduledID = try row["scheduled_id"]
        hiddenAt = try row["hidden_at"]
        embargoUntil = try row["embargo_until"]
        originalID = try row["original_id"]
    }
}
