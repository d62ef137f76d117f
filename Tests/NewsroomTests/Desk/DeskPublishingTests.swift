import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Publishing from the desk")
struct DeskPublishingTests {
    /// Gives `body` a story with a text, and its newest revision.
    private func withStory(
        _ engine: TestEngine, _ clock: FixedClock = FixedClock(),
        _ body: @escaping @Sendable (Database, DeskBench, ID<Edition>, ID<Revision>) async throws -> Void
    ) async throws {
        try await withDatabase(engine, clock: clock) { database in
            let (bench, story, revision) = try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let text = DeskBench.text("Text.", on: try DeskBench.head(tx, story).id, isNamed: true)
                return (bench, story, try DeskBench.saved(try Desk.save(tx, story, text, by: bench.ben)).id)
            }
            try await body(database, bench, story, revision)
        }
    }

    @Test("exactly the revision that was looked at is published; a newer one of somebody else is looked at first", arguments: TestEngine.allCases)
    func exact(engine: TestEngine) async throws {
        try await withStory(engine) { database, bench, story, revision in
            try await database.write { tx in
                let newer = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Newer.", on: revision, 2), by: bench.ben))
                let refusal = #expect(throws: Refusal.self) {
                    try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                }
                #expect(refusal?.kind == .conflict)
                #expect(try Articles.edition(tx, story)?.visibility == .private)
                try Desk.publish(tx, story, .init(revision: newer.id), fourEyes: false, by: bench.ada)
                #expect(try Articles.published(tx, of: story)?.id == newer.id)
                #expect(throws: Refusal.self) { try Desk.publish(tx, story, .init(revision: newer.id), fourEyes: false, by: bench.ben) }
            }
        }
    }

    @Test("what is scheduled is published once, at its moment, whatever the clock does and however many look", arguments: TestEngine.allCases)
    func scheduled(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withStory(engine, clock) { database, bench, story, revision in
            let moment = clock.now.adding(seconds: 3_600)
            try await database.write { tx in try Desk.publish(tx, story, .init(revision: revision, moment: moment), fourEyes: false, by: bench.ada) }
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.edition($0, story)?.visibility } == .scheduled)
            clock.advance(seconds: -7_200)
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.edition($0, story)?.visibility } == .scheduled)
            clock.advance(seconds: 10 * 3_600)
            _ = try await atOnce(8) { _ in try await Desk.keepTime(database) }
            clock.advance(seconds: -20 * 3_600)
            try await Desk.keepTime(database)
            let (edition, publications, told) = try await database.read { tx in
                (
                    try Articles.edition(tx, story), try Publications.of(tx, story),
                    try tx.one("SELECT count(*) AS n FROM outbox WHERE kind = 'edition.published'") { try $0["n"] as Int }
                )
            }
            #expect(edition?.visibility == .published && edition?.scheduledID == nil && publications.count == 1 && told == 1)
        }
    }

    @Test("over a published story the next text comes at its moment, and the first stays until then", arguments: TestEngine.allCases)
    func scheduledOver(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withStory(engine, clock) { database, bench, story, revision in
            let next = try await database.write { tx in
                try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                let next = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Next.", on: revision, 2), by: bench.ben))
                try Desk.publish(tx, story, .init(revision: next.id, moment: tx.now.adding(seconds: 60)), fourEyes: false, by: bench.ada)
                return next.id
            }
            #expect(try await database.read { try Articles.published($0, of: story)?.id } == revision)
            #expect(try await database.read { try Articles.edition($0, story)?.visibility } == .published)
            clock.advance(seconds: 61)
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.published($0, of: story)?.id } == next)
        }
    }

    @Test("a story that is called off, under embargo, or goes away at its time", arguments: TestEngine.allCases)
    func times(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withStory(engine, clock) { database, bench, story, revision in
            try await database.write { tx in
                try Desk.setTimes(tx, story, embargo: tx.now.adding(seconds: 100), hidden: nil, by: bench.ada)
                for moment in [nil, tx.now.adding(seconds: 99)] {
                    let refusal = #expect(throws: Refusal.self) {
                        try Desk.publish(tx, story, .init(revision: revision, moment: moment), fourEyes: false, by: bench.ada)
                    }
                    #expect(refusal?.kind == .conflict)
                }
                try Desk.publish(tx, story, .init(revision: revision, moment: tx.now.adding(seconds: 100)), fourEyes: false, by: bench.ada)
                try Desk.unschedule(tx, story, by: bench.ada)
                #expect(try Articles.edition(tx, story)?.visibility == .private)
                try Desk.publish(tx, story, .init(revision: revision, moment: tx.now.adding(seconds: 100)), fourEyes: false, by: bench.ada)
            }
            clock.advance(seconds: 100)
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.edition($0, story)?.visibility } == .published)
            try await database.write { tx in try Desk.setTimes(tx, story, embargo: nil, hidden: tx.now.adding(seconds: 10), by: bench.ada) }
            clock.advance(seconds: 10)
            try await Desk.keepTime(database)
            let edition = try #require(try await database.read { try Articles.edition($0, story) })
            #expect(edition.visibility == .private && edition.hiddenAt == nil)
        }
    }

    @Test("what was withdrawn does not come back by itself", arguments: TestEngine.allCases)
    func withdrawn(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withStory(engine, clock) { database, bench, story, revision in
            try await database.write { tx in
                try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                let next = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Next.", on: revision, 2), by: bench.ben))
                try Desk.publish(tx, story, .init(revision: next.id, moment: tx.now.adding(seconds: 60)), fourEyes: false, by: bench.ada)
                try Desk.withdraw(tx, story, reason: "Untrue.", by: bench.ada)
            }
            clock.advance(seconds: 61)
            try await Desk.keepTime(database)
            let edition = try #require(try await database.read { try Articles.edition($0, story) })
            #expect(edition.visibility == .withdrawn && edition.scheduledID == nil)
        }
    }

    @Test("while the site is frozen nothing on it changes; writing goes on; what was due comes once it is released", arguments: TestEngine.allCases)
    func frozen(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withStory(engine, clock) { database, bench, story, revision in
            try await database.write { tx in
                let refusal = #expect(throws: Refusal.self) { try Desk.freeze(tx, reason: "", by: bench.ada) }
                #expect(refusal?.kind == .forbidden)
                try Desk.publish(tx, story, .init(revision: revision, moment: tx.now.adding(seconds: 5)), fourEyes: false, by: bench.ada)
                try Desk.freeze(tx, reason: "attack", by: bench.omar)
                #expect(throws: Refusal.self) { try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada) }
                _ = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Goes on.", on: revision, 2), by: bench.ben))
            }
            clock.advance(seconds: 10)
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.edition($0, story)?.visibility } == .scheduled)
            try await database.write { try Desk.release($0, by: bench.omar) }
            try await Desk.keepTime(database)
            #expect(try await database.read { try Articles.published($0, of: story)?.id } == revision)
        }
    }

    @Test("with four eyes another editor agrees first, to this text and not to the next", arguments: TestEngine.allCases)
    func fourEyes(engine: TestEngine) async throws {
        try await withStory(engine) { database, bench, story, revision in
            try await database.write { tx in
                let other = try DeskBench.staff(tx, "dana", .editor)
                func publish(_ revision: ID<Revision>) throws {
                    try Desk.publish(tx, story, .init(revision: revision), fourEyes: true, by: bench.ada)
                }
                #expect(throws: Refusal.self) { try publish(revision) }
                try Desk.approve(tx, story, revision, by: bench.ada)
                #expect(throws: Refusal.self, "her own approval is not another's") { try publish(revision) }
                let written = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("By Dana.", on: revision, 2), by: other))
                #expect(throws: Refusal.self, "nobody approves what she wrote") { try Desk.approve(tx, story, written.id, by: other) }
                let back = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("By Ben.", on: written.id, 3), by: bench.ben))
                try Desk.approve(tx, story, back.id, by: other)
                try publish(back.id)
                #expect(try Articles.published(tx, of: story)?.id == back.id)
            }
        }
    }

    @Test("a correction is told with what it corrects; the first publication can be none", arguments: TestEngine.allCases)
    func corrections(engine: TestEngine) async throws {
        try await withStory(engine) { database, bench, story, revision in
            try await database.write { tx in
                #expect(throws: Refusal.self) {
                    try Desk.publish(tx, story, .init(revision: revision, correction: "Wrong."), fourEyes: false, by: bench.ada)
                }
                try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                let right = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Right.", on: revision, 2), by: bench.ada))
                try Desk.publish(tx, story, .init(revision: right.id, correction: "The quay is eastern."), fourEyes: false, by: bench.ada)
                let corrections = try Corrections.of(tx, story)
                #expect(corrections.map(\.words) == ["The quay is eastern."] && corrections[0].number == 2)
                #expect(try Corrections.page(tx, .en, number: 1, size: 10).items.map(\.id) == corrections.map(\.id))
                #expect(try Corrections.page(tx, .ar, number: 1, size: 10).items.isEmpty)
                #expect(try Audit.newest(tx, on: "edition:\(story)").first?.action == "edition.corrected")
            }
        }
    }

    @Test("what stands in the way is named, and stops the publication", arguments: TestEngine.allCases)
    func readiness(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try Desk.begin(tx, .en, headline: "Bare", section: nil, tree: try Sections.tree(tx), by: bench.ben)
                let head = try DeskBench.head(tx, story)
                let edition = try #require(try Articles.edition(tx, story))
                let found = try Readiness.of(tx, edition, head.content)
                #expect(found.filter(\.blocks).map(\.words.en) == ["The story has no text.", "The story is in no section."])
                let refusal = #expect(throws: Refusal.self) {
                    try Desk.publish(tx, story, .init(revision: head.id), fourEyes: false, by: bench.ada)
                }
                #expect(refusal?.words.en == "The story has no text.")
            }
        }
    }

    @Test("only what nobody outside has seen is deleted, by those whose duty it is", arguments: TestEngine.allCases)
    func deletion(engine: TestEngine) async throws {
        try await withStory(engine) { database, bench, story, revision in
            try await database.write { tx in
                let other = try bench.begin(tx, "Never seen")
                #expect(throws: Refusal.self) { try Desk.delete(tx, other, by: bench.ada) }
                try Desk.delete(tx, other, by: bench.omar)
                #expect(try Articles.edition(tx, other) == nil && Audit.newest(tx).first?.was == "Never seen")
                try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                #expect(throws: Refusal.self) { try Desk.delete(tx, story, by: bench.omar) }
                try Desk.withdraw(tx, story, reason: "Untrue.", by: bench.ada)
                #expect(throws: Refusal.self) { try Desk.delete(tx, story, by: bench.omar) }
                #expect(try Articles.edition(tx, story) != nil)
            }
        }
    }

    @Test("a new address leads on from the old one once the story was published; another story's is refused", arguments: TestEngine.allCases)
    func slug(engine: TestEngine) async throws {
        try await withStory(engine) { database, bench, story, revision in
            try await database.write { tx in
                func details(_ slug: String) -> Desk.Details {
                    Desk.Details(
                        section: bench.section, topics: ["Harbour", "Harbour"], byline: ["Salma"], slug: slug, isPinned: false)
                }
                let tree = try Sections.tree(tx)
                try Desk.setDetails(tx, story, details("first-name"), tree: tree, by: bench.ben)
                #expect(try Redirects.find(tx, path: "/en/articles/quay-handed-over") == nil)
                try Desk.publish(tx, story, .init(revision: revision), fourEyes: false, by: bench.ada)
                #expect(throws: Refusal.self, "a reporter changes nothing that is published") {
                    try Desk.setDetails(tx, story, details("second-name"), tree: tree, by: bench.ben)
                }
                try Desk.setDetails(tx, story, details("second-name"), tree: tree, by: bench.ada)
                #expect(try Redirects.find(tx, path: "/en/articles/first-name") == .article(.en, Slug(trusted: "second-name")))
                let other = try bench.begin(tx, "Another")
                let refusal = #expect(throws: Refusal.self) { try Desk.setDetails(tx, other, details("second-name"), tree: tree, by: bench.ben) }
                #expect(refusal?.field == "slug")
                let edition = try #require(try Articles.edition(tx, story))
                #expect(try Topics.of(tx, edition.workID).count == 1)
                #expect(try People.bylines(tx, of: [story])[story]?.map { $0.name(in: .en) } == ["Salma"])
            }
        }
    }
}
