import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Never lose a word")
struct SavingTests {
    @Test("a save on top of what its writer has seen is the newest text", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let first = try DeskBench.head(tx, story)
                let second = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: first.id), by: bench.ben))
                #expect(second.id != first.id && second.isAutosave && second.authorID == bench.ben.id && second.text == "One.")
                let third = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One. Two.", on: second.id, 2, isNamed: true), by: bench.ben))
                #expect(!third.isAutosave && third.parentID == first.id)
                #expect(try DeskBench.head(tx, story).id == third.id)
            }
        }
    }

    @Test("a stale save changes nothing and gives the other text, in both orders", arguments: TestEngine.allCases)
    func stale(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                for (one, other) in [("ben", "ada"), ("ada", "ben")] {
                    let story = try bench.begin(tx, "Story of \(one)")
                    let base = try DeskBench.head(tx, story).id
                    let people = ["ben": bench.ben, "ada": bench.ada]
                    let first = try #require(people[one])
                    let second = try #require(people[other])
                    _ = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("By \(one).", on: base, writer: one), by: first))
                    guard case .stale(let theirs) = try Desk.save(tx, story, DeskBench.text("By \(other).", on: base, writer: other), by: second)
                    else {
                        Issue.record("a stale save was taken")
                        return
                    }
                    #expect(theirs.text == "By \(one)." && theirs.author == one)
                    #expect(try DeskBench.head(tx, story).text == "By \(one).")
                    // Once she has seen it, hers stands on top, and what it replaced is there still.
                    let merged = try DeskBench.saved(
                        try Desk.save(tx, story, DeskBench.text("By both.", on: theirs.id, writer: other, 2), by: second))
                    #expect(try DeskBench.head(tx, story).id == merged.id)
                    let under = try #require(try Articles.revision(tx, theirs.id))
                    #expect(under.text == "By \(one)." && !under.isAutosave, "it is not thinned out either")
                }
            }
        }
    }

    @Test("what is sent again because its answer was lost is one save; what was typed after it goes on top", arguments: TestEngine.allCases)
    func again(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let base = try DeskBench.head(tx, story).id
                let first = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: base, 1), by: bench.ben))
                let again = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: base, 1), by: bench.ben))
                #expect(again.id == first.id)
                // Its answer never came, so its base is the old one: the window is the same, and so is its writer.
                let next = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One. Two.", on: base, 2), by: bench.ben))
                #expect(next.text == "One. Two.")
                // A late arrival of the first one takes nothing back.
                let late = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: base, 1), by: bench.ben))
                #expect(try late.id == next.id && DeskBench.head(tx, story).text == "One. Two.")
            }
        }
    }

    @Test("the same text is no second revision; naming what was saved by itself keeps it as it is", arguments: TestEngine.allCases)
    func naming(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let base = try DeskBench.head(tx, story)
                let auto = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: base.id, 1), by: bench.ben))
                let named = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: auto.id, 2, isNamed: true), by: bench.ben))
                #expect(named.id == auto.id && !named.isAutosave && named.digest == auto.digest)
                // There and back again: the same text on the same parent was saved before.
                var last = named
                for (number, text) in ["Two.", "Three.", "Two.", "Three."].enumerated() {
                    last = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text(text, on: last.id, 3 + number), by: bench.ben))
                    #expect(last.text == text && last.parentID == named.id)
                }
                #expect(try DeskBench.head(tx, story).id == last.id)
            }
        }
    }

    @Test("what was saved by itself is thinned out; what was named, is published or is the newest stays", arguments: TestEngine.allCases)
    func thinning(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (bench, story) = try await database.write { tx in
                let bench = try DeskBench(tx)
                return (bench, try bench.begin(tx))
            }
            // Six hours of writing, a save each minute, and one named each hour.
            for minute in 1...360 {
                clock.advance(seconds: 60)
                try await database.write { tx in
                    let head = try DeskBench.head(tx, story)
                    let text = DeskBench.text("Minute \(minute).", on: head.id, minute, isNamed: minute.isMultiple(of: 60))
                    _ = try Desk.save(tx, story, text, by: bench.ben)
                }
            }
            let lines = try await database.read { try Articles.revisions($0, of: story, limit: 1_000) }
            #expect(lines.filter { !$0.isAutosave }.count == 7)
            #expect((30...42).contains(lines.filter(\.isAutosave).count), "\(lines.count)")
            clock.advance(seconds: 40 * 86_400)
            try await database.write { tx in
                _ = try Desk.save(tx, story, DeskBench.text("Much later.", on: try DeskBench.head(tx, story).id, 1_000), by: bench.ben)
            }
            let later = try await database.read { try Articles.revisions($0, of: story, limit: 1_000) }
            #expect(later.filter { !$0.isAutosave }.count == 7 && later.filter(\.isAutosave).count == 1)
            #expect(try await database.read { try DeskBench.head($0, story).text } == "Much later.")
        }
    }

    @Test("an earlier text is made the newest again, and what was being written stays", arguments: TestEngine.allCases)
    func restoring(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let base = try DeskBench.head(tx, story).id
                let one = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("One.", on: base, 1, isNamed: true), by: bench.ben))
                let two = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Two.", on: one.id, 2), by: bench.ben))
                try Desk.restore(tx, story, one.id, note: "back", by: bench.ada)
                let head = try DeskBench.head(tx, story)
                #expect(head.text == "One." && head.id != one.id && head.note == "back" && head.author == "ada" && head.parentID == two.id)
                #expect(try Articles.revision(tx, two.id)?.isAutosave == false)
                let other = try bench.begin(tx, "Another story")
                #expect(throws: Refusal.self) { try Desk.restore(tx, other, one.id, note: "", by: bench.ada) }
            }
        }
    }

    @Test(
        "a text saved over a published one is in work, and readers see the published one until it is published itself", arguments: TestEngine.allCases
    )
    func overPublished(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let story = try bench.begin(tx)
                let text = DeskBench.text("Published.", on: try DeskBench.head(tx, story).id, 1)
                let first = try DeskBench.saved(try Desk.save(tx, story, text, by: bench.ben))
                try Desk.publish(tx, story, .init(revision: first.id), fourEyes: false, by: bench.ada)
                #expect(try Articles.edition(tx, story)?.workflow == .ready)
                _ = try Desk.save(tx, story, DeskBench.text("In work.", on: first.id, 2), by: bench.ben)
                let edition = try #require(try Articles.edition(tx, story))
                #expect(edition.workflow == .draft && edition.visibility == .published)
                #expect(try Articles.published(tx, of: story)?.text == "Published." && DeskBench.head(tx, story).text == "In work.")
                #expect(try Articles.revision(tx, first.id)?.isAutosave == false, "what was published stays")
            }
        }
    }

    @Test("a reporter writes in what is assigned to her, an editor everywhere, a stranger nowhere", arguments: TestEngine.allCases)
    func whoMay(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                let other = try DeskBench.staff(tx, "nour", .reporter)
                let translator = try DeskBench.staff(tx, "tala", .translator)
                let story = try bench.begin(tx)
                let base = try DeskBench.head(tx, story).id
                for stranger in [other, translator] {
                    let refusal = #expect(throws: Refusal.self) { try Desk.save(tx, story, DeskBench.text("Mine.", on: base), by: stranger) }
                    #expect(refusal?.kind == .forbidden)
                }
                try Desk.assign(tx, story, to: [other.id], by: bench.ada)
                _ = try DeskBench.saved(try Desk.save(tx, story, DeskBench.text("Mine.", on: base), by: other))
                #expect(throws: Refusal.self) { try Desk.save(tx, story, DeskBench.text("Ben’s.", on: base), by: bench.ben) }
                let translation = try Desk.translate(tx, story, into: .ar, by: translator)
                let head = try DeskBench.head(tx, translation)
                _ = try DeskBench.saved(try Desk.save(tx, translation, DeskBench.text("مترجم.", on: head.id), by: translator))
                #expect(throws: Refusal.self) { try Desk.translate(tx, story, into: .ar, by: translator) }
            }
        }
    }
}
