package import Basics
package import Linguistics
package import Storage

/// What a newsroom has settled for its copydesk: levels of checks, words that are right here, and what must be seen to before a story is published.
package struct HouseRules: Sendable {
    /// By the checks that the newsroom changed; nil turns one off.
    package let levels: [String: Finding.Level?]
    package let words: [String]
    /// A story with an open finding of this level or a graver one is not published, unless the editor says so.
    package let required: Finding.Level?

    package static let longestWord = 60
    package static let mostWords = 20_000

    package static func read(_ tx: Transaction) throws -> HouseRules {
        let levels = try tx.all("SELECT check_id, level FROM copydesk_levels") { (try $0["check_id"] as String, try $0["level"] as String) }
        let required = try tx.first("SELECT required FROM copydesk_rule WHERE id = 1") { try $0["required"] as String }
        return HouseRules(
            levels: Dictionary(uniqueKeysWithValues: levels.map { ($0.0, Finding.Level(rawValue: $0.1)) }),
            words: try tx.all("SELECT word FROM copydesk_words ORDER BY word") { try $0["word"] },
            required: required.flatMap { Finding.Level(rawValue: $0) })
    }

    static func setLevels(_ tx: Transaction, _ levels: [String: Finding.Level?], required: Finding.Level?) throws {
        let standard = Dictionary(uniqueKeysWithValues: Copydesk.catalogue.map { ($0.id, $0.level) })
        try tx.run("DELETE FROM copydesk_levels")
        for (check, level) in levels.sorted(by: { $0.key < $1.key }) {
            guard let own = standard[check] else { throw Refusal(.invalid, ar: "لا توجد هذه القاعدة.", en: "There is no such check.", field: check) }
            guard own != level else { continue }
            try tx.run("INSERT INTO copydesk_levels (check_id, level) VALUES (\(check), \(level?.rawValue ?? "off"))")
        }
        try tx.run(
            """
            INSERT INTO copydesk_rule (id, required) VALUES (1, \(required?.rawValue ?? "none"))
            ON CONFLICT (id) DO UPDATE SET required = excluded.required
            """)
    }

    static func setWords(_ tx: Transaction, _ words: [String]) throws {
        guard words.count <= mostWords else {
            throw Refusal(.invalid, ar: "اكتب \(mostWords) كلمة على الأكثر.", en: "Write at most \(mostWords) words.", field: "words")
        }
        try tx.run("DELETE FROM copydesk_words")
        for word in words { try addWord(tx, word) }
    }

    static func addWord(_ tx: Transaction, _ written: String) throws {
        let word = try DeskLimits.one(written, longestWord, field: "words")
        guard !word.isEmpty else { return }
        try tx.run("INSERT INTO copydesk_words (word, created_at) VALUES (\(word), \(tx.now)) ON CONFLICT DO NOTHING")
    }
}
