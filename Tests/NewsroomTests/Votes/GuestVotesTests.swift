import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Votes of guests")
struct GuestVotesTests {
    private let guest = Token().digest

    @Test("a guest's vote is counted apart, once, and can be taken back", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, _ in
            _ = try await atOnce(50) { [guest] _ in
                try await database.writeTogether { try Votes.cast($0, work, byGuest: guest, .up, voters: .everyone) }
            }
            let tally = try await database.read { try Votes.tally($0, work) }
            #expect(tally.guests == .init(up: 1) && tally.up == 0 && tally.score == 0)
            let own = try await database.read { [guest] tx in try Votes.own(tx, guest: guest, [work]) }
            #expect(own == [work: .up])
            try await database.write { [guest] tx in _ = try Votes.cast(tx, work, byGuest: guest, nil, voters: .everyone) }
            #expect(try await database.read { try Votes.tally($0, work) }.guests == .init())
        }
    }

    @Test("a newsroom that has not turned them on takes none", arguments: TestEngine.allCases)
    func off(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, _ in
            let guest = guest
            let refusal = await #expect(throws: Refusal.self) {
                try await database.write { try Votes.cast($0, work, byGuest: guest, .up, voters: Face.plain.voters) }
            }
            #expect(refusal?.kind == .unauthenticated)
            let face = try Face(yaml: "voters: everyone\n", file: "newsroom.yaml")
            #expect(face.voters == .everyone)
        }
    }

    @Test("when a guest logs in her votes become her own, and what she had voted herself stays", arguments: TestEngine.allCases)
    func adopted(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let second = try await database.write { [guest] tx in
                let second = try Draft.publish(tx, "Second").work
                try Votes.cast(tx, work, by: reader, .down)
                for work in [work, second] { try Votes.cast(tx, work, byGuest: guest, .up, voters: .everyone) }
                try Votes.adopt(tx, guest: guest, by: reader)
                try Votes.adopt(tx, guest: guest, by: reader)
                return second
            }
            let tallies = try await database.read { try Votes.tallies($0, [work, second]) }
            #expect(tallies[work]?.readers == .init(down: 1) && tallies[second]?.readers == .init(up: 1))
            #expect(tallies.values.allSatisfy { $0.guests == .init() })
            #expect(try await database.read { try Votes.own($0, reader, [work, second]) } == [work: .down, second: .up])
            #expect(try await Votes.reconcile(database) == [])
        }
    }

    @Test("until her address is confirmed they stay a guest's", arguments: TestEngine.allCases)
    func unconfirmed(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, _ in
            try await database.write { [guest] tx in
                let new = try SampleReader.add(tx, "new@mail.example", isConfirmed: false)
                try Votes.cast(tx, work, byGuest: guest, .up, voters: .everyone)
                try Votes.adopt(tx, guest: guest, by: new)
            }
            let tally = try await database.read { try Votes.tally($0, work) }
            #expect(tally.guests == .init(up: 1) && tally.readers == .init())
        }
    }
}
