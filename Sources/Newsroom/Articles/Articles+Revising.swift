package import Basics
import Markup
package import Storage

extension Articles {
    /// Starts the edition of a work in a language with its first revision, private and in draft. The slug is numbered when another page has it.
    ///
    /// Throws `ConstraintViolation` `editions_work_id_language` when the work has an edition in this language.
    package static func addEdition(
        _ tx: Transaction, of work: ID<Work>, _ kind: Work.Kind, _ language: Language, slug: Slug, _ content: Content, author: String,
        note: String = "", guid: String? = nil
    ) throws -> (edition: ID<Edition>, revision: ID<Revision>) {
        try addEdition(tx, of: work, kind, language, slug: slug, Manuscript(content), author: author, note: note, guid: guid)
    }

    static func addEdition(
        _ tx: Transaction, of work: ID<Work>, _ kind: Work.Kind, _ language: Language, slug: Slug, _ manuscript: Manuscript, author: String,
        note: String, guid: String?
    ) throws -> (edition: ID<Edition>, revision: ID<Revision>) {
        let free = try FreeSlug.find(slug) {
            try tx.exists("SELECT 1 FROM editions WHERE kind = \(kind) AND language = \(language) AND slug = \($0)")
        }
        let edition: ID<Edition> = try tx.one(
            """
            INSERT INTO editions (work_id, kind, language, slug, workflow, visibility, guid, created_at)
            VALUES (\(work), \(kind), \(language), \(free), \(Edition.Workflow.draft), \(Edition.Visibility.private), \(guid), \(tx.now))
            RETURNING id
            """
        ) { try $0["id"] }
        let revision = try insert(tx, edition, parent: nil, manuscript, author: author, note: note)
        return (edition, revision)
    }

    /// Adds a revision on top of the newest one. Returns nil, and changes nothing, when it would say the same.
    package static func revise(
        _ tx: Transaction, _ edition: ID<Edition>, _ content: Content, author: String, note: String = ""
    ) throws -> ID<Revision>? {
        try revise(tx, edition, Manuscript(content), author: author, note: note)
    }

    static func revise(_ tx: Transaction, _ edition: ID<Edition>, _ manuscript: Manuscript, author: String, note: String) throws -> ID<Revision>? {
        let head = try newest(tx, of: edition)
        if let head, head.content == manuscript.content { return nil }
        let parent = try head.map { try name(tx, $0) }
        return try insert(tx, edition, parent: parent, manuscript, author: author, note: note)
    }

    /// The newest revision, published or in work.
    package static func newest(_ tx: Transaction, of edition: ID<Edition>) throws -> Revision? {
        try tx.first(
            "SELECT \(Revision.columns) FROM revisions r JOIN editions e ON e.head_id = r.id WHERE e.id = \(edition)", Revision.init)
    }

    /// The revision that readers see.
    package static func published(_ tx: Transaction, of edition: ID<Edition>) throws -> Revision? {
        try tx.first(
            "SELECT \(Revision.columns) FROM revisions r JOIN editions e ON e.published_id = r.id WHERE e.id = \(edition)", Revision.init)
    }

    package static func revision(_ tx: Transaction, _ id: ID<Revision>) throws -> Revision? {
        try tx.first("SELECT \(Revision.columns) FROM revisions r WHERE r.id = \(id)", Revision.init)
    }

    static func insert(
        _ tx: Transaction, _ edition: ID<Edition>, parent: Revision?, _ manuscript: Manuscript, author: String, note: String
    ) throws -> ID<Revision> {
        let content = manuscript.content
        let digest = Revision.digest(of: content, html: manuscript.html, parent: parent?.digest)
        let revision: ID<Revision> = try tx.one(
            """
            INSERT INTO revisions (edition_id, parent_id, digest, created_at, author, note, words, dateline, headline,
                search_title, search_description, standfirst, excerpt, body)
            VALUES (\(edition), \(parent?.id), \(digest), \(tx.now), \(author), \(note), \(manuscript.words), \(content.dateline),
                \(content.headline), \(content.searchTitle), \(content.searchDescription), \(content.standfirst),
                \(manuscript.excerpt), \(manuscript.html))
            RETURNING id
            """
        ) { try $0["id"] }
        try tx.run("UPDATE editions SET head_id = \(revision) WHERE id = \(edition)")
        return revision
    }
}

extension Revision {
    static let columns: SQL = """
        r.id, r.edition_id, r.parent_id, r.digest, r.created_at, r.author, r.author_id, r.note, r.is_autosave, r.writer, r.sequence, r.dateline, r.headline, r.search_title, r.search_description,
        r.standfirst, r.body
        """

    init(_ row: Row) throws {
        id = try row["id"]
        editionID = try row["edition_id"]
        parentID = try row["parent_id"]
        digest = try row["digest"]
        createdAt = try row["created_at"]
        author = try row["author"]
        authorID = try row["author_id"]
        note = try row["note"]
        isAutosave = try row["is_autosave"]
        writer = try row["writer"]
        sequence = try row["sequence"]
        content = Content(
            headline: try row["headline"], standfirst: try row["standfirst"], dateline: try row["dateline"],
            body: StoryParser.html(try row["body"]).story, searchTitle: try row["search_title"],
            searchDescription: try row["search_description"])
    }

    /// SHA-256 over the parent's digest and each field behind its length, so that no two contents read alike.
    static func digest(of content: Content, html: String, parent: Digest?) -> Digest {
        var data = parent?.bytes ?? []
        for field in [content.headline, content.standfirst, content.dateline, content.searchTitle, content.searchDescription, html] {
            data += Array("\(field.utf8.count):".utf8)
            data += Array(field.utf8)
        }
        return Digest(of: data)
    }
}
