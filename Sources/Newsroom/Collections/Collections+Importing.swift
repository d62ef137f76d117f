import Basics
import Storage

/// Collections of old sites: a voter's of that site until she signs up here, and then her own.
extension Collections {
    struct Imported: Sendable {
        let kind: ReaderCollection.Kind
        let name: String
        let description: String
        let visibility: ReaderCollection.Visibility
        let createdAt: Instant?
    }

    /// Makes the collection. Its name is numbered where its owner, if she is a reader here, has another of that name.
    static func take(_ tx: Transaction, _ collection: Imported, of voter: ImportedVoter, code: Token = Token()) throws -> ID<ReaderCollection> {
        if let reader = voter.readerID, collection.kind != .own { return try standing(tx, collection.kind, of: reader) }
        let name = try voter.readerID.map { try freeName(tx, collection.name, of: $0) } ?? collection.name
        return try tx.one(
            """
            INSERT INTO collections (reader_id, voter_id, code, kind, name, name_key, description, visibility, sorting, created_at)
            VALUES (\(voter.readerID), \(voter.readerID == nil ? voter.id : nil), \(code.code), \(collection.kind), \(name),
                \(CollectionLimits.key(of: name)), \(collection.description), \(collection.visibility), 'newest', \(collection.createdAt ?? tx.now))
            RETURNING id
            """
        ) { try $0["id"] }
    }

    /// Puts right what a later export tells otherwise. False when it has a reader here now: then hers is what counts.
    static func correct(_ tx: Transaction, _ id: ID<ReaderCollection>, _ collection: Imported) throws -> Bool {
        try tx.run(
            """
            UPDATE collections SET name = \(collection.name), name_key = \(CollectionLimits.key(of: collection.name)),
                description = \(collection.description), visibility = \(collection.visibility)
            WHERE id = \(id) AND voter_id IS NOT NULL
            """) == 1
    }

    /// Puts in a work that was saved on the old site. False when it is there already.
    static func take(_ tx: Transaction, _ work: ID<Work>, into id: ID<ReaderCollection>, at moment: Instant) throws -> Bool {
        try put(tx, SavedItem(work: work, note: "", savedAt: moment, position: try top(tx, id)), into: id)
    }

    /// Makes a voter's collections the reader's own. What is in her old Read Later joins what is in the one she has here: returns which went into which.
    static func adopt(
        _ tx: Transaction, _ voter: ID<ImportedVoter>, by reader: ID<Reader>
    ) throws -> [(old: ID<ReaderCollection>, new: ID<ReaderCollection>)] {
        var merged: [(old: ID<ReaderCollection>, new: ID<ReaderCollection>)] = []
        let collections = try tx.all(
            "SELECT \(ReaderCollection.columns) FROM collections c WHERE c.voter_id = \(voter) ORDER BY c.id", ReaderCollection.init)
        for collection in collections {
            guard collection.kind == .own else {
                let own = try standing(tx, collection.kind, of: reader)
                try merge(tx, collection.id, into: own)
                merged.append((collection.id, own))
                continue
            }
            let name = try freeName(tx, collection.name, of: reader)
            try tx.run(
                """
                UPDATE collections SET reader_id = \(reader), voter_id = NULL, name = \(name), name_key = \(CollectionLimits.key(of: name))
                WHERE id = \(collection.id)
                """)
        }
        return merged
    }

    private static func merge(_ tx: Transaction, _ old: ID<ReaderCollection>, into id: ID<ReaderCollection>) throws {
        try tx.run(
            """
            UPDATE collection_items SET collection_id = \(id) WHERE collection_id = \(old)
                AND work_id NOT IN (SELECT own.work_id FROM collection_items own WHERE own.collection_id = \(id))
            """)
        try tx.run("DELETE FROM collections WHERE id = \(old)")
    }

    private static func freeName(_ tx: Transaction, _ name: String, of reader: ID<Reader>) throws -> String {
        var (free, number) = (name, 1)
        while try tx.exists(
            "SELECT 1 FROM collections WHERE reader_id = \(reader) AND kind = 'own' AND name_key = \(CollectionLimits.key(of: free))")
        {
            number += 1
            let tail = " (\(number))"
            free = String(String.UnicodeScalarView(name.unicodeScalars.prefix(CollectionLimits.name - tail.count))) + tail
        }
        return free
    }
}
