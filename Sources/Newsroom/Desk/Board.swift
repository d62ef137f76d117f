package import Basics
package import Storage

/// What the newsroom works on, as the desk's first page lists it.
package enum Board {
    /// The lists of the desk.
    package enum Tray: String, CaseIterable, Sendable {
        /// Assigned to whoever looks, and not done.
        case mine
        case draft
        case inReview = "in-review"
        case ready
        case scheduled
        /// Brought before the public since midnight.
        case today
        case withdrawn
        /// Stories that stand in one language alone, or whose original has changed since.
        case translations
        case all
    }

    /// What a list is narrowed to.
    package struct Filter: Sendable {
        package var language: Language?
        package var section: ID<Section>?
        package var person: ID<Reader>?
        /// Words of the headline, in any spelling that search folds.
        package var words: String

        package init(language: Language? = nil, section: ID<Section>? = nil, person: ID<Reader>? = nil, words: String = "") {
            self.language = language
            self.section = section
            self.person = person
            self.words = words
        }
    }

    /// A line of a list.
    package struct Line: Sendable {
        package let edition: Edition
        package let headline: String
        package let sectionID: ID<Section>?
        package let words: Int
        /// When its text was last saved, and by whom.
        package let savedAt: Instant
        package let author: String
        /// Whose it is, and who is in it now.
        package var assigned: [Reader]
        package var present: [String]

        /// Whether a text is in work over the one that the public sees.
        package var hasNewerText: Bool { edition.publishedID != nil && edition.publishedID != edition.headID }
    }

    /// A page of a tray, what was saved last first; what is scheduled by its moment.
    package static func page(
        _ tx: Transaction, _ tray: Tray, _ filter: Filter, for reader: Reader, midnight: Instant, number: Int, size: Int = 50
    ) throws -> ResultPage<Line> {
        let order: SQL = tray == .scheduled ? "e.scheduled_at, e.id" : "r.created_at DESC, e.id DESC"
        var lines = try tx.all(
            """
            SELECT \(Edition.columns(of: "e")), r.headline, r.words, r.created_at AS saved_at, r.author, w.section_id
            FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.head_id
            WHERE e.kind = \(Work.Kind.article) AND \(condition(tray, reader, midnight)) \(condition(filter))
            ORDER BY \(order) LIMIT \(size + 1) OFFSET \((number - 1) * size)
            """
        ) { row in
            Line(
                edition: try Edition(row), headline: try row["headline"], sectionID: try row["section_id"], words: try row["words"],
                savedAt: try row["saved_at"], author: try row["author"], assigned: [], present: [])
        }
        let ids = lines.map(\.edition.id)
        let (assigned, present) = (try Desk.assigned(tx, ids), try Presences.now(tx, in: ids))
        for index in lines.indices {
            lines[index].assigned = assigned[lines[index].edition.id] ?? []
            lines[index].present = present[lines[index].edition.id] ?? []
        }
        return ResultPage(fetched: lines, number: number, size: size)
    }

    /// How many stand in each tray.
    package static func counts(_ tx: Transaction, _ filter: Filter, for reader: Reader, midnight: Instant) throws -> [Tray: Int] {
        var counts: [Tray: Int] = [:]
        for tray in Tray.allCases where tray != .all {
            counts[tray] = try tx.one(
                """
                SELECT count(*) AS n FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.head_id
                WHERE e.kind = \(Work.Kind.article) AND \(condition(tray, reader, midnight)) \(condition(filter))
                """
            ) { try $0["n"] }
        }
        return counts
    }

    private static func condition(_ tray: Tray, _ reader: Reader, _ midnight: Instant) -> SQL {
        let inWork: SQL = "(e.visibility = 'private' OR e.published_id <> e.head_id)"
        return switch tray {
        case .mine:
            """
            e.id IN (SELECT a.edition_id FROM assignments a WHERE a.reader_id = \(reader.id)) AND e.visibility <> 'withdrawn'
                AND (e.published_id IS NULL OR e.published_id <> e.head_id)
            """
        case .draft: "e.workflow = 'draft' AND \(inWork)"
        case .inReview: "e.workflow = 'in-review' AND \(inWork)"
        case .ready: "e.workflow = 'ready' AND \(inWork) AND e.scheduled_at IS NULL"
        case .scheduled: "e.scheduled_id IS NOT NULL"
        case .today:
            """
            e.visibility = 'published' AND EXISTS (SELECT 1 FROM publications p WHERE p.edition_id = e.id AND p.published_at >= \(midnight))
            """
        case .withdrawn: "e.visibility = 'withdrawn'"
        case .translations:
            """
            ((e.visibility = 'published' AND e.original_id IS NULL
                AND (SELECT count(*) FROM editions t WHERE t.work_id = e.work_id AND t.visibility IN ('published', 'scheduled', 'private')) = 1)
            OR (e.original_id IS NOT NULL AND e.original_id <> (
                SELECT o.published_id FROM editions o JOIN revisions s ON s.edition_id = o.id WHERE s.id = e.original_id)))
            """
        case .all: "1 = 1"
        }
    }

    /// What LIKE compares a word with, whose signs stand for themselves.
    static func pattern(_ word: String) -> String {
        "%" + word.lowercased().replacing("\\", with: "\\\\").replacing("%", with: "\\%").replacing("_", with: "\\_") + "%"
    }

    private static func condition(_ filter: Filter) -> SQL {
        var condition: SQL = ""
        if let language = filter.language { condition = condition + "AND e.language = \(language) " }
        if let section = filter.section {
            condition = condition + "AND e.work_id IN (SELECT s.work_id FROM work_sections s WHERE s.section_id = \(section)) "
        }
        if let person = filter.person {
            condition = condition + "AND e.id IN (SELECT a.edition_id FROM assignments a WHERE a.reader_id = \(person)) "
        }
        for word in filter.words.split(whereSeparator: \.isWhitespace).prefix(8) {
            condition = condition + "AND lower(r.headline) LIKE \(pattern(String(word))) ESCAPE '\\' "
        }
        return condition
    }
}
