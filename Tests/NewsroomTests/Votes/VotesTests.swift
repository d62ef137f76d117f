import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Votes")
struct VotesTests {
    @Test("a vote counts, can be turned round and taken back, and the same again changes nothing", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            func cast(_ vote: Vote?) async throws -> Tally { try await database.writeTogether { try Votes.cast($0, work, by: reader, vote) } }
            #expect(try await cast(.up).readers == .init(up: 1))
            #expect(try await cast(.up).readers == .init(up: 1))
            #expect(try await database.read { try Votes.own($0, reader, [work]) } == [work: .up])
            #expect(try await cast(.down).readers == .init(down: 1))
            let tally = try await database.read { try Votes.tally($0, work) }
            #expect((tally.up, tally.down, tally.score) == (0, 1, -1))
            #expect(try await cast(nil).readers == .init())
            #expect(try await cast(nil).readers == .init())
            #expect(try await database.read { try Votes.own($0, reader, [work]) } == [:])
            #expect(try await rows(database) == 0)
        }
    }

    @Test("a voter who asks two hundred times at once has one vote", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            _ = try await atOnce(200) { number in
                try await database.writeTogether { try Votes.cast($0, work, by: reader, number.isMultiple(of: 2) ? .up : .down) }
            }
            #expect(try await rows(database) == 1)
            let tally = try await database.read { try Votes.tally($0, work) }
            #expect(tally.up + tally.down == 1)
            #expect(try await Votes.reconcile(database) == [])
        }
    }

    @Test("no vote is lost among many voters at once, some of whom change their minds", arguments: TestEngine.allCases)
    func crowd(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, _ in
            let readers = try await database.write { try SampleReader.add($0, count: 60) }
            _ = try await atOnce(60) { number in
                for vote in [Vote.down, nil, .up] + (number < 20 ? [nil] : []) {
                    _ = try await database.writeTogether { try Votes.cast($0, work, by: readers[number], vote) }
                }
            }
            #expect(try await database.read { try Votes.tally($0, work) }.readers == .init(up: 40))
            #expect(try await Votes.reconcile(database) == [])
        }
    }

    @Test("a vote is on the work in all its languages", arguments: TestEngine.allCases)
    func languages(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            try await database.write { tx in
                let added = try Articles.addEdition(
                    tx, of: work, .article, .ar, slug: Slug(trusted: "ميناء"), Draft.content("الميناء"), author: "ada")
                try Articles.publish(tx, added.edition, added.revision, at: tx.now)
                let english = try #require(try Articles.editions(tx, of: work).first { $0.language == .en })
                try Articles.withdraw(tx, english.id, reason: "Untrue")
                try Votes.cast(tx, work, by: reader, .up)
            }
            #expect(try await database.read { try Votes.tally($0, work) }.up == 1)
        }
    }

    @Test("who may not vote is told why, and nothing is counted", arguments: TestEngine.allCases)
    func refused(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let (unconfirmed, draft, withdrawn, page) = try await database.write { tx in
                let withdrawn = try Draft.publish(tx, "Untrue")
                try Articles.withdraw(tx, withdrawn.edition, reason: "Untrue")
                return (
                    try SampleReader.add(tx, "new@mail.example", isConfirmed: false), try Draft.add(tx, "Draft").work, withdrawn.work,
                    try Draft.publish(tx, "About", kind: .page).work
                )
            }
            let cases: [(ID<Work>, ID<Reader>, Refusal.Kind)] = [
                (work, unconfirmed, .forbidden), (work, ID(99_999), .unauthenticated), (draft, reader, .notFound), (withdrawn, reader, .gone),
                (page, reader, .notFound), (ID(99_999), reader, .notFound),
            ]
            for (work, reader, kind) in cases {
                let refusal = await #expect(throws: Refusal.self) { try await database.writeTogether { try Votes.cast($0, work, by: reader, .up) } }
                #expect(refusal?.kind == kind)
                #expect(refusal?.words.ar.isEmpty == false)
            }
            #expect(try await rows(database) == 0)
            #expect(try await database.read { try $0.exists("SELECT 1 FROM vote_counts") } == false)
        }
    }

    @Test("an editor closes the voting: what was voted stays, and can be voted on again once open", arguments: TestEngine.allCases)
    func closed(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            try await database.write { tx in
                try Votes.cast(tx, work, by: reader, .up)
                try Votes.close(tx, work)
                try Votes.close(tx, work)
            }
            for vote in [Vote.down, nil] {
                let refusal = await #expect(throws: Refusal.self) { try await database.write { try Votes.cast($0, work, by: reader, vote) } }
                #expect(refusal?.kind == .conflict)
            }
            let tally = try await database.read { try Votes.tally($0, work) }
            #expect(tally.isClosed && tally.up == 1)
            try await database.write { tx in
                try Votes.open(tx, work)
                try Votes.cast(tx, work, by: reader, .down)
            }
            #expect(try await database.read { try Votes.tally($0, work) }.down == 1)
            let told = try await database.read { try Outbox.events($0, after: 0).filter { $0.kind.hasPrefix("votes.") } }
            #expect(told.map(\.kind) == ["votes.closed", "votes.opened"])
            #expect(told.allSatisfy { $0.tags == [.work(work)] })
        }
    }

    @Test("a vote makes no page stale", arguments: TestEngine.allCases)
    func silent(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let before = try await database.read { try Outbox.lastID($0) }
            try await database.write { _ = try Votes.cast($0, work, by: reader, .up) }
            #expect(try await database.read { try Outbox.lastID($0) } == before)
        }
    }

    @Test("a reader who is erased leaves her votes, and no trace of herself in them", arguments: TestEngine.allCases)
    func erased(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let others = try await database.write { try SampleReader.add($0, count: 2) }
            try await database.write { tx in for reader in others + [reader] { try Votes.cast(tx, work, by: reader, .up) } }
            try await database.write { tx in
                try Votes.forget(tx, reader)
                try SampleReader.erase(tx, reader)
                // Another way out than the room's own leaves no name either.
                try SampleReader.erase(tx, others[0])
            }
            #expect(try await database.read { try Votes.tally($0, work) }.up == 3)
            #expect(try await Votes.reconcile(database) == [])
            let nameless = try await database.read {
                try $0.all("SELECT cast_at FROM votes WHERE reader_id IS NULL ORDER BY id") { try $0["cast_at"] as Instant }
            }
            #expect(nameless.count == 2)
            #expect(nameless.contains { $0.milliseconds % 86_400_000 == 0 })
        }
    }

    @Test("a forged counter is found, told and put right", arguments: TestEngine.allCases)
    func forged(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let second = try await database.write { tx in
                let second = try Draft.publish(tx, "Second").work
                try Votes.cast(tx, work, by: reader, .up)
                try Votes.cast(tx, second, by: reader, .up)
                try tx.run("UPDATE vote_counts SET up = 1201 WHERE work_id = \(work)")
                try tx.run("DELETE FROM vote_counts WHERE work_id = \(second)")
                try tx.run("INSERT INTO vote_counts (work_id, origin, up, down) VALUES (\(second), 'guest', 5, 0)")
                return second
            }
            let found = try await Votes.reconcile(database)
            #expect(
                found == [
                    .init(work: work, origin: "reader", counter: .init(up: 1201), rows: .init(up: 1)),
                    .init(work: second, origin: "guest", counter: .init(up: 5), rows: .init()),
                    .init(work: second, origin: "reader", counter: .init(), rows: .init(up: 1)),
                ])
            #expect(try await Votes.reconcile(database) == [])
            #expect(try await database.read { try Votes.tallies($0, [work, second]).mapValues(\.up) } == [work: 1, second: 1])
        }
    }

    private func rows(_ database: Database) async throws -> Int {
        try await database.read { try $0.one("SELECT count(*) AS n FROM votes") { try $0["n"] } }
    }
}

/// Gives `body` a published story and a reader who may vote.
func withStory(_ engine: TestEngine, _ body: (Database, ID<Work>, ID<Reader>) async throws -> Void) async throws {
    try await withDatabase(engine) { database in
        let (work, reader) = try await database.write { (try Draft.publish($0, "Port open").work, try SampleReader.add($0)) }
        try await body(database, work, reader)
    }
}
