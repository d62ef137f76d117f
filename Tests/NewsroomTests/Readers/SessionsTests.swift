import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Sessions")
struct SessionsTests {
    /// Which reader, how long it lasts in all, and how long unused.
    static let spans: [(role: Reader.Role, stays: Bool, whole: Int64, idle: Int64)] = [
        (.reader, true, 90 * 86_400, 30 * 86_400), (.reader, false, 86_400, 12 * 3_600), (.editor, true, 86_400, 3_600),
        (.administrator, false, 86_400, 3_600),
    ]

    @Test("a session is its reader's until its end, or until it has rested too long; that of staff is short", arguments: TestEngine.allCases)
    func spans(engine: TestEngine) async throws {
        for (role, stays, whole, idle) in Self.spans {
            let clock = FixedClock()
            try await withReader(engine, role, clock) { database, reader in
                func open() async throws -> Token { try await database.write { try Sessions.open($0, reader, device: "", stays: stays).token } }
                func isFound(_ token: Token) async throws -> Bool { try await database.read { try Sessions.find($0, token) } != nil }
                let rested = try await open()
                #expect(try await database.read { try Sessions.find($0, rested) }?.reader.id == reader.id)
                clock.advance(seconds: idle - 1)
                #expect(try await isFound(rested))
                clock.advance(seconds: 1)
                #expect(try await !isFound(rested), "\(role)")

                let used = try await open()
                let session = try #require(try await database.read { try Sessions.find($0, used) }).session
                var passed: Int64 = 0
                while passed + idle - 1 < whole {
                    clock.advance(seconds: idle - 1)
                    passed += idle - 1
                    #expect(try await isFound(used), "\(role) after \(passed)")
                    try await database.write { try Sessions.touch($0, session.id) }
                }
                clock.advance(seconds: whole - passed)
                #expect(try await !isFound(used), "\(role)")
                #expect(try await database.read { try Sessions.of($0, reader.id) }.isEmpty)
            }
        }
    }

    @Test("one that awaits a second factor is short and in no list", arguments: TestEngine.allCases)
    func halfWay(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withReader(engine, .reader, clock) { database, reader in
            let token = try await database.write { try Sessions.open($0, reader, device: "", stays: true, awaitsFactor: true).token }
            #expect(try await database.read { try Sessions.find($0, token) }?.session.awaitsFactor == true)
            #expect(try await database.read { try Sessions.of($0, reader.id) }.isEmpty)
            clock.advance(seconds: 600)
            #expect(try await database.read { try Sessions.find($0, token) } == nil)
        }
    }

    @Test("of too many the one that has rested longest ends", arguments: TestEngine.allCases)
    func most(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withReader(engine, .reader, clock) { database, reader in
            var tokens: [Token] = []
            for _ in 0...Sessions.mostPerReader {
                tokens.append(try await database.write { try Sessions.open($0, reader, device: "", stays: true).token })
                clock.advance(seconds: 1)
            }
            let (first, second) = (tokens[0], tokens[1])
            #expect(try await database.read { try Sessions.find($0, first) } == nil)
            #expect(try await database.read { try Sessions.find($0, second) } != nil)
            #expect(try await database.read { try Sessions.of($0, reader.id) }.count == Sessions.mostPerReader)
        }
    }

    private func withReader(
        _ engine: TestEngine, _ role: Reader.Role, _ clock: FixedClock, _ body: (Database, Reader) async throws -> Void
    ) async throws {
        try await withDatabase(engine, clock: clock) { database in
            let reader = try await database.write { tx in
                let id = try SampleReader.add(tx)
                try tx.run("UPDATE readers SET role = \(role) WHERE id = \(id)")
                return try #require(try Readers.find(tx, id))
            }
            try await body(database, reader)
        }
    }
}
