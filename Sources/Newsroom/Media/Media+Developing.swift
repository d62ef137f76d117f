import Basics
import Storage

extension Media {
    /// What a file comes to that is to be shown.
    struct Made: Sendable {
        var size: (width: Int, height: Int)?
        var variants: [MediaVariant] = []
        var provenance = Provenance()
    }

    /// Makes a stored item ready: a picture by its variants, anything else by giving it an address. Throws a `MediaFailure` or what the disk says.
    func develop(_ item: MediaItem) async throws {
        guard let digest = item.digest, let type = item.type else { return }
        if item.kind == .picture, try await database.write({ try Media.adopt($0, item.id, digest) }) { return }
        let made = try await make(digest, type)
        try await database.write { try Media.finish($0, item.id, made) }
    }

    /// The variants of a picture, each on its shelf and on disk, and what it says of itself; anything else as it is, where it is served from.
    func make(_ digest: Digest, _ type: MediaType) async throws -> Made {
        guard type.kind == .picture else {
            try await onOwnThread { [folder] _ in try folder.publish(digest, type) }
            return Made()
        }
        return try await folder.withWorkFolder { work in
            let original = folder.original(digest, type)
            let development = try await darkroom.develop(original, as: type, in: work)
            let variants = try await onOwnThread { [folder] _ in
                try development.prints.map { print in
                    let kept = try folder.keep(print.path, on: .variants) { _ in print.format.type }
                    return MediaVariant(format: print.format, width: print.width, height: print.height, bytes: kept.bytes, digest: kept.digest)
                }
            }
            return Made(
                size: (development.width, development.height), variants: variants,
                provenance: try await darkroom.provenance(of: original, as: type, in: work))
        }
    }

    /// Takes over the variants of another record with the same content; false when there is none that is ready.
    private static func adopt(_ tx: Transaction, _ id: ID<MediaItem>, _ digest: Digest) throws -> Bool {
        guard let twin = try twin(tx, of: id, digest) else { return false }
        let size = twin.width.flatMap { width in twin.height.map { (width, $0) } }
        try finish(tx, id, Made(size: size, variants: twin.variants, provenance: Provenance(credentials: twin.credentials)))
        return true
    }

    /// Puts a file that was taken in and made ready in the place of an item's own.
    static func exchange(_ tx: Transaction, _ item: MediaItem, _ kept: MediaFolder.Kept, _ fileName: String, _ made: Made) throws {
        try tx.run(
            """
            UPDATE media SET digest = \(kept.digest), type = \(kept.type), bytes = \(kept.bytes), file_name = \(fileName), source_url = NULL
            WHERE id = \(item.id)
            """)
        try finish(tx, item.id, made)
    }

    private static func hang(_ tx: Transaction, _ id: ID<MediaItem>, _ variants: [MediaVariant]) throws {
        try tx.run("DELETE FROM media_variants WHERE media_id = \(id)")
        for variant in variants {
            try tx.run(
                """
                INSERT INTO media_variants (media_id, format, width, height, bytes, digest)
                VALUES (\(id), \(variant.format), \(variant.width), \(variant.height), \(variant.bytes), \(variant.digest))
                """)
        }
    }

    /// The item can be shown: pages that have been waiting for it are made again. What it says of itself stands where nobody has said anything.
    private static func finish(_ tx: Transaction, _ id: ID<MediaItem>, _ made: Made) throws {
        try hang(tx, id, made.variants)
        try tx.run(
            """
            UPDATE media SET state = 'ready', width = \(made.size?.width), height = \(made.size?.height), attempts = 0, next_attempt_at = NULL,
                failure_ar = NULL, failure_en = NULL, credentials = \(made.provenance.credentials?.text),
                licence = CASE WHEN licence = '' THEN \(made.provenance.rights) ELSE licence END WHERE id = \(id)
            """)
        for (language, texts) in made.provenance.texts {
            try tx.run(
                """
                INSERT INTO media_texts (media_id, language, alt, caption, credit) VALUES (\(id), \(language), '', \(texts.caption), \(texts.credit))
                ON CONFLICT (media_id, language) DO UPDATE
                    SET caption = CASE WHEN media_texts.caption = '' THEN excluded.caption ELSE media_texts.caption END,
                        credit = CASE WHEN media_texts.credit = '' THEN excluded.credit ELSE media_texts.credit END
                """)
        }
        try Outbox.append(tx, "media.ready", tags: [.media(id)])
    }
}
