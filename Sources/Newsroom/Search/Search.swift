package import Basics
import Markup
package import Storage

/// The room of search over what is published.
package enum Search {
    /// A story found, with the place in it that matched.
    package struct Hit: Sendable {
        package let path: SitePath
        package let language: Language
        package let headline: Snippet
        package let snippet: Snippet
        package let publishedAt: Instant
        package let sectionID: ID<Section>?
        /// Whether it was found only because it has the query as a name in another spelling or script.
        package let isByName: Bool
    }

    /// So many results can be leafed through.
    static let considered = 2_000

    /// What was found, and how the query may have been meant.
    package struct Answer: Sendable {
        package let page: ResultPage<Hit>
        package let suggestion: String?
    }

    /// The best matches first, in any of the `languages`: what has all the words, then what has the query as a name in another spelling, then what has some
    /// of the words; words in the headline weigh most. `text` is what the query was read from.
    package static func answer(
        _ tx: Transaction, _ text: String, _ languages: [Language], _ filter: Filter = Filter(), number: Int, size: Int
    ) throws -> Answer {
        let query = SearchQuery(text)
        guard isAskable(query, languages, number, size) else {
            return Answer(page: ResultPage(fetched: [], number: number, size: size), suggestion: nil)
        }
        let view = try IndexView(tx, languages)
        var ranking = Ranking(view)
        let limit = number * size + 1
        try ranking.weigh(query, enough: filter.isEmpty ? limit : .max)
        let found = try best(ranking, view, tx, languages, filter, limit: limit)
        let suggestion = number == 1 ? try Suggestion(view).text(for: text, unknown: ranking.unknown) : nil
        return Answer(page: try page(tx, found, query, number, size), suggestion: suggestion)
    }

    /// The results alone.
    package static func find(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), number: Int, size: Int
    ) throws -> ResultPage<Hit> {
        guard isAskable(query, languages, number, size) else { return ResultPage(fetched: [], number: number, size: size) }
        return try page(tx, try ranked(tx, query, languages, filter, limit: number * size + 1), query, number, size)
    }

    private static func isAskable(_ query: SearchQuery, _ languages: [Language], _ number: Int, _ size: Int) -> Bool {
        !query.isEmpty && !languages.isEmpty && number >= 1 && number <= considered / size
    }

    /// The page `number` of what was found, which goes as far as the first result of the next page.
    private static func page(_ tx: Transaction, _ found: [Ranked], _ query: SearchQuery, _ number: Int, _ size: Int) throws -> ResultPage<Hit> {
        let page = ResultPage(fetched: Array(found.dropFirst((number - 1) * size)), number: number, size: size)
        let hits = try hits(tx, page.items, query)
        return ResultPage(items: page.items.compactMap { hits[$0.edition] }, number: number, hasNext: page.hasNext)
    }

    /// The editions alone, for lists that show them their own way.
    package static func editions(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), limit: Int, offset: Int = 0
    ) throws -> [ID<Edition>] {
        try ranked(tx, query, languages, filter, limit: limit + offset).dropFirst(offset).map(\.edition)
    }

    /// An edition with what speaks for it.
    struct Ranked: Sendable {
        let edition: ID<Edition>
        let score: Double
        /// The words in which it has the query as a name, when it is found by that alone.
        let names: Set<[UInt8]>?
    }

    static func ranked(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), limit: Int
    ) throws -> [Ranked] {
        guard !query.isEmpty, !languages.isEmpty else { return [] }
        let view = try IndexView(tx, languages)
        var ranking = Ranking(view)
        try ranking.weigh(query, enough: filter.isEmpty ? limit : .max)
        return try best(ranking, view, tx, languages, filter, limit: limit)
    }

    private static func best(
        _ ranking: Ranking, _ view: IndexView, _ tx: Transaction, _ languages: [Language], _ filter: Filter, limit: Int
    ) throws -> [Ranked] {
        let matches = try filter.matches(tx, languages, limit: limit) { limit, isAllowed in
            ranking.best(limit, isAllowed: isAllowed)
        } edition: {
            view.editions[$0.document]
        }
        return matches.map { match in
            Ranked(
                edition: ID(view.editions[match.document]), score: Double(match.score) + Double(match.kind.rawValue) * 1_000,
                names: match.kind == .name ? ranking.names[match.document] : nil)
        }
    }

    private static func hits(_ tx: Transaction, _ ranked: [Ranked], _ query: SearchQuery) throws -> [ID<Edition>: Hit] {
        guard !ranked.isEmpty else { return [:] }
        let names = Dictionary(ranked.map { ($0.edition, $0.names) }) { first, _ in first }
        var terms = SnippetTerms(query)
        let found = try tx.all(
            """
            SELECT e.id, e.kind, e.language, e.slug, e.published_at, w.section_id, r.headline, r.standfirst, r.body
            FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.published_id
            WHERE e.id IN \(list: ranked.map(\.edition)) AND e.visibility = \(Edition.Visibility.published)
            """
        ) { row in
            let kind: Work.Kind = try row["kind"]
            let (language, slug): (Language, Slug) = (try row["language"], try row["slug"])
            let standfirst: String = try row["standfirst"]
            let text = standfirst + (standfirst.isEmpty ? "" : " ") + Story.words(ofCanonical: try row["body"])
            let id: ID<Edition> = try row["id"]
            let spellings = names[id] ?? nil
            return (
                id,
                Hit(
                    path: kind == .page ? .page(language, slug) : .article(language, slug), language: language,
                    headline: Snippet(whole: try row["headline"], &terms, names: spellings ?? []),
                    snippet: Snippet(of: text, &terms, names: spellings ?? []), publishedAt: try row["published_at"],
                    sectionID: try row["section_id"], isByName: spellings != nil)
            )
        }
        return Dictionary(found) { first, _ in first }
    }
}
