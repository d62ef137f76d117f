package import Basics
package import Storage

/// A text as a window of the desk sends it.
package struct Submission: Sendable {
    /// The revision that its writer had before her when she began to change it.
    package let base: ID<Revision>
    /// Chance that names the window, and the number of this save in it: what is sent again because its answer was lost is one save.
    package let writer: String
    package let sequence: Int
    /// Whether it stays in the history for good; what is saved of itself while somebody writes is thinned out.
    package let isNamed: Bool
    package let note: String
    package let content: Content

    package init(base: ID<Revision>, writer: String, sequence: Int, isNamed: Bool, note: String = "", content: Content) {
        self.base = base
        self.writer = writer
        self.sequence = sequence
        self.isNamed = isNamed
        self.note = note
        self.content = content
    }
}

/// What came of a save.
package enum Saved: Sendable {
    /// The text is this revision.
    case kept(Revision)
    /// Nothing was changed: somebody else has saved this meanwhile.
    case stale(Revision)
}

extension Articles {
    /// Keeps a draft as the edition's newest revision, if its writer has seen the one before it, or the one before it came from the same window. A named
    /// one's parent is the named one before it; what was saved by itself hangs on that and is nobody's parent, so it can be thinned out and the chain stays.
    ///
    /// Refuses with `notFound` when there is no such edition.
    package static func save(_ tx: Transaction, _ edition: ID<Edition>, _ draft: Submission, by author: Reader) throws -> Saved {
        guard let head = try newest(tx, of: edition) else { throw Articles.noEdition }
        let isOwn = head.writer == draft.writer
        if isOwn, let last = head.sequence, last >= draft.sequence { return .kept(head) }
        guard head.id == draft.base || isOwn || head.content == draft.content else { return .stale(head) }
        if head.content == draft.content {
            guard draft.isNamed, head.isAutosave else { return .kept(head) }
            return .kept(try name(tx, head, note: draft.note))
        }
        // What another window has saved of itself stays, whatever is saved on top of it: its writer finds her text again.
        let below = isOwn ? head : try name(tx, head)
        let parent = try below.isAutosave ? below.parentID.flatMap { try revision(tx, $0) } : below
        let manuscript = Manuscript(draft.content)
        // The same text may have been saved on the same parent before: it is the newest again.
        let digest = Revision.digest(of: manuscript.content, html: manuscript.html, parent: parent?.digest)
        try tx.run("DELETE FROM revisions WHERE edition_id = \(edition) AND digest = \(digest) AND is_autosave = 1")
        let id = try insert(tx, edition, parent: parent, manuscript, author: author.name, note: draft.note)
        try tx.run(
            """
            UPDATE revisions SET is_autosave = \(!draft.isNamed), author_id = \(author.id), writer = \(draft.writer), sequence = \(draft.sequence)
            WHERE id = \(id)
            """)
        try tx.run(
            "UPDATE editions SET workflow = \(Edition.Workflow.draft) WHERE id = \(edition) AND workflow = \(Edition.Workflow.ready)")
        try thin(tx, edition)
        guard let saved = try revision(tx, id) else { throw Articles.noEdition }
        return .kept(saved)
    }

    /// Makes a revision that was saved by itself one that stays.
    @discardableResult
    static func name(_ tx: Transaction, _ revision: Revision, note: String = "") throws -> Revision {
        guard revision.isAutosave else { return revision }
        try tx.run("UPDATE revisions SET is_autosave = 0, note = \(note) WHERE id = \(revision.id)")
        return try self.revision(tx, revision.id) ?? revision
    }

    /// Makes an earlier text the newest again, as a revision of its own. Refuses with `notFound` one that is not of this edition.
    package static func restore(
        _ tx: Transaction, _ edition: ID<Edition>, _ id: ID<Revision>, note: String, by author: Reader
    ) throws -> Revision {
        guard let old = try revision(tx, id), old.editionID == edition, let head = try newest(tx, of: edition) else { throw Articles.noRevision }
        // What was being written stays where it is found again.
        try name(tx, head)
        let draft = Submission(base: head.id, writer: Token().text, sequence: 0, isNamed: true, note: note, content: old.content)
        guard case .kept(let revision) = try save(tx, edition, draft, by: author) else { throw Articles.noRevision }
        return revision
    }

    /// An edition's revisions, the newest first.
    package static func revisions(_ tx: Transaction, of edition: ID<Edition>, limit: Int = 200) throws -> [Revision.Line] {
        try tx.all(
            """
            SELECT r.id, r.digest, r.author, r.author_id, r.note, r.created_at, r.is_autosave, r.words, r.headline, p.number
            FROM revisions r LEFT JOIN publications p ON p.edition_id = r.edition_id AND p.revision_id = r.id
            WHERE r.edition_id = \(edition) ORDER BY r.id DESC LIMIT \(limit)
            """, Revision.Line.init)
    }

    // MARK: Thinning

    /// Of what was saved by itself one stays for each ten minutes of the last day, and one for each day of the last month; the newest always does.
    static func thin(_ tx: Transaction, _ edition: ID<Edition>) throws {
        let (day, month) = (tx.now.adding(seconds: -86_400), tx.now.adding(seconds: -30 * 86_400))
        let slot: SQL = "created_at / (CASE WHEN created_at > \(day) THEN 600000 ELSE 86400000 END)"
        try tx.run(
            """
            DELETE FROM revisions WHERE edition_id = \(edition) AND is_autosave = 1
                AND id NOT IN (SELECT head_id FROM editions WHERE id = \(edition))
                AND (created_at < \(month) OR id NOT IN (
                    SELECT max(id) FROM revisions WHERE edition_id = \(edition) AND is_autosave = 1 GROUP BY author_id, created_at > \(day), \(slot)))
            """)
    }

    static var noEdition: Refusal { Refusal(.notFound, ar: "لا توجد هذه النسخة من الخبر.", en: "There is no such edition.") }
    static var noRevision: Refusal { Refusal(.notFound, ar: "لا توجد هذه المراجعة.", en: "There is no such revision.") }
}

extension Revision {
    /// A revision as a list of them shows it.
    package struct Line: Sendable {
        package let id: ID<Revision>
        package let digest: Digest
        package let author: String
        package let authorID: ID<Reader>?
        package let note: String
        package let createdAt: Instant
        package let isAutosave: Bool
        package let words: Int
        package let headline: String
        /// Its number among those that the public has seen.
        package let publication: Int?

        init(_ row: Row) throws {
            id = try row["id"]
            digest = try row["digest"]
            author = try row["author"]
            authorID = try row["author_id"]
            note = try row["note"]
            createdAt = try row["created_at"]
            isAutosave = try row["is_autosave"]
            words = try row["words"]
            headline = try row["headline"]
            publication = try row["number"]
        }
    }
}
