import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The index of search")
struct SearchIndexTests {
    private static let words = ["port", "city", "council", "market", "flour", "ships", "cranes", "school", "bridge", "festival", "lantern"]

    @Test("many small segments become few, and what is found does not depend on how it was laid down", arguments: TestEngine.allCases)
    func merging(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let editions = try await database.write { tx in
                try (0..<90).map { number in
                    try Draft.publish(tx, "Story \(number)", text: Self.text(number), at: Int64(number)).edition
                }
            }
            try await database.write { tx in
                for edition in editions where edition.rawValue % 7 == 0 { try Articles.withdraw(tx, edition, reason: "Untrue") }
            }
            #expect(try await database.read { try Self.segments($0) } < 20)
            let before = try await answers(database)
            #expect(before.values.contains { $0.count > 20 })
            // All in one, in another order.
            try await database.write { tx in
                try tx.run("DELETE FROM search_documents")
                try tx.run("DELETE FROM search_segments")
            }
            while try await SearchReading(database).readMissing() {}
            #expect(try await database.read { try Self.segments($0) } == 1)
            #expect(try await answers(database) == before)
        }
    }

    @Test("an index that was emptied is read again, from where it was broken off", arguments: TestEngine.allCases)
    func reading(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in for number in 0..<230 { try Draft.publish(tx, "Port \(number)") } }
            let before = try await answers(database)
            let last: Int64 = try await database.write { tx in
                try tx.run("INSERT INTO search_readings (id, last_edition) SELECT 1, max(id) - 30 FROM editions")
                return try tx.one("SELECT last_edition FROM search_readings") { try $0["last_edition"] }
            }
            try await SearchReading(database).readAll { progress in #expect(progress.done >= 200 && progress.of == 230) }
            try await SearchReading(database).readAll()
            #expect(try await database.read { try $0.exists("SELECT 1 FROM search_readings") } == false && last > 0)
            #expect(try await answers(database) == before)
        }
    }

    @Test("a damaged index gives wrong results and no crash")
    func damage() async throws {
        try await withDatabase(.sqlite) { database in
            try await database.write { tx in for number in 0..<20 { try Draft.publish(tx, "Port \(number)", text: Self.text(number)) } }
            for hostile: [UInt8] in [[], [0xFF], Array(repeating: 0xFF, count: 300), Array(0...255), Array(repeating: 0, count: 50)] {
                for column: SQL in ["dictionary", "postings", "positions"] {
                    try await database.write { try $0.run("UPDATE search_blocks SET \(column) = \(hostile)") }
                    for query in ["port", "\"port city\"", "Hifter", "pert"] {
                        _ = try await database.read { try Search.answer($0, query, [.en], number: 1, size: 5) }
                    }
                }
                try await database.write { tx in
                    try tx.run("UPDATE search_names SET entries = \(hostile)")
                    try tx.run("UPDATE search_segments SET documents = \(hostile), removed = \(hostile)")
                }
                _ = try await database.read { try Search.answer($0, "port", [.en], number: 1, size: 5) }
            }
        }
    }

    @Test("numbers are read as they were written")
    func numbers() {
        let numbers = [0, 1, 127, 128, 300, 16_384, 1 << 40]
        var writer = IndexWriter()
        for number in numbers { writer.add(number) }
        for number in numbers { writer.add(signed: -number) }
        var reader = IndexReader(writer.bytes)
        #expect(numbers.map { _ in reader.number() } == numbers)
        #expect(numbers.map { _ in reader.signedNumber() } == numbers.map { -$0 })
        #expect(reader.isAtEnd && reader.number() == 0)
    }

    private static func text(_ number: Int) -> String {
        (0..<30).map { words[(number * ($0 % 5 + 1) + $0 * $0) % words.count] }.joined(separator: " ")
    }

    private static func segments(_ tx: Transaction) throws -> Int { try tx.one("SELECT count(*) AS count FROM search_segments") { try $0["count"] } }

    private func answers(_ database: Database) async throws -> [String: [ID<Edition>]] {
        try await database.read { tx in
            var answers: [String: [ID<Edition>]] = [:]
            for (one, two) in zip(Self.words, Self.words.dropFirst()) {
                for query in [one, "\(one) \(two)", "\"\(one) \(two)\"", "\(one) -\(two)"] {
                    answers[query] = try Search.editions(tx, SearchQuery(query), [.en], limit: 100)
                }
            }
            return answers
        }
    }
}
