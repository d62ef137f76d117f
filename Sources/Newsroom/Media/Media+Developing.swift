import Basics
import Storage

extension Media {
    /// Makes a stored item ready: a picture by its variants, anything else by giving it an address. Throws a `MediaFailure` or what the disk says.
    func develop(_ item: MediaItem) async throws {
        guard let digest = item.digest, let type = item.type else { return }
        if item.kind == .picture {
            if try await database.write({ try Media.adopt($0, item.id, digest) }) { return }
            let made = try await print(digest, type)
            try await database.write { tx in
                try Media.hang(tx, item.id, made.variants)
                try Media.finish(tx, item.id, width: made.width, height: made.height)
            }
        } else {
            try await onOwnThread { [folder] _ in try folder.publish(digest, type) }
            try await database.write { try Media.finish($0, item.id, width: nil, height: nil) }
        }
    }

    /// The variants of a picture, each on its shelf and on disk.
    private func print(_ digest: Digest, _ type: MediaType) async throws -> (width: Int, height: Int, variants: [MediaVariant]) {
        try await folder.withWorkFolder { work in
            let development = try await darkroom.develop(folder.original(digest, type), as: type, in: work)
            let variants = try await onOwnThread { [folder] _ in
                try development.prints.map { print in
                    let kept = try folder.keep(print.path, on: .variants) { _ in print.format.type }
                    return MediaVariant(format: print.format, width: print.width, height: print.height, bytes: kept.bytes, digest: kept.digest)
                }
            }
            return (development.width, development.height, variants)
        }
    }

    /// Takes over the variants of another record with the same content; false when there is none that is ready.
    private static func adopt(_ tx: Transaction, _ id: ID<MediaItem>, _ digest: Digest) throws -> Bool {
        guard let twin = try twin(tx, of: id, digest) else { return false }
        try hang(tx, id, twin.variants)
        try finish(tx, id, width: twin.width, height: twin.height)
        return true
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

    /// The item can be shown: pages that have been waiting for it are made again.
    private static func finish(_ tx: Transaction, _ id: ID<MediaItem>, width: Int?, height: Int?) throws {
        try tx.run(
            """
            UPDATE media SET state = 'ready', width = \(width as Int?), height = \(height as Int?), attempts = 0, next_attempt_at = NULL,
                failure_ar = NULL, failure_en = NULL WHERE id = \(id)
            """)
        try Outbox.append(tx, "media.ready", tags: [.media(id)])
    }
}
