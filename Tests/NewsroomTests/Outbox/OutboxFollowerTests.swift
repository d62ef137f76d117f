import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Following the outbox")
struct OutboxFollowerTests {
    @Test("each event is given once, in order, with its tags", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await append(database, "before")
            var follower = OutboxFollower()
            #expect(try await follower.look(database).map(\.kind) == [])
            #expect(try await follower.look(database).map(\.kind) == [])
            let tags: [CacheTag] = [.work(ID(7)), .section(ID(8)), .topic(ID(9)), .person(ID(1)), .media(ID(2)), .latest(.ar), .face]
            try await append(database, "one", tags: tags)
            try await append(database, "two")
            let events = try await follower.look(database)
            #expect(events.map(\.kind) == ["one", "two"] && events.first?.tags == Set(tags))
            #expect(try await follower.look(database).map(\.kind) == [])
            try await append(database, "three")
            #expect(try await follower.look(database).map(\.kind) == ["three"])
        }
    }

    @Test("an event with a lower number that is kept later is not missed, and none comes twice", arguments: TestEngine.allCases)
    func late(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            var follower = OutboxFollower()
            try await append(database, "first", id: 500)
            #expect(try await follower.look(database).isEmpty)
            for (kind, id) in [("a", 1_400), ("b", 1_399), ("c", 1_401), ("d", 450), ("e", 2_390), ("f", 1_391)] as [(String, Int64)] {
                try await append(database, kind, id: id)
                #expect(try await follower.look(database).map(\.kind) == [kind], "\(id)")
                #expect(try await follower.look(database).isEmpty)
            }
        }
    }

    @Test("an event that was under way at the first look is given at the next", arguments: TestEngine.allCases)
    func underWay(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await append(database, "seen", id: 10)
            var follower = OutboxFollower()
            #expect(try await follower.look(database).isEmpty)
            try await append(database, "late", id: 9)
            #expect(try await follower.look(database).map(\.kind) == ["late"])
        }
    }

    @Test("two followers see the same", arguments: TestEngine.allCases)
    func two(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            var (one, two) = (OutboxFollower(), OutboxFollower())
            _ = try await (one.look(database), two.look(database))
            for number in 1...20 { try await append(database, "event \(number)") }
            #expect(try await one.look(database).count == 20)
            for number in 21...25 { try await append(database, "event \(number)") }
            #expect(try await one.look(database).count == 5)
            #expect(try await two.look(database).map(\.kind) == (1...25).map { "event \($0)" })
        }
    }

    @Test("old events are forgotten, and followers go on", arguments: TestEngine.allCases)
    func forgotten(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            var follower = OutboxFollower()
            _ = try await follower.look(database)
            try await append(database, "old")
            #expect(try await follower.look(database).count == 1)
            clock.advance(seconds: 3_600)
            try await append(database, "new")
            try await database.write { try Outbox.forget($0, before: $0.now) }
            #expect(try await follower.look(database).map(\.kind) == ["new"])
            #expect(try await database.read { try Outbox.events($0, after: 0).map(\.kind) } == ["new"])
        }
    }

    @Test("a tag reads back as it was written, and nothing else is a tag")
    func tags() {
        for tag in [CacheTag.work(ID(1)), .section(ID(2)), .topic(ID(3)), .person(ID(4)), .media(ID(5)), .latest(.en), .face] {
            #expect(CacheTag(text: tag.text) == tag)
        }
        for text in ["", "work", "work:", "work:x", "face:1", "latest:fr", "latest", "other:1"] { #expect(CacheTag(text: text) == nil) }
    }

    private func append(_ database: Database, _ kind: String, tags: [CacheTag] = [.face]) async throws {
        try await database.write { try Outbox.append($0, kind, tags: tags) }
    }

    private func append(_ database: Database, _ kind: String, id: Int64) async throws {
        try await database.write { tx in
            _ = try tx.run("INSERT INTO outbox (id, kind, tags, created_at) VALUES (\(id), \(kind), 'face', \(tx.now))")
        }
    }
}
