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

    /// How many of the newest matches are ranked. A word that stands in half the archive is then answered as fast as a rare one.
    static let considered = 2_000

    /// The best matches first, in any of the `languages`: words in the headline weigh most, then the standfirst's, then the text's.
    package static func find(_ tx: Transaction, _ query: SearchQuery, _ languages: [Language], number: Int, size: Int) throws -> ResultPage<Hit> {
        guard !query.isEmpty, !languages.isEmpty, number >= 1, number <= considered / size else {
            return ResultPage(fetched: [], number: number, size: size)
        }
        let ids = try editions(tx, query, languages, limit: size + 1, offset: (number - 1) * size)
        let page = ResultPage(fetched: ids, number: number, size: size)
        let hits = try hits(tx, page.items, query)
        return ResultPage(items: page.items.compactMap { hits[$0] }, number: number, hasNext: page.hasNext)
    }

    /// The editions alone, for lists that show them their own way.
    package static func editions(
        _ tx: Transaction, _ query: SearchQuery, _ languages: [Language], limit: Int, offset: Int = 0
    ) throws -> [ID<Edition>] {
        guard !query.isEmpty, !languages.isEmpty else { return [] }
        return try tx.all(matches(query, languages, tx.dialect, limit: limit, offset: offset)) { try $0["id"] }
    }

    private static func matches(_ query: SearchQuery, _ languages: [Language], _ dialect: Dialect, limit: Int, offset: Int) -> SQL {
        switch dialect {
        case .sqlite: fullText(query, languages, limit: limit, offset: offset)
        case .postgres: tokens(query, languages, limit: limit, offset: offset)
        }
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
