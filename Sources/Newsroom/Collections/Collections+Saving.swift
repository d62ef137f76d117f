package import Basics
package import Storage

extension Collections {
    /// Puts the work into a collection, at the top; one that is in it already stays as it is. Returns where it is now, and whether it is new there.
    ///
    /// Refuses with `notFound` a collection that is not the reader's and a work that is not published, `gone` a withdrawn one, `conflict` the 5,001st.
    @discardableResult
    package static func save(
        _ tx: Transaction, _ work: ID<Work>, in shelf: Shelf, by reader: ID<Reader>
    ) throws -> (collection: ID<ReaderCollection>, isNew: Bool) {
        try Articles.requirePublished(tx, work)
        let id = try collection(tx, shelf, of: reader)
        return (id, try put(tx, SavedItem(work: work, note: "", savedAt: tx.now, position: try top(tx, id)), into: id))
    }

    /// Takes the work out. Returns how it lay there, for `restore`; nil when it was not in it.
    @discardableResult
    package static func unsave(_ tx: Transaction, _ work: ID<Work>, from shelf: Shelf, by reader: ID<Reader>) throws -> SavedItem? {
        let id = try collection(tx, shelf, of: reader)
        return try tx.first(
            "DELETE FROM collection_items WHERE collection_id = \(id) AND work_id = \(work) RETURNING work_id, note, saved_at, position"
        ) { SavedItem(work: try $0["work_id"], note: try $0["note"], savedAt: try $0["saved_at"], position: try $0["position"]) }
    }

    /// Puts back what was taken out: to its place, with its note and its time, also when the work was withdrawn meanwhile. What a browser has kept for us
    /// may say anything: a note too long is refused, a place or time out of bounds is today's top.
    package static func restore(_ tx: Transaction, _ item: SavedItem, to shelf: Shelf, by reader: ID<Reader>) throws {
        let wasPublic: SQL =
            "SELECT 1 FROM editions WHERE work_id = \(item.work) AND kind = \(Work.Kind.article) AND visibility IN ('published', 'withdrawn')"
        guard try tx.exists(wasPublic) else { throw Refusal(.notFound, ar: "لا يوجد هذا الخبر.", en: "There is no such story.") }
        let id = try collection(tx, shelf, of: reader)
        let isInBounds = item.position.magnitude < UInt64(lastPosition)
        _ = try put(
            tx,
            SavedItem(
                work: item.work, note: try CollectionLimits.note(item.note), savedAt: min(max(item.savedAt, Instant(milliseconds: 0)), tx.now),
                position: isInBounds ? item.position : try top(tx, id)), into: id)
    }

    /// What the reader notes on a work in her collection, for herself: nobody else is shown it.
    package static func setNote(_ tx: Transaction, _ note: String, on work: ID<Work>, in id: ID<ReaderCollection>, by reader: ID<Reader>) throws {
        _ = try find(tx, id, of: reader)
        let note = try CollectionLimits.note(note)
        guard try tx.run("UPDATE collection_items SET note = \(note) WHERE collection_id = \(id) AND work_id = \(work)") == 1 else { throw notInIt }
    }

    // MARK: The one Save control

    /// What the Save control offers: Read Later and Favourites once they are in use, then her own by name; and which of them hold the work.
    package static func choices(
        _ tx: Transaction, _ work: ID<Work>, of reader: ID<Reader>
    ) throws -> [(collection: ReaderCollection, holds: Bool)] {
        try tx.all(
            """
            SELECT \(ReaderCollection.columns),
                (SELECT count(*) FROM collection_items i WHERE i.collection_id = c.id AND i.work_id = \(work)) AS holds
            FROM collections c WHERE c.reader_id = \(reader) AND c.kind <> 'history'
            ORDER BY CASE c.kind WHEN 'later' THEN 0 WHEN 'favourites' THEN 1 ELSE 2 END, c.name_key
            """
        ) { (try ReaderCollection($0), try $0["holds"]) }
    }

    /// Which of the reader's collections hold each of these works; history is none to save to. A work in none is left out.
    package static func holding(_ tx: Transaction, _ works: [ID<Work>], of reader: ID<Reader>) throws -> [ID<Work>: Set<ID<ReaderCollection>>] {
        try tx.all(
            """
            SELECT i.work_id, i.collection_id FROM collections c JOIN collection_items i ON i.collection_id = c.id
            WHERE c.reader_id = \(reader) AND c.kind <> 'history' AND i.work_id IN \(list: works)
            """
        ) { (try $0["work_id"] as ID<Work>, try $0["collection_id"] as ID<ReaderCollection>) }
        .reduce(into: [:]) { held, pair in held[pair.0, default: []].insert(pair.1) }
    }

    // MARK: Rows

    /// The collection of a shelf; what everyone has is made at its first use. The index decides who was first.
    private static func collection(_ tx: Transaction, _ shelf: Shelf, of reader: ID<Reader>) throws -> ID<ReaderCollection> {
        switch shelf {
        case .collection(let id):
            guard try find(tx, id, of: reader).kind != .history else { throw notFound }
            return id
        case .later: return try standing(tx, .later, of: reader)
        case .favourites: return try standing(tx, .favourites, of: reader)
        }
    }

    static func standing(_ tx: Transaction, _ kind: ReaderCollection.Kind, of reader: ID<Reader>, code: Token = Token()) throws -> ID<
        ReaderCollection
    > {
        try tx.run(
            """
            INSERT INTO collections (reader_id, code, kind, name, name_key, visibility, sorting, created_at)
            VALUES (\(reader), \(code.code), \(kind), '', '', 'private', 'newest', \(tx.now))
            ON CONFLICT (reader_id, kind) WHERE kind <> 'own' DO NOTHING
            """)
        return try tx.one("SELECT id FROM collections WHERE reader_id = \(reader) AND kind = \(kind)") { try $0["id"] }
    }

    /// True when it was not there: the constraint decides, whoever else saves it at the same moment.
    static func put(_ tx: Transaction, _ item: SavedItem, into id: ID<ReaderCollection>) throws -> Bool {
        let isNew =
            try tx.run(
                """
                INSERT INTO collection_items (collection_id, work_id, position, note, saved_at)
                VALUES (\(id), \(item.work), \(item.position), \(item.note), \(item.savedAt)) ON CONFLICT (collection_id, work_id) DO NOTHING
                """) == 1
        guard isNew else { return false }
        let count: Int = try tx.one("SELECT count(*) AS n FROM collection_items WHERE collection_id = \(id)") { try $0["n"] }
        guard count <= CollectionLimits.items else { throw CollectionLimits.tooManyItems }
        return true
    }

    static var notInIt: Refusal {
        Refusal(.notFound, ar: "هذا الخبر ليس في المجموعة.", en: "This story is not in the collection.")
    }
}
