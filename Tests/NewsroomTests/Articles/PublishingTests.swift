import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Publishing")
struct PublishingTests {
    @Test("a published edition is in the lists, in search, and told of", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (work, edition) = try await database.write { try Draft.publish($0, "Port open") }
            #expect(try await seen(database) == Seen(listed: ["Port open"], found: 1))
            #expect(try await last(database) == Told(kind: "edition.published", tags: [.work(work), .latest(.en)]))
            let view = try #require(try await database.read { tx in try Articles.edition(tx, edition).flatMap { try Articles.view(tx, $0) } })
            #expect(view.content.headline == "Port open" && view.edition.publishedAt == Instant(seconds: 1_000))
        }
    }

    @Test("a draft is nowhere", arguments: TestEngine.allCases)
    func draft(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { _ = try Draft.add($0, "Port open") }
            #expect(try await seen(database) == Seen(listed: [], found: 0))
        }
    }

    @Test("a revision above the published one is not shown until it is published itself", arguments: TestEngine.allCases)
    func revision(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.publish($0, "Port open").edition }
            let revision = try #require(try await database.write { try Articles.revise($0, edition, Draft.content("Port shut"), author: "ben") })
            #expect(try await seen(database) == Seen(listed: ["Port open"], found: 1))
            try await database.write {
                try Articles.publish($0, edition, revision, at: Instant(seconds: 1_000), updated: Instant(seconds: 2_000))
            }
            #expect(try await seen(database) == Seen(listed: ["Port shut"], found: 1))
            let old = try await database.read { try Search.find($0, SearchQuery("open"), [.en], number: 1, size: 5).items.count }
            #expect(old == 0)
        }
    }

    @Test("a withdrawn edition leaves the lists and search, keeps its reason, and stays readable for its address", arguments: TestEngine.allCases)
    func withdrawn(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (work, edition) = try await database.write { try Draft.publish($0, "Port open") }
            try await database.write { try Articles.withdraw($0, edition, reason: "Untrue") }
            #expect(try await seen(database) == Seen(listed: [], found: 0))
            #expect(try await last(database) == Told(kind: "edition.withdrawn", tags: [.work(work), .latest(.en)]))
            let now = try #require(try await database.read { try Articles.edition($0, edition) })
            #expect((now.visibility, now.withdrawalReason, now.workflow) == (.withdrawn, "Untrue", .ready))
            #expect(now.withdrawnAt == FixedClock().now)
        }
    }

    @Test("what is not published cannot be withdrawn", arguments: TestEngine.allCases)
    func notPublished(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.add($0, "Port open").edition }
            try await database.write { try Articles.withdraw($0, edition, reason: "Untrue") }
            #expect(try await database.read { try Articles.edition($0, edition)?.visibility } == .private)
            #expect(try await last(database)?.kind != "edition.withdrawn")
        }
    }

    @Test("a hidden edition is gone from lists and search, and comes back by publishing", arguments: TestEngine.allCases)
    func hidden(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.publish($0, "Port open").edition }
            try await database.write { try Articles.unpublish($0, edition, workflow: .inReview) }
            #expect(try await seen(database) == Seen(listed: [], found: 0))
            let now = try #require(try await database.read { try Articles.edition($0, edition) })
            #expect((now.visibility, now.workflow) == (.private, .inReview))
            let newest = try #require(try await database.read { try Articles.newest($0, of: edition) })
            try await database.write { try Articles.publish($0, edition, newest.id, at: Instant(seconds: 1_000)) }
            #expect(try await seen(database) == Seen(listed: ["Port open"], found: 1))
        }
    }

    @Test("a scheduled edition is ready and not public", arguments: TestEngine.allCases)
    func scheduled(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.add($0, "Port open").edition }
            try await database.write { try Articles.schedule($0, edition, at: Instant(seconds: 9_000)) }
            let now = try #require(try await database.read { try Articles.edition($0, edition) })
            #expect((now.visibility, now.workflow) == (.scheduled, .ready))
            #expect(try await seen(database) == Seen(listed: [], found: 0))
            #expect(try await last(database)?.kind == "edition.scheduled")
        }
    }

    @Test("a static page stands at the foot of every page, and in no list of stories", arguments: TestEngine.allCases)
    func page(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let work = try await database.write { try Draft.publish($0, "Port privacy", kind: .page).work }
            #expect(try await seen(database) == Seen(listed: [], found: 1))
            #expect(try await database.read { try Articles.pages($0, .en).map(\.title) } == ["Port privacy"])
            #expect(try await last(database)?.tags == [.work(work), .latest(.en), .face])
        }
    }

    @Test("an event is known if and only if its transaction is kept", arguments: TestEngine.allCases)
    func undone(engine: TestEngine) async throws {
        struct Undone: Error {}
        try await withDatabase(engine) { database in
            await #expect(throws: Undone.self) {
                try await database.write { tx in
                    try Draft.publish(tx, "Port open")
                    throw Undone()
                }
            }
            let told = try await last(database)
            #expect(told == nil)
            #expect(try await seen(database) == Seen(listed: [], found: 0))
        }
    }

    @Test("the index holds the words of what is published, and no other's", arguments: TestEngine.allCases)
    func index(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            func indexed() async throws -> [String] {
                try await database.read { tx in
                    try tx.all("SELECT e.slug FROM search_documents d JOIN editions e ON e.id = d.id ORDER BY d.id") { try $0["slug"] }
                }
            }
            let edition = try await database.write { try Draft.publish($0, "Port open").edition }
            #expect(try await indexed() == ["port-open"])
            try await database.write { try Articles.withdraw($0, edition, reason: "Untrue") }
            #expect(try await indexed() == [])
            try await database.write { tx in
                let other = try Draft.publish(tx, "City").edition
                try Articles.unpublish(tx, other)
                _ = try Draft.add(tx, "Draft")
            }
            #expect(try await indexed() == [])
        }
    }

    private struct Seen: Equatable {
        let listed: [String]
        let found: Int
    }

    private struct Told: Equatable {
        let kind: String
        let tags: Set<CacheTag>
    }

    private func seen(_ database: Database) async throws -> Seen {
        try await database.read { tx in
            Seen(listed: try Draft.headlines(tx), found: try Search.find(tx, SearchQuery("port"), [.en], number: 1, size: 5).items.count)
        }
    }

    private func last(_ database: Database) async throws -> Told? {
        try await database.read { tx in try Outbox.events(tx, after: 0).last.map { Told(kind: $0.kind, tags: $0.tags) } }
    }
}
