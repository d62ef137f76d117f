package import Basics
package import Storage

/// All that a reader keeps, for the page that lists her collections. Read Later and Favourites are always there, also before they are used.
package struct CollectionsOverview: Sendable {
    package struct Entry: Sendable {
        package let collection: ReaderCollection
        package let count: Int
    }

    /// Nil until first used.
    package let later: Entry?
    package let favourites: Entry?
    /// Nil when there is none.
    package let history: Entry?
    package let keepsHistory: Bool
    /// How many she has of her own.
    package let ownCount: Int
    /// Her own, the newest first.
    package let own: ResultPage<Entry>
}

extension Collections {
    package static func overview(_ tx: Transaction, of reader: ID<Reader>, page: Int = 1, size: Int = 50) throws -> CollectionsOverview {
        let page = max(1, page)
        let standing = try entries(tx, "c.reader_id = \(reader) AND c.kind <> 'own'", limit: 3, offset: 0)
        func entry(_ kind: ReaderCollection.Kind) -> CollectionsOverview.Entry? { standing.first { $0.collection.kind == kind } }
        return CollectionsOverview(
            later: entry(.later), favourites: entry(.favourites), history: entry(.history),
            keepsHistory: try keepsHistory(tx, reader),
            ownCount: try tx.one("SELECT count(*) AS n FROM collections WHERE reader_id = \(reader) AND kind = 'own'") { try $0["n"] },
            own: ResultPage(
                fetched: try entries(tx, "c.reader_id = \(reader) AND c.kind = 'own'", limit: size + 1, offset: (page - 1) * size), number: page,
                size: size))
    }

    /// The public collections of a reader, for whoever looks at them.
    package static func published(_ tx: Transaction, of reader: ID<Reader>, page: Int = 1, size: Int = 50) throws -> ResultPage<
        CollectionsOverview.Entry
    > {
        let page = max(1, page)
        let condition: SQL = "c.reader_id = \(reader) AND c.visibility = \(ReaderCollection.Visibility.public)"
        return ResultPage(fetched: try entries(tx, condition, limit: size + 1, offset: (page - 1) * size), number: page, size: size)
    }

    private static func entries(_ tx: Transaction, _ condition: SQL, limit: Int, offset: Int) throws -> [CollectionsOverview.Entry] {
        try tx.all(
            """
            SELECT \(ReaderCollection.columns), (SELECT count(*) FROM collection_items i WHERE i.collection_id = c.id) AS items
            FROM collections c WHERE \(condition) ORDER BY c.created_at DESC, c.id DESC LIMIT \(limit) OFFSET \(offset)
            """
        ) { CollectionsOverview.Entry(collection: try ReaderCollection($0), count: try $0["items"]) }
    }
}
