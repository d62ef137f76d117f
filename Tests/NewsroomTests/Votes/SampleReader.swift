import Basics
import Storage

@testable import Newsroom

/// Readers made for a test in a few words.
enum SampleReader {
    @discardableResult
    static func add(_ tx: Transaction, _ email: String = "layla@mail.example", isConfirmed: Bool = true) throws -> ID<Reader> {
        try tx.one(
            """
            INSERT INTO readers (email, email_key, name, language, confirmed_at, created_at)
            VALUES (\(email), \(email.lowercased()), \("Layla"), \(Language.ar), \(isConfirmed ? tx.now : nil), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
    }

    static func add(_ tx: Transaction, count: Int) throws -> [ID<Reader>] { try (1...count).map { try add(tx, "reader-\($0)@mail.example") } }

    static func erase(_ tx: Transaction, _ id: ID<Reader>) throws { try tx.run("DELETE FROM readers WHERE id = \(id)") }
}

/// Does the same many times at once.
func atOnce<Value: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Value) async throws -> [Value] {
    try await withThrowingTaskGroup { group in
        for number in 0..<count { group.addTask { try await work(number) } }
        return try await group.reduce(into: []) { $0.append($1) }
    }
}
