import Basics
import Linguistics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The record of statements")
struct StatementsTests {
    private static let body = "Minister Layla Haddad said the quay opens on Sunday. “It is ready,” she said. Others doubt it."

    /// A story with that text; `body` is given the newest revision.
    private func withStory(
        _ engine: TestEngine, _ body: @escaping @Sendable (Transaction, DeskBench, ID<Edition>, Revision) throws -> Void
    ) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let revision = try Self.write(tx, bench, story, Self.body)
                try body(tx, bench, story, revision)
            }
        }
    }

    @discardableResult
    private static func write(_ tx: Transaction, _ bench: DeskBench, _ story: ID<Edition>, _ text: String) throws -> Revision {
        try DeskBench.saved(
            try Desk.save(tx, story, DeskBench.text(text, on: try DeskBench.head(tx, story).id, writer: Token().text, isNamed: true), by: bench.ben))
    }

    private static func draft(
        _ revision: Revision, _ words: [String], source: String? = nil, kind: Statement.Kind = .indirect,
        sourceClass: Statement.SourceClass = .person, who: Statements.Draft.Who?
    ) throws -> Statements.Draft {
        let prose = StoryProse(revision.content, language: .en).prose
        let content = try words.map { try #require(prose.range(of: $0, near: 0)) }
        let sources = try [source].compactMap(\.self).map { try #require(prose.range(of: $0, near: 0)) }
        return Statements.Draft(
            Statement(
                source: sources, cue: [try #require(prose.range(of: "said", near: 0))], content: content, kind: kind, sourceClass: sourceClass,
                speaker: source, role: "Minister"), who: who)
    }

    @Test("the sample records whole names in their own words, in either language as one person, once", arguments: TestEngine.allCases)
    func sample(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                try Draft.publish(tx, "Quay", text: "“The quay opens on Sunday,” said Layla Haddad, the minister. Others said that nobody knows.")
                try Draft.publish(tx, "الرصيف", .ar, text: "قالت ليلى حداد، وزيرة النقل: «يُفتح الرصيف صباح الأحد». وقال آخرون إنهم لا يعلمون.")
                #expect(try Statements.recordSample(tx) == 2)
                #expect(try Statements.recordSample(tx) == 0)
                let speakers = try Speakers.search(tx, "", number: 1, size: 9).items
                #expect(speakers.map(\.statements) == [2])
                #expect(speakers.first?.speaker.names == [.en: "Layla Haddad", .ar: "ليلى حداد"])
            }
        }
    }

    @Test("a confirmed statement follows the text, says when its words have changed and when they are gone", arguments: TestEngine.allCases)
    func follows(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            let id = try Desk.confirm(
                tx, story, revision.id, try Self.draft(revision, ["the quay opens on Sunday"], source: "Layla Haddad", who: .new("Layla Haddad")),
                by: bench.ben)
            func standing() throws -> (RecordedStatement.Standing, String) {
                let prose = StoryProse(try DeskBench.head(tx, story).content, language: .en).prose
                let placed = try #require(try Statements.placed(tx, story, in: prose).first)
                return (placed.standing, placed.statement.content.map { prose.text($0) }.joined())
            }
            #expect(try standing() == (.kept, "the quay opens on Sunday"))
            try Self.write(tx, bench, story, "News first. " + Self.body)
            #expect(try standing() == (.kept, "the quay opens on Sunday"))
            try Self.write(tx, bench, story, Self.body.replacing("Sunday", with: "Monday"))
            #expect(try standing().0 == .altered)
            try Self.write(tx, bench, story, "Nothing of it is left here at all.")
            #expect(try standing().0 == .lost)
            #expect(try Statements.find(tx, id)?.words == "the quay opens on Sunday")
        }
    }

    @Test("who an unnamed source is stands nowhere, whatever the form said; the database refuses it besides", arguments: TestEngine.allCases)
    func unnamed(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            var draft = try Self.draft(revision, ["It is ready,"], sourceClass: .unnamed, who: .new("Karim Secretname"))
            draft.statement.speaker = "Karim Secretname"
            let id = try Desk.confirm(tx, story, revision.id, draft, by: bench.ben)
            let recorded = try #require(try Statements.find(tx, id))
            #expect(recorded.speakerID == nil && recorded.name.isEmpty)
            #expect(try Speakers.search(tx, "Karim Secretname", number: 1, size: 10).items.isEmpty)
            #expect(try Audit.newest(tx).allSatisfy { !$0.became.contains("Secretname") })
            #expect(throws: (any Error).self) { () throws in
                try tx.savepoint { _ = try tx.run("UPDATE statements SET name = 'Karim' WHERE id = \(id)") }
            }
        }
    }

    @Test("a source that should have a name and has none is refused at its field", arguments: TestEngine.allCases)
    func nameless(engine: TestEngine) async throws {
        try await withStory(engine) { (tx, bench, story, revision) throws in
            let refusal = #expect(throws: Refusal.self) {
                try Desk.confirm(tx, story, revision.id, try Self.draft(revision, ["It is ready,"], who: nil), by: bench.ben)
            }
            #expect(refusal?.field == "speaker")
            #expect(try Statements.of(tx, story).isEmpty)
        }
    }

    @Test("who may not write in a story records nothing in it", arguments: TestEngine.allCases)
    func duty(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            let draft = try Self.draft(revision, ["It is ready,"], who: .new("Layla Haddad"))
            let other = try DeskBench.staff(tx, "tara", .reporter)
            #expect(throws: Refusal.self) { try Desk.confirm(tx, story, revision.id, draft, by: other) }
            #expect(try Statements.of(tx, story).isEmpty)
        }
    }

    @Test("a statement of two sentences is split, joined again, withdrawn and confirmed again; each is in the audit", arguments: TestEngine.allCases)
    func parting(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            let id = try Desk.confirm(
                tx, story, revision.id, try Self.draft(revision, ["the quay opens on Sunday. “It is ready,”"], who: .new("Layla Haddad")),
                by: bench.ben)
            try Desk.split(tx, id, revision.id, by: bench.ben)
            #expect(try Statements.of(tx, story).map(\.words) == ["the quay opens on Sunday.", "“It is ready,”"])
            #expect(throws: Refusal.self) { try Desk.split(tx, id, revision.id, by: bench.ben) }
            try Desk.join(tx, id, revision.id, by: bench.ben)
            #expect(try Statements.of(tx, story).map(\.words) == ["the quay opens on Sunday. … “It is ready,”"])
            #expect(throws: Refusal.self) { try Desk.join(tx, id, revision.id, by: bench.ben) }
            try Desk.set(tx, id, .withdrawn, by: bench.ben)
            try Desk.set(tx, id, .confirmed, by: bench.ben)
            #expect(try Audit.newest(tx, on: Desk.subject(id)).count == 5)
        }
    }

    @Test("readers are given what the published text has, and not what it lost", arguments: TestEngine.allCases)
    func published(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            let id = try Desk.confirm(
                tx, story, revision.id, try Self.draft(revision, ["the quay opens on Sunday"], who: .new("Layla Haddad")), by: bench.ben)
            let speaker = try #require(try Statements.find(tx, id)?.speakerID)
            #expect(try Statements.spoken(tx, by: speaker, size: 10).items.isEmpty, "a draft’s")
            try Desk.publish(tx, story, .init(revision: revision.id), fourEyes: false, by: bench.ada)
            #expect(try Statements.spoken(tx, by: speaker, size: 10).items.map(\.words) == ["the quay opens on Sunday"])
            let without = try Self.write(tx, bench, story, "Nothing of it is left here at all.")
            #expect(try Statements.spoken(tx, in: story).count == 1, "what is in work is not what readers see")
            try Desk.publish(tx, story, .init(revision: without.id), fourEyes: false, by: bench.ada)
            #expect(try Statements.spoken(tx, in: story).isEmpty)
            let again = try Self.write(tx, bench, story, Self.body)
            try Desk.publish(tx, story, .init(revision: again.id), fourEyes: false, by: bench.ada)
            #expect(try Statements.spoken(tx, in: story).count == 1)
            try Desk.withdraw(tx, story, reason: "Wrong.", by: bench.ada)
            let said = try Statements.spoken(tx, by: speaker, size: 10).items
            #expect(said.count == 1 && said[0].isStoryWithdrawn)
        }
    }

    @Test("two records of one person become one, with all she said and every spelling; her old address leads there", arguments: TestEngine.allCases)
    func merging(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            try Desk.confirm(tx, story, revision.id, try Self.draft(revision, ["the quay opens on Sunday"], who: .new("Layla Haddad")), by: bench.ben)
            try Desk.confirm(tx, story, revision.id, try Self.draft(revision, ["It is ready,"], who: .new("Leila Hadad")), by: bench.ben)
            let ids = try Statements.of(tx, story).compactMap(\.speakerID)
            #expect(throws: Refusal.self) { try Desk.merge(tx, ids[1], into: ids[0], by: bench.ben) }
            try Desk.merge(tx, ids[1], into: ids[0], by: bench.ada)
            #expect(try Statements.all(tx, by: ids[0]).count == 2)
            #expect(try Speakers.find(tx, slug: try #require(Slug(exactly: "leila-hadad")))?.id == ids[0])
            #expect(try Speakers.candidates(tx, "Leila Hadad").first?.speaker.id == ids[0])
            let both = Set(try Statements.all(tx, by: ids[0]).prefix(1).map(\.id))
            let new = try Desk.part(tx, ids[0], both, name: [.en: "Leila Hadad"], by: bench.ada)
            #expect(try Statements.all(tx, by: new).map(\.id) == Array(both))
            #expect(try Statements.all(tx, by: ids[0]).count == 1)
        }
    }

    @Test("a name that is known as somebody else’s is not proposed for her", arguments: TestEngine.allCases)
    func others(engine: TestEngine) async throws {
        try await withStory(engine) { tx, bench, story, revision in
            try Desk.confirm(tx, story, revision.id, try Self.draft(revision, ["the quay opens on Sunday"], who: .new("Layla Haddad")), by: bench.ben)
            let id = try #require(try Statements.of(tx, story).first?.speakerID)
            #expect(try Speakers.candidates(tx, "Layla Haddad").map(\.speaker.id) == [id])
            func keep(_ others: [String], wikidata: String = "", since: String? = nil) throws {
                try Desk.keep(
                    tx, id,
                    .init(
                        kind: .person, names: [.en: "Layla Haddad", .ar: "ليلى حداد"], wikidata: wikidata, visibility: .listed,
                        roles: [.init(language: .en, role: "Minister", since: since)], same: [], others: others), by: bench.ada)
            }
            try keep(["ليلى الحداد"], wikidata: "Q42", since: "2019-04")
            #expect(try Speakers.candidates(tx, "ليلى الحداد").isEmpty)
            #expect(try Speakers.candidates(tx, "ليلى حداد").map(\.likeness) == [1])
            #expect(throws: Refusal.self) { try tx.savepoint { try keep([], wikidata: "42") } }
            #expect(throws: Refusal.self) { try tx.savepoint { try keep([], since: "19") } }
            #expect(throws: Refusal.self) { try tx.savepoint { try keep([], since: "2019-4") } }
        }
    }
}
