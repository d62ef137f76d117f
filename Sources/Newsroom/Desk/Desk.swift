package import Basics
import Markup
package import Storage

/// The room of those who work in the newsroom: what they do with stories, each with a check of who may, and an entry in the audit, in one transaction.
///
/// Who acts is read in the transaction that acts: a role that was taken away a second ago does nothing any more.
package enum Desk {
    /// Whoever the session is of, if she may do that now. Refuses with `unauthenticated` when the session has ended, and `forbidden` without the duty.
    package static func actor(_ tx: Transaction, _ session: ID<Session>, _ duty: Duty) throws -> Reader {
        guard let reader = try Sessions.reader(tx, session) else {
            throw Refusal(.unauthenticated, ar: "انتهت جلستك. سجّل الدخول ثم أعد المحاولة.", en: "Your session has ended. Log in and try again.")
        }
        guard reader.role.may(duty) else { throw forbidden(duty) }
        return reader
    }

    package static func forbidden(_ duty: Duty) -> Refusal {
        Refusal(.forbidden, ar: "دورك لا يتيح هذا: \(duty.words.ar).", en: "Your role does not allow this: \(duty.words.en).")
    }

    /// Whether the person may write in this edition: editors in all, reporters and translators in those that are assigned to them.
    package static func mayWrite(_ tx: Transaction, _ edition: Edition, _ reader: Reader) throws -> Bool {
        if reader.role.may(.edit) { return true }
        let duty: Duty = edition.originalID == nil ? .write : .translate
        guard reader.role.may(duty) else { return false }
        return try tx.exists("SELECT 1 FROM assignments WHERE edition_id = \(edition.id) AND reader_id = \(reader.id)")
    }

    static func writable(_ tx: Transaction, _ id: ID<Edition>, by reader: Reader) throws -> Edition {
        guard let edition = try Articles.edition(tx, id) else { throw Articles.noEdition }
        guard try mayWrite(tx, edition, reader) else {
            throw Refusal(.forbidden, ar: "هذا الخبر ليس مسندًا إليك.", en: "This story is not assigned to you.")
        }
        return edition
    }

    static func subject(_ edition: ID<Edition>) -> String { "edition:\(edition.rawValue)" }

    // MARK: Writing

    /// Begins a story in a language; whoever begins it writes it. Refuses with `invalid` a headline in which nothing can stand in an address.
    package static func begin(
        _ tx: Transaction, _ language: Language, headline: String, section: ID<Section>?, tree: SectionTree, by actor: Reader
    ) throws -> ID<Edition> {
        guard actor.role.may(.write) else { throw forbidden(.write) }
        let headline = try DeskLimits.headline(headline)
        guard let slug = Slug(from: headline) else { throw DeskLimits.noSlug }
        let work = try Articles.add(tx, .article, section: section, tree: tree)
        let edition = try Articles.addEdition(
            tx, of: work, .article, language, slug: slug, Content(headline: headline, body: Story()), author: actor.name
        ).edition
        try claim(tx, edition, actor)
        try Audit.append(tx, "edition.begun", by: actor.id, on: subject(edition), became: headline)
        return edition
    }

    /// Begins the edition of a work in the other language, from its text as it stands. Refuses with `conflict` when there is one.
    package static func translate(_ tx: Transaction, _ original: ID<Edition>, into language: Language, by actor: Reader) throws -> ID<Edition> {
        guard actor.role.may(.translate) else { throw forbidden(.translate) }
        guard let edition = try Articles.edition(tx, original), let head = try Articles.newest(tx, of: original) else { throw Articles.noEdition }
        guard try !Articles.editions(tx, of: edition.workID).contains(where: { $0.language == language }) else {
            throw Refusal(.conflict, ar: "لهذا الخبر نسخة بهذه اللغة.", en: "The story has an edition in this language.")
        }
        guard let work = try Articles.work(tx, edition.workID) else { throw Articles.noEdition }
        let translation = try Articles.addEdition(
            tx, of: edition.workID, work.kind, language, slug: edition.slug, head.content, author: actor.name
        ).edition
        let taken = try Articles.name(tx, head).id
        try tx.run("UPDATE editions SET original_id = \(taken) WHERE id = \(translation)")
        try claim(tx, translation, actor)
        try Audit.append(tx, "edition.translated", by: actor.id, on: subject(translation), was: subject(original), became: language.rawValue)
        return translation
    }

    /// What an edition was translated from: its text as it was taken in, and as it stands now, published or else newest. Nil for one that is no translation.
    package static func original(_ tx: Transaction, of edition: Edition) throws -> (taken: Revision, now: Revision)? {
        guard let taken = try edition.originalID.flatMap({ try Articles.revision(tx, $0) }) else { return nil }
        let now = try Articles.published(tx, of: taken.editionID) ?? Articles.newest(tx, of: taken.editionID)
        return (taken, now ?? taken)
    }

    /// Notes that a translation has what this revision of its original says. Refuses with `notFound` a revision of another edition.
    package static func follow(_ tx: Transaction, _ id: ID<Edition>, to revision: ID<Revision>, by actor: Reader) throws {
        let edition = try writable(tx, id, by: actor)
        guard let taken = try original(tx, of: edition)?.taken, let now = try Articles.revision(tx, revision), now.editionID == taken.editionID else {
            throw Articles.noRevision
        }
        try Articles.name(tx, now)
        try tx.run("UPDATE editions SET original_id = \(revision) WHERE id = \(id)")
        try Audit.append(
            tx, "edition.followed", by: actor.id, on: subject(id), was: "revision:\(taken.id.rawValue)", became: "revision:\(revision.rawValue)")
    }

    /// Keeps a text (`Articles.save`). What is saved by itself is no deed, and not in the audit.
    package static func save(_ tx: Transaction, _ id: ID<Edition>, _ submission: Submission, by actor: Reader) throws -> Saved {
        _ = try writable(tx, id, by: actor)
        try DeskLimits.check(submission)
        let saved = try Articles.save(tx, id, submission, by: actor)
        if case .kept(let revision) = saved, submission.isNamed {
            try Audit.append(tx, "edition.saved", by: actor.id, on: subject(id), became: "revision:\(revision.id.rawValue) \(revision.digest.hex)")
        }
        return saved
    }

    package static func restore(_ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, note: String, by actor: Reader) throws {
        _ = try writable(tx, id, by: actor)
        let restored = try Articles.restore(tx, id, revision, note: note, by: actor)
        try Audit.append(
            tx, "edition.restored", by: actor.id, on: subject(id), was: "revision:\(revision.rawValue)", became: "revision:\(restored.id.rawValue)")
    }

    /// Deletes an edition that nobody outside has seen, with all its revisions. Refuses with `conflict` any other: what was published is withdrawn.
    package static func delete(_ tx: Transaction, _ id: ID<Edition>, by actor: Reader) throws {
        guard actor.role.may(.delete) else { throw forbidden(.delete) }
        guard let edition = try Articles.edition(tx, id), let head = try Articles.newest(tx, of: id) else { throw Articles.noEdition }
        guard edition.publishedAt == nil, edition.visibility == .private else {
            throw Refusal(.conflict, ar: "لا يُحذف إلا ما لم يُنشر.", en: "Only what was never published can be deleted.")
        }
        try tx.run("DELETE FROM editions WHERE id = \(id)")
        try Audit.append(tx, "edition.deleted", by: actor.id, on: subject(id), was: head.content.headline)
    }

    // MARK: On its way

    /// Says how far the edition has come. To hand it in is its writer's; to send it back or call it ready is an editor's.
    package static func move(_ tx: Transaction, _ id: ID<Edition>, to workflow: Edition.Workflow, by actor: Reader) throws {
        let edition = try writable(tx, id, by: actor)
        guard edition.workflow != workflow else { return }
        if workflow == .ready || edition.workflow != .draft, !(workflow == .draft && edition.workflow == .inReview) {
            guard actor.role.may(.edit) else { throw forbidden(.edit) }
        }
        if let head = try Articles.newest(tx, of: id) { try Articles.name(tx, head) }
        try tx.run("UPDATE editions SET workflow = \(workflow) WHERE id = \(id)")
        try Audit.append(tx, "edition.moved", by: actor.id, on: subject(id), was: edition.workflow.rawValue, became: workflow.rawValue)
    }

    /// Says whose an edition is, in place of whoever it was.
    package static func assign(_ tx: Transaction, _ id: ID<Edition>, to people: Set<ID<Reader>>, by actor: Reader) throws {
        guard actor.role.may(.edit) else { throw forbidden(.edit) }
        guard try Articles.edition(tx, id) != nil else { throw Articles.noEdition }
        let staff = Set(try Readers.staff(tx).map(\.id))
        guard people.isSubset(of: staff) else {
            throw Refusal(.invalid, ar: "اختر ممن يعملون في غرفة الأخبار.", en: "Choose among those who work in the newsroom.", field: "assigned")
        }
        let before = try assigned(tx, [id])[id] ?? []
        try tx.run("DELETE FROM assignments WHERE edition_id = \(id)")
        for person in people.sorted() { try claim(tx, id, person) }
        let numbers = { (ids: [ID<Reader>]) in ids.sorted().map { "\($0.rawValue)" }.joined(separator: " ") }
        try Audit.append(tx, "edition.assigned", by: actor.id, on: subject(id), was: numbers(before.map(\.id)), became: numbers(Array(people)))
    }

    /// Whose each of these editions is.
    package static func assigned(_ tx: Transaction, _ editions: [ID<Edition>]) throws -> [ID<Edition>: [Reader]] {
        let pairs = try tx.all("SELECT edition_id, reader_id FROM assignments WHERE edition_id IN \(list: editions) ORDER BY edition_id, created_at")
        {
            (try $0["edition_id"] as ID<Edition>, try $0["reader_id"] as ID<Reader>)
        }
        let people = Dictionary(uniqueKeysWithValues: try Readers.staff(tx).map { ($0.id, $0) })
        return pairs.reduce(into: [:]) { all, pair in if let person = people[pair.1] { all[pair.0, default: []].append(person) } }
    }

    private static func claim(_ tx: Transaction, _ edition: ID<Edition>, _ reader: Reader) throws { try claim(tx, edition, reader.id) }

    private static func claim(_ tx: Transaction, _ edition: ID<Edition>, _ reader: ID<Reader>) throws {
        try tx.run("INSERT INTO assignments (edition_id, reader_id, created_at) VALUES (\(edition), \(reader), \(tx.now)) ON CONFLICT DO NOTHING")
    }
}
