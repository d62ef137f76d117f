import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Lists of stories")
struct TeaserTests {
    @Test("the newest comes first, in one language, page by page", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                for number in [3, 1, 5, 2, 4] { try Draft.publish(tx, "Story \(number)", at: Int64(number)) }
                try Draft.publish(tx, "خبر", .ar, at: 9)
                _ = try Draft.add(tx, "Draft")
            }
            #expect(try await database.read { try Draft.headlines($0) } == ["Story 5", "Story 4", "Story 3", "Story 2", "Story 1"])
            let pages = try await database.read { tx in try (1...3).map { try Articles.page(tx, .all, .en, number: $0, size: 2) } }
            #expect(pages.map { $0.items.map(\.headline) } == [["Story 5", "Story 4"], ["Story 3", "Story 2"], ["Story 1"]])
            #expect(pages.map(\.hasNext) == [true, true, false])
        }
    }

    @Test("stories of the same moment keep an order of their own", arguments: TestEngine.allCases)
    func sameMoment(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in for number in 1...4 { try Draft.publish(tx, "Story \(number)", at: 7) } }
            #expect(try await database.read { try Draft.headlines($0) } == ["Story 4", "Story 3", "Story 2", "Story 1"])
        }
    }

    @Test("works already on the page are left out, and the list stays full", arguments: TestEngine.allCases)
    func excluded(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let works = try await database.write { tx in try (1...5).map { try Draft.publish(tx, "Story \($0)", at: Int64($0)).work } }
            let left = try await database.read { tx in
                try Articles.teasers(tx, .all, .en, limit: 3, without: [works[4], works[2]]).map(\.headline)
            }
            #expect(left == ["Story 4", "Story 2", "Story 1"])
        }
    }

    @Test("a section lists what is filed under the sections below it, each story once", arguments: TestEngine.allCases)
    func section(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (sport, football) = try await database.write { tx in
                let sport = try Draft.section(tx, "Sport")
                let football = try Draft.section(tx, "Football", parent: sport)
                try Draft.publish(tx, "Derby", section: football)
                try Draft.publish(tx, "Regatta", at: 2, section: sport)
                return (sport, football)
            }
            #expect(try await database.read { try Draft.headlines($0, .section(sport)) } == ["Derby", "Regatta"])
            #expect(try await database.read { try Draft.headlines($0, .section(football)) } == ["Derby"])
        }
    }

    @Test("topics, people, pins and chosen works make lists of their own", arguments: TestEngine.allCases)
    func others(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (topic, person, pinned) = try await database.write { tx in
                let topic = try Draft.topic(tx, "Port")
                let person = try People.add(tx, slug: Slug(trusted: "ben"), names: [.en: .init(name: "Ben")])
                try Draft.publish(tx, "About", topics: [topic])
                try Articles.setByline(tx, try Draft.publish(tx, "Signed").edition, [person, person])
                let pinned = try Draft.publish(tx, "Pinned").work
                try Articles.pin(tx, pinned, true)
                return (topic, person, pinned)
            }
            let lists = try await database.read { tx in
                try [.topic(topic), .person(person), .pinned, .works([pinned]), .works([])].map { try Draft.headlines(tx, $0) }
            }
            #expect(lists == [["About"], ["Signed"], ["Pinned"], ["Pinned"], []])
            let byline = try await database.read { try Articles.teasers($0, .person(person), .en, limit: 1).first?.byline.map(\.slug.text) }
            #expect(byline == ["ben"])
        }
    }

    @Test("the standfirst sums a story up, or else the beginning of its text", arguments: TestEngine.allCases)
    func summary(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "One", text: "The beginning.", standfirst: "The point", at: 2)
                try Draft.publish(tx, "Two", text: "The beginning.", at: 1)
            }
            #expect(try await database.read { try Articles.teasers($0, .all, .en, limit: 5).map(\.summary) } == ["The point", "The beginning."])
        }
    }
}
