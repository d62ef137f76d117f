import Foundation
import Newsroom
package import Storage

/// Gives `body` a database of its own on `engine`, with the newsroom's schema in it unless `migrated` is false.
package func withDatabase<Value>(
    _ engine: TestEngine, migrated: Bool = true, clock: FixedClock = FixedClock(), isolation: isolated (any Actor)? = #isolation,
    _ body: (Database) async throws -> Value
) async throws -> Value {
    try await withLocation(engine, migrated: migrated) { location in
        let database = try await Database(location, clock: { clock.now })
        do {
            let value = try await body(database)
            try await database.close()
            return value
        } catch {
            try? await database.close()
            throw error
        }
    }
}

/// Gives `body` the location of such a database, for tests that open it themselves or more than once.
package func withLocation<Value>(
    _ engine: TestEngine, migrated: Bool = true, isolation: isolated (any Actor)? = #isolation,
    _ body: (DatabaseLocation) async throws -> Value
) async throws -> Value {
    await EnginesUnderTest.announced.value
    switch engine {
    case .sqlite:
        return try await withTemporaryFolder { folder in
            let file = folder.appending(path: "newsroom.sqlite")
            if migrated { try await SQLiteTemplate.file.value.write(to: file) }
            return try await body(.sqlite(path: file.path))
        }
    case .postgres:
        let server = try await PostgresServer.shared.value
        return try await server.withDatabase(migrated: migrated) { try await body(.postgres(url: $0)) }
    }
}

/// A migrated file, made once and copied for each test.
private enum SQLiteTemplate {
    static let file = Task {
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "template.sqlite")
            let database = try await Database(.sqlite(path: file.path))
            try await Schema.migrate(database)
            try await database.close()
            return try Data(contentsOf: file)
        }
    }
}
