package import Basics
package import Storage

/// The room of readers' collections. Whose they are is always the actor's to show: what is not hers and not shared does not exist for her.
///
/// Pages of collections are made for each request and never cached, so nothing here tells the outbox.
package enum Collections {
    /// A new collection of the reader's own. Refuses a wrong name with `invalid`, one she has already and the 501st with `conflict`.
    package static func add(
        _ tx: Transaction, name: String, description: String = "", by reader: ID<Reader>, code: Token = Token()
    ) throws -> ID<ReaderCollection> {
        let name = try CollectionLimits.name(name)
        let description = try CollectionLimits.description(description)
        let count: Int = try tx.one("SELECT count(*) AS n FROM collections WHERE reader_id = \(reader) AND kind = 'own'") { try $0["n"] }
        guard count < CollectionLimits.collections else { throw CollectionLimits.tooManyCollections }
        let id = try tx.first(
            """
            INSERT INTO collections (reader_id, code, kind, name, name_key, description, visibility, sorting, created_at)
            VALUES (\(reader), \(code.code), 'own', \(name), \(CollectionLimits.key(of: name)), \(description), 'private', 'newest', \(tx.now))
            ON CONFLICT (reader_id, name_key) WHERE kind = 'own' DO NOTHING RETURNING id
            """
        ) { try $0["id"] as ID<ReaderCollection> }
        guard let id else { throw nameTaken }
        return id
    }

    package static func rename(_ tx: Transaction, _ id: ID<ReaderCollection>, _ name: String, by reader: ID<Reader>) throws {
        let name = try CollectionLimits.name(name)
        let key = CollectionLimits.key(of: name)
        try requireOwn(tx, id, by: reader)
        guard try !tx.exists("SELECT 1 FROM collections WHERE reader_id = \(reader) AND kind = 'own' AND name_key = \(key) AND id <> \(id)") else {
            throw nameTaken
        }
        try tx.run("UPDATE collections SET name = \(name), name_key = \(key) WHERE id = \(id)")
    }

    package static func describe(_ tx: Transaction, _ id: ID<ReaderCollection>, _ description: String, by reader: ID<Reader>) throws {
        try requireOwn(tx, id, by: reader)
        try tx.run("UPDATE collections SET description = \(try CollectionLimits.description(description)) WHERE id = \(id)")
    }

    /// Deletes a collection of the reader's own with all in it.
    package static func remove(_ tx: Transaction, _ id: ID<ReaderCollection>, by reader: ID<Reader>) throws {
        try requireOwn(tx, id, by: reader)
        try tx.run("DELETE FROM collections WHERE id = \(id)")
    }

    // MARK: Whose

    /// The reader's collection of any kind. Refuses with `notFound` when there is none, and in the same words when it is somebody else's.
    package static func find(_ tx: Transaction, _ id: ID<ReaderCollection>, of reader: ID<Reader>) throws -> ReaderCollection {
        let found = try tx.first(
            "SELECT \(ReaderCollection.columns) FROM collections c WHERE c.id = \(id) AND c.reader_id = \(reader)", ReaderCollection.init)
        guard let found else { throw notFound }
        return found
    }

    /// The collection at an address; whether the actor may see it is asked by `view`.
    package static func find(_ tx: Transaction, code: String) throws -> ID<ReaderCollection>? {
        try tx.first("SELECT id FROM collections WHERE code = \(code)") { try $0["id"] }
    }

    /// For what can only be done with collections that have a name of their own.
    static func requireOwn(_ tx: Transaction, _ id: ID<ReaderCollection>, by reader: ID<Reader>) throws {
        guard try find(tx, id, of: reader).kind == .own else {
            throw Refusal(.forbidden, ar: "هذه المجموعة ثابتة لكل قارئ.", en: "Every reader has this collection as it is.")
        }
    }

    static var notFound: Refusal { Refusal(.notFound, ar: "لا توجد هذه المجموعة.", en: "There is no such collection.") }

    private static var nameTaken: Refusal {
        Refusal(.conflict, ar: "لديك مجموعة بهذا الاسم.", en: "You have a collection of this name.", field: "name")
    }
}

extension Token {
    /// A collection's part of an address: 72 bits of it, more than enough to be the only one.
    var code: String { String(text.prefix(12)) }
}
