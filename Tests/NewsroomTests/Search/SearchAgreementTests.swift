import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Search on both engines")
struct SearchAgreementTests {
    private static let english = [
        "port", "city", "old", "harbour", "cranes", "ships", "council", "voted", "market", "flour", "prices", "Café", "2024", "MiG-29",
    ]
    private static let arabic = [
        "الميناء", "المدينة", "مُحَمَّدٌ", "القوّات", "أحمد", "مستشفى", "على", "٢٠٢٤", "السفن", "المجلس", "سوق", "الدقيق", "أسعار",
    ]

    @Test(
        "a set of stories and queries gives the same stories in the same order on either",
        .enabled(if: TestEngine.allCases.count == 2, "needs both engines"))
    func itWorks() async throws {
        let (one, two) = (try await answers(.sqlite), try await answers(.postgres))
        #expect(one.count > 150 && one.values.count { !$0.isEmpty } > 100)
        for (query, found) in one { #expect(two[query] == found, "\(query)") }
    }

    private func answers(_ engine: TestEngine) async throws -> [String: [String]] {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                for number in 0..<60 {
                    let (words, language) = number % 2 == 0 ? (Self.english, Language.en) : (Self.arabic, .ar)
                    func pick(_ step: Int) -> String { words[(number * step + step * step) % words.count] }
                    try Draft.publish(
                        tx, "\(pick(1)) \(pick(3)) \(number)", language, text: (1...20).map { pick($0) }.joined(separator: Self.between(number)),
                        standfirst: pick(7), at: Int64(number))
                }
            }
            var queries = Self.english + Self.arabic
            for words in [Self.english, Self.arabic] {
                for (one, two) in zip(words, words.dropFirst() + words.prefix(1)) {
                    queries += [
                        "\(one) \(two)", "\"\(one) \(two)\"", "\(one) -\(two)", "\(one) -\"\(two) \(one)\"", "\"\(two) \(one)\" \(words[0])",
                        "\(one) 14",
                    ]
                }
            }
            return try await database.read { [queries] tx in
                try Dictionary(
                    uniqueKeysWithValues: Set(queries).map { query in
                        let hits = try Search.find(tx, SearchQuery(query), Language.allCases, number: 1, size: 100).items
                        return (query, hits.map { $0.path.text })
                    })
            }
        }
    }

    /// What stands between words, another for each story.
    private static let between: @Sendable (Int) -> String = { [" ", ", ", " — ", "\u{200F} ", "/", ". "][$0 % 6] }
}
