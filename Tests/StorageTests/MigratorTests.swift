import Basics
import Newsroom
import Storage
import TestSupport
import Testing

@Suite("Migrations")
struct MigratorTests {
    private static let first = Migration("0001 first") { _ in ["CREATE TABLE first (id \(.key)) \(.strict)"] }
    private static let second = Migration("0002 second") { _ in ["CREATE TABLE second (id \(.key)) \(.strict)"] }
    private static let wrong = Migration("0003 wrong") { _ in ["CREATE TABLE third (id \(.key)) \(.strict)", "CREATE TABLE third (no)"] }

    @Test("the newsroom's own history applies, once", arguments: TestEngine.allCases)
    func ownHistory(_ engine: TestEngine) async throws {
        try await withDatabase(engine, migrated: false) { database in
            try await Schema.migrate(database)
            try await Schema.migrate(database)
            #expect(try await applied(database) == Schema.history.map(\.name))
        }
    }

    @Test("only what is new is applied", arguments: TestEngine.allCases)
    func newOnes(_ engine: TestEngine) async throws {
        let clock = FixedClock(Instant(seconds: 100))
        try await withDatabase(engine, migrated: false, clock: clock) { database in
            try await Migrator([Self.first]).migrate(database)
            clock.set(Instant(seconds: 200))
            try await Migrator([Self.first, Self.second]).migrate(database)
            let times = try await database.read { try $0.all("SELECT applied_at FROM migrations ORDER BY name") { try $0["applied_at"] as Instant } }
            #expect(times == [Instant(seconds: 100), Instant(seconds: 200)])
        }
    }

    @Test("a database of a newer program is refused and left as it was", arguments: TestEngine.allCases)
    func newerDatabase(_ engine: TestEngine) async throws {
        try await withDatabase(engine, migrated: false) { database in
            try await Migrator([Self.first, Self.second]).migrate(database)
            let refusal = await #expect(throws: Refusal.self) { try await Migrator([Self.first]).migrate(database) }
            #expect(refusal?.kind == .conflict)
            #expect(try await applied(database) == ["0001 first", "0002 second"])
        }
    }

    @Test("a migration that fails leaves nothing, not even those before it", arguments: TestEngine.allCases)
    func failure(_ engine: TestEngine) async throws {
        try await withDatabase(engine, migrated: false) { database in
            try await Migrator([Self.first]).migrate(database)
            await #expect(throws: (any Error).self) { try await Migrator([Self.first, Self.second, Self.wrong]).migrate(database) }
            #expect(try await applied(database) == ["0001 first"])
            for table in ["second", "third"] as [SQL] {
                await #expect(throws: (any Error).self) { try await database.read { _ = try $0.run("SELECT id FROM \(table)") } }
            }
        }
    }

    @Test("two programs that start at once migrate once", arguments: TestEngine.allCases)
    func twoPrograms(_ engine: TestEngine) async throws {
        try await withLocation(engine, migrated: false) { location in
            let databases = try await [Database(location), Database(location)]
            try await withThrowingTaskGroup { group in
                for database in databases { group.addTask { try await Schema.migrate(database) } }
                try await group.waitForAll()
            }
            #expect(try await applied(databases[0]) == Schema.history.map(\.name))
            for database in databases { try await database.close() }
        }
    }

    private func applied(_ database: Database) async throws -> [String] {
        try await database.read { try $0.all("SELECT name FROM migrations ORDER BY name") { try $0["name"] } }
    }
}
