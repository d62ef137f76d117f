import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Who is in a story")
struct PresencesTests {
    @Test("the first to come holds it; a colleague sees who, and can take it over; whoever goes gives it up", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (bench, story) = try await database.write { tx in
                let bench = try DeskBench(tx)
                return (bench, try bench.begin(tx))
            }
            func note(_ writer: String, _ reader: Reader, isWriting: Bool = false, takes: Bool = false) async throws -> (
                holds: Bool, others: [Presences.Colleague]
            ) {
                try await database.write { try Presences.note($0, story, writer: writer, by: reader, isWriting: isWriting, takes: takes) }
            }
            #expect(try await note("b", bench.ben, isWriting: true).holds)
            let ada = try await note("a", bench.ada, isWriting: true)
            #expect(!ada.holds && ada.others.map(\.name) == ["ben"] && ada.others[0].isWriting && ada.others[0].holds && !ada.others[0].isSelf)
            // What Ben has written stays as a revision before she takes over.
            try await database.write { tx in
                _ = try Desk.save(tx, story, DeskBench.text("Ben’s.", on: try DeskBench.head(tx, story).id), by: bench.ben)
            }
            #expect(try await note("a", bench.ada, takes: true).holds)
            #expect(try await database.read { try DeskBench.head($0, story).isAutosave } == false)
            _ = try await note("a, in another window", bench.ada)
            let ben = try await note("b", bench.ben)
            #expect(!ben.holds && ben.others.map(\.name) == ["ada"] && ben.others[0].holds)
            #expect(try await database.read { try Presences.now($0, in: [story])[story] } == ["ada", "ben"])
            // A closed lid: after a while she is no longer there, and nothing is locked.
            clock.advance(seconds: 46)
            let back = try await note("b", bench.ben, isWriting: true)
            #expect(back.holds && back.others.isEmpty)
            _ = try await database.write { try Presences.leave($0, story, writer: "b", by: bench.ben) }
            #expect(try await database.read { try Presences.now($0, in: [story]).isEmpty })
        }
    }

    @Test("nobody speaks for a window of somebody else", arguments: TestEngine.allCases)
    func forged(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                #expect(try Presences.note(tx, story, writer: "b", by: bench.ben, isWriting: true).holds)
                #expect(try Presences.note(tx, story, writer: "b", by: bench.ada, isWriting: true, takes: true).holds == false)
                try Presences.leave(tx, story, writer: "b", by: bench.ada)
                #expect(try Presences.note(tx, story, writer: "a", formerly: "b", by: bench.ada, isWriting: false).holds == false)
                #expect(try Presences.now(tx, in: [story])[story] == ["ada", "ben"])
                // The same page, loaded anew after a crash, is not locked out by what it was.
                #expect(try Presences.note(tx, story, writer: "c", formerly: "b", by: bench.ben, isWriting: false).holds)
            }
        }
    }
}
