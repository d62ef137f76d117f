import Basics
import Foundation

/// What a path says of an article: `/en/articles/harbour`, or a page of its own below that, as in `/en/articles/harbour/vote`.
struct ArticleAddress: Sendable {
    let language: Language
    let slug: Slug
    /// The last part of the path; nil for the article itself.
    let page: String?

    /// Nil for any other path.
    init?(_ path: String) {
        let parts = path.utf8.split(separator: UInt8(ascii: "/")).map(Substring.init)
        guard (3...4).contains(parts.count), parts[1] == "articles", let language = Language(rawValue: String(parts[0])),
            let text = parts[2].utf8.contains(UInt8(ascii: "%")) ? String(parts[2]).removingPercentEncoding : String(parts[2]),
            let slug = Slug(exactly: text)
        else { return nil }
        self.language = language
        self.slug = slug
        page = parts.count == 4 ? String(parts[3]) : nil
    }
}
