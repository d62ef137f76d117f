package import Basics
package import Storage

extension Articles {
    /// The story at an address that readers can read; nil when there is none, and all that is to be known is which it is.
    package static func publishedWork(_ tx: Transaction, _ language: Language, slug: Slug) throws -> ID<Work>? {
        try tx.first(
            """
            SELECT work_id FROM editions WHERE kind = \(Work.Kind.article) AND language = \(language) AND slug = \(slug)
                AND visibility = \(Edition.Visibility.published)
            """
        ) { try $0["work_id"] }
    }

    /// Lets pass only a story that readers can read in some language, for what readers do with it. Refuses with `gone` one that was withdrawn, and with
    /// `notFound` all else, whether it is a draft or nothing at all.
    package static func requirePublished(_ tx: Transaction, _ work: ID<Work>) throws {
        let states = try tx.all("SELECT visibility FROM editions WHERE work_id = \(work) AND kind = \(Work.Kind.article)") {
            try $0["visibility"] as Edition.Visibility
        }
        if states.contains(.published) { return }
        guard states.contains(.withdrawn) else {
            throw Refusal(.notFound, ar: "لا يوجد هذا الخبر.", en: "There is no such story.")
        }
        throw Refusal(.gone, ar: "سُحب هذا الخبر.", en: "This story was withdrawn.")
    }

    /// An address that the story has in public, or had before it was withdrawn; nil for one that has none that may be told.
    package static func publicName(_ tx: Transaction, of work: ID<Work>) throws -> (language: Language, slug: Slug)? {
        try tx.first(
            """
            SELECT language, slug FROM editions
            WHERE work_id = \(work) AND kind = \(Work.Kind.article) AND visibility IN ('published', 'withdrawn')
            ORDER BY visibility, language LIMIT 1
            """
        ) { (try $0["language"], try $0["slug"]) }
    }
}
