/// A term that an item is filed under.
package struct WordPressCategory: Hashable, Sendable {
    /// The taxonomy: `category`, `post_tag`, `language`, `author`, `post_format` …
    package let domain: String
    package let nicename: WordPressSlug
    package let name: String

    package init(domain: String, nicename: WordPressSlug, name: String) {
        self.domain = domain
        self.nicename = nicename
        self.name = name
    }

    init(_ element: XMLElement) {
        let domain = element.attribute("domain") ?? "category"
        // Version 1.0 says `tag` where later ones say `post_tag`.
        self.init(domain: domain == "tag" ? "post_tag" : domain, nicename: WordPressSlug(element.attribute("nicename") ?? ""), name: element.word)
    }

    /// Each once, in order. Version 1.0 writes every one twice, first without its nicename: that one goes where the other is there.
    static func distinct(_ all: [WordPressCategory]) -> [WordPressCategory] {
        struct Filing: Hashable {
            let domain: String, name: String
        }
        let named = Set(all.filter { !$0.nicename.isEmpty }.map { Filing(domain: $0.domain, name: $0.name) })
        var seen: Set<WordPressCategory> = []
        return all.filter { category in
            if category.nicename.isEmpty, named.contains(Filing(domain: category.domain, name: category.name)) { return false }
            return seen.insert(category).inserted
        }
    }
}
