package import Basics
package import Storage

extension Media {
    /// Says where an awaited file is to be fetched from, once that is known. A file that is here already stays as it is.
    package static func locate(_ tx: Transaction, _ id: ID<MediaItem>, url: String, kind: MediaItem.Kind, fileName: String) throws {
        try tx.run(
            """
            UPDATE media SET source_url = \(url), kind = \(kind), file_name = \(fileName)
            WHERE id = \(id) AND state = 'awaited' AND (source_url IS NULL OR source_url <> \(url))
            """)
    }

    /// Whether it is known where the file is to be fetched from.
    static func isLocated(_ tx: Transaction, _ id: ID<MediaItem>) throws -> Bool {
        try tx.exists("SELECT 1 FROM media WHERE id = \(id) AND source_url IS NOT NULL")
    }
}
