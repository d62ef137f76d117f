package import Basics
package import Linguistics
package import Storage

extension Statements {
    /// The content of a statement, cut where its parts and its sentences end.
    package static func pieces(_ statement: Statement, in prose: Prose) -> [Range<Int>] {
        statement.content.flatMap { range -> [Range<Int>] in
            let ends = prose.sentences.compactMap { prose.tokens[$0.tokens].last?.range.upperBound }.filter { range.contains($0) }
            var pieces: [Range<Int>] = []
            var start = range.lowerBound
            for end in ends + [range.upperBound] {
                while start < end, prose.scalars[start].properties.isWhitespace { start += 1 }
                if start < end { pieces.append(start..<end) }
                start = max(start, end)
            }
            return pieces
        }
    }

    /// All that somebody is recorded to have said, published or not, the newest first.
    package static func all(_ tx: Transaction, by speaker: ID<Speaker>, limit: Int = 90) throws -> [RecordedStatement] {
        try tx.all(
            "SELECT \(RecordedStatement.columns) FROM statements t WHERE t.speaker_id = \(speaker) ORDER BY t.id DESC LIMIT \(limit)",
            RecordedStatement.init)
    }

    /// The statement of the same speaker that the text has next.
    static func next(_ tx: Transaction, after id: ID<RecordedStatement>, _ edition: ID<Edition>, in prose: Prose) throws -> Placed? {
        let placed = try placed(tx, edition, in: prose)
        guard let index = placed.firstIndex(where: { $0.recorded.id == id }) else { return nil }
        let next = placed.dropFirst(index + 1).first
        return next.flatMap { $0.recorded.speakerID == placed[index].recorded.speakerID && $0.standing != .lost ? $0 : nil }
    }

    static func remove(_ tx: Transaction, _ id: ID<RecordedStatement>) throws { try tx.run("DELETE FROM statements WHERE id = \(id)") }
}

extension Desk {
    /// Makes two statements of one: its first sentence, and the rest. Refuses with `conflict` one of a single sentence.
    package static func split(_ tx: Transaction, _ id: ID<RecordedStatement>, _ revision: ID<Revision>, by actor: Reader) throws {
        let (recorded, statement, prose) = try standing(tx, id, revision, by: actor)
        let pieces = Statements.pieces(statement, in: prose)
        guard pieces.count > 1 else {
            throw Refusal(.conflict, ar: "التصريح جملة واحدة.", en: "The statement is one sentence.")
        }
        var (first, rest) = (statement, statement)
        first.content = [pieces[0]]
        rest.content = Array(pieces.dropFirst())
        let who = recorded.speakerID.map { Statements.Draft.Who.known($0) }
        try mend(tx, id, revision, Statements.Draft(first, who: who), by: actor)
        try confirm(tx, recorded.editionID, revision, Statements.Draft(rest, who: who), by: actor)
    }

    /// Makes one statement of two that one speaker makes one after the other. Refuses with `conflict` when the next is not hers.
    package static func join(_ tx: Transaction, _ id: ID<RecordedStatement>, _ revision: ID<Revision>, by actor: Reader) throws {
        let (recorded, statement, prose) = try standing(tx, id, revision, by: actor)
        guard let next = try Statements.next(tx, after: id, recorded.editionID, in: prose) else {
            throw Refusal(.conflict, ar: "ليس ما يليه للقائل نفسه.", en: "What follows is not the same speaker’s.")
        }
        var joined = statement
        joined.content += next.statement.content
        if joined.kind != next.statement.kind { joined.kind = .mixed }
        try mend(tx, id, revision, Statements.Draft(joined, who: recorded.speakerID.map { .known($0) }), by: actor)
        try Statements.remove(tx, next.recorded.id)
        try Audit.append(tx, "statement.joined", by: actor.id, on: subject(next.recorded.id), was: next.recorded.words, became: subject(id))
    }

    /// A statement as a revision has it. Refuses with `conflict` when that has it no longer.
    private static func standing(
        _ tx: Transaction, _ id: ID<RecordedStatement>, _ revision: ID<Revision>, by actor: Reader
    ) throws -> (RecordedStatement, Statement, Prose) {
        guard let recorded = try Statements.find(tx, id), let text = try Articles.revision(tx, revision), text.editionID == recorded.editionID,
            let edition = try Articles.edition(tx, recorded.editionID)
        else { throw Statements.none }
        let prose = StoryProse(text.content, language: edition.language).prose
        let place = recorded.place(in: prose)
        guard place.standing != .lost else {
            throw Refusal(.conflict, ar: "لم يعد التصريح في النص.", en: "The text no longer has the statement.")
        }
        return (recorded, place.statement, prose)
    }
}
