import Basics
import Storage
import TestSupport
import Testing

@Suite("Bindings and rows")
struct BindingTests {
    @Test("what is written is read back", arguments: TestEngine.allCases)
    func roundTrip(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (number, size, body, picture) VALUES (\(7), \(2.5), \("Layla"), \([UInt8](0...255)))")
                return try tx.one("SELECT number, size, body, picture FROM notes") { row in
                    try Values(number: row["number"], size: row["size"], body: row["body"], picture: row["picture"])
                }
            }
            #expect(read == Values(number: 7, size: 2.5, body: "Layla", picture: [UInt8](0...255)))
        }
    }

    struct Values: Equatable {
        let number: Int64, size: Double, body: String, picture: [UInt8]
    }

    @Test(
        "a text comes back as it was", arguments: TestEngine.allCases,
        ["", " ", "مطبعة: خبرٌ «عاجل»", "e\u{301}", "👩‍👩‍👧 \u{FFFF}\u{10FFFF}", "'; DROP TABLE notes; --", "\\x00 \\ \n\t\u{1}", "\u{FEFF}"])
    func texts(_ engine: TestEngine, _ text: String) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (body) VALUES (\(text))")
                return try tx.one("SELECT body FROM notes WHERE body = \(text)") { try $0["body"] as String }
            }
            #expect(Array(read.unicodeScalars) == Array(text.unicodeScalars))
        }
    }

    @Test("whole numbers reach to both ends", arguments: TestEngine.allCases, [Int64.min, -1, 0, 1, 9_007_199_254_740_993, Int64.max] as [Int64])
    func wholeNumbers(_ engine: TestEngine, _ number: Int64) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (number) VALUES (\(number))")
                return try tx.one("SELECT number FROM notes WHERE number = \(number)") { try $0["number"] as Int64 }
            }
            #expect(read == number)
        }
    }

    @Test(
        "real numbers come back to the bit", arguments: TestEngine.allCases,
        [0.1, -0.5, Double.pi, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 1e-7, .infinity] as [Double])
    func realNumbers(_ engine: TestEngine, _ number: Double) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (size) VALUES (\(number))")
                return try tx.one("SELECT size FROM notes") { try $0["size"] as Double }
            }
            #expect(read.bitPattern == number.bitPattern)
        }
    }

    @Test("five megabytes of text and of bytes come back whole", arguments: TestEngine.allCases)
    func largeValues(_ engine: TestEngine) async throws {
        let text = String(repeating: "خبر ", count: 750_000)
        let bytes = [UInt8](repeating: 0xA5, count: 5_000_000)
        try await withDatabase(engine, migrated: false) { database in
            let read = try await database.write { tx in
                try tx.run("CREATE TABLE pages (body \(.text), picture \(.bytes)) \(.strict)")
                try tx.run("INSERT INTO pages (body, picture) VALUES (\(text), \(bytes))")
                return try tx.one("SELECT body, picture FROM pages") { try ($0["body"] as String, $0["picture"] as [UInt8]) }
            }
            #expect(read.0 == text && read.1 == bytes)
        }
    }

    @Test("nothing and emptiness are two things", arguments: TestEngine.allCases)
    func nulls(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (number, body, picture) VALUES (\(1), \(""), \([UInt8]()))")
                try tx.run("INSERT INTO notes (number, body, picture) VALUES (\(2), \(String?.none), \([UInt8]?.none))")
                return try tx.all("SELECT body, picture FROM notes ORDER BY number") { try ($0["body"] as String?, $0["picture"] as [UInt8]?) }
            }
            #expect(read[0].0 == "" && read[0].1 == [])
            #expect(read[1].0 == nil && read[1].1 == nil)
        }
    }

    @Test("a hole may be empty where its type cannot be known", arguments: TestEngine.allCases)
    func nullWithoutType(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let counts = try await database.write { tx in
                try tx.run("INSERT INTO notes (number) VALUES (\(1)), (\(2))")
                return try [Int64?.none, 2].map { wanted in
                    try tx.one("SELECT count(*) AS number FROM notes WHERE \(wanted) IS NULL OR number = \(wanted)") { try $0["number"] as Int }
                }
            }
            #expect(counts == [2, 1])
        }
    }

    @Test("a text in a number's place is read as a number", arguments: TestEngine.allCases)
    func textForNumber(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let count = try await database.write { tx in
                try tx.run("INSERT INTO notes (number) VALUES (\(7))")
                return try tx.one("SELECT count(*) AS number FROM notes WHERE number = \("7")") { try $0["number"] as Int }
            }
            #expect(count == 1)
        }
    }

    @Test("sums, averages and truths have the same types", arguments: TestEngine.allCases)
    func expressions(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let read = try await database.write { tx in
                try tx.run("INSERT INTO notes (number) VALUES (\(1)), (\(4))")
                return try tx.one("SELECT sum(number) AS total, avg(number) AS mean, max(number) > 3 AS large FROM notes") {
                    try ($0["total"] as Int, $0["mean"] as Double, $0["large"] as Bool)
                }
            }
            #expect(read == (5, 2.5, true))
        }
    }

    @Test("a column that is not there or holds another type is a fault", arguments: TestEngine.allCases)
    func wrongColumns(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            try await database.write { _ = try $0.run("INSERT INTO notes (body) VALUES (\("Ada"))") }
            await #expect(throws: (any Error).self) {
                try await database.read { try $0.one("SELECT body FROM notes") { try $0["headline"] as String } }
            }
            await #expect(throws: (any Error).self) {
                try await database.read { try $0.one("SELECT body FROM notes") { try $0["body"] as Int } }
            }
            await #expect(throws: (any Error).self) {
                try await database.read { try $0.one("SELECT number FROM notes") { try $0["number"] as Int } }
            }
        }
    }

    @Test("a text with U+0000 is refused, and the transaction may go on", arguments: TestEngine.allCases)
    func nulCharacter(_ engine: TestEngine) async throws {
        try await withNotes(engine) { database in
            let kind = try await database.write { tx in
                do {
                    try tx.run("INSERT INTO notes (body) VALUES (\("a\u{0}b"))")
                    return Refusal.Kind?.none
                } catch let refusal as Refusal {
                    try tx.run("INSERT INTO notes (body) VALUES (\("ab"))")
                    return refusal.kind
                }
            }
            #expect(kind == .invalid)
            let count = try await database.read { try Notes.count($0) }
            #expect(count == 1)
        }
    }
}
