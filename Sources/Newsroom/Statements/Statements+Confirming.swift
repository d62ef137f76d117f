package import Basics
package import Linguistics
package import Storage

extension Statements {
    /// What an editor decides about a statement, with its parts in a text.
    package struct Draft: Sendable {
        package enum Who: Hashable, Sendable {
            case known(ID<Speaker>)
            /// Not in the record yet, by the name the story gives.
            case new(String)
        }

        package var statement: Statement
        /// Who said it; nil for a vague or an unnamed source.
        package var who: Who?

        package init(_ statement: Statement, who: Who?) {
            self.statement = statement
            self.who = who
        }
    }

    /// Of a role and of a context, in characters.
    package static let longestLine = 300
    /// Of a story. Nobody confirms more by hand.
    static let most = 2_000

    /// Confirms a statement in a revision of an edition.
    static func confirm(_ tx: Transaction, _ revision: Revision, _ language: Language, _ draft: Draft) throws -> RecordedStatement {
        let prose = StoryProse(revision.content, language: language).prose
        let (anchors, speaker, name) = try settled(tx, draft, revision.editionID, language, prose)
        let count: Int = try tx.one("SELECT count(*) AS n FROM statements WHERE edition_id = \(revision.editionID)") { try $0["n"] }
        guard count < most else {
            throw Refusal(.invalid, ar: "بلغ الخبر حده من التصريحات (\(most)).", en: "The story has as many statements as it can have (\(most)).")
        }
        let statement = draft.statement
        let id: ID<RecordedStatement> = try tx.one(
            """
            INSERT INTO statements (edition_id, revision, state, kind, source_class, speaker_id, name, role, context, anchors, created_at, updated_at)
            VALUES (\(revision.editionID), \(revision.digest), \(RecordedStatement.State.confirmed), \(statement.kind), \(statement.sourceClass), \(speaker),
                \(name), \(statement.role ?? ""), \(statement.context ?? ""), \(anchors), \(tx.now), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
        return try finished(tx, id)
    }

    /// Says anew what a statement is, and where it stands in a revision.
    static func mend(
        _ tx: Transaction, _ id: ID<RecordedStatement>, _ revision: Revision, _ language: Language, _ draft: Draft
    ) throws -> RecordedStatement {
        let prose = StoryProse(revision.content, language: language).prose
        let (anchors, speaker, name) = try settled(tx, draft, revision.editionID, language, prose)
        let statement = draft.statement
        try tx.run(
            """
            UPDATE statements SET revision = \(revision.digest), kind = \(statement.kind), source_class = \(statement.sourceClass), speaker_id = \(speaker),
                name = \(name), role = \(statement.role ?? ""), context = \(statement.context ?? ""), anchors = \(anchors), updated_at = \(tx.now)
            WHERE id = \(id)
            """)
        return try finished(tx, id)
    }

    /// Takes a statement back: it stays in the record and is said to be withdrawn. Or confirms it again.
    static func setState(_ tx: Transaction, _ id: ID<RecordedStatement>, _ state: RecordedStatement.State) throws -> RecordedStatement {
        try tx.run("UPDATE statements SET state = \(state), updated_at = \(tx.now) WHERE id = \(id)")
        return try finished(tx, id)
    }

    /// Notes that what a reading proposed is no statement, so that it is not proposed again.
    static func reject(_ tx: Transaction, _ edition: ID<Edition>, _ statement: Statement, in prose: Prose) throws {
        try tx.run(
            """
            INSERT INTO rejected_proposals (edition_id, digest, created_at) VALUES (\(edition), \(digest(statement, in: prose)), \(tx.now))
            ON CONFLICT DO NOTHING
            """)
    }

    /// Checks a draft against its text, and brings its speaker into the record.
    private static func settled(
        _ tx: Transaction, _ draft: Draft, _ edition: ID<Edition>, _ language: Language, _ prose: Prose
    ) throws -> (anchors: String, speaker: ID<Speaker>?, name: String) {
        let statement = draft.statement
        let ranges = statement.source + statement.cue + statement.content
        guard !statement.content.isEmpty, ranges.count <= 50,
            ranges.allSatisfy({ $0.lowerBound >= 0 && !$0.isEmpty && $0.upperBound <= prose.scalars.count })
        else {
            throw Refusal(.invalid, ar: "كلمات التصريح ليست في النص.", en: "The words of the statement are not in the text.", field: "words")
        }
        for (field, line) in [("role", statement.role), ("context", statement.context)] where line?.count ?? 0 > longestLine {
            throw Refusal(.invalid, ar: "اكتب \(longestLine) حرفًا على الأكثر.", en: "Write at most \(longestLine) characters.", field: field)
        }
        let anchors = try RecordedStatement.Anchors(statement, in: prose).text
        switch (statement.sourceClass, draft.who) {
        case (.vague, _), (.unnamed, _):
            // Who it is stands nowhere, whatever the form said.
            return (anchors, nil, "")
        case (_, nil):
            throw Refusal(
                .invalid, ar: "اكتب من قالها، أو اختر «مصدر غير محدد» أو «مصدر لم يُسمَّ».",
                en: "Write who said it, or choose a vague or an unnamed source.",
                field: "speaker")
        case (_, .known(let id)?):
            guard let speaker = try Speakers.all(tx, [id])[id] else { throw Speakers.none }
            let name = statement.speaker ?? ""
            if speaker.names[language] == nil, name.contains(" ") { try Speakers.setName(tx, id, language, name) }
            try Speakers.saw(tx, id, name, in: edition)
            return (anchors, id, name)
        case (let sourceClass, .new(let written)?):
            let name = try DeskLimits.one(written, DeskLimits.line, field: "speaker")
            let kind: Speaker.Kind = sourceClass == .organisation ? .organisation : sourceClass == .document ? .document : .person
            let id = try Speakers.add(tx, kind, names: [language: name])
            try Speakers.saw(tx, id, name, in: edition)
            return (anchors, id, name)
        }
    }

    /// The statement as it stands now, with what the public's text has of it.
    private static func finished(_ tx: Transaction, _ id: ID<RecordedStatement>) throws -> RecordedStatement {
        guard let recorded = try find(tx, id), let edition = try Articles.edition(tx, recorded.editionID) else { throw none }
        if let published = try Articles.published(tx, of: edition.id) {
            try settle(tx, recorded, in: StoryProse(published.content, language: edition.language).prose)
            if edition.visibility == .published { try Articles.changed(tx, edition.id, "edition.recorded") }
        }
        return recorded
    }
}
