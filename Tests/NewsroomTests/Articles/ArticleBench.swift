import Basics
import Markup
import Storage

@testable import Newsroom

/// Articles made for a test in a few words.
enum Draft {
    static func content(_ headline: String, standfirst: String = "", _ text: String = "Text.") -> Content {
        Content(headline: headline, standfirst: standfirst, body: Story([.paragraph(Line([.text(text)]))]))
    }

    /// A private article in draft with one revision.
    static func add(
        _ tx: Transaction, _ headline: String, _ language: Language = .en, kind: Work.Kind = .article, slug: String? = nil, text: String = "Text.",
        standfirst: String = "", section: ID<Section>? = nil, topics: [ID<Topic>] = []
    ) throws -> (work: ID<Work>, edition: ID<Edition>, revision: ID<Revision>) {
        let work = try Articles.add(tx, kind, section: section, topics: topics, tree: try Sections.tree(tx))
        let slug = (slug ?? headline).lowercased().split(separator: " ").joined(separator: "-")
        let added = try Articles.addEdition(
            tx, of: work, kind, language, slug: Slug(trusted: slug), content(headline, standfirst: standfirst, text), author: "ada")
        return (work, added.edition, added.revision)
    }

    /// A published one.
    @discardableResult
    static func publish(
        _ tx: Transaction, _ headline: String, _ language: Language = .en, kind: Work.Kind = .article, text: String = "Text.",
        standfirst: String = "",
        at seconds: Int64 = 1_000, section: ID<Section>? = nil, topics: [ID<Topic>] = []
    ) throws -> (work: ID<Work>, edition: ID<Edition>) {
        let added = try add(tx, headline, language, kind: kind, text: text, standfirst: standfirst, section: section, topics: topics)
        try Articles.publish(tx, added.edition, added.revision, at: Instant(seconds: seconds))
        return (added.work, added.edition)
    }

    static func section(_ tx: Transaction, _ name: String, parent: ID<Section>? = nil) throws -> ID<Section> {
        try Sections.add(tx, parent: parent, names: [.en: LocalName(name: name, slug: Slug(trusted: name.lowercased()))])
    }

    static func topic(_ tx: Transaction, _ name: String) throws -> ID<Topic> {
        try Topics.add(tx, names: [.en: LocalName(name: name, slug: Slug(trusted: name.lowercased()))])
    }

    static func headlines(_ tx: Transaction, _ listing: Listing = .all, _ language: Language = .en) throws -> [String] {
        try Articles.teasers(tx, listing, language, limit: 50).map(\.headline)
    }
}
