package import Basics

/// One item of an export: a post, a page, an attachment, a menu entry or what else plugins keep as posts.
package struct WordPressItem: Hashable, Sendable {
    /// Its place among the items of the file, counted from 1 and over all documents of a zip.
    package var number: Int
    /// The line of the document on which it begins.
    package var line: Int

    package var id: Int64?
    /// `post`, `page`, `attachment`, `nav_menu_item` …
    package var type = "post"
    /// `publish`, `draft`, `pending`, `private`, `future`, `inherit`, `trash` …; `draft` when the file does not say.
    package var status = "draft"
    package var title = ""
    package var link = ""
    package var guid = ""
    /// The author's login.
    package var creator = ""
    package var content = ""
    package var excerpt = ""
    package var slug = WordPressSlug("")
    /// When it was, or is to be, published; see `WordPressClock.moment` for what stands in for a missing date. Nil when no date was given.
    package var date: Instant?
    package var modified: Instant?
    /// The dates in UTC just as written: nil for `0000-00-00 00:00:00`, which drafts have.
    package var dateGMT: Instant?
    package var modifiedGMT: Instant?
    package var parentID: Int64?
    package var menuOrder = 0
    /// Nil when anybody may read it.
    package var password: String?
    package var isSticky = false
    /// Whether comments may be written.
    package var takesComments = false
    package var attachmentURL: String?
    package var categories: [WordPressCategory] = []
    /// In the order of the file; a key may come more than once.
    package var meta: [WordPressMeta] = []
    package var comments: [WordPressComment] = []

    package init(number: Int, line: Int) {
        self.number = number
        self.line = line
    }

    /// The first value of a custom field.
    package func meta(_ key: String) -> String? { meta.first { $0.key == key }?.value }
}
