import Linguistics
import Markup

/// What of an edition is searched, with its letters folded.
struct SearchDocument: Sendable {
    let headline: String
    let standfirst: String
    let body: String

    /// A longer text is indexed by its beginning.
    static let longestBody = 300_000
    static let longestBodyInBytes = 500_000

    init(_ content: Content) {
        self.init(headline: content.headline, standfirst: content.standfirst, body: content.body.plainText)
    }

    /// Of plain texts.
    init(headline: String, standfirst: String, body: String) {
        self.headline = SearchText.folded(headline)
        self.standfirst = SearchText.folded(standfirst)
        self.body = Self.beginning(of: SearchText.folded(String(body.prefix(Self.longestBody))))
    }

    /// What it takes in memory.
    var bytes: Int { headline.utf8.count + standfirst.utf8.count + body.utf8.count }

    private static func beginning(of folded: String) -> String {
        guard folded.utf8.count > longestBodyInBytes else { return folded }
        let cut = String(decoding: folded.utf8.prefix(longestBodyInBytes), as: UTF8.self)
        return String(cut[..<(cut.lastIndex(of: " ") ?? cut.startIndex)])
    }
}
