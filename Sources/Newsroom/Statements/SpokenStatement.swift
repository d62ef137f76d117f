package import Basics
package import Linguistics
package import Storage

/// A statement as readers may see it: with its story, and what has become of both.
package struct SpokenStatement: Sendable {
    package let recorded: RecordedStatement
    /// As the published text has it.
    package let words: String
    package let standing: RecordedStatement.Standing
    package let speaker: Speaker?
    package let language: Language
    package let slug: Slug
    package let headline: String
    package let publishedAt: Instant
    package let isStoryWithdrawn: Bool
    /// When the story was last corrected.
    package let correctedAt: Instant?
}

extension Statements {
    /// What somebody said in stories that are or were before the public, the newest story first. What the published text no longer has is not there.
    package static func spoken(
        _ tx: Transaction, by speaker: ID<Speaker>, in language: Language? = nil, number: Int = 1, size: Int
    ) throws -> ResultPage<SpokenStatement> {
        let only: SQL = language.map { "AND e.language = \($0)" } ?? ""
        let found = try spoken(
            tx,
            "t.speaker_id = \(speaker) AND p.state <> 'lost' \(only) ORDER BY e.published_at DESC, t.id LIMIT \(size + 1) OFFSET \((number - 1) * size)"
        )
        return ResultPage(fetched: found, number: number, size: size)
    }

    /// Of one published edition: who says what in it, in the order they were confirmed.
    package static func spoken(_ tx: Transaction, in edition: ID<Edition>) throws -> [SpokenStatement] {
        try spoken(tx, "t.edition_id = \(edition) AND p.state <> 'lost' AND t.state = 'confirmed' ORDER BY t.id")
    }

    /// The whole record by numbers, above one, for an export in pieces.
    package static func spoken(_ tx: Transaction, after id: ID<RecordedStatement>, limit: Int) throws -> [SpokenStatement] {
        try spoken(tx, "t.id > \(id) ORDER BY t.id LIMIT \(limit)")
    }

    /// How many there are in it, with those in stories that are not before the public.
    package static func count(_ tx: Transaction) throws -> Int { try tx.one("SELECT count(*) AS n FROM statements") { try $0["n"] } }

    private static func spoken(_ tx: Transaction, _ condition: SQL) throws -> [SpokenStatement] {
        struct Line {
            let recorded: RecordedStatement
            let words: String
            let standing: RecordedStatement.Standing
            let language: Language
            let slug: Slug
            let headline: String
            let publishedAt: Instant
            let visibility: Edition.Visibility
            let correctedAt: Instant?
        }
        let lines = try tx.all(
            """
            SELECT \(RecordedStatement.columns), p.words AS spoken_words, p.state AS standing, e.language AS edition_language, e.slug, r.headline,
                e.published_at, e.visibility, (SELECT max(c.created_at) FROM corrections c WHERE c.edition_id = e.id) AS corrected_at
            FROM statements t JOIN statement_places p ON p.statement_id = t.id JOIN editions e ON e.id = t.edition_id
                JOIN revisions r ON r.id = e.published_id
            WHERE e.visibility IN ('published', 'withdrawn') AND e.kind = 'article' AND \(condition)
            """
        ) { row in
            Line(
                recorded: try RecordedStatement(row), words: try row["spoken_words"], standing: try row["standing"],
                language: try row["edition_language"], slug: try row["slug"], headline: try row["headline"], publishedAt: try row["published_at"],
                visibility: try row["visibility"], correctedAt: try row["corrected_at"])
        }
        let speakers = try Speakers.all(tx, Set(lines.compactMap(\.recorded.speakerID)))
        return lines.map { line in
            SpokenStatement(
                recorded: line.recorded, words: line.words, standing: line.standing, speaker: line.recorded.speakerID.flatMap { speakers[$0] },
                language: line.language, slug: line.slug, headline: line.headline, publishedAt: line.publishedAt,
                isStoryWithdrawn: line.visibility == .withdrawn, correctedAt: line.correctedAt)
        }
    }
}

extension Speakers {
    /// A speaker in a list, with how much she has said that readers can read.
    package struct Listed: Sendable {
        package let speaker: Speaker
        package let statements: Int
    }

    /// Those whom readers find in the list, those first who are quoted most.
    package static func listed(_ tx: Transaction, number: Int, size: Int) throws -> ResultPage<Listed> {
        let rows = try tx.all(
            """
            SELECT s.id, count(*) AS statements FROM speakers s JOIN statements t ON t.speaker_id = s.id
                JOIN statement_places p ON p.statement_id = t.id JOIN editions e ON e.id = t.edition_id
            WHERE s.visibility = 'listed' AND s.merged_id IS NULL AND p.state <> 'lost' AND t.state = 'confirmed'
                AND e.visibility = 'published' AND e.kind = 'article'
            GROUP BY s.id ORDER BY count(*) DESC, s.id LIMIT \(size + 1) OFFSET \((number - 1) * size)
            """
        ) { (try $0["id"] as ID<Speaker>, try $0["statements"] as Int) }
        return try page(tx, rows, number: number, size: size)
    }

    /// All in the record, for the desk: the newest first, or whoever may be meant by a name.
    package static func search(_ tx: Transaction, _ name: String, number: Int, size: Int) throws -> ResultPage<Listed> {
        if !name.isEmpty {
            let found = try candidates(tx, name, limit: 50).map(\.speaker)
            let counts = try counts(tx, found.map(\.id))
            return ResultPage(items: found.map { Listed(speaker: $0, statements: counts[$0.id] ?? 0) }, number: 1, hasNext: false)
        }
        let rows = try tx.all(
            "SELECT id FROM speakers WHERE merged_id IS NULL ORDER BY id DESC LIMIT \(size + 1) OFFSET \((number - 1) * size)"
        ) { try $0["id"] as ID<Speaker> }
        let counts = try counts(tx, rows)
        return try page(tx, rows.map { ($0, counts[$0] ?? 0) }, number: number, size: size)
    }

    private static func counts(_ tx: Transaction, _ ids: [ID<Speaker>]) throws -> [ID<Speaker>: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.all("SELECT speaker_id, count(*) AS n FROM statements WHERE speaker_id IN \(list: ids) GROUP BY speaker_id") {
            (try $0["speaker_id"] as ID<Speaker>, try $0["n"] as Int)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    private static func page(_ tx: Transaction, _ rows: [(ID<Speaker>, Int)], number: Int, size: Int) throws -> ResultPage<Listed> {
        let speakers = try all(tx, Set(rows.map(\.0)))
        return ResultPage(
            fetched: rows.compactMap { row in speakers[row.0].map { Listed(speaker: $0, statements: row.1) } }, number: number, size: size)
    }
}
