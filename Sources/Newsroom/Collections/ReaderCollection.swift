package import Basics
import Storage

/// Works that a reader keeps together.
package struct ReaderCollection: Sendable {
    package enum Kind: String, Sendable, SQLColumn {
        /// Read Later and Favourites, which everyone has: made when first used, and named by the page in its reader's language.
        case later, favourites
        /// What the reader has opened; only when she chose to keep it.
        case history
        case own
    }

    package enum Visibility: String, CaseIterable, Sendable, SQLColumn {
        case `private`
        /// For whoever has the link.
        case unlisted
        case `public`
    }

    package enum Sorting: String, CaseIterable, Sendable, SQLColumn {
        case newest, oldest
        case byHand = "by-hand"
    }

    package let id: ID<ReaderCollection>
    /// Its part of a page's address. Chance, so that it tells nothing; no secret.
    package let code: String
    package let kind: Kind
    /// Empty but for own ones.
    package let name: String
    package let description: String
    package let visibility: Visibility
    package let sorting: Sorting
    package let createdAt: Instant
}

/// Where a reader saves: what everyone has, or a collection of her own.
package enum Shelf: Hashable, Sendable {
    case later, favourites
    case collection(ID<ReaderCollection>)
}

/// A work as it lay in a collection: enough to put it back.
package struct SavedItem: Hashable, Sendable {
    package let work: ID<Work>
    package let note: String
    package let savedAt: Instant
    /// Its place in the order made by hand.
    package let position: Int64

    package init(work: ID<Work>, note: String, savedAt: Instant, position: Int64) {
        self.work = work
        self.note = note
        self.savedAt = savedAt
        self.position = position
    }
}

extension ReaderCollection {
    static let columns: SQL = "c.id, c.code, c.kind, c.name, c.description, c.visibility, c.sorting, c.created_at"

    init(_ row: Row) throws {
        id = try row["id"]
        code = try row["code"]
        kind = try row["kind"]
        name = try row["name"]
        description = try row["description"]
        visibility = try row["visibility"]
        sorting = try row["sorting"]
        createdAt = try row["created_at"]
    }
}
