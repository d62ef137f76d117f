package import Basics
package import Storage

/// A page of a collection, as the actor may see it.
package struct CollectionView: Sendable {
    package struct Item: Sendable {
        package let workID: ID<Work>
        /// The story as lists show it, in the page's language if it is told in it, else in the other. Nil when it is no longer available.
        package let teaser: Teaser?
        /// Empty for everyone but the owner.
        package let note: String
        package let savedAt: Instant
    }

    package let collection: ReaderCollection
    /// How the owner wants to be called; may be empty.
    package let ownerName: String
    /// Whether the actor is the owner.
    package let isOwn: Bool
    /// How many works it holds, the ones no longer available included.
    package let count: Int
    package let cover: MediaItem?
    /// The work that was chosen for the cover; nil while the first picture is it.
    package let coverWork: ID<Work>?
    package let items: ResultPage<Item>
}

extension Collections {
    /// A page of the collection for `actor`, nil for someone not logged in. Refuses with `notFound` what is neither hers nor public.
    package static func view(
        _ tx: Transaction, _ id: ID<ReaderCollection>, for actor: ID<Reader>?, _ language: Language, page: Int = 1, size: Int = 20
    ) throws -> CollectionView {
        try view(tx, "c.id = \(id)", for: actor, language, page: page, size: size) { $0 == .public }
    }

    /// The same for whoever has the link.
    package static func view(
        _ tx: Transaction, link: Token, for actor: ID<Reader>?, _ language: Language, page: Int = 1, size: Int = 20
    ) throws -> CollectionView {
        try view(tx, "c.link_digest = \(link.digest)", for: actor, language, page: page, size: size) { $0 == .unlisted }
    }

    private static func view(
        _ tx: Transaction, _ condition: SQL, for actor: ID<Reader>?, _ language: Language, page: Int, size: Int,
        isShared: (ReaderCollection.Visibility) -> Bool
    ) throws -> CollectionView {
        let found = try tx.first(
            """
            SELECT \(ReaderCollection.columns), c.reader_id, c.cover_work_id, coalesce(r.name, '') AS owner_name
            FROM collections c LEFT JOIN readers r ON r.id = c.reader_id WHERE \(condition)
            """
        ) { row in
            (
                collection: try ReaderCollection(row), owner: try row["reader_id"] as ID<Reader>?, cover: try row["cover_work_id"] as ID<Work>?,
                ownerName: try row["owner_name"] as String
            )
        }
        guard let found else { throw notFound }
        let isOwn = actor != nil && found.owner == actor
        guard isOwn || isShared(found.collection.visibility) else { throw notFound }
        return CollectionView(
            collection: found.collection, ownerName: found.ownerName, isOwn: isOwn,
            count: try tx.one("SELECT count(*) AS n FROM collection_items WHERE collection_id = \(found.collection.id)") { try $0["n"] },
            cover: try cover(tx, found.collection, chosen: found.cover), coverWork: found.cover,
            items: try items(tx, found.collection, language, page: max(1, page), size: size, withNotes: isOwn))
    }

    private static func items(
        _ tx: Transaction, _ collection: ReaderCollection, _ language: Language, page: Int, size: Int, withNotes: Bool
    ) throws -> ResultPage<CollectionView.Item> {
        let rows = try tx.all(
            """
            SELECT work_id, note, saved_at FROM collection_items WHERE collection_id = \(collection.id)
            ORDER BY \(collection.sorting.order) LIMIT \(size + 1) OFFSET \((page - 1) * size)
            """
        ) { (work: try $0["work_id"] as ID<Work>, note: try $0["note"] as String, savedAt: try $0["saved_at"] as Instant) }
        let teasers = try teasers(tx, rows.map(\.work), language)
        let items = rows.map { row in
            CollectionView.Item(workID: row.work, teaser: teasers[row.work], note: withNotes ? row.note : "", savedAt: row.savedAt)
        }
        return ResultPage(fetched: items, number: page, size: size)
    }

    private static func teasers(_ tx: Transaction, _ works: [ID<Work>], _ language: Language) throws -> [ID<Work>: Teaser] {
        guard !works.isEmpty else { return [:] }
        var teasers: [ID<Work>: Teaser] = [:]
        for language in [language, language.other] {
            let missing = works.filter { teasers[$0] == nil }
            for teaser in try Articles.teasers(tx, .works(missing), language, limit: missing.count) { teasers[teaser.workID] = teaser }
        }
        return teasers
    }

    /// The chosen work's picture while it is in the collection and published, else that of the first item that has one.
    private static func cover(_ tx: Transaction, _ collection: ReaderCollection, chosen: ID<Work>?) throws -> MediaItem? {
        let picture = try tx.first(
            """
            SELECT w.media_id FROM collection_items JOIN works w ON w.id = work_id
            WHERE collection_id = \(collection.id) AND w.media_id IS NOT NULL
                AND EXISTS (SELECT 1 FROM editions e WHERE e.work_id = w.id AND e.visibility = \(Edition.Visibility.published))
            ORDER BY CASE WHEN w.id = \(chosen ?? ID(0)) THEN 0 ELSE 1 END, \(collection.sorting.order) LIMIT 1
            """
        ) { try $0["media_id"] as ID<MediaItem> }
        return try picture.flatMap { try Media.items(tx, [$0])[$0] }
    }
}

extension ReaderCollection.Sorting {
    /// Whole, so that no item stands on two pages.
    fileprivate var order: SQL {
        switch self {
        case .newest: "saved_at DESC, position, work_id DESC"
        case .oldest: "saved_at, position DESC, work_id"
        case .byHand: "position, work_id"
        }
    }
}
