package import Basics
package import Linguistics
package import Storage

/// The deeds of the record: who may, the deed, and its entry in the audit.
extension Desk {
    /// Confirms a statement as it stands in a revision. Whoever may write in the story may.
    @discardableResult
    package static func confirm(
        _ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, _ draft: Statements.Draft, by actor: Reader
    ) throws -> ID<RecordedStatement> {
        let (edition, revision) = try recordable(tx, id, revision, by: actor)
        let recorded = try Statements.confirm(tx, revision, edition.language, draft)
        try Audit.append(tx, "statement.confirmed", by: actor.id, on: subject(recorded.id), became: describe(recorded))
        return recorded.id
    }

    package static func mend(
        _ tx: Transaction, _ id: ID<RecordedStatement>, _ revision: ID<Revision>, _ draft: Statements.Draft, by actor: Reader
    ) throws {
        let before = try known(tx, id)
        let (edition, revision) = try recordable(tx, before.editionID, revision, by: actor)
        let after = try Statements.mend(tx, id, revision, edition.language, draft)
        try Audit.append(tx, "statement.mended", by: actor.id, on: subject(id), was: describe(before), became: describe(after))
    }

    /// Notes that a proposal is no statement.
    package static func reject(_ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, _ statement: Statement, by actor: Reader) throws {
        let (edition, revision) = try recordable(tx, id, revision, by: actor)
        try Statements.reject(tx, id, statement, in: StoryProse(revision.content, language: edition.language).prose)
    }

    /// Withdraws a statement from the record, where it stays to be seen, or confirms it again.
    package static func set(_ tx: Transaction, _ id: ID<RecordedStatement>, _ state: RecordedStatement.State, by actor: Reader) throws {
        let before = try known(tx, id)
        _ = try writable(tx, before.editionID, by: actor)
        guard before.state != state else { return }
        _ = try Statements.setState(tx, id, state)
        try Audit.append(tx, "statement.\(state.rawValue)", by: actor.id, on: subject(id), was: before.state.rawValue, became: state.rawValue)
    }

    package static func keep(_ tx: Transaction, _ id: ID<Speaker>, _ details: Speakers.Details, by actor: Reader) throws {
        guard actor.role.may(.edit) else { throw forbidden(.edit) }
        let before = try describe(tx, id)
        try Speakers.keep(tx, id, details)
        try Audit.append(tx, "speaker.kept", by: actor.id, on: subject(id), was: before, became: try describe(tx, id))
    }

    package static func merge(_ tx: Transaction, _ id: ID<Speaker>, into other: ID<Speaker>, by actor: Reader) throws {
        guard actor.role.may(.edit) else { throw forbidden(.edit) }
        let before = try describe(tx, id)
        try Speakers.merge(tx, id, into: other)
        try Audit.append(tx, "speaker.merged", by: actor.id, on: subject(id), was: before, became: subject(other))
    }

    package static func part(
        _ tx: Transaction, _ id: ID<Speaker>, _ statements: Set<ID<RecordedStatement>>, name: [Language: String], by actor: Reader
    ) throws -> ID<Speaker> {
        guard actor.role.may(.edit) else { throw forbidden(.edit) }
        let new = try Speakers.part(tx, id, statements, name: name)
        let numbers = statements.sorted().map { "\($0.rawValue)" }.joined(separator: " ")
        try Audit.append(tx, "speaker.parted", by: actor.id, on: subject(id), was: "statements \(numbers)", became: subject(new))
        return new
    }

    package static func subject(_ statement: ID<RecordedStatement>) -> String { "statement:\(statement.rawValue)" }
    package static func subject(_ speaker: ID<Speaker>) -> String { "speaker:\(speaker.rawValue)" }

    private static func known(_ tx: Transaction, _ id: ID<RecordedStatement>) throws -> RecordedStatement {
        guard let recorded = try Statements.find(tx, id) else { throw Statements.none }
        return recorded
    }

    private static func recordable(
        _ tx: Transaction, _ id: ID<Edition>, _ revision: ID<Revision>, by actor: Reader
    ) throws -> (Edition, Revision) {
        let edition = try writable(tx, id, by: actor)
        if edition.visibility == .published { try requireThawed(tx) }
        guard let revision = try Articles.revision(tx, revision), revision.editionID == id else { throw Articles.noRevision }
        return (edition, revision)
    }

    private static func describe(_ recorded: RecordedStatement) -> String {
        let speaker = recorded.speakerID.map { "speaker:\($0.rawValue) \(recorded.name)" } ?? recorded.sourceClass.rawValue
        return "\(speaker); \(recorded.kind.rawValue); \(recorded.role); \(recorded.context); \(recorded.words)"
    }

    private static func describe(_ tx: Transaction, _ id: ID<Speaker>) throws -> String {
        guard let speaker = try Speakers.all(tx, [id])[id] else { throw Speakers.none }
        let names = speaker.names.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key.rawValue) \($0.value)" }
        let roles = try Speakers.roles(tx, of: id).map { "\($0.role) \($0.since ?? "")–\($0.until ?? "")" }
        let spellings = (try Speakers.spellings(tx, of: [id])[id] ?? []).map { ($0.isSame ? "= " : "≠ ") + $0.text }
        return ([speaker.kind.rawValue, speaker.visibility.rawValue, speaker.wikidata ?? ""] + names + roles + spellings)
            .filter { !$0.isEmpty }.joined(separator: "; ")
    }
}
