import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The lists of the desk")
struct BoardTests {
    @Test("each story stands where it is, and the counts say so", arguments: TestEngine.allCases)
    func trays(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let bench = try DeskBench(tx)
                func story(_ headline: String) throws -> (ID<Edition>, ID<Revision>) {
                    let story = try bench.begin(tx, headline)
                    let head = try DeskBench.head(tx, story)
                    var content = Draft.content(headline, "Text of \(headline).")
                    content.standfirst = "x"
                    let saved = try Desk.save(
                        tx, story, Submission(base: head.id, writer: "w", sequence: 1, isNamed: true, content: content), by: bench.ben)
                    return (story, try DeskBench.saved(saved).id)
                }
                func publish(_ one: (ID<Edition>, ID<Revision>), at moment: Instant? = nil) throws {
                    try Desk.publish(tx, one.0, .init(revision: one.1, moment: moment), fourEyes: false, by: bench.ada)
                }
                _ = try story("Draft")
                let review = try story("Review")
                try Desk.move(tx, review.0, to: .inReview, by: bench.ben)
                let ready = try story("Ready")
                try Desk.move(tx, ready.0, to: .inReview, by: bench.ben)
                #expect(throws: Refusal.self, "a writer does not call her own ready") { try Desk.move(tx, ready.0, to: .ready, by: bench.ben) }
                try Desk.move(tx, ready.0, to: .ready, by: bench.ada)
                try publish(try story("Scheduled"), at: tx.now.adding(seconds: 60))
                let today = try story("Today")
                try publish(today)
                let gone = try story("Gone")
                try publish(gone)
                try Desk.withdraw(tx, gone.0, reason: "Untrue.", by: bench.ada)
                let over = try story("Over")
                try publish(over)
                _ = try Desk.save(tx, over.0, DeskBench.text("New.", on: over.1, 2), by: bench.ben)

                let midnight = tx.now.adding(seconds: -3_600)
                func headlines(_ tray: Board.Tray, _ filter: Board.Filter = .init(), for reader: Reader? = nil) throws -> Set<String> {
                    let page = try Board.page(tx, tray, filter, for: reader ?? bench.ben, midnight: midnight, number: 1)
                    return Set(page.items.map(\.headline))
                }
                #expect(try headlines(.draft) == ["Draft", "Quay handed over"])
                #expect(try headlines(.inReview) == ["Review"] && headlines(.ready) == ["Ready"])
                #expect(try headlines(.scheduled) == ["Scheduled"] && headlines(.withdrawn) == ["Gone"])
                #expect(try headlines(.today) == ["Today", "Quay handed over"])
                #expect(try headlines(.mine) == ["Draft", "Review", "Ready", "Scheduled", "Quay handed over"])
                #expect(try headlines(.mine, for: bench.ada).isEmpty)
                #expect(try headlines(.translations) == ["Today", "Quay handed over"])
                let counts = try Board.counts(tx, .init(), for: bench.ben, midnight: midnight)
                #expect(counts[.draft] == 2 && counts[.mine] == 5 && counts[.withdrawn] == 1)
                #expect(try headlines(.all, .init(words: "sched")) == ["Scheduled"] && headlines(.all, .init(words: "%_")).isEmpty)
                #expect(try headlines(.all, .init(language: .ar)).isEmpty && headlines(.all, .init(section: bench.section)).count == 7)
                #expect(try headlines(.all, .init(person: bench.ada.id)).isEmpty)
                _ = try Desk.translate(tx, today.0, into: .ar, by: bench.ada)
                #expect(try headlines(.translations) == ["Quay handed over"])
            }
        }
    }
}
