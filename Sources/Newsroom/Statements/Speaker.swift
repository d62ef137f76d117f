package import Basics
package import Storage

/// Somebody or something that says things in the newsroom's stories: a person, an organisation, a document. One record each.
package struct Speaker: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable, SQLColumn { case person, organisation, document }

    package enum Visibility: String, CaseIterable, Sendable, SQLColumn {
        case listed
        /// Has a page that no list names and no search engine is given.
        case unlisted
        /// Has no page.
        case hidden
    }

    package struct Role: Hashable, Sendable {
        package var language: Language
        package var role: String
        /// Years or days, as far as they are known: `2019`, `2019-04`, `2019-04-04`.
        package var since: String?
        package var until: String?

        package init(language: Language, role: String, since: String? = nil, until: String? = nil) {
            (self.language, self.role, self.since, self.until) = (language, role, since, until)
        }
    }

    /// A spelling that was met, with where; or one that is somebody else's.
    package struct Spelling: Hashable, Sendable {
        package let text: String
        package let isSame: Bool
        package let editionID: ID<Edition>?
        package let seenAt: Instant
    }

    package let id: ID<Speaker>
    package let kind: Kind
    package let slug: Slug
    /// Wikidata's number, as in Q457894.
    package let wikidata: String?
    package let visibility: Visibility
    /// The house form in each language.
    package let names: [Language: String]

    package func name(in language: Language) -> String { names[language] ?? names[language.other] ?? slug.text }

    static let columns: SQL = "s.id, s.kind, s.slug, s.wikidata, s.visibility"

    init(_ row: Row, names: [Language: String]) throws {
        id = try row["id"]
        kind = try row["kind"]
        slug = try row["slug"]
        wikidata = try row["wikidata"]
        visibility = try row["visibility"]
        self.names = names
    }
}
