import Basics
import Dispatch
import Storage
import Synchronization
import TestSupport
import Testing

extension PostgresTests {
    @Suite("The pool")
    struct PoolTests {
        @Test("a job waits for a free session")
        func waits() async throws {
            try await with("pool=1&pool_timeout=300") { database in
                async let slow = database.read { try $0.one("SELECT pg_sleep(0.4) AS slept, 1 AS number") { try $0["number"] as Int } }
                async let quick = database.read { try $0.one("SELECT 2 AS number") { try $0["number"] as Int } }
                let numbers = try await [slow, quick]
                #expect(numbers == [1, 2])
            }
        }

        @Test("a job that has waited too long is refused, and later ones are not")
        func refuses() async throws {
            try await with("pool=1&pool_timeout=1") { database in
                let (begun, beginning) = AsyncStream<Void>.makeStream()
                let isOver = DispatchSemaphore(value: 0)
                async let holder = database.read { _ in
                    beginning.finish()
                    return isOver.wait(timeout: .now() + 300) == .success
                }
                for await _ in begun {}
                let start = ContinuousClock.now
                let refusal = await #expect(throws: Refusal.self) { try await database.read { _ in } }
                let waited = ContinuousClock.now - start
                #expect(refusal?.kind == .unavailable)
                #expect(waited >= .milliseconds(900))
                isOver.signal()
                let wasHeld = try await holder
                let later = try await database.read { try $0.one("SELECT 2 AS number") { try $0["number"] as Int } }
                #expect(wasHeld && later == 2)
            }
        }

        @Test("no more sessions are opened than allowed, however many jobs there are")
        func bounded() async throws {
            try await with("pool=3&pool_timeout=300") { database in
                let pids = try await withThrowingTaskGroup { group in
                    for _ in 0..<60 {
                        group.addTask { try await database.read { try $0.one("SELECT pg_backend_pid() AS pid") { try $0["pid"] as Int } } }
                    }
                    return try await group.reduce(into: Set<Int>()) { $0.insert($1) }
                }
                #expect((1...3).contains(pids.count))
            }
        }

        @Test("closing waits for what runs, and refuses what comes after")
        func closing() async throws {
            let server = try await PostgresServer.shared.value
            try await server.withDatabase { url in
                let database = try await Database(.postgres(url: url))
                let (begun, beginning) = AsyncStream<Void>.makeStream()
                async let slow = database.read { tx in
                    beginning.finish()
                    return try tx.one("SELECT pg_sleep(0.4) AS slept, 1 AS number") { try $0["number"] as Int }
                }
                for await _ in begun {}
                try await database.close()
                #expect(try await slow == 1)
                let refusal = await #expect(throws: Refusal.self) { try await database.read { _ in } }
                #expect(refusal?.kind == .unavailable)
                let name = try #require(url.split(separator: "/").last?.split(separator: "?").first)
                // The server sees a session's end a moment after we have ended it.
                try await Task.sleep(for: .milliseconds(300))
                #expect(try await server.administer("SELECT count(*) FROM pg_stat_activity WHERE datname = '\(name)'") == "0")
            }
        }

        @Test("a long answer is read without holding it")
        func streaming() async throws {
            try await with("pool=1") { database in
                let before = residentMegabytes()
                let (bytes, most) = try await database.read { tx in
                    var bytes = 0
                    var most = 0
                    try tx.forEach("SELECT number, repeat('x', 2000) AS body FROM generate_series(1, 400000) AS number") { row in
                        bytes += (try row["body"] as String).utf8.count
                        if bytes % 20_000_000 == 0 { most = max(most, residentMegabytes()) }
                    }
                    return (bytes, most)
                }
                #expect(bytes == 800_000_000)
                // Other tests take memory of the same process meanwhile.
                #expect(most - before < 400, "megabytes more than before, for an answer of 800")
            }
        }

        private func with(_ parameters: String, _ body: (Database) async throws -> Void) async throws {
            try await PostgresServer.shared.value.withDatabase { url in
                let database = try await Database(.postgres(url: "\(url)&\(parameters)"))
                try await body(database)
                try await database.close()
            }
        }
    }
}
