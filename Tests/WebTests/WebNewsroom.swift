import Basics
import Foundation
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

/// A small newsroom with two editions of one story, served in process.
struct WebNewsroom: Sendable {
    let newsroom: Newsroom
    let site: Site
    let politics: ID<Section>
    let work: ID<Work>
    let english: ID<Edition>
    let clock: FixedClock

    static let story = "<p>The quay was handed over on Sunday.</p><h2>What comes next</h2><p>Nobody said.</p>"

    /// Gives `body` the newsroom and a client of its site.
    static func serve(
        _ engine: TestEngine = .sqlite, face: String = "timezone: Africa/Tripoli\n",
        _ body: @escaping @Sendable (WebNewsroom, SiteClient) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            try Data(face.utf8).write(to: folder.appendingPathComponent(Face.fileName))
            try await withLocation(engine, migrated: false) { location in
                let clock = FixedClock()
                let newsroom = try await Newsroom(folder: folder.path, location: location, clock: { clock.now })
                let made = try await make(newsroom, clock)
                try await body(made, SiteClient(responder: FrontResponder(made.site)))
                try await newsroom.database.close()
            }
        }
    }

    private static func make(_ newsroom: Newsroom, _ clock: FixedClock) async throws -> WebNewsroom {
        let site = try Site(
            newsroom, origin: "https://news.example", cacheBytes: 4 << 20, keys: .sample)
        let (politics, work, english) = try await newsroom.database.write { tx in
            let politics = try Sections.add(
                tx,
                names: [
                    .en: LocalName(name: "Politics", slug: Slug(trusted: "politics")), .ar: LocalName(name: "سياسة", slug: Slug(trusted: "سياسة")),
                ])
            let tree = try Sections.tree(tx)
            let topic = try Topics.add(tx, names: [.en: LocalName(name: "Harbour", slug: Slug(trusted: "harbour"))])
            let work = try Articles.add(tx, .article, section: politics, topics: [topic], tree: tree)
            let person = try People.add(tx, slug: Slug(trusted: "salma"), names: [.en: Person.Name(name: "Salma al-Khatib")])
            let english = try add(tx, work, .en, "quay-handed-over", "Quay handed over", story)
            try Articles.setByline(tx, english, [person])
            _ = try add(tx, work, .ar, "تسليم-الرصيف", "تسليم الرصيف", "<p>سُلِّم الرصيف يوم الأحد.</p>")
            return (politics, work, english)
        }
        return WebNewsroom(newsroom: newsroom, site: site, politics: politics, work: work, english: english, clock: clock)
    }

    /// Adds a published edition.
    static func add(
        _ tx: Transaction, _ work: ID<Work>, _ language: Language, _ slug: String, _ headline: String, _ html: String, kind: Work.Kind = .article
    ) throws -> ID<Edition> {
        let content = Content(headline: headline, standfirst: "", body: StoryParser.html(html).story)
        let added = try Articles.addEdition(tx, of: work, kind, language, slug: Slug(trusted: slug), content, author: "test")
        try Articles.publish(tx, added.edition, added.revision, at: tx.now)
        return added.edition
    }

    /// Adds a published English story of its own work.
    func addStory(_ slug: String, _ headline: String) async throws {
        try await newsroom.database.write { [politics] tx in
            let work = try Articles.add(tx, .article, section: politics, tree: try Sections.tree(tx))
            _ = try Self.add(tx, work, .en, slug, headline, Self.story)
        }
    }

    /// Does what the running server does five times a second.
    func refresh(_ follower: inout OutboxFollower) async throws {
        for event in try await follower.look(newsroom.database) { site.cache.invalidate(event.tags) }
    }
}
