import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: what stays unpublished")
struct WordPressStatesTests {
    @Test("drafts, private, pending, scheduled and password-protected posts are not public", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let outcome = try await bench.run(fixture: "newsroom-1.2.xml")
            func state(_ id: Int) async throws -> (Edition.Visibility?, Edition.Workflow?) {
                let edition = try await bench.edition(id)
                return (edition?.visibility, edition?.workflow)
            }
            #expect(try await state(104) == (.private, .draft))
            #expect(try await state(105) == (.private, .ready))
            #expect(try await state(106) == (.scheduled, .ready))
            #expect(try await state(107) == (.private, .ready))
            #expect(try await state(108) == (.private, .inReview))
            #expect(outcome.reasons(.note).contains { $0.contains("password") })
            let hidden = [104, 105, 106, 107, 108]
            for id in hidden {
                let found = try await bench.find("/?p=\(id)")
                #expect(found == nil)
            }
            for language in Language.allCases {
                let shown = try await bench.database.read { try Articles.teasers($0, .all, language, limit: 50).map(\.headline) }
                #expect(!shown.contains { ["A draft", "Private notes", "Tomorrow", "For subscribers", "Waiting for a look"].contains($0) })
                let hits = try await bench.database.read { try Search.find($0, SearchQuery("subscribers"), Language.allCases, number: 1, size: 9) }
                #expect(hits.items.isEmpty)
            }
        }
    }

    @Test("a post that was protected by a password since is taken away from readers", arguments: TestEngine.allCases)
    func protectedLater(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One")]
            _ = try await bench.run(site)
            site.items[0].password = "sesame"
            #expect(try await bench.run(site).report.updated == 1)
            #expect(try await bench.edition(1)?.visibility == .private)
        }
    }

    @Test("a post that was binned since is taken away from readers", arguments: TestEngine.allCases)
    func binnedLater(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One")]
            _ = try await bench.run(site)
            site.items[0].status = "trash"
            let report = try await bench.run(site).report
            #expect((report.updated, report.skipped) == (1, 0))
            #expect(try await bench.edition(1)?.visibility == .private)
            let again = try await bench.run(site).report
            #expect((again.unchanged, again.updated) == (1, 0))
        }
    }

    @Test("what was withdrawn here stays withdrawn when the old site has changed it", arguments: TestEngine.allCases)
    func withdrawn(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One")]
            _ = try await bench.run(site)
            let edition = try #require(try await bench.edition(1))
            try await bench.database.write { try Articles.withdraw($0, edition.id, reason: "Untrue") }
            site.items[0].title = "One, again"
            let outcome = try await bench.run(site)
            #expect(outcome.report.updated == 1 && outcome.reasons(.note).contains { $0.contains("withdrawn") })
            let now = try #require(try await bench.edition(1))
            #expect((now.visibility, now.withdrawalReason) == (.withdrawn, "Untrue"))
            #expect(try await bench.content(1)?.headline == "One, again")
        }
    }
}
