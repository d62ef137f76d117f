import Basics
import Storage

/// The next read below an article: same language, what shares most with it first, then the newest; never one already on the page.
enum CheckAlso {
    /// How many stories are offered.
    static let count = 3
    /// How many of the newest stories of each topic, person and section are weighed.
    static let considered = 24

    static func choose(
        _ tx: Transaction, for work: Work, in language: Language, topics: [ID<Topic>], byline: [ID<Person>]
    ) throws -> [Teaser] {
        var weight: [ID<Work>: Int] = [:]
        for topic in topics {
            for id in try works(tx, "SELECT work_id FROM work_topics WHERE topic_id = \(topic) ORDER BY work_id DESC LIMIT \(considered)") {
                weight[id, default: 0] += 4
            }
        }
        for person in byline {
            let signed: SQL = """
                SELECT e.work_id FROM bylines b JOIN editions e ON e.id = b.edition_id
                WHERE b.person_id = \(person) ORDER BY b.edition_id DESC LIMIT \(considered)
                """
            for id in try works(tx, signed) { weight[id, default: 0] += 1 }
        }
        if let section = work.sectionID {
            for id in try works(tx, "SELECT work_id FROM work_sections WHERE section_id = \(section) ORDER BY work_id DESC LIMIT \(considered)") {
                weight[id, default: 0] += 2
            }
        }
        weight[work.id] = nil
        let candidates: [ID<Work>] = try works(
            tx,
            """
            SELECT work_id FROM editions WHERE work_id IN \(list: Array(weight.keys)) AND language = \(language)
                AND kind = \(Work.Kind.article) AND visibility = \(Edition.Visibility.published) ORDER BY published_at DESC, id DESC
            """)
        let ranked = candidates.enumerated().sorted { a, b in
            let (first, second) = (weight[a.element] ?? 0, weight[b.element] ?? 0)
            return first == second ? a.offset < b.offset : first > second
        }
        let chosen = ranked.prefix(count).map(\.element)
        let stories = try Articles.teasers(tx, .works(chosen), language, limit: count)
        guard stories.isEmpty else { return chosen.compactMap { id in stories.first { $0.workID == id } } }
        return try Articles.teasers(tx, .all, language, limit: count, without: [work.id])
    }

    private static func works(_ tx: Transaction, _ sql: SQL) throws -> [ID<Work>] {
        try tx.all(sql) { try $0["work_id"] }
    }
}
