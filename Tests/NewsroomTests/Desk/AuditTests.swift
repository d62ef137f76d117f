import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The record of what the staff have done")
struct AuditTests {
    @Test("each deed is an entry, by whom and on what, and the chain is whole", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (bench, story) = try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let text = DeskBench.text("Text.", on: try DeskBench.head(tx, story).id, isNamed: true)
                let revision = try DeskBench.saved(try Desk.save(tx, story, text, by: bench.ben))
                try Desk.move(tx, story, to: .inReview, by: bench.ben)
                try Desk.move(tx, story, to: .ready, by: bench.ada)
                try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, by: bench.ada)
                try Desk.withdraw(tx, story, reason: "Untrue.", by: bench.ada)
                return (bench, story)
            }
            let entries = try await database.read { try Audit.newest($0, on: "edition:\(story)") }
            #expect(
                entries.reversed().map(\.action) == [
                    "edition.begun", "edition.saved", "edition.moved", "edition.moved", "edition.published", "edition.withdrawn",
                ])
            #expect(entries.first?.actor == bench.ada.id && entries.first?.became == "Untrue." && entries.last?.actor == bench.ben.id)
            let verdict = try await database.read { try Audit.verify($0) }
            #expect(verdict == .whole(entries: 6, head: entries.first?.digest))
        }
    }

    @Test("an entry's digest is of all that stands before it: the same deed behind another one has another digest", arguments: TestEngine.allCases)
    func chained(engine: TestEngine) async throws {
        var digests: [Digest] = []
        for first in ["edition.begun", "edition.saved", "edition.begun"] {
            try await withDatabase(engine) { database in
                digests.append(
                    try await database.write { tx in
                        try Audit.append(tx, first, by: nil, on: "edition:1")
                        try Audit.append(tx, "edition.moved", by: nil, on: "edition:1")
                        return try #require(try Audit.newest(tx).first).digest
                    })
            }
        }
        #expect(digests[0] == digests[2] && digests[0] != digests[1])
    }

    @Test("a deed that is undone is not told", arguments: TestEngine.allCases)
    func undone(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            struct Stop: Error {}
            await #expect(throws: Stop.self) {
                try await database.write { tx in
                    _ = try DeskBench(tx).begin(tx)
                    throw Stop()
                }
            }
            let verdict = try await database.read { try Audit.verify($0) }
            #expect(verdict == .whole(entries: 0, head: nil))
        }
    }

    @Test("whatever is changed, taken out or put elsewhere breaks the chain where it is", arguments: TestEngine.allCases)
    func tampered(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let reader = try await database.write { tx in try DeskBench(tx).ben.id }
            try await database.write { tx in
                for number in 1...40 { try Audit.append(tx, "edition.saved", by: reader, on: "edition:\(number)", was: "a", became: "b\(number)") }
            }
            let changes: [SQL] = [
                "UPDATE audit SET became = 'c' WHERE number = 17", "UPDATE audit SET was = 'ab', became = '' WHERE number = 17",
                "UPDATE audit SET actor = NULL WHERE number = 17", "UPDATE audit SET created_at = created_at + 1 WHERE number = 17",
                "UPDATE audit SET subject = 'edition:18' WHERE number = 17", "UPDATE audit SET action = 'edition.begun' WHERE number = 17",
                "DELETE FROM audit WHERE number = 17",
                "UPDATE audit SET became = (SELECT became FROM audit WHERE number = 18) WHERE number = 17",
            ]
            for change in changes {
                struct Undo: Error {}
                await #expect(throws: Undo.self) {
                    try await database.write { tx in
                        try tx.run(change)
                        #expect(try Audit.verify(tx) == .broken(at: 17), "\(change.text(for: .sqlite))")
                        throw Undo()
                    }
                }
            }
            let verdict = try await database.read { try Audit.verify($0) }
            #expect(verdict != .broken(at: 17))
        }
    }

    @Test("appended by many at once, the chain has no gap and no fork", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            _ = try await atOnce(40) { number in
                for _ in 0..<20 {
                    do {
                        return try await database.write { try Audit.append($0, "site.frozen", by: nil, on: "site", became: "\(number)") }
                    } catch is Refusal {}
                }
            }
            guard case .whole(let entries, _) = try await database.read({ try Audit.verify($0) }) else {
                Issue.record("the chain is broken")
                return
            }
            #expect(entries == 40)
        }
    }
}
