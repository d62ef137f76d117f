package import Basics
import Markup
package import Storage

/// A published article or page with all that its page shows.
package struct ArticleView: Sendable {
    package let work: Work
    package let edition: Edition
    package let content: Content
    package let byline: [Person]
    package let topics: [Topic]
    package let picture: MediaItem?
    /// The pictures in the text.
    package let pictures: [ID<MediaItem>: MediaItem]
    /// This work's edition in the other language, when it is published.
    package let translation: Edition?
    package let checkAlso: [Teaser]
    /// What was put right in it, the newest first.
    package let corrections: [Correction]
    /// How many texts of it the public has seen.
    package let publications: Int
}

extension Articles {
    /// Everything on the page of an edition, with the text that the public sees, or with `revision`; nil when it has no published text.
    package static func view(_ tx: Transaction, _ edition: Edition, showing revision: Revision? = nil) throws -> ArticleView? {
        guard let work = try work(tx, edition.workID), let revision = try revision ?? published(tx, of: edition.id) else { return nil }
        let pictures = try Media.items(tx, revision.content.media.union([work.mediaID].compactMap(\.self)))
        let topics = try Topics.of(tx, work.id)
        let byline = try People.bylines(tx, of: [edition.id])[edition.id] ?? []
        let others = try editions(tx, of: work.id).filter { $0.language != edition.language && $0.visibility == .published }
        return ArticleView(
            work: work, edition: edition, content: revision.content, byline: byline, topics: topics,
            picture: work.mediaID.flatMap { pictures[$0] }, pictures: pictures, translation: others.first,
            checkAlso: work.kind == .article
                ? try CheckAlso.choose(tx, for: work, in: edition.language, topics: topics.map(\.id), byline: byline.map(\.id)) : [],
            corrections: try Corrections.of(tx, edition.id), publications: try Publications.newest(tx, of: edition.id)?.number ?? 0)
    }
}
