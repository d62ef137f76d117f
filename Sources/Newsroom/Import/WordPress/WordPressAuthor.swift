/// An account that wrote something on the site. Exports of version 1.0 have none: there an item's creator is all that is known.
package struct WordPressAuthor: Hashable, Sendable {
    package var id: Int64?
    package var login = ""
    package var email = ""
    package var displayName = ""
    package var firstName = ""
    package var lastName = ""

    package init(login: String) { self.login = login }

    init(_ element: XMLElement) {
        for child in element.children where child.space == .wordpress {
            switch child.name {
            case "author_id": id = Int64(child.word)
            case "author_login": login = child.word
            case "author_email": email = child.word
            case "author_display_name": displayName = child.word
            case "author_first_name": firstName = child.word
            case "author_last_name": lastName = child.word
            default: break
            }
        }
    }
}
