import Basics
import Dispatch
import Storage
import TestSupport
import Testing

@Suite("Transactions")
struct TransactionTests {
    @Test("what a write does is kept", arguments: TestEngine.allCases)
    func kept(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await database.write { _ = try $0.run("INSERT INTO notes (body) VALUES ('Ada')") }
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 1)
        }
    }

    @Test("nothing is kept of a write that throws", arguments: TestEngine.allCases)
    func rollback(_ engine: TestEngine) async throws {
        struct Mistake: Error {}
        try await withNotes(engine) { database in
            await #expect(throws: Mistake.self) {
                try await database.write { tx in
                    try tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                    throw Mistake()
                }
            }
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 0)
        }
    }

    @Test("nothing is kept of a write in which a statement failed, even if its error was caught", arguments: TestEngine.allCases)
    func caughtFailure(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await database.write { tx in
                    try tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                    _ = try? tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                }
            }
            #expect(violation == ConstraintViolation(kind: .unique, name: "notes_body"))
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 0)
        }
    }

    @Test("an error made out of a failed statement's keeps its words", arguments: TestEngine.allCases)
    func translatedFailure(_ engine: TestEngine) async throws {
        let taken = Refusal(.conflict, ar: "مستعمل", en: "taken")
        try await withNotes(engine) { database in
            let thrown = await #expect(throws: Refusal.self) {
                try await database.write { tx in
                    try tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                    do { try tx.run("INSERT INTO notes (body) VALUES ('Ada')") } catch is ConstraintViolation { throw taken }
                }
            }
            #expect(thrown == taken)
        }
    }

    @Test("a transaction has one time, whatever the clock does", arguments: TestEngine.allCases)
    func oneTime(_ engine: TestEngine) async throws {
        let clock = FixedClock(Instant(seconds: 100))
        try await withDatabase(engine, migrated: false, clock: clock) { database in
            let times = try await database.read { tx in
                let first = tx.now
                clock.advance(seconds: 60)
                return [first, tx.now]
            }
            #expect(times == [Instant(seconds: 100), Instant(seconds: 100)])
            #expect(try await database.read { $0.now } == Instant(seconds: 160))
        }
    }

    @Test("a read sees one state while a write is kept", arguments: TestEngine.allCases)
    func snapshot(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let (begun, beginning) = AsyncStream<Void>.makeStream()
            let isWritten = DispatchSemaphore(value: 0)
            async let counts = database.read { tx in
                let before = try Notes.count(tx)
                beginning.finish()
                _ = isWritten.wait(timeout: .now() + 300)
                return [before, try Notes.count(tx)]
            }
            for await _ in begun {}
            try await database.write { _ = try $0.run("INSERT INTO notes (body) VALUES ('Ada')") }
            isWritten.signal()
            #expect(try await counts == [0, 0])
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 1)
        }
    }

    @Test("a read cannot write", arguments: TestEngine.allCases)
    func readOnly(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            await #expect(throws: (any Error).self) { try await database.read { _ = try $0.run("INSERT INTO notes (body) VALUES ('Ada')") } }
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 0)
        }
    }

    @Test("no increment is lost among fifty that count at once", arguments: TestEngine.allCases)
    func concurrentIncrements(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await database.write { _ = try $0.run("INSERT INTO notes (number) VALUES (0)") }
            try await withThrowingTaskGroup { group in
                for _ in 0..<50 {
                    group.addTask {
                        for _ in 0..<20 {
                            try await database.write { tx in
                                let number: Int = try tx.one("SELECT number FROM notes") { try $0["number"] }
                                try tx.run("UPDATE notes SET number = \(number + 1)")
                            }
                        }
                    }
                }
                try await group.waitForAll()
            }
            #expect(try await database.read { try $0.one("SELECT number FROM notes") { try $0["number"] as Int } } == 1000)
        }
    }

    @Test("a database can be opened again after it was closed, with all in it", arguments: TestEngine.allCases)
    func reopening(_ engine: TestEngine) async throws {
        try await withLocation(engine, migrated: false) { location in
            let first = try await Database(location)
            try await Notes.make(in: first)
            try await first.write { _ = try $0.run("INSERT INTO notes (body) VALUES ('Ada')") }
            try await first.optimize()
            try await first.close()
            let second = try await Database(location)
            #expect(try await second.read { try Notes.count($0) } == 1)
            try await second.close()
        }
    }
}
