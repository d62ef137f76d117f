/// The site an export was made of.
package struct WordPressSite: Hashable, Sendable {
    package var title = ""
    package var link = ""
    package var description = ""
    /// As written, such as `ar` or `en-US`.
    package var language = ""
    package var baseSiteURL = ""
    package var baseBlogURL = ""
    /// The version of the format, such as `1.2`; nil when the file does not say.
    package var version: String?
    /// What wrote the file, such as `WordPress/6.4.3` or `https://wordpress.org/?v=5.4.1`.
    package var generator: String?

    package init() {}

    /// Takes over what the children of a channel say and was not known yet; tells whether anything was new.
    mutating func read(_ channel: XMLElement) -> Bool {
        let before = self
        for child in channel.children {
            switch (child.space, child.name) {
            case (.rss, "title"): fill(\.title, child)
            case (.rss, "link"): fill(\.link, child)
            case (.rss, "description"): fill(\.description, child)
            case (.rss, "language"): fill(\.language, child)
            case (.wordpress, "base_site_url"): fill(\.baseSiteURL, child)
            case (.wordpress, "base_blog_url"): fill(\.baseBlogURL, child)
            case (.wordpress, "wxr_version"): version = version ?? child.word
            case (.rss, "generator"): generator = generator ?? child.word
            default: break
            }
        }
        return self != before
    }

    private mutating func fill(_ part: WritableKeyPath<WordPressSite, String>, _ element: XMLElement) {
        if self[keyPath: part].isEmpty { self[keyPath: part] = element.word }
    }
}
