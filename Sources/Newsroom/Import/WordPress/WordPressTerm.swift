/// A category, a tag or a term of any other taxonomy; plugins keep languages, translations and bylines in such terms.
package struct WordPressTerm: Hashable, Sendable {
    package var id: Int64?
    /// `category`, `post_tag`, or the name a plugin gave.
    package var taxonomy = ""
    package var slug = WordPressSlug("")
    package var name = ""
    package var parent: WordPressSlug?
    package var description = ""
    package var meta: [WordPressMeta] = []

    /// Nil for an element that is no category, tag or term of WordPress.
    init?(_ element: XMLElement) {
        guard element.space == .wordpress else { return nil }
        switch element.name {
        case "category": taxonomy = "category"
        case "tag": taxonomy = "post_tag"
        case "term": break
        default: return nil
        }
        for child in element.children where child.space == .wordpress { read(child) }
        if name.isEmpty { name = slug.text }
    }

    private mutating func read(_ child: XMLElement) {
        switch child.name {
        case "term_id": id = Int64(child.word)
        case "term_taxonomy": taxonomy = child.word
        case "term_slug", "category_nicename", "tag_slug": slug = WordPressSlug(child.word)
        case "term_name", "cat_name", "tag_name": name = child.word
        case "term_parent", "category_parent": parent = child.word.isEmpty || child.word == "0" ? nil : WordPressSlug(child.word)
        case "term_description", "category_description", "tag_description": description = child.text
        case "termmeta": meta.append(WordPressMeta(child))
        default: break
        }
    }
}
