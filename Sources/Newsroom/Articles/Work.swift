package import Basics
package import Markup
import Storage

/// A story or a page, whatever languages it is told in.
package struct Work: Sendable {
    package enum Kind: String, CaseIterable, Sendable, SQLColumn {
        case article, page
    }

    package let id: ID<Work>
    package let kind: Kind
    /// The one section it belongs to before all others.
    package let sectionID: ID<Section>?
    /// The lead picture.
    package let mediaID: ID<MediaItem>?
    package let isPinned: Bool
}

/// A work in one language: its own address, text, byline, states and revisions.
package struct Edition: Sendable {
    /// How far the desk has come with it.
    package enum Workflow: String, Sendable, SQLColumn {
        case draft
        case inReview = "in-review"
        case ready
    }

    /// What the public sees of it, whatever the desk does meanwhile.
    package enum Visibility: String, Sendable, SQLColumn {
        case `private`, scheduled, published, withdrawn
    }

    package let id: ID<Edition>
    package let workID: ID<Work>
    package let language: Language
    package let slug: Slug
    package let workflow: Workflow
    package let visibility: Visibility
    package let publishedAt: Instant?
    /// When readers last got something new.
    package let updatedAt: Instant?
    package let withdrawnAt: Instant?
    package let withdrawalReason: String?
    /// The newest revision, and the one the public sees.
    package let headID: ID<Revision>?
    package let publishedID: ID<Revision>?
    /// When `scheduledID` is to come before the public; over a published edition, in place of what stands there.
    package let scheduledAt: Instant?
    package let scheduledID: ID<Revision>?
    /// When the edition goes away from the public by itself.
    package let hiddenAt: Instant?
    /// Before this moment nobody but the newsroom may have it.
    package let embargoUntil: Instant?
    /// What of the original a translation has taken in.
    package let originalID: ID<Revision>?
}

/// What a revision says.
package struct Content: Hashable, Sendable {
    package var headline: String
    package var standfirst: String
    package var dateline: String
    package var body: Story
    /// What search engines are given instead of the headline, when not empty.
    package var searchTitle: String
    package var searchDescription: String

    /// The pictures in the text that are in the library.
    package var media: Set<ID<MediaItem>> {
        Set(body.pictures.compactMap { picture in if case .media(let id) = picture.source { ID(id) } else { nil } })
    }

    package init(
        headline: String, standfirst: String = "", dateline: String = "", body: Story, searchTitle: String = "", searchDescription: String = ""
    ) {
        self.headline = headline
        self.standfirst = standfirst
        self.dateline = dateline
        self.body = body
        self.searchTitle = searchTitle
        self.searchDescription = searchDescription
    }
}

/// One state of an edition's text. It never changes; its digest covers what it says and its parent's digest.
package struct Revision: Sendable {
    package let id: ID<Revision>
    package let editionID: ID<Edition>
    package let parentID: ID<Revision>?
    package let digest: Digest
    package let createdAt: Instant
    package let author: String
    /// Whose account saved it, while there is one.
    package let authorID: ID<Reader>?
    package let note: String
    /// Whether it was saved by itself, and may be thinned out.
    package let isAutosave: Bool
    /// The window of the desk that saved it, and the number of the save there.
    let writer: String?
    let sequence: Int?
    package let content: Content
}
