import Basics

/// One step of the schema's history. Once released, it never changes.
package struct Migration: Sendable {
    package let name: String
    let statements: @Sendable (Dialect) -> [SQL]

    package init(_ name: String, _ statements: @escaping @Sendable (Dialect) -> [SQL]) {
        self.name = name
        self.statements = statements
    }
}

/// Brings a database up to the program's schema, one migration after the other, all in one transaction.
package struct Migrator: Sendable {
    let history: [Migration]

    package init(_ history: [Migration]) { self.history = history }

    /// Refuses with `conflict` when the database was made by a newer program.
    package func migrate(_ database: Database) async throws {
        try await database.write { tx in
            try tx.run("CREATE TABLE IF NOT EXISTS migrations (name \(.text) PRIMARY KEY, applied_at \(.integer) NOT NULL) \(.strict)")
            let applied = try tx.all("SELECT name FROM migrations ORDER BY name") { try $0["name"] as String }
            if let unknown = applied.first(where: { name in !history.contains { $0.name == name } }) {
                throw Refusal(
                    .conflict, ar: "أنشأ برنامجٌ أحدث هذه القاعدة (الخطوة \(unknown)): حدِّث البرنامج.",
                    en: "This database was made by a newer matbaa (migration \(unknown)): update the program.")
            }
            for migration in history where !applied.contains(migration.name) {
                for statement in migration.statements(tx.dialect) { try tx.run(statement) }
                try tx.run("INSERT INTO migrations (name, applied_at) VALUES (\(migration.name), \(tx.now))")
            }
        }
    }
}
