import Markup

/// What of an edition is searched, with its letters folded.
struct SearchDocument: Sendable {
    let headline: String
    let standfirst: String
    let body: String

    /// A longer text is indexed by its beginning: PostgreSQL holds one megabyte of different words, with the place of each, and no more.
    static let longestBody = 300_000
    static let longestBodyInBytes = 500_000

    init(_ content: Content) {
        headline = SearchText.folded(content.headline)
        standfirst = SearchText.folded(content.standfirst)
        body = Self.beginning(of: SearchText.folded(String(content.body.plainText.prefix(Self.longestBody))))
    }

    private static func beginning(of folded: String) -> String {
        guard folded.utf8.count > longestBodyInBytes else { return folded }
        let cut = String(decoding: folded.utf8.prefix(longestBodyInBytes), as: UTF8.self)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.startIndex)])
    }
}
