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
    }

    /// So many results can be leafed through.
    static let considered = 2_000

    /// The best matches first, in any of the `languages`: what has all the words before what has some, words in the headline weigh most.
    package static func find(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), number: Int, size: Int
    ) throws -> ResultPage<Hit> {
        guard !query.isEmpty, !languages.isEmpty, number >= 1, number <= considered / size else {
            return ResultPage(fetched: [], number: number, size: size)
        }
        let ids = try editions(tx, query, languages, filter, limit: size + 1, offset: (number - 1) * size)
        let page = ResultPage(fetched: ids, number: number, size: size)
        let hits = try hits(tx, page.items, query)
        return ResultPage(items: page.items.compactMap { hits[$0] }, number: number, hasNext: page.hasNext)
    }

    /// The editions alone, for lists that show them their own way.
    package static func editions(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), limit: Int, offset: Int = 0
    ) throws -> [ID<Edition>] {
        try ranked(tx, query, languages, filter, limit: limit + offset).dropFirst(offset).map(\.edition)
    }

    /// An edition with what speaks for it.
    struct Ranked {
        let edition: ID<Edition>
        let score: Double
    }

    static func ranked(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], _ filter: Filter = Filter(), limit: Int
    ) throws -> [Ranked] {
        guard !query.isEmpty, !languages.isEmpty else { return [] }
        let view = try IndexView(tx, languages)
        var ranking = Ranking(view)
        try ranking.weigh(query)
        let matches = try filter.matches(tx, languages, limit: limit) { limit, isAllowed in
            ranking.best(limit, isAllowed: isAllowed)
        } edition: { view.editions[$0.document] }
        // What has all the words comes before what has some, however often.
        return matches.map { Ranked(edition: ID(view.editions[$0.document]), score: Double($0.score) + ($0.hasAll ? 1_000 : 0)) }
    }

    private static func hits(_ tx: Transaction, _ ids: [ID<Edition>], _ query: SearchQuery) throws -> [ID<Edition>: Hit] {
        guard !ids.isEmpty else { return [:] }
        let found = try tx.all(
            """
            SELECT e.id, e.kind, e.language, e.slug, e.published_at, w.section_id, r.headline, r.standfirst, r.body
            FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.published_id
            WHERE e.id IN \(list: ids) AND e.visibility = \(Edition.Visibility.published)
            """
        ) { row in
            let kind: Work.Kind = try row["kind"]
            let (language, slug): (Language, Slug) = (try row["language"], try row["slug"])
            let standfirst: String = try row["standfirst"]
            let text = standfirst + (standfirst.isEmpty ? "" : " ") + StoryParser.html(try row["body"]).story.plainText
            return (
                try row["id"] as ID<Edition>,
                Hit(
                    path: kind == .page ? .page(language, slug) : .article(language, slug), language: language,
                    headline: Snippet(whole: try row["headline"], query), snippet: Snippet(of: text, query),
                    publishedAt: try row["published_at"], sectionID: try row["section_id"])
            )
        }
        return Dictionary(found) { first, _ in first }
    }
}
