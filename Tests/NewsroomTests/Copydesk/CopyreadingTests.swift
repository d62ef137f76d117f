import Basics
import Linguistics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The copydesk of a newsroom")
struct CopyreadingTests {
    private func withStory(
        _ engine: TestEngine, _ text: String, _ body: @escaping @Sendable (Transaction, DeskBench, ID<Edition>, Revision) throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                try body(tx, bench, story, try Self.write(tx, bench, story, text))
            }
        }
    }

    private static func write(_ tx: Transaction, _ bench: DeskBench, _ story: ID<Edition>, _ text: String) throws -> Revision {
        try DeskBench.saved(
            try Desk.save(
                tx, story, DeskBench.text(text, on: try DeskBench.head(tx, story).id, writer: Token().text, isNamed: true), by: bench.ben))
    }

    private static func reading(_ tx: Transaction, _ story: ID<Edition>) throws -> Copyreading {
        guard let edition = try Articles.edition(tx, story) else { throw DeskBench.Missing() }
        return try Copyreading.of(tx, edition, try DeskBench.head(tx, story).content)
    }

    @Test("a text with an open finding that is required is published only by saying so, and the audit has it", arguments: TestEngine.allCases)
    func required(engine: TestEngine) async throws {
        try await withStory(engine, "The the quay opened on Sunday.") { tx, bench, story, revision in
            #expect(try Self.reading(tx, story).findings.map(\.check).contains("doubled-word"))
            #expect(try Self.reading(tx, story).open.isEmpty, "nothing is required until the newsroom says so")
            #expect(throws: Refusal.self) { try Desk.setRules(tx, levels: [:], required: .suggestion, words: [], by: bench.ada) }
            try Desk.setRules(tx, levels: [:], required: .suggestion, words: [], by: bench.omar)
            let refusal = #expect(throws: Refusal.self) { try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, by: bench.ada) }
            #expect(refusal?.kind == .conflict && refusal?.field == "override")
            #expect(try Articles.edition(tx, story)?.visibility == .private)
            try Desk.publish(tx, story, .init(revision: revision.id, overrides: true), fourEyes: false, by: bench.ada)
            let noted = try Audit.newest(tx).first { $0.action == "copydesk.overridden" }
            #expect(noted?.actor == bench.ada.id && noted?.became.contains("doubled-word") == true)
        }
    }

    @Test("what an editor leaves as it is stays so while the text changes elsewhere", arguments: TestEngine.allCases)
    func left(engine: TestEngine) async throws {
        try await withStory(engine, "The the quay opened on Sunday.") { tx, bench, story, revision in
            let finding = try #require(try Self.reading(tx, story).findings.first { $0.check == "doubled-word" })
            try Desk.leave(tx, story, revision.id, check: finding.check, finding.range, by: bench.ben)
            #expect(try !Self.reading(tx, story).findings.contains { $0.check == "doubled-word" })
            _ = try Self.write(tx, bench, story, "News first. The the quay opened on Sunday. He left the the room.")
            #expect(try Self.reading(tx, story).findings.filter { $0.check == "doubled-word" }.count == 1, "another place is another matter")
        }
    }

    @Test("a day is read by the clocks of the newsroom, in the list and where it counts")
    func zone() async throws {
        // In UTC it is still the old year, in which the first of July was a Wednesday.
        let clock = FixedClock(try #require(CivilTime.instant(year: 2026, month: 12, day: 31)).adding(seconds: 84_600))
        try await withDatabase(.sqlite, clock: clock) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let revision = try Self.write(tx, bench, story, "The quay opens on Thursday 1 July.")
                try Desk.setRules(tx, levels: ["date-weekday": .error], required: .error, words: [], by: bench.omar)
                let edition = try #require(try Articles.edition(tx, story))
                let zone: Copyreading.Zone = { $0.civil(offset: 7_200) }
                let found = try Copyreading.of(tx, edition, revision.content, zone: Copyreading.utc).findings
                #expect(found.contains { $0.check == "date-weekday" })
                #expect(try !Copyreading.of(tx, edition, revision.content, zone: zone).findings.contains { $0.check == "date-weekday" })
                #expect(throws: Refusal.self) { try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, by: bench.ada) }
                try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, zone: zone, by: bench.ada)
            }
        }
    }

    @Test("a level, a word and a house name that the newsroom has settled hold for its stories", arguments: TestEngine.allCases)
    func settled(engine: TestEngine) async throws {
        try await withStory(engine, "Khalifa Hifter spoke in Benghazi. The the quay opened.") { tx, bench, story, revision in
            let id = try Speakers.add(tx, .person, names: [.en: "Khalifa Haftar", .ar: "خليفة حفتر"])
            let named = try #require(try Self.reading(tx, story).findings.first { $0.suggestion?.contains("Haftar") == true })
            #expect(named.check == "house-name" || named.message.en.contains("house"))
            try Speakers.keep(
                tx, id,
                .init(
                    kind: .person, names: [.en: "Khalifa Hifter"], wikidata: "", visibility: .listed, roles: [], same: [], others: []))
            #expect(try !Self.reading(tx, story).findings.contains { $0.suggestion?.contains("Haftar") == true })
            try Desk.setRules(tx, levels: ["doubled-word": nil], required: nil, words: ["Benghazi"], by: bench.omar)
            #expect(try !Self.reading(tx, story).findings.contains { $0.check == "doubled-word" })
            #expect(throws: Refusal.self) { try Desk.setRules(tx, levels: ["no-such-check": nil], required: nil, words: [], by: bench.omar) }
        }
    }
}
