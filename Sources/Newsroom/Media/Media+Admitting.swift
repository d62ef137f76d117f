package import Basics
import Storage

extension Media {
    /// The longest file that is taken from a browser, in bytes.
    package static let longestUpload = 64 << 20

    /// Takes in a file that somebody gives, and develops it at once. `write` is given the path of a file of its own to fill, and returns the file's name.
    ///
    /// A file that the library has already comes to the record that there is. Refuses with `invalid` what is no file of a kind that the newsroom takes,
    /// or what the darkroom cannot open; nothing is left of it then.
    package func admit(by actor: ID<Reader>, write: (String) async throws -> String) async throws -> MediaItem {
        try await folder.withWorkFolder { work in
            let file = "\(work)/given"
            let fileName = try await write(file)
            let id = try await store(file, fileName: fileName, claimed: true)
            let stored = try await database.read { try Media.item($0, id) }
            if let digest = stored.digest, let known = try await database.read({ try Media.twin($0, of: id, digest) }) {
                _ = try await database.write { try $0.run("DELETE FROM media WHERE id = \(id)") }
                return known
            }
            do {
                try await develop(stored)
            } catch {
                _ = try await database.write { try $0.run("DELETE FROM media WHERE id = \(id)") }
                if let digest = stored.digest, let type = stored.type { await discard(digest, type) }
                throw Media.refusal(for: error)
            }
            return try await database.write { tx in
                try Audit.append(tx, "media.added", by: actor, on: "media:\(id)", became: fileName)
                return try Media.item(tx, id)
            }
        }
    }

    /// Another record with the same content that is ready.
    static func twin(_ tx: Transaction, of id: ID<MediaItem>, _ digest: Digest) throws -> MediaItem? {
        let found = try tx.first("SELECT id FROM media WHERE digest = \(digest) AND state = 'ready' AND id <> \(id) ORDER BY id LIMIT 1") {
            try $0["id"] as ID<MediaItem>
        }
        return try found.map { try item(tx, $0) }
    }
}
