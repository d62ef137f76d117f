package import Basics
import Storage

extension Media {
    /// Takes in the file at `path`: into the record `id` when there is one, into a new one otherwise. What the file is, its first bytes say.
    ///
    /// The file is copied and stays where it was. Refuses with `invalid` what the newsroom does not take, with `notFound`, and with `conflict`
    /// when the record already has its file.
    ///
    /// `claimed` keeps the workers away from it: whoever gives it develops it.
    package func store(
        _ path: String, fileName: String, into id: ID<MediaItem>? = nil, createdAt: Instant? = nil, claimed: Bool = false
    ) async throws -> ID<MediaItem> {
        let kept = try await onOwnThread { [folder] _ in try folder.keep(path, on: .originals) { try MediaType(sniffing: $0) } }
        return try await database.write { tx in
            let record = try id ?? Media.expect(tx, fileName: fileName, kind: kept.type.kind, sourceURL: nil, createdAt: createdAt)
            try Media.take(tx, kept, into: record, claimed: claimed)
            return record
        }
    }

    /// Writes into an awaited record that its file is there. A worker that has claimed it keeps it: it goes on to develop it.
    static func take(_ tx: Transaction, _ kept: MediaFolder.Kept, into id: ID<MediaItem>, claimed: Bool = false) throws {
        let item = try item(tx, id)
        guard item.state == .awaited || (item.state == .failed && item.digest == nil) else {
            throw Refusal(.conflict, ar: "لهذا السجل ملفه.", en: "This record already has its file.")
        }
        if item.kind == .picture, kept.type.kind != .picture {
            throw Refusal(.invalid, ar: "هذا الملف ليس صورة.", en: "This file is not a picture.", field: "file")
        }
        let lease = claimed ? tx.now.adding(seconds: leaseSeconds) : nil
        try tx.run(
            """
            UPDATE media SET state = 'stored', kind = \(kept.type.kind), digest = \(kept.digest), type = \(kept.type), bytes = \(kept.bytes),
                attempts = \(claimed ? 1 : 0), next_attempt_at = \(lease as Instant?), failure_ar = NULL, failure_en = NULL WHERE id = \(id)
            """)
    }
}
