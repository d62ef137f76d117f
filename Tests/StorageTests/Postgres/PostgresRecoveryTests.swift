import Basics
import Dispatch
import Storage
import Synchronization
import TestSupport
import Testing

extension PostgresTests {
    @Suite("Recovery")
    struct RecoveryTests {
        @Test("a session ended between jobs is replaced unseen")
        func endedBetweenJobs() async throws {
            try await withNotes(.postgres) { database in
                for _ in 1...3 {
                    try await endSession(try await database.read(pid))
                    try await database.write { _ = try $0.run("INSERT INTO notes (body) VALUES (NULL)") }
                }
                let count = try await database.read { try Notes.count($0) }
                #expect(count == 3)
            }
        }

        @Test("a write whose session is ended in its midst is run again, and kept once")
        func endedInMidst() async throws {
            try await withNotes(.postgres) { database in
                let runs = Atomic(0)
                let (begun, beginning) = AsyncStream<Int>.makeStream()
                let isEnded = DispatchSemaphore(value: 0)
                async let write: Void = database.write { tx in
                    try tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                    if runs.add(1, ordering: .relaxed).newValue == 1 {
                        beginning.yield(try pid(tx))
                        beginning.finish()
                        _ = isEnded.wait(timeout: .now() + 300)
                    }
                    try tx.run("INSERT INTO notes (body) VALUES ('Ben')")
                }
                for await pid in begun { try await endSession(pid) }
                isEnded.signal()
                try await write
                #expect(runs.load(ordering: .relaxed) == 2)
                let count = try await database.read { try Notes.count($0) }
                #expect(count == 2)
            }
        }

        @Test("a write whose session is ended as it is being kept is not run again, and says that it is in doubt")
        func endedAtCommit() async throws {
            try await withNotes(.postgres) { database in
                let runs = Atomic(0)
                let (begun, beginning) = AsyncStream<Int>.makeStream()
                let isEnded = DispatchSemaphore(value: 0)
                let task = Task {
                    try await database.write { tx in
                        runs.add(1, ordering: .relaxed)
                        try tx.run("INSERT INTO notes (body) VALUES ('Ada')")
                        beginning.yield(try pid(tx))
                        beginning.finish()
                        _ = isEnded.wait(timeout: .now() + 300)
                    }
                }
                for await pid in begun { try await endSession(pid) }
                isEnded.signal()
                let refusal = await #expect(throws: Refusal.self) { try await task.value }
                #expect(refusal?.kind == .unavailable)
                #expect(refusal?.words.en.contains("may or may not") == true)
                #expect(runs.load(ordering: .relaxed) == 1)
                let count = try await database.read { try Notes.count($0) }
                #expect(count == 0)
            }
        }

        @Test("two writes that read what the other writes are both kept, one after the other")
        func conflict() async throws {
            try await withNotes(.postgres) { database in
                let runs = Atomic(0)
                let arrivals = DispatchGroup()
                for _ in 1...2 { arrivals.enter() }
                let write: @Sendable (Transaction) throws -> Void = { tx in
                    let count = try Notes.count(tx)
                    if runs.add(1, ordering: .relaxed).newValue <= 2 {
                        arrivals.leave()
                        _ = arrivals.wait(timeout: .now() + 300)
                    }
                    try tx.run("INSERT INTO notes (number) VALUES (\(count))")
                }
                async let one: Void = database.write(write)
                async let other: Void = database.write(write)
                _ = try await (one, other)
                #expect(runs.load(ordering: .relaxed) > 2)
                let numbers = try await database.read { try $0.all("SELECT number FROM notes ORDER BY number") { try $0["number"] as Int } }
                #expect(numbers == [0, 1])
            }
        }

        @Test("a write that always conflicts is refused in the end")
        func endlessConflict() async throws {
            try await withNotes(.postgres) { database in
                let runs = Atomic(0)
                let refusal = await #expect(throws: Refusal.self) {
                    try await database.write { tx in
                        runs.add(1, ordering: .relaxed)
                        try tx.run("DO $$ BEGIN RAISE EXCEPTION 'again' USING ERRCODE = '40001'; END $$")
                    }
                }
                #expect(refusal?.kind == .unavailable)
                #expect((2...20).contains(runs.load(ordering: .relaxed)))
            }
        }

        @Test("no acknowledged write is lost when the server is restarted under way, and work goes on", .timeLimit(.minutes(30)))
        func restart() async throws {
            let server = try await PostgresServer.start()
            try await server.withDatabase { url in
                let database = try await Database(.postgres(url: url))
                try await Notes.make(in: database)
                let writers = Task { try await tally(of: database) }
                for _ in 1...3 {
                    try await Task.sleep(for: .milliseconds(300))
                    try await server.restart()
                }
                try await Task.sleep(for: .milliseconds(300))
                writers.cancel()
                let (kept, refused) = try await writers.value
                let count = try await database.read { try Notes.count($0) }
                #expect(kept > 0)
                #expect(count >= kept && count <= kept + refused)
                try await database.write { _ = try $0.run("INSERT INTO notes (number) VALUES (1)") }
                try await database.close()
            }
        }

        @Test("while the server is down jobs are refused, and served once it is back")
        func outage() async throws {
            let server = try await PostgresServer.start()
            try await server.withDatabase { url in
                let database = try await Database(.postgres(url: url))
                try await server.stop()
                let refusal = await #expect(throws: Refusal.self) { try await database.read { _ in } }
                #expect(refusal?.kind == .unavailable)
                try await server.startAgain()
                #expect(try await database.read { try $0.one("SELECT 1 AS number") { try $0["number"] as Int } } == 1)
                try await database.close()
            }
        }

        @Test("a statement prepared before its table was changed by another program is run after it")
        func changedTable() async throws {
            try await withLocation(.postgres, migrated: false) { location in
                let (program, upgrade) = try await (Database(location), Database(location))
                try await program.write { _ = try $0.run("CREATE TABLE people (id \(.key))") }
                for _ in 1...3 { _ = try await program.read { try $0.all("SELECT * FROM people") { _ in 0 } } }
                try await upgrade.write { tx in
                    try tx.run("ALTER TABLE people ADD COLUMN name \(.text)")
                    try tx.run("INSERT INTO people (name) VALUES ('Ada')")
                }
                let names = try await program.read { try $0.all("SELECT * FROM people") { try $0["name"] as String } }
                #expect(names == ["Ada"])
                try await program.close()
                try await upgrade.close()
            }
        }

        /// Inserts from eight tasks until cancelled; tells how many inserts were said to be kept, and how many were refused.
        private func tally(of database: Database) async throws -> (kept: Int, refused: Int) {
            try await withThrowingTaskGroup { group in
                for _ in 1...8 {
                    group.addTask {
                        var (kept, refused) = (0, 0)
                        while !Task.isCancelled {
                            do {
                                try await database.write { _ = try $0.run("INSERT INTO notes (number) VALUES (1)") }
                                kept += 1
                            } catch is Refusal {
                                refused += 1
                                try? await Task.sleep(for: .milliseconds(20))
                            }
                        }
                        return (kept, refused)
                    }
                }
                return try await group.reduce(into: (0, 0)) { $0 = ($0.0 + $1.0, $0.1 + $1.1) }
            }
        }

        private func pid(_ tx: Transaction) throws -> Int { try tx.one("SELECT pg_backend_pid() AS pid") { try $0["pid"] } }

        private func endSession(_ pid: Int) async throws {
            try await PostgresServer.shared.value.administer("SELECT pg_terminate_backend(\(pid), 5000)")
        }
    }
}
