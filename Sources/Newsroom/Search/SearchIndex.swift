import Basics
import Markup
import Storage

/// Keeps the index to what the public may read.
enum SearchIndex {
    /// A longer text is indexed by its beginning: PostgreSQL holds one megabyte of different words, with the place of each, and no more.
    static let longestBody = 300_000
    static let longestBodyInBytes = 500_000

    /// Indexes the edition by `content`, or takes it out of the index when nil. Pages such as the privacy policy are found too.
    static func update(_ tx: Transaction, _ edition: Edition, _ content: Content?) throws {
        guard let content else {
            try tx.run("DELETE FROM search_documents WHERE id = \(edition.id)")
            return
        }
        let body = beginning(of: SearchText.folded(String(content.body.plainText.prefix(longestBody))))
        let (headline, standfirst) = (SearchText.folded(content.headline), SearchText.folded(content.standfirst))
        try tx.run(
            """
            INSERT INTO search_documents (id, language, headline, standfirst, body)
            VALUES (\(edition.id), \(edition.language), \(headline), \(standfirst), \(body))
            ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, standfirst = excluded.standfirst, body = excluded.body
            """)
    }

    private static func beginning(of folded: String) -> String {
        guard folded.utf8.count > longestBodyInBytes else { return folded }
        let cut = String(decoding: folded.utf8.prefix(longestBodyInBytes), as: UTF8.self)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.startIndex)])
    }
}
