import Storage
import TestSupport

/// A table with a column of every type.
enum Notes {
    static func make(in database: Database) async throws {
        try await database.write { tx in
            _ = try tx.run(
                """
                CREATE TABLE notes (
                    id \(.key), number \(.integer), size \(.real), body \(.text), picture \(.bytes), CONSTRAINT notes_body UNIQUE (body)
                ) \(.strict)
                """)
        }
    }

    static func count(_ tx: Transaction) throws -> Int {
        try tx.one("SELECT count(*) AS number FROM notes") { try $0["number"] }
    }
}

/// Gives `body` a database with the table `notes` and nothing else.
func withNotes<Value>(_ engine: TestEngine, _ body: (Database) async throws -> Value) async throws -> Value {
    try await withDatabase(engine, migrated: false) { database in
        try await Notes.make(in: database)
        return try await body(database)
    }
}
