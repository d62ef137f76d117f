import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Topics")
struct TopicsTests {
    @Test("a work's topics keep the order they were given in, each once", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let names = try await database.write { tx in
                let (one, two, three) = (try Draft.topic(tx, "One"), try Draft.topic(tx, "Two"), try Draft.topic(tx, "Three"))
                let work = try Draft.publish(tx, "Port", topics: [two, one, two]).work
                try Articles.addTopics(tx, work, [one, three])
                return try Topics.of(tx, work).compactMap { $0.names[.en]?.name }
            }
            #expect(names == ["Two", "One", "Three"])
        }
    }

    @Test("a topic is found by its address in a language, and told of when it is named", arguments: TestEngine.allCases)
    func find(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let id = try await database.write { try Draft.topic($0, "Port") }
            #expect(try await database.read { try Topics.find($0, .en, slug: Slug(trusted: "port"))?.id } == id)
            #expect(try await database.read { try Topics.find($0, .ar, slug: Slug(trusted: "port"))?.id } == nil)
            #expect(try await database.read { try Outbox.events($0, after: 0).map(\.tags) } == [[.topic(id)]])
        }
    }
}
