import Basics
import Foundation
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: what becomes of a story")
struct WordPressMappingTests {
    @Test("a post becomes a published article with its words, dates and byline", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let report = try await bench.run(fixture: "newsroom-1.2.xml").report
            #expect((report.items, report.created, report.skipped) == (10, 10, 0))
            let edition = try #require(try await bench.edition(101))
            #expect((edition.language, edition.visibility, edition.workflow) == (.en, .published, .ready))
            #expect(edition.slug.text == "the-port-of-zuwara-opens-again")
            #expect(edition.publishedAt == Instant(rfc3339: "2024-09-01T08:00:00Z") && edition.updatedAt == Instant(rfc3339: "2024-09-03T10:00:00Z"))
            let content = try #require(try await bench.content(101))
            #expect(content.headline == "The port of Zuwara opens again")
            #expect(content.searchTitle == "The port of Zuwara opens again – Manara" && content.searchDescription == "What the port means")
        }
    }

    @Test("translations are one work with an edition in each language", arguments: TestEngine.allCases)
    func translations(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            let (english, arabic) = (try #require(try await bench.edition(101)), try #require(try await bench.edition(102)))
            #expect(english.workID == arabic.workID && arabic.language == .ar)
            let view = try #require(try await bench.database.read { try Articles.view($0, english) })
            #expect(view.translation?.slug.text == "ميناء-زوارة-يفتح-من-جديد")
        }
    }

    @Test("a second edition in the same language stays a work of its own, and says so", arguments: TestEngine.allCases)
    func sameLanguage(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = (1...2).map { id in SampleExport.Item(id, "Story \(id)").with { $0.terms = [("post_translations", "pll_1", "pll_1")] } }
            let outcome = try await bench.run(site)
            #expect(try await bench.edition(1)?.workID != bench.edition(2)?.workID)
            #expect(outcome.reasons(.note).count { $0.contains("work of its own") } == 1)
        }
    }

    @Test("a sticky post is pinned", arguments: TestEngine.allCases)
    func sticky(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            #expect(try await bench.work(101)?.isPinned == true)
            #expect(try await bench.work(110)?.isPinned == false)
        }
    }

    @Test("a written excerpt is the standfirst; a generated one is not made up", arguments: TestEngine.allCases)
    func excerpt(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "With").with { $0.excerpt = "<b>Cranes</b> &amp; ships" }, SampleExport.Item(2, "Without")]
            _ = try await bench.run(site)
            #expect(try await bench.content(1)?.standfirst == "Cranes & ships")
            #expect(try await bench.content(2)?.standfirst == "")
        }
    }

    @Test("Yoast's variables are filled in, and a title with an unknown one is left out", arguments: TestEngine.allCases)
    func yoast(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "Cranes").with { $0.meta = [("_yoast_wpseo_title", "%%title%% %%sep%% %%sitename%%")] },
                SampleExport.Item(2, "Ships").with { $0.meta = [("_yoast_wpseo_title", "%%title%% in %%primary_mystery%%")] },
            ]
            _ = try await bench.run(site)
            #expect(try await bench.content(1)?.searchTitle == "Cranes – Port News")
            #expect(try await bench.content(2)?.searchTitle == "")
        }
    }

    @Test("Arabic addresses are decoded", arguments: TestEngine.allCases)
    func arabicSlug(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            #expect(try await bench.edition(102)?.slug.text == "ميناء-زوارة-يفتح-من-جديد")
            let long = try #require(try await bench.edition(109, "page")?.slug.text)
            #expect(long.hasPrefix("عن-الشبكة-الإخبارية") && long.utf8.count <= 200)
        }
    }

    @Test("of two posts with one address the second is numbered", arguments: TestEngine.allCases)
    func sameSlug(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One", slug: "same"), SampleExport.Item(2, "Two", slug: "same")]
            _ = try await bench.run(site)
            #expect(try await bench.edition(1)?.slug.text == "same")
            #expect(try await bench.edition(2)?.slug.text == "same-2")
        }
    }

    @Test("two sites with the same numbers do not mix", arguments: TestEngine.allCases)
    func twoSites(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let (one, two) = (site("https://one.example", "One"), site("https://two.example", "Two"))
            let first = try await bench.run(one, two)
            #expect((first.report.created, first.report.updated) == (4, 0))
            let headlines = try await bench.database.read { tx in
                try Articles.teasers(tx, .all, .en, limit: 10).map(\.headline).sorted()
            }
            #expect(headlines == ["One 1", "One 2", "Two 1", "Two 2"])
            #expect(try await bench.run(two, one).report.unchanged == 4)
        }
    }

    @Test("two sites that do not say where they were do not mix either", arguments: TestEngine.allCases)
    func twoNamelessSites(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let report = try await bench.run(site("", "One"), site("", "Two")).report
            #expect(report.created == 4)
        }
    }

    private func site(_ link: String, _ name: String) -> SampleExport {
        var site = SampleExport()
        (site.title, site.link) = (name, link)
        site.items = (1...2).map { SampleExport.Item($0, "\(name) \($0)", slug: "\(name.lowercased())-\($0)") }
        return site
    }

    @Test("the same site over http, https, and with a slash is one site", arguments: TestEngine.allCases)
    func oneSite(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            #expect(try await bench.run(site("https://one.example", "One")).report.created == 2)
            var again = site("http://one.example/", "One")
            again.items = again.items.map { item in item.with { $0.link = "https://one.example/\($0.slug)/" } }
            let report = try await bench.run(again).report
            #expect(report.created == 0)
            #expect(try await bench.count("editions") == 2)
        }
    }
}
