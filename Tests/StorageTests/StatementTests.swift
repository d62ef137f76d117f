import Storage
import TestSupport
import Testing

@Suite("Statements")
struct StatementTests {
    @Test("a statement in a hole brings its bindings along", arguments: TestEngine.allCases)
    func nestedStatements(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...5)
            let isSmall: SQL = "number < \(3)"
            let wanted: SQL = "SELECT number FROM notes WHERE body <> \("1") AND \(isSmall) OR number = \(5) ORDER BY number"
            let numbers = try await database.read { tx in try tx.all(wanted) { try $0["number"] as Int } }
            #expect(numbers == [2, 5])
        }
    }

    @Test("a list of bindings stands behind IN, and an empty one matches nothing", arguments: TestEngine.allCases)
    func lists(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...5)
            let counts = try await database.read { tx in
                try [[], [2], [1, 3, 5, 9]].map { (wanted: [Int]) in
                    try tx.one("SELECT count(*) AS number FROM notes WHERE number IN \(list: wanted)") { try $0["number"] as Int }
                }
            }
            #expect(counts == [0, 1, 3])
        }
        // Lists of five to eight values are one text, and so one prepared statement.
        let texts = Set((5...8).map { SQL("number IN \(list: Array(1...$0))").text(for: .sqlite) })
        #expect(texts.count == 1)
    }

    @Test("a limit and an offset may be holes", arguments: TestEngine.allCases)
    func limits(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...5)
            let numbers = try await database.read { tx in
                try tx.all("SELECT number FROM notes ORDER BY number LIMIT \(2) OFFSET \(1)") { try $0["number"] as Int }
            }
            #expect(numbers == [2, 3])
        }
    }

    @Test("RETURNING gives the new key", arguments: TestEngine.allCases)
    func returning(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let found = try await database.write { tx in
                let id: Int64 = try tx.one("INSERT INTO notes (body) VALUES (\("Ben")) RETURNING id") { try $0["id"] }
                return try tx.one("SELECT body FROM notes WHERE id = \(id)") { try $0["body"] as String }
            }
            #expect(found == "Ben")
        }
    }

    @Test("ON CONFLICT keeps the transaction whole", arguments: TestEngine.allCases)
    func onConflict(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let (changes, number) = try await database.write { tx in
                try tx.run("INSERT INTO notes (number, body) VALUES (\(1), \("Ada"))")
                let ignored = try tx.run("INSERT INTO notes (number, body) VALUES (\(2), \("Ada")) ON CONFLICT (body) DO NOTHING")
                let merged = try tx.run(
                    "INSERT INTO notes (number, body) VALUES (\(3), \("Ada")) ON CONFLICT (body) DO UPDATE SET number = excluded.number")
                return ([ignored, merged], try tx.one("SELECT number FROM notes") { try $0["number"] as Int })
            }
            #expect(changes == [0, 1])
            #expect(number == 3)
        }
    }

    @Test("the rows that a statement itself changed are counted", arguments: TestEngine.allCases)
    func changes(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let counts = try await database.write { tx in
                [
                    try tx.run("INSERT INTO notes (number) VALUES (1), (2), (3)"),
                    try tx.run("SELECT number FROM notes"),
                    try tx.run("UPDATE notes SET size = 1 WHERE number > \(1)"),
                    try tx.run("UPDATE notes SET size = 1 WHERE number > \(9)"),
                    try tx.run("CREATE INDEX notes_number ON notes (number)"),
                    try tx.run("DELETE FROM notes RETURNING id"),
                ]
            }
            #expect(counts == [3, 0, 2, 0, 0, 3])
        }
    }

    @Test("rows that go in a cascade are not counted", arguments: TestEngine.allCases)
    func cascades(_ engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (changes, left) = try await database.write { tx in
                let id: Int64 = try tx.one("INSERT INTO people (slug, created_at) VALUES (\("ada"), \(tx.now)) RETURNING id") { try $0["id"] }
                try tx.run("INSERT INTO person_names (person_id, language, name) VALUES (\(id), 'ar', 'آدا'), (\(id), 'en', 'Ada')")
                return (try tx.run("DELETE FROM people WHERE id = \(id)"), try tx.exists("SELECT 1 AS one FROM person_names"))
            }
            #expect(changes == 1)
            #expect(!left)
        }
    }

    @Test("statements may be run between the rows of another", arguments: TestEngine.allCases)
    func statementsBetweenRows(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...100)
            let (seen, sum) = try await database.write { tx in
                var seen: [Int] = []
                try tx.forEach("SELECT id, number FROM notes ORDER BY number") { row in
                    let (id, number): (Int64, Int) = try (row["id"], row["number"])
                    seen.append(number)
                    try tx.run("UPDATE notes SET size = \(number) WHERE id = \(id)")
                }
                return (seen, try tx.one("SELECT sum(size) AS total FROM notes") { try $0["total"] as Double })
            }
            #expect(seen == Array(1...100))
            #expect(sum == 5050)
        }
    }

    @Test("a statement may be run between its own rows", arguments: TestEngine.allCases)
    func sameStatementBetweenRows(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...6)
            let order = try await database.read { tx in
                var order: [Int] = []
                func below(_ parent: Int, _ body: (Int) throws -> Void) throws {
                    let children = [parent * 2, parent * 2 + 1]
                    try tx.forEach("SELECT number FROM notes WHERE number IN \(list: children) ORDER BY number") { try body($0["number"]) }
                }
                func walk(_ number: Int) throws {
                    order.append(number)
                    try below(number, walk)
                }
                try walk(1)
                return order
            }
            #expect(order == [1, 2, 4, 5, 3, 6])
        }
    }

    @Test("rows may be left unread without harm to what follows", arguments: TestEngine.allCases)
    func unreadRows(_ engine: TestEngine) async throws {
        struct Enough: Error {}
        try await withNotes(engine) { database in
            try await fill(database, 1...100)
            let count = try await database.read { tx in
                do {
                    try tx.forEach("SELECT number FROM notes") { _ in throw Enough() }
                } catch is Enough {}
                return try Notes.count(tx)
            }
            #expect(count == 100)
        }
    }

    @Test(
        "what stands in a hole stays text", arguments: TestEngine.allCases,
        ["' OR '1'='1", "x'); DELETE FROM notes; --", "$1", "?1", ":name", "\\' OR 1=1 --", "/*", "ʼ OR 1=1", "1; DROP TABLE notes"])
    func injection(_ engine: TestEngine, _ attack: String) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...3)
            let matches = try await database.write { tx in
                let matches = try tx.all("SELECT id FROM notes WHERE body = \(attack)") { try $0["id"] as Int64 }
                try tx.run("UPDATE notes SET body = \(attack) WHERE number = \(1)")
                return matches
            }
            #expect(matches == [])
            let bodies = try await database.read { try $0.all("SELECT body FROM notes ORDER BY number") { try $0["body"] as String } }
            #expect(bodies == [attack, "2", "3"])
        }
    }

    @Test("two statements in one are refused", arguments: TestEngine.allCases)
    func twoStatements(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await fill(database, 1...3)
            await #expect(throws: (any Error).self) { try await database.write { _ = try $0.run("SELECT 1; DELETE FROM notes") } }
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 3)
        }
    }

    @Test("more statements than a session keeps are run all the same", arguments: TestEngine.allCases)
    func manyStatements(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let sum = try await database.read { tx in
                try (1...450).reduce(0) { sum, number in
                    let numbers = Array(1...number)
                    return try sum + tx.one("SELECT CASE WHEN \(number) IN \(list: numbers) THEN 1 ELSE 0 END AS found") { try $0["found"] as Int }
                }
            }
            #expect(sum == 450)
        }
    }

    private func fill(_ database: Database, _ numbers: ClosedRange<Int>) async throws {
        try await database.write { tx in
            for number in numbers { try tx.run("INSERT INTO notes (number, body) VALUES (\(number), \(String(number)))") }
        }
    }
}
