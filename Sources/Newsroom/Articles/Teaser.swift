package import Basics
package import Storage

/// A published story as lists show it.
package struct Teaser: Sendable {
    package let editionID: ID<Edition>
    package let workID: ID<Work>
    package let language: Language
    package let slug: Slug
    package let headline: String
    /// The standfirst, or the text's beginning where there is none.
    package let summary: String
    package let publishedAt: Instant
    package let updatedAt: Instant?
    package let sectionID: ID<Section>?
    package let byline: [Person]
    package let picture: MediaItem?
    package let isPinned: Bool
    package let guid: String?
}

/// Which stories a list holds.
package enum Listing: Sendable {
    case all
    case section(ID<Section>)
    case topic(ID<Topic>)
    case person(ID<Person>)
    case pinned
    case editions([ID<Edition>])
    case works([ID<Work>])

    fileprivate var condition: SQL {
        switch self {
        case .all: ""
        case .section(let id): "AND EXISTS (SELECT 1 FROM work_sections s WHERE s.section_id = \(id) AND s.work_id = e.work_id)"
        case .topic(let id): "AND e.work_id IN (SELECT t.work_id FROM work_topics t WHERE t.topic_id = \(id))"
        case .person(let id): "AND e.id IN (SELECT b.edition_id FROM bylines b WHERE b.person_id = \(id))"
        case .pinned: "AND e.work_id IN (SELECT p.id FROM works p WHERE p.pinned = 1)"
        case .editions(let ids): "AND e.id IN \(list: ids)"
        case .works(let ids): "AND e.work_id IN \(list: ids)"
        }
    }
}

extension Articles {
    /// Published stories in a language, newest first, without the `excluded` works.
    package static func teasers(
        _ tx: Transaction, _ listing: Listing, _ language: Language, limit: Int, offset: Int = 0, without excluded: Set<ID<Work>> = []
    ) throws -> [Teaser] {
        // The editions are chosen first: what a later page passes over is then not read.
        let rows = try tx.all(
            """
            SELECT e.id, e.work_id, e.slug, e.published_at, e.updated_at, e.guid, r.headline, r.standfirst, r.excerpt,
                w.section_id, w.media_id, w.pinned
            FROM (
                SELECT e.id FROM editions e
                WHERE e.kind = \(Work.Kind.article) AND e.language = \(language) AND e.visibility = \(Edition.Visibility.published)
                    \(listing.condition)
                ORDER BY e.published_at DESC, e.id DESC LIMIT \(limit + excluded.count) OFFSET \(offset)
            ) chosen
            JOIN editions e ON e.id = chosen.id JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.published_id
            ORDER BY e.published_at DESC, e.id DESC
            """, TeaserRow.init)
        let kept = rows.filter { !excluded.contains($0.workID) }.prefix(limit)
        let bylines = try People.bylines(tx, of: kept.map(\.id))
        let pictures = try Media.items(tx, Set(kept.compactMap(\.mediaID)))
        return kept.map { row in
            Teaser(
                editionID: row.id, workID: row.workID, language: language, slug: row.slug, headline: row.headline, summary: row.summary,
                publishedAt: row.publishedAt, updatedAt: row.updatedAt, sectionID: row.sectionID, byline: bylines[row.id] ?? [],
                picture: row.mediaID.flatMap { pictures[$0] }, isPinned: row.isPinned, guid: row.guid)
        }
    }

    /// One page of such a list, numbered from 1.
    package static func page(_ tx: Transaction, _ listing: Listing, _ language: Language, number: Int, size: Int) throws -> ResultPage<Teaser> {
        let fetched = try teasers(tx, listing, language, limit: size + 1, offset: (number - 1) * size)
        return ResultPage(fetched: fetched, number: number, size: size)
    }
}

private struct TeaserRow {
    let id: ID<Edition>
    let workID: ID<Work>
    let slug: Slug
    let headline: String
    let summary: String
    let publishedAt: Instant
    let updatedAt: Instant?
    let guid: String?
    let sectionID: ID<Section>?
    let mediaID: ID<MediaItem>?
    let isPinned: Bool

    init(_ row: Row) throws {
        id = try row["id"]
        workID = try row["work_id"]
        slug = try row["slug"]
        headline = try row["headline"]
        let standfirst: String = try row["standfirst"]
        summary = standfirst.isEmpty ? try row["excerpt"] : standfirst
        publishedAt = try row["published_at"]
        updatedAt = try row["updated_at"]
        guid = try row["guid"]
        sectionID = try row["section_id"]
        mediaID = try row["media_id"]
        isPinned = try row["pinned"]
    }
}
