import Storage
import TestSupport
import Testing

@Suite("Broken rules of the newsroom's schema")
struct ConstraintTests {
    @Test("a unique rule is named by its table and columns", arguments: TestEngine.allCases)
    func unique(_ engine: TestEngine) async throws {
        let violation = try await violation(engine) { tx in
            for _ in 1...2 { try tx.run("INSERT INTO people (slug, created_at) VALUES ('ada', 0)") }
        }
        #expect(violation == ConstraintViolation(kind: .unique, name: "people_slug"))
    }

    @Test("so is a primary key, of several columns or of one", arguments: TestEngine.allCases)
    func primaryKey(_ engine: TestEngine) async throws {
        let pair = try await violation(engine) { tx in
            try tx.run("INSERT INTO people (id, slug, created_at) VALUES (1, 'ada', 0)")
            for _ in 1...2 { try tx.run("INSERT INTO person_names (person_id, language, name) VALUES (1, 'en', 'Ada')") }
        }
        #expect(pair == ConstraintViolation(kind: .unique, name: "person_names_person_id_language"))
        let single = try await violation(engine) { tx in
            for slug in ["ada", "ben"] { try tx.run("INSERT INTO people (id, slug, created_at) VALUES (1, \(slug), 0)") }
        }
        #expect(single == ConstraintViolation(kind: .unique, name: "people_id"))
    }

    @Test("a check is named as the schema names it", arguments: TestEngine.allCases)
    func check(_ engine: TestEngine) async throws {
        let violation = try await violation(engine) { tx in
            try tx.run("INSERT INTO media (kind, state, file_name, created_at) VALUES ('film', 'awaited', 'a.jpg', 0)")
        }
        #expect(violation == ConstraintViolation(kind: .check, name: "media_known_kind"))
    }

    @Test("a missing value is named by its table and column", arguments: TestEngine.allCases)
    func notNull(_ engine: TestEngine) async throws {
        let violation = try await violation(engine) { tx in
            try tx.run("INSERT INTO people (slug, created_at) VALUES (\(String?.none), 0)")
        }
        #expect(violation == ConstraintViolation(kind: .notNull, name: "people_slug"))
    }

    @Test("a broken reference is one, named where the engine knows", arguments: TestEngine.allCases)
    func foreignKey(_ engine: TestEngine) async throws {
        let violation = try await violation(engine) { tx in
            try tx.run(
                "INSERT INTO editions (work_id, kind, language, slug, workflow, visibility, created_at) "
                    + "VALUES (99, 'article', 'en', 'a', 'draft', 'private', 0)")
        }
        #expect(violation == ConstraintViolation(kind: .foreignKey, name: engine == .sqlite ? "" : "editions_work"))
    }

    @Test("a record that others need cannot go", arguments: TestEngine.allCases)
    func restricted(_ engine: TestEngine) async throws {
        let violation = try await violation(engine) { tx in
            try tx.run("INSERT INTO sections (id, created_at) VALUES (1, 0)")
            try tx.run("INSERT INTO sections (id, parent_id, created_at) VALUES (2, 1, 0)")
            try tx.run("DELETE FROM sections WHERE id = 1")
        }
        #expect(violation?.kind == .foreignKey)
    }

    private func violation(_ engine: TestEngine, _ write: @escaping @Sendable (Transaction) throws -> Void) async throws -> ConstraintViolation? {
        try await withDatabase(engine) { database in await #expect(throws: ConstraintViolation.self) { try await database.write(write) } }
    }
}
