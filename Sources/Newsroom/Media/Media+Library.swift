package import Basics
package import Storage

/// The library as those who work in the newsroom look through it.
extension Media {
    /// What a page of the library is narrowed to.
    package struct Filter: Sendable {
        /// Words of what is said about an item, or of its file's name.
        package var words: String
        package var kind: MediaItem.Kind?
        /// Only pictures that say nothing, in this language, to those who do not see them.
        package var undescribed: Language?
        /// Only what a page can show.
        package var isReady: Bool

        package init(words: String = "", kind: MediaItem.Kind? = nil, undescribed: Language? = nil, isReady: Bool = false) {
            self.words = words
            self.kind = kind
            self.undescribed = undescribed
            self.isReady = isReady
        }

        fileprivate var condition: SQL {
            var condition: SQL = "1 = 1"
            if let kind { condition = condition + " AND m.kind = \(kind)" }
            if isReady { condition = condition + " AND m.state = 'ready'" }
            if let undescribed {
                condition =
                    condition
                        + """
                         AND m.kind = 'picture' AND NOT EXISTS (SELECT 1 FROM media_texts t WHERE t.media_id = m.id AND t.language = \(undescribed)
                            AND t.alt <> '')
                        """
            }
            for word in words.split(whereSeparator: \.isWhitespace).prefix(6) {
                let pattern = Board.pattern(String(word))
                condition =
                    condition
                        + """
                         AND (lower(m.file_name) LIKE \(pattern) ESCAPE '\\' OR EXISTS (SELECT 1 FROM media_texts t WHERE t.media_id = m.id
                            AND (lower(t.alt) LIKE \(pattern) ESCAPE '\\' OR lower(t.caption) LIKE \(pattern) ESCAPE '\\'
                                OR lower(t.credit) LIKE \(pattern) ESCAPE '\\')))
                        """
            }
            return condition
        }
    }

    /// A page of the library, the newest first.
    package static func page(_ tx: Transaction, _ filter: Filter, number: Int, size: Int) throws -> ResultPage<MediaItem> {
        let ids = try tx.all(
            "SELECT m.id FROM media m WHERE \(filter.condition) ORDER BY m.id DESC LIMIT \(size + 1) OFFSET \((number - 1) * size)"
        ) { try $0["id"] as ID<MediaItem> }
        let items = try items(tx, ids)
        return ResultPage(fetched: ids.compactMap { items[$0] }, number: number, size: size)
    }

    /// An edition in which an item stands, as the newsroom has it now or as the public does.
    package struct Use: Sendable {
        package let edition: Edition
        package let headline: String
    }

    /// Where an item stands, the newest first.
    package static func uses(_ tx: Transaction, of id: ID<MediaItem>, limit: Int = 100) throws -> [Use] {
        try tx.all(
            """
            SELECT \(Edition.columns(of: "e")), r.headline FROM editions e JOIN works w ON w.id = e.work_id JOIN revisions r ON r.id = e.head_id
            WHERE w.media_id = \(id) OR EXISTS (SELECT 1 FROM revisions s WHERE s.id IN (e.head_id, e.published_id, e.scheduled_id)
                AND s.body LIKE \(mention(of: id)))
            ORDER BY e.id DESC LIMIT \(limit)
            """
        ) { Use(edition: try Edition($0), headline: try $0["headline"]) }
    }

    /// Whether anything would lack the item if it were deleted: a story, one of its earlier texts, or a collection.
    static func isNeeded(_ tx: Transaction, _ id: ID<MediaItem>) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 WHERE EXISTS (SELECT 1 FROM works WHERE media_id = \(id))
                OR EXISTS (SELECT 1 FROM revisions WHERE body LIKE \(mention(of: id)))
            """)
    }

    /// As the canonical HTML of a story names it.
    private static func mention(of id: ID<MediaItem>) -> String { "%\"media:\(id)\"%" }
}
