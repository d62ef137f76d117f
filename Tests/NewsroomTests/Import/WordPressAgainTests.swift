import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress again")
struct WordPressAgainTests {
    @Test("a second run changes nothing at all", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let shared = WordPressReconciliationTests.shared.map(\.path)
            let paths = [ExportSample.fixtures.appendingPathComponent("newsroom-1.2.xml").path, try bench.write(.large(250))] + shared
            let first = try await bench.run(paths).report
            let before = try await bench.dump()
            #expect(before.rows["editions"]?.isEmpty == false && before.rows["outbox"]?.isEmpty == false)
            // Whatever were written now would show by its time.
            bench.clock.advance(seconds: 3600)
            let second = try await bench.run(paths).report
            #expect(second.unchanged == first.created + first.updated + first.unchanged && second.created == 0 && second.updated == 0)
            #expect((second.sections, second.topics, second.people, second.redirects, second.comments, second.pictures) == (0, 0, 0, 0, 0, 0))
            #expect(try await bench.dump().differences(from: before) == [])
        }
    }

    @Test("a changed item is a new revision above the old one", arguments: TestEngine.allCases)
    func changed(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One"), SampleExport.Item(2, "Two")]
            _ = try await bench.run(site)
            let edition = try #require(try await bench.edition(1))
            let old = try #require(try await bench.database.read { try Articles.published($0, of: edition.id) })
            site.items[0].title = "One, corrected"
            site.items[0].modified = "2024-09-05 08:00:00"
            let report = try await bench.run(site).report
            #expect((report.updated, report.unchanged, report.created) == (1, 1, 0))
            let new = try #require(try await bench.database.read { try Articles.published($0, of: edition.id) })
            #expect(new.content.headline == "One, corrected" && new.parentID == old.id)
            #expect(try await bench.count("revisions WHERE edition_id = \(edition.id)") == 2)
            let now = try #require(try await bench.edition(1))
            #expect(now.slug == edition.slug && now.updatedAt == Instant(rfc3339: "2024-09-05T08:00:00Z") && now.publishedAt == edition.publishedAt)
        }
    }

    @Test("files of one site at two times are both taken in once, whichever comes last", arguments: TestEngine.allCases)
    func twoTimes(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One")]
            let old = try bench.write(site)
            site.items[0].title = "One, corrected"
            let new = try bench.write(site)
            #expect(try await bench.run([old, new]).report.updated == 1)
            for paths in [[old, new], [new, old], [old]] {
                #expect(try await bench.run(paths).report.unchanged == paths.count)
                #expect(try await bench.content(1)?.headline == "One, corrected")
            }
        }
    }

    @Test("two items under one number are two", arguments: TestEngine.allCases)
    func oneNumber(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            func write(_ title: String, _ picture: String) throws -> String {
                var site = SampleExport()
                let slug = title.lowercased()
                site.items = [
                    SampleExport.picture(7, "2024/09/\(picture).png"),
                    SampleExport.Item(1, title).with {
                        $0.guid = "https://port.example/\(slug)/"
                        $0.meta = [("_thumbnail_id", "7")]
                    },
                ]
                return try bench.write(site)
            }
            let paths = [try write("One", "harbour"), try write("Two", "market")]
            #expect(try await bench.run(paths).report.created == 4)
            let shown = try await bench.database.read { tx in
                try tx.all(
                    """
                    SELECT r.headline, m.file_name FROM editions e JOIN works w ON w.id = e.work_id JOIN media m ON m.id = w.media_id
                        JOIN revisions r ON r.id = e.head_id ORDER BY e.id
                    """
                ) { "\(try $0["headline"] as String): \(try $0["file_name"] as String)" }
            }
            #expect(shown == ["One: harbour.png", "Two: market.png"])
            #expect(try await bench.run(paths).report.unchanged == 4)
        }
    }

    @Test("what is about an item, and not of its text, changes without a revision", arguments: TestEngine.allCases)
    func refiled(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One").with { $0.terms = [("category", "city", "City")] }]
            _ = try await bench.run(site)
            site.items[0].terms = [("category", "sport", "Sport")]
            site.items[0].isSticky = true
            #expect(try await bench.run(site).report.updated == 1)
            let (work, tree) = (try #require(try await bench.work(1)), try await bench.tree())
            #expect(tree[id: work.sectionID]?.names[.en]?.name == "Sport" && work.isPinned)
            #expect(try await bench.count("revisions") == 1)
            #expect(try await bench.count("work_sections") == 1)
        }
    }

    @Test("stories added to the site since are taken in", arguments: TestEngine.allCases)
    func added(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(.large(20))
            let report = try await bench.run(.large(25)).report
            #expect((report.created, report.unchanged) == (5, 22))
        }
    }
}
