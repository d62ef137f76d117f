import Basics
import Markup
import Storage

/// Puts plans into the database. A value: a transaction that is run again starts from the same state.
struct WordPressApplier: Sendable {
    let terms: WordPressTerms
    let ledger: ImportLedger
    var report = ImportReport()
    var entries: [ImportReport.Entry] = []
    /// Files of this batch that the uploads folder may hold: given to the media library once the records are kept.
    var files: [(id: ID<MediaItem>, path: String)] = []
    var tree: SectionTree
    /// What this batch shows to the public, for search.
    var documents: [ID<Edition>: SearchBacklog.Entry] = [:]
    private let author = "import"

    init(terms: WordPressTerms, tree: SectionTree) {
        self.terms = terms
        self.tree = tree
        ledger = ImportLedger(site: terms.siteKey)
    }

    /// Takes the plan in, unless the ledger says that it is in already as it is.
    mutating func apply(_ tx: Transaction, _ plan: WordPressPlan) throws {
        report.items += 1
        let known = try ledger.entry(tx, plan.kind, plan.sourceID)
        if let reason = plan.outcome.reasonToSkip(isKnown: known != nil) {
            report.skipped += 1
            return entries.append(ImportReport.Entry(.skipped, plan.place, reason))
        }
        if let known, try known.digest == plan.digest || ledger.hasSeen(tx, plan.kind, plan.sourceID, plan.digest) {
            report.unchanged += 1
            // Its file may still be missing: a run may have been cut off before it, or had no folder to take it from.
            if case .attachment(let plan) = plan.outcome, let path = plan.relativePath { files.append((ID(known.recordID), path)) }
            return
        }
        var notes = plan.notes
        let record: Int64
        switch plan.outcome {
        case .edition(let edition): record = try apply(tx, edition, known.map { ID($0.recordID) }, &notes).rawValue
        case .attachment(let attachment): record = try apply(tx, attachment, known.map { ID($0.recordID) }).rawValue
        case .person(let person): record = try self.person(tx, person, .en, isOwnWord: true).rawValue
        case .binned:
            guard let known else { return }
            record = known.recordID
            documents[ID(record)] = nil
            try Articles.unpublish(tx, ID(record))
        case .skip: return
        }
        if let known { try ledger.remember(tx, plan.kind, plan.sourceID, known.digest) }
        try ledger.record(tx, plan.kind, plan.sourceID, record, digest: plan.digest)
        if known == nil { report.created += 1 } else { report.updated += 1 }
        entries += notes.map { ImportReport.Entry(.note, plan.place, $0) }
    }

    // MARK: Editions

    private mutating func apply(
        _ tx: Transaction, _ plan: PlannedEdition, _ known: ID<Edition>?, _ notes: inout [Phrase]
    ) throws -> ID<Edition> {
        let place = try placing(tx, plan)
        let manuscript = try withPictures(tx, plan.manuscript)
        let picture = try plan.featuredAttachment.map { try attachment(tx, $0) }
        let edition: ID<Edition>
        var revision: ID<Revision>?
        if let known, let old = try Articles.edition(tx, known) {
            edition = known
            try refile(tx, old.workID, place, isAlone: try Articles.editions(tx, of: old.workID).count == 1, isPinned: plan.isPinned)
            if let picture { try Articles.setPicture(tx, old.workID, picture) }
            revision = try Articles.revise(tx, edition, manuscript, author: author, note: "changed on \(ledger.site)")
        } else {
            let work = try work(tx, plan, place, picture, &notes)
            let added = try Articles.addEdition(
                tx, of: work, plan.kind, plan.language, slug: plan.slug, manuscript, author: author, note: "from \(ledger.site)", guid: plan.guid)
            (edition, revision) = (added.edition, added.revision)
        }
        try Articles.setByline(tx, edition, try plan.authors.map { try person(tx, $0, plan.language) })
        try show(tx, edition, revision, plan, &notes)
        for path in plan.oldPaths where try Redirects.add(tx, path: path, to: .edition(edition)) { report.redirects += 1 }
        for comment in plan.comments { try add(tx, comment, edition) }
        return edition
    }

    /// The work of its translation group, or a new one.
    private mutating func work(
        _ tx: Transaction, _ plan: PlannedEdition, _ place: Placing, _ picture: ID<MediaItem>?, _ notes: inout [Phrase]
    ) throws -> ID<Work> {
        if let group = plan.group, let known = try ledger.entry(tx, "translations", group) {
            let work = ID<Work>(known.recordID)
            let editions = try Articles.editions(tx, of: work)
            if try Articles.work(tx, work)?.kind == plan.kind, !editions.contains(where: { $0.language == plan.language }) {
                try refile(tx, work, place, isAlone: false, isPinned: plan.isPinned)
                if let picture, try Articles.work(tx, work)?.mediaID == nil { try Articles.setPicture(tx, work, picture) }
                return work
            }
            notes.append(
                Phrase(
                    ar: "لمجموعة ترجمتها نسخة بهذه اللغة: بقيت عملًا مستقلًا",
                    en: "its translation group has an edition in this language already: kept as a work of its own"))
        }
        let work = try Articles.add(
            tx, plan.kind, section: place.primary, sections: place.sections, topics: place.topics, picture: picture, pinned: plan.isPinned, tree: tree
        )
        if let group = plan.group, try ledger.entry(tx, "translations", group) == nil {
            try ledger.record(tx, "translations", group, work.rawValue)
        }
        return work
    }

