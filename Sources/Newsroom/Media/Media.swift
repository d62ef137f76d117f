package import Basics
package import Storage

/// The media library. What only reads or writes records works on a transaction, so that other rooms can compose it;
/// what touches files or the network takes the room itself.
package struct Media: Sendable {
    let database: Database
    package let folder: MediaFolder
    package let darkroom: Darkroom
    package let door: OutboundDoor

    package init(_ database: Database, folder: MediaFolder, darkroom: Darkroom = Darkroom(), door: OutboundDoor) {
        self.database = database
        self.folder = folder
        self.darkroom = darkroom
        self.door = door
    }

    /// Records a file that is still to be fetched from `sourceURL`, or given later by `store`.
    package static func expect(
        _ tx: Transaction, fileName: String, kind: MediaItem.Kind, sourceURL: String?, createdAt: Instant? = nil
    ) throws -> ID<MediaItem> {
        try tx.one(
            """
            INSERT INTO media (kind, state, file_name, source_url, created_at)
            VALUES (\(kind), 'awaited', \(fileName), \(sourceURL as String?), \(createdAt ?? tx.now)) RETURNING id
            """
        ) { try $0["id"] }
    }

    /// Sets what is said about an item in one language. Refuses with `notFound`.
    package static func setTexts(_ tx: Transaction, _ id: ID<MediaItem>, _ language: Language, _ texts: MediaTexts) throws {
        try require(tx, id)
        try tx.run(
            """
            INSERT INTO media_texts (media_id, language, alt, caption, credit)
            VALUES (\(id), \(language), \(texts.alt), \(texts.caption), \(texts.credit))
            ON CONFLICT (media_id, language) DO UPDATE SET alt = excluded.alt, caption = excluded.caption, credit = excluded.credit
            """)
        try changed(tx, id)
    }

    /// Refuses with `notFound`.
    package static func setFocalPoint(_ tx: Transaction, _ id: ID<MediaItem>, _ point: FocalPoint) throws {
        try require(tx, id)
        try tx.run("UPDATE media SET focal_x = \(point.x), focal_y = \(point.y) WHERE id = \(id)")
        try changed(tx, id)
    }

    /// Under what terms the item may be shown. Refuses with `notFound`.
    package static func setLicence(_ tx: Transaction, _ id: ID<MediaItem>, _ licence: String) throws {
        try require(tx, id)
        try tx.run("UPDATE media SET licence = \(licence) WHERE id = \(id)")
        try changed(tx, id)
    }

    /// Puts a failed item back in the queue, from its address or its original. Refuses with `notFound`, and with `conflict` unless it had failed.
    package static func retry(_ tx: Transaction, _ id: ID<MediaItem>) throws {
        try require(tx, id)
        let rows = try tx.run(
            """
            UPDATE media SET state = CASE WHEN digest IS NULL THEN 'awaited' ELSE 'stored' END, attempts = 0, next_attempt_at = NULL,
                failure_ar = NULL, failure_en = NULL WHERE id = \(id) AND state = 'failed'
            """)
        guard rows == 1 else { throw Refusal(.conflict, ar: "لم يفشل هذا الملف.", en: "This file has not failed.") }
    }

    private static func require(_ tx: Transaction, _ id: ID<MediaItem>) throws {
        guard try tx.exists("SELECT 1 FROM media WHERE id = \(id)") else {
            throw Refusal(.notFound, ar: "لا يوجد ملف بهذا الرقم.", en: "There is no file of this number.")
        }
    }

    private static func changed(_ tx: Transaction, _ id: ID<MediaItem>) throws {
        try Outbox.append(tx, "media.changed", tags: [.media(id)])
    }
}
