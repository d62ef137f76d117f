package import Basics
package import Linguistics
package import Storage

/// The room of who said what: what an editor has confirmed, and what a reading of the text proposes.
package enum Statements {
    /// What a reading found that nobody has decided on yet.
    package struct Proposal: Sendable {
        package let statement: Statement
        /// Whom the record takes the speaker for, the likeliest first.
        package let speakers: [(speaker: Speaker, likeness: Double)]
    }

    /// A confirmed statement with what has become of it in a text.
    package struct Placed: Sendable {
        package let recorded: RecordedStatement
        package let standing: RecordedStatement.Standing
        /// Its parts as far as the text has them.
        package let statement: Statement
    }

    package static let none = Refusal(.notFound, ar: "لا يوجد هذا التصريح.", en: "There is no such statement.")

    package static func find(_ tx: Transaction, _ id: ID<RecordedStatement>) throws -> RecordedStatement? {
        try tx.first("SELECT \(RecordedStatement.columns) FROM statements t WHERE t.id = \(id)", RecordedStatement.init)
    }

    /// Of an edition, in the order they were confirmed.
    package static func of(_ tx: Transaction, _ edition: ID<Edition>) throws -> [RecordedStatement] {
        try tx.all("SELECT \(RecordedStatement.columns) FROM statements t WHERE t.edition_id = \(edition) ORDER BY t.id", RecordedStatement.init)
    }

    /// Of an edition, as one of its texts has them: in the order of reading, what it no longer has at the end.
    package static func placed(_ tx: Transaction, _ edition: ID<Edition>, in prose: Prose) throws -> [Placed] {
        let placed = try of(tx, edition).map { recorded in
            let place = recorded.place(in: prose)
            return Placed(recorded: recorded, standing: place.standing, statement: place.statement)
        }
        return placed.sorted { ($0.start, $0.recorded.id) < ($1.start, $1.recorded.id) }
    }

    /// What a reading of the text proposes: neither confirmed nor rejected, in the order of reading.
    package static func proposals(_ tx: Transaction, _ edition: ID<Edition>, in reading: Copyreading, beside placed: [Placed]) throws -> [Proposal] {
        let rejected = Set(try tx.all("SELECT digest FROM rejected_proposals WHERE edition_id = \(edition)") { try $0["digest"] as Digest })
        let taken = placed.filter { $0.standing != .lost }.flatMap(\.statement.content)
        let open = reading.statements.filter { statement in
            !statement.content.contains { range in taken.contains { $0.overlaps(range) } } && !rejected.contains(digest(statement, in: reading.prose))
        }
        var known: [String: [(speaker: Speaker, likeness: Double)]] = [:]
        return try open.map { statement in
            guard let name = statement.speaker else { return Proposal(statement: statement, speakers: []) }
            let speakers = try known[name] ?? Speakers.candidates(tx, name)
            known[name] = speakers
            return Proposal(statement: statement, speakers: speakers)
        }
    }

    /// By which a rejected proposal is known again: its words, wherever they stand.
    static func digest(_ statement: Statement, in prose: Prose) -> Digest {
        Digest(of: (statement.cue + statement.content).map { prose.text($0) }.joined(separator: "\n"))
    }

    /// Works out what the text that is now before the public has of each statement.
    static func settle(_ tx: Transaction, _ edition: ID<Edition>) throws {
        let recorded = try of(tx, edition)
        guard !recorded.isEmpty, let published = try Articles.published(tx, of: edition), let language = try Articles.edition(tx, edition)?.language
        else { return }
        let prose = StoryProse(published.content, language: language).prose
        for statement in recorded { try settle(tx, statement, in: prose) }
    }

    static func settle(_ tx: Transaction, _ recorded: RecordedStatement, in prose: Prose) throws {
        let place = recorded.place(in: prose)
        let words = place.standing == .lost ? recorded.words : place.statement.content.map { prose.text($0) }.joined(separator: " … ")
        try tx.run(
            """
            INSERT INTO statement_places (statement_id, edition_id, state, words)
            VALUES (\(recorded.id), \(recorded.editionID), \(place.standing), \(words))
            ON CONFLICT (statement_id) DO UPDATE SET state = excluded.state, words = excluded.words
            """)
    }
}

extension Statements.Placed {
    fileprivate var start: Int { statement.content.first?.lowerBound ?? .max }
}