    /// Files a work that was here already. What one of several editions says adds to what the others say.
    private func refile(_ tx: Transaction, _ work: ID<Work>, _ place: Placing, isAlone: Bool, isPinned: Bool) throws {
        try Articles.addTopics(tx, work, place.topics)
        if isAlone {
            try Articles.place(tx, work, section: place.primary, sections: place.sections, tree: tree)
            try Articles.pin(tx, work, isPinned)
        } else {
            try Articles.addSections(tx, work, section: place.primary, sections: place.sections, tree: tree)
            if isPinned { try Articles.pin(tx, work, true) }
        }
    }

    private mutating func show(
        _ tx: Transaction, _ edition: ID<Edition>, _ revision: ID<Revision>?, _ plan: PlannedEdition, _ notes: inout [Phrase]
    ) throws {
        guard try Articles.edition(tx, edition)?.visibility != .withdrawn else {
            return notes.append(
                Phrase(
                    ar: "سُحب هنا، فبقي مسحوبًا؛ وحُفظ النص الجديد مراجعةً",
                    en: "was withdrawn here, and stays so; its new text is kept as a revision"))
        }
        documents[edition] = nil
        switch plan.state {
        case .published:
            guard let published = plan.publishedAt, let shown = try revision ?? Articles.newest(tx, of: edition)?.id else { return }
            try Articles.show(tx, edition, shown, at: published, updated: plan.updatedAt)
            documents[edition] = plan.document.map {
                SearchBacklog.Entry(published: shown, SearchIndex.Entry(edition: edition, language: plan.language, document: $0))
            }
        case .scheduled:
            if let moment = plan.publishedAt { try Articles.schedule(tx, edition, at: moment) }
        case .hidden(let workflow): try Articles.unpublish(tx, edition, workflow: workflow)
        }
    }

    private mutating func add(_ tx: Transaction, _ comment: WordPressComment, _ edition: ID<Edition>) throws {
        guard let id = comment.id else { return }
        report.comments += try tx.run(
            """
            INSERT INTO imported_comments (edition_id, source_id, parent_source_id, kind, state, author_name, author_email, author_url,
                written_at, body)
            VALUES (\(edition), \(String(id)), \(comment.parentID.map { String($0) }), \(comment.type.isEmpty ? "comment" : comment.type),
                \(comment.approval.rawValue), \(comment.author), \(comment.email), \(comment.url), \(comment.date), \(comment.content))
            ON CONFLICT (edition_id, source_id) DO UPDATE SET state = excluded.state, author_name = excluded.author_name,
                author_email = excluded.author_email, author_url = excluded.author_url, body = excluded.body
            WHERE (imported_comments.state, imported_comments.author_name, imported_comments.author_email, imported_comments.author_url,
                imported_comments.body) <> (excluded.state, excluded.author_name, excluded.author_email, excluded.author_url, excluded.body)
            """)
    }

    // MARK: People

    /// The record of whoever signs: made at the first mention. What a guest author's record says goes before what a byline says.
    private mutating func person(
        _ tx: Transaction, _ plan: PlannedPerson, _ language: Language, isOwnWord: Bool = false
    ) throws -> ID<Person> {
        // A name in Arabic letters is an Arabic name, in whatever language the story is.
        let own = Language.detected(in: plan.name, letters: 2) ?? language
        let name = Person.Name(name: plan.name.isEmpty ? plan.login : plan.name, biography: plan.biography)
        if let known = try ledger.entry(tx, "author", plan.login) {
            let id = ID<Person>(known.recordID)
            guard isOwnWord, let person = try People.all(tx, [id])[id] else { return id }
            for (language, old) in person.names where old.name == plan.login { try People.setName(tx, id, language, name) }
            try People.setName(tx, id, own, name)
            return id
        }
        let slug = Slug(from: plan.login.prefix { $0 != "@" }) ?? Slug(from: plan.name) ?? Slug(trusted: "author")
        let id = try People.add(tx, slug: slug, names: [own: name], email: plan.email)
        try ledger.record(tx, "author", plan.login, id.rawValue)
        for name in Set([plan.login, slug.text]) { try redirect(tx, "/author/\(name)/", Language.allCases, to: .person(id)) }
        report.people += 1
        return id
    }
}
