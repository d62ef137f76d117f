import Basics
import Foundation
import Markup
import Newsroom
import Storage

/// What the editor's script is told of a story: with its page, and after each save.
struct StoryState: Sendable {
    /// A revision, as "Saved" is said of it.
    static func json(_ revision: Revision) -> JSON {
        .object([
            ("id", .number(Int(revision.id.rawValue))), ("digest", .text(revision.digest.hex)),
            ("savedAt", .text(revision.createdAt.civil().rfc3339)), ("author", .text(revision.author)), ("isNamed", .flag(!revision.isAutosave)),
        ])
    }

    static func json(_ content: Content) -> JSON {
        .object([
            ("headline", .text(content.headline)), ("standfirst", .text(content.standfirst)), ("dateline", .text(content.dateline)),
            ("searchTitle", .text(content.searchTitle)), ("searchDescription", .text(content.searchDescription)),
            ("body", .text(content.body.canonicalHTML)),
        ])
    }

    /// The pictures of the library in a text, by their numbers.
    static func pictures(_ tx: Transaction, _ content: Content, _ language: Language) throws -> JSON {
        let items = try Media.items(tx, content.media)
        return .object(items.keys.sorted().compactMap { id in items[id].flatMap { item in Self.picture(item, language).map { ("\(id)", $0) } } })
    }

    /// Nil for one that cannot be shown yet.
    static func picture(_ item: MediaItem, _ language: Language) -> JSON? {
        guard let address = item.publicAddress else { return nil }
        return .object([
            ("id", .number(Int(item.id.rawValue))), ("src", .text(SitePath.media(address.fileName).text)), ("width", item.width.map { .number($0) }),
            ("height", item.height.map { .number($0) }), ("alt", .text(item.texts[language]?.alt ?? "")),
            ("caption", .text(item.texts[language]?.caption ?? "")),
        ])
    }

    static func notes(_ notes: [StoryNote], _ language: Language) -> JSON { .list(notes.merged().map { .text($0.words[language]) }) }
}

/// A save as the editor's script sends it.
struct SaveRequest: Decodable, Sendable {
    struct Text: Decodable, Sendable {
        let headline: String
        let standfirst: String
        let dateline: String
        let searchTitle: String
        let searchDescription: String
        let body: String
    }

    let base: Int64
    let writer: String
    let sequence: Int
    let named: Bool
    let note: String
    let content: Text

    /// The text, and what of it a story cannot say.
    var submission: (Submission, notes: [StoryNote]) {
        let parsed = StoryParser.html(content.body)
        let content = Content(
            headline: content.headline, standfirst: content.standfirst, dateline: content.dateline, body: parsed.story,
            searchTitle: content.searchTitle, searchDescription: content.searchDescription)
        return (Submission(base: ID(base), writer: writer, sequence: sequence, isNamed: named, note: note, content: content), parsed.notes)
    }
}

struct PresenceRequest: Decodable, Sendable {
    let writer: String
    let isWriting: Bool
    let take: Bool
    /// The window that this one was before the page was loaded anew.
    let formerly: String?
    /// The window is being closed.
    let leaves: Bool?
}
