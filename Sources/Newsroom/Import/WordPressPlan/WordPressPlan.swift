import Basics
import Markup

/// What is to become of one item, worked out from the item and the site's terms alone, before the database is asked.
struct WordPressPlan: Sendable {
    enum Outcome: Sendable {
        case edition(PlannedEdition)
        case attachment(PlannedAttachment)
        case person(PlannedPerson)
        /// In the old site's bin: not taken in, and taken away from readers if it was.
        case binned(Phrase)
        case skip(Phrase)
    }

    let place: ImportReport.Place
    /// The item's type, and its number and GUID on its site: by these a second import knows it.
    let kind: String
    let sourceID: String
    /// Over all that the item says.
    let digest: Digest
    let outcome: Outcome
    /// What of the item could not be taken as it was.
    let notes: [Phrase]
}

extension WordPressPlan.Outcome {
    /// Why nothing is done about the item; nil when something is.
    func reasonToSkip(isKnown: Bool) -> Phrase? {
        switch self {
        case .skip(let reason): reason
        case .binned(let reason): isKnown ? nil : reason
        case .edition, .attachment, .person: nil
        }
    }
}

struct PlannedEdition: Sendable {
    let kind: Work.Kind
    let language: Language
    /// The translation group it belongs to, as the plugin names it.
    let group: String?
    let slug: Slug
    /// Pictures of the text stand as `media:-7` for attachment 7 until their records are known.
    let manuscript: Manuscript
    /// What is searched of it, when it is published.
    let document: SearchDocument?
    let state: State
    let publishedAt: Instant?
    let updatedAt: Instant?
    let isPinned: Bool
    let primaryCategory: TermKey?
    let categories: [TermKey]
    let tags: [TermKey]
    let authors: [PlannedPerson]
    let featuredAttachment: Int64?
    let guid: String?
    let oldPaths: [String]
    let comments: [WordPressComment]

    enum State: Sendable {
        case published, scheduled
        case hidden(Edition.Workflow)

        var isPublished: Bool { if case .published = self { true } else { false } }
    }
}

struct PlannedAttachment: Sendable {
    let id: Int64
    let url: String?
    let kind: MediaItem.Kind
    let fileName: String
    /// Below the uploads folder.
    let relativePath: String?
    let language: Language
    let texts: MediaTexts
    let createdAt: Instant?
    let oldPaths: [String]
}

struct PlannedPerson: Sendable, Hashable {
    /// The login: by it a second import knows the person.
    let login: String
    let name: String
    let biography: String
    let email: String?
}

/// A category or tag by its taxonomy and address.
struct TermKey: Hashable, Sendable {
    let taxonomy: String
    let slug: String
    let name: String

    static func == (a: TermKey, b: TermKey) -> Bool { a.taxonomy == b.taxonomy && a.slug == b.slug }

    func hash(into hasher: inout Hasher) {
        hasher.combine(taxonomy)
        hasher.combine(slug)
    }
}
