package import Basics

/// What an import did, adding up to the last item: `items` = `created` + `updated` + `unchanged` + `skipped`.
package struct ImportReport: Sendable {
    /// Where something stands in what was imported.
    package struct Place: Sendable {
        package let file: String
        package let line: Int?
        package let item: Int?
        package let id: String?
        package let title: String

        package init(file: String, line: Int? = nil, item: Int? = nil, id: String? = nil, title: String = "") {
            self.file = file
            self.line = line
            self.item = item
            self.id = id
            self.title = title
        }
    }

    package struct Entry: Sendable {
        package enum Kind: String, Sendable {
            /// Not taken in, as it is no story: a menu, a setting of a plugin.
            case skipped
            /// Not taken in, for a fault of the file.
            case lost
            /// Taken in, but for what the note says.
            case note
            /// Something about the file that lost nothing.
            case warning
        }

        package let kind: Kind
        package let place: Place
        package let reason: Phrase

        package init(_ kind: Kind, _ place: Place, _ reason: Phrase) {
            self.kind = kind
            self.place = place
            self.reason = reason
        }
    }

    package var items = 0
    package var created = 0
    package var updated = 0
    package var unchanged = 0
    package var skipped = 0
    /// How many of `skipped` were for a fault of the file.
    package var lost = 0
    /// Losses of the file that are no item's: a header that could not be read, an end that is missing.
    package var damages = 0
    /// Whether the file itself, or its rest, was refused.
    package var wasRefused = false
    package var sections = 0
    package var topics = 0
    package var people = 0
    package var redirects = 0
    package var comments = 0
    package var pictures = 0

    package init() {}

    /// Whether every item is accounted for.
    package var reconciles: Bool { items == created + updated + unchanged + skipped }

    /// Whether the file lost something.
    package var hasFaults: Bool { lost > 0 || damages > 0 || wasRefused }
}
