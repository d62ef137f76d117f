package import Basics
package import Storage

extension Media {
    /// The items of these identities, in three statements however many there are; an identity without a record is left out.
    package static func items(_ tx: Transaction, _ ids: some Collection<ID<MediaItem>>) throws -> [ID<MediaItem>: MediaItem] {
        let wanted = Array(Set(ids))
        guard !wanted.isEmpty else { return [:] }
        var items: [ID<MediaItem>: MediaItem] = [:]
        try tx.forEach("SELECT \(MediaItem.columns) FROM media WHERE id IN \(list: wanted)") { row in
            let item = try MediaItem(row)
            items[item.id] = item
        }
        try tx.forEach("SELECT media_id, language, alt, caption, credit FROM media_texts WHERE media_id IN \(list: wanted)") { row in
            items[try row["media_id"]]?.texts[try row["language"]] = MediaTexts(
                alt: try row["alt"], caption: try row["caption"], credit: try row["credit"])
        }
        try tx.forEach(
            "SELECT media_id, \(MediaVariant.columns) FROM media_variants WHERE media_id IN \(list: wanted) ORDER BY media_id, format, width"
        ) { row in items[try row["media_id"]]?.variants.append(try MediaVariant(row)) }
        return items
    }

    /// Refuses with `notFound`.
    package static func item(_ tx: Transaction, _ id: ID<MediaItem>) throws -> MediaItem {
        guard let item = try items(tx, [id])[id] else {
            throw Refusal(.notFound, ar: "لا يوجد ملف بهذا الرقم.", en: "There is no file of this number.")
        }
        return item
    }

    /// How many items there are in each state, for the desk and `doctor`.
    package static func counts(_ tx: Transaction) throws -> [MediaItem.State: Int] {
        let pairs = try tx.all("SELECT state, count(*) AS items FROM media GROUP BY state") { row in
            (try row["state"] as MediaItem.State, try row["items"] as Int)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    /// Files that are not ready for a fault of theirs, the latest first, with what is wrong.
    package static func failures(_ tx: Transaction, limit: Int) throws -> [(fileName: String, reason: Phrase)] {
        try tx.all(
            "SELECT file_name, failure_ar, failure_en FROM media WHERE failure_en IS NOT NULL AND state <> 'ready' ORDER BY id DESC LIMIT \(limit)"
        ) { (try $0["file_name"], Phrase(ar: try $0["failure_ar"], en: try $0["failure_en"])) }
    }
}

extension MediaItem.Kind: SQLColumn {}
extension MediaItem.State: SQLColumn {}
extension MediaType: SQLColumn {}
extension MediaVariant.Format: SQLColumn {}

extension MediaItem {
    static let columns: SQL = """
        id, kind, state, file_name, source_url, type, digest, bytes, width, height, focal_x, focal_y, licence, failure_ar, failure_en, created_at, credentials
        """

    init(_ row: Row) throws {
        let failureAr: String? = try row["failure_ar"]
        let failureEn: String? = try row["failure_en"]
        self.init(
            id: try row["id"], kind: try row["kind"], state: try row["state"], fileName: try row["file_name"], sourceURL: try row["source_url"],
            type: try row["type"], digest: try row["digest"], bytes: try row["bytes"], width: try row["width"], height: try row["height"],
            focalPoint: FocalPoint(trustedX: try row["focal_x"], y: try row["focal_y"]), licence: try row["licence"],
            failure: failureEn.map { Phrase(ar: failureAr ?? $0, en: $0) }, createdAt: try row["created_at"],
            credentials: (try row["credentials"] as String?).flatMap(ContentCredentials.init(text:)), texts: [:], variants: [])
    }
}

extension MediaVariant {
    static let columns: SQL = "format, width, height, bytes, digest"

    init(_ row: Row) throws {
        self.init(
            format: try row["format"], width: try row["width"], height: try row["height"], bytes: try row["bytes"], digest: try row["digest"])
    }
}
