package import Basics
package import Storage

extension Media {
    /// The longest file that is taken from a browser, in bytes.
    package static let longestUpload = 64 << 20

    /// Takes in a file that somebody gives, and develops it at once. `write` is given the path of a file of its own to fill.
    ///
    /// A picture that the library has already comes to the record that there is. Refuses with `invalid` what is no file of a kind that the newsroom takes,
    /// or what the darkroom cannot open; nothing is left of it then.
    package func admit(_ fileName: String, by actor: ID<Reader>, write: (String) async throws -> Void) async throws -> MediaItem {
        try await folder.withWorkFolder { work in
            let file = "\(work)/given"
            try await write(file)
            let id = try await store(file, fileName: fileName, claimed: true)
            let stored = try await database.read { try Media.item($0, id) }
            if let digest = stored.digest, let known = try await database.read({ try Media.twin($0, of: id, digest) }) {
                try await database.write { try $0.run("DELETE FROM media WHERE id = \(id)") }
                return known
            }
            do {
                try await develop(stored)
            } catch {
                try await database.write { try $0.run("DELETE FROM media WHERE id = \(id)") }
                if let digest = stored.digest, let type = stored.type { folder.removeOriginal(digest, type) }
                guard let failure = MediaFailure(error) else { throw error }
                throw Refusal(.invalid, ar: failure.words.ar, en: failure.words.en, field: "file")
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

    /// Pictures of the library by words of what is said about them or of their file's name, the newest first.
    package static func find(_ tx: Transaction, words: String, limit: Int = 60) throws -> [MediaItem] {
        var condition: SQL = "m.kind = 'picture' AND m.state = 'ready'"
        for word in words.split(whereSeparator: \.isWhitespace).prefix(6) {
            let pattern = Board.pattern(String(word))
            condition =
                condition
                    + """
                     AND (lower(m.file_name) LIKE \(pattern) ESCAPE '\\' OR EXISTS (SELECT 1 FROM media_texts t WHERE t.media_id = m.id
                        AND (lower(t.alt) LIKE \(pattern) ESCAPE '\\' OR lower(t.caption) LIKE \(pattern) ESCAPE '\\')))
                    """
        }
        let ids = try tx.all("SELECT m.id FROM media m WHERE \(condition) ORDER BY m.id DESC LIMIT \(limit)") { try $0["id"] as ID<MediaItem> }
        let items = try items(tx, ids)
        return ids.compactMap { items[$0] }
    }
}
