package import Basics
package import Storage

extension Collections {
    /// Shows the collection to nobody else, to whoever has its link, or to all. A link ends with the visibility that it was made for: shared again, the
    /// collection has a new one.
    ///
    /// Refuses with `forbidden` what everyone has: Read Later, Favourites and history are always private.
    package static func setVisibility(
        _ tx: Transaction, _ id: ID<ReaderCollection>, _ visibility: ReaderCollection.Visibility, by reader: ID<Reader>, links: LinkKey
    ) throws {
        try requireOwn(tx, id, by: reader)
        guard try find(tx, id, of: reader).visibility != visibility else { return }
        let salt = visibility == .unlisted ? LinkKey.salt() : nil
        try tx.run(
            """
            UPDATE collections SET visibility = \(visibility), link_salt = \(salt), link_digest = \(salt.map { token(id, $0, links).digest })
            WHERE id = \(id)
            """)
    }

    /// Ends the link and makes a new one. Refuses with `conflict` when the collection has none.
    package static func renewLink(_ tx: Transaction, _ id: ID<ReaderCollection>, by reader: ID<Reader>, links: LinkKey) throws {
        try requireOwn(tx, id, by: reader)
        let salt = LinkKey.salt()
        let isRenewed =
            try tx.run(
                """
                UPDATE collections SET link_salt = \(salt), link_digest = \(token(id, salt, links).digest)
                WHERE id = \(id) AND visibility = \(ReaderCollection.Visibility.unlisted)
                """) == 1
        guard isRenewed else { throw Refusal(.conflict, ar: "ليس لهذه المجموعة رابط.", en: "This collection has no link.") }
    }

    /// The link's secret, for its owner to see again; nil when there is no link.
    package static func link(_ tx: Transaction, _ id: ID<ReaderCollection>, by reader: ID<Reader>, links: LinkKey) throws -> Token? {
        _ = try find(tx, id, of: reader)
        let salt: [UInt8]? = try tx.one("SELECT link_salt FROM collections WHERE id = \(id)") { try $0["link_salt"] }
        return salt.map { token(id, $0, links) }
    }

    /// Shows this work's picture for the whole, or the first item's again when nil. A work that leaves the collection takes its picture along.
    package static func setCover(_ tx: Transaction, _ id: ID<ReaderCollection>, _ work: ID<Work>?, by reader: ID<Reader>) throws {
        _ = try find(tx, id, of: reader)
        if let work, try !tx.exists("SELECT 1 FROM collection_items WHERE collection_id = \(id) AND work_id = \(work)") { throw notInIt }
        try tx.run("UPDATE collections SET cover_work_id = \(work) WHERE id = \(id)")
    }

    private static func token(_ id: ID<ReaderCollection>, _ salt: [UInt8], _ links: LinkKey) -> Token {
        links.token(of: "collection \(id)", salt: salt)
    }
}
