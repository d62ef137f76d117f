import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: comments")
struct WordPressCommentsTests {
    @Test("comments are kept with their state, their parent and their time", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            #expect(try await bench.run(fixture: "newsroom-1.2.xml").report.comments == 4)
            let kept = try await bench.database.read { tx in
                try tx.all("SELECT source_id, parent_source_id, kind, state, author_name, body FROM imported_comments ORDER BY id") { row in
                    [
                        try row["source_id"], try row["parent_source_id"] as String? ?? "", try row["kind"], try row["state"],
                        try row["author_name"], try row["body"],
                    ] as [String]
                }
            }
            #expect(
                kept == [
                    ["7", "", "comment", "1", "Layla", "Good news"], ["8", "7", "comment", "0", "Omar", "I hope so"],
                    ["9", "", "comment", "spam", "Buy", "Cheap"], ["10", "", "pingback", "1", "Elsewhere", "[...]"],
                ])
        }
    }

    @Test("the address a comment was sent from is nowhere in the database", arguments: TestEngine.allCases)
    func addresses(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One").with { $0.comments = SampleExport.comment(1, "Fine") }]
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            _ = try await bench.run(site)
            let dump = try await bench.dump().all
            #expect(dump.contains("Good news") && dump.contains("Fine") && dump.contains("reader@mail.example"))
            #expect(!dump.contains("203.0.113"))
        }
    }

    @Test("a comment that was changed or taken for spam since is brought up to date", arguments: TestEngine.allCases)
    func changed(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One").with { $0.comments = SampleExport.comment(1, "Fine") + SampleExport.comment(2, "Call 555") }]
            #expect(try await bench.run(site).report.comments == 2)
            site.items[0].comments = SampleExport.comment(1, "Fine") + SampleExport.comment(2, "(removed)", author: "Anonymous", approved: "spam")
            #expect(try await bench.run(site).report.comments == 1)
            let second = try await bench.database.read { tx in
                try tx.one("SELECT body, state, author_name FROM imported_comments WHERE source_id = '2'") {
                    [try $0["body"], try $0["state"], try $0["author_name"]] as [String]
                }
            }
            #expect(second == ["(removed)", "spam", "Anonymous"])
        }
    }
}
