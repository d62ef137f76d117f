import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Check also")
struct CheckAlsoTests {
    @Test("what shares a topic comes before what shares the section, the newest first", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let chosen = try await database.write { tx in
                let (section, topic) = (try Draft.section(tx, "City"), try Draft.topic(tx, "Port"))
                try Draft.publish(tx, "Topic, old", at: 1, topics: [topic])
                try Draft.publish(tx, "Topic, new", at: 5, topics: [topic])
                try Draft.publish(tx, "Section, newest", at: 9, section: section)
                try Draft.publish(tx, "Section, older", at: 8, section: section)
                try Draft.publish(tx, "Neither", at: 10)
                return try choose(tx, for: try Draft.publish(tx, "This", at: 11, section: section, topics: [topic]).edition)
            }
            #expect(chosen == ["Topic, new", "Topic, old", "Section, newest"])
        }
    }

    @Test("a story never offers itself, one in another language, a draft, or one that was withdrawn", arguments: TestEngine.allCases)
    func never(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let chosen = try await database.write { tx in
                let (section, topic) = (try Draft.section(tx, "City"), try Draft.topic(tx, "Port"))
                try Draft.publish(tx, "خبر", .ar, section: section, topics: [topic])
                _ = try Draft.add(tx, "Draft", section: section, topics: [topic])
                try Articles.withdraw(tx, try Draft.publish(tx, "Withdrawn", section: section, topics: [topic]).edition, reason: "Untrue")
                try Draft.publish(tx, "Good", section: section)
                return try choose(tx, for: try Draft.publish(tx, "This", section: section, topics: [topic]).edition)
            }
            #expect(chosen == ["Good"])
        }
    }

    @Test("where nothing is shared, the latest are offered", arguments: TestEngine.allCases)
    func latest(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let chosen = try await database.write { tx in
                for number in 1...4 { try Draft.publish(tx, "Story \(number)", at: Int64(number)) }
                try Draft.publish(tx, "خبر", .ar, at: 9)
                return try choose(tx, for: try Draft.publish(tx, "This", at: 11).edition)
            }
            #expect(chosen == ["Story 4", "Story 3", "Story 2"])
        }
    }

    @Test("a newsroom's only story offers nothing", arguments: TestEngine.allCases)
    func only(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let chosen = try await database.write { tx in try choose(tx, for: try Draft.publish(tx, "This").edition) }
            #expect(chosen == [])
        }
    }

    private func choose(_ tx: Transaction, for id: ID<Edition>) throws -> [String] {
        guard let edition = try Articles.edition(tx, id) else { return [] }
        return try Articles.view(tx, edition)?.checkAlso.map(\.headline) ?? []
    }
}
