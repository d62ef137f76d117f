package import Basics

/// A reader's comment. The address it was sent from stands in the export and is never read.
package struct WordPressComment: Hashable, Sendable {
    package enum Approval: String, Hashable, Sendable {
        case approved = "1"
        case waiting = "0"
        case spam
        case trash
    }

    package var id: Int64?
    package var author = ""
    package var email = ""
    package var url = ""
    package var date: Instant?
    package var content = ""
    package var approval = Approval.waiting
    /// Empty or `comment` for a comment; `pingback`, `trackback` or a plugin's own.
    package var type = ""
    package var parentID: Int64?
    package var userID: Int64?

    init(_ element: XMLElement, clock: WordPressClock) {
        var (local, utc) = ("", "")
        for child in element.children where child.space == .wordpress {
            switch child.name {
            case "comment_id": id = Int64(child.word)
            case "comment_author": author = child.word
            case "comment_author_email": email = child.word
            case "comment_author_url": url = child.word
            case "comment_date": local = child.word
            case "comment_date_gmt": utc = child.word
            case "comment_content": content = child.text
            // Trashed with its post: `post-trashed`.
            case "comment_approved": approval = child.word == "post-trashed" ? .trash : Approval(rawValue: child.word) ?? .waiting
            case "comment_type": type = child.word
            case "comment_parent": parentID = Int64(child.word).flatMap { $0 == 0 ? nil : $0 }
            case "comment_user_id": userID = Int64(child.word).flatMap { $0 == 0 ? nil : $0 }
            default: break
            }
        }
        date = clock.moment(utc: utc, local: local, published: "")
    }
}
