import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: sections and topics")
struct WordPressSectionsTests {
    @Test("a category and its translation are one section, and a tag is a topic", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let report = try await bench.run(fixture: "newsroom-1.2.xml").report
            #expect((report.sections, report.topics) == (1, 1))
            let section = try #require(try await bench.tree().sections.first)
            #expect(section.names[.en]?.name == "Politics" && section.names[.ar]?.name == "سياسة" && section.names[.ar]?.slug.text == "سياسة")
            let edition = try #require(try await bench.edition(101))
            let topics = try await bench.database.read { try Topics.of($0, edition.workID) }
            #expect(topics.map { $0.names[.en]?.name } == ["ليبيا"])
        }
    }

    @Test("a tag and its translation are one topic", arguments: TestEngine.allCases)
    func topics(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            func tag(_ id: Int, _ slug: String, _ name: String) -> String {
                "<wp:tag><wp:term_id>\(id)</wp:term_id><wp:tag_slug>\(slug)</wp:tag_slug><wp:tag_name>\(name)</wp:tag_name></wp:tag>"
            }
            site.head =
                tag(1, "port", "Port") + tag(2, "port-ar", "الميناء") + """
                    <wp:term><wp:term_id>3</wp:term_id><wp:term_taxonomy>term_translations</wp:term_taxonomy><wp:term_slug>pll_1</wp:term_slug>\
                    <wp:term_description><![CDATA[a:2:{s:2:"en";i:1;s:2:"ar";i:2;}]]></wp:term_description></wp:term>
                    """
            site.items = [
                SampleExport.Item(1, "One").with { $0.terms = [("language", "en", "English"), ("post_tag", "port", "Port")] },
                SampleExport.Item(2, "واحد").with { $0.terms = [("language", "ar", "العربية"), ("post_tag", "port-ar", "الميناء")] },
            ]
            #expect(try await bench.run(site).report.topics == 1)
            let topic = try await bench.database.read { try Topics.find($0, .ar, slug: Slug(trusted: "port-ar")) }
            #expect(topic?.names[.en]?.name == "Port" && topic?.names[.ar]?.name == "الميناء")
        }
    }

    @Test("Yoast's primary category is the section, and the others list the story too", arguments: TestEngine.allCases)
    func primary(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.head = SampleExport.category(1, "city", "City") + SampleExport.category(2, "sport", "Sport")
            site.items = [
                SampleExport.Item(1, "One").with {
                    $0.terms = [("category", "city", "City"), ("category", "sport", "Sport")]
                    $0.meta = [("_yoast_wpseo_primary_category", "2")]
                }
            ]
            _ = try await bench.run(site)
            let (work, tree) = (try #require(try await bench.work(1)), try await bench.tree())
            #expect(tree[id: work.sectionID]?.names[.en]?.slug.text == "sport")
            for section in tree.sections {
                #expect(try await bench.database.read { try Articles.teasers($0, .section(section.id), .en, limit: 5).count } == 1)
            }
        }
    }

    @Test("categories keep their order of above and below", arguments: TestEngine.allCases)
    func parents(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.head = SampleExport.category(1, "sport", "Sport") + SampleExport.category(2, "football", "Football", parent: "sport")
            site.items = [
                SampleExport.Item(1, "One").with { $0.terms = [("category", "football", "Football")] },
                SampleExport.Item(2, "مباراة").with { $0.terms = [("category", "football", "Football"), ("language", "ar", "العربية")] },
            ]
            _ = try await bench.run(site)
            let tree = try await bench.tree()
            let football = try #require(tree.sections.first { $0.names[.en]?.slug.text == "football" })
            #expect(tree.path(to: football.id).map { $0.names[.en]?.name } == ["Sport", "Football"])
            // Whoever reads Arabic finds the way down as well.
            #expect(tree.path(to: football.id).allSatisfy { $0.names[.ar] != nil })
            #expect(tree.top(in: .ar).count == 1)
        }
    }

    @Test("categories whose parents run in a circle are taken in all the same", .timeLimit(.minutes(30)), arguments: TestEngine.allCases)
    func circle(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.head =
                SampleExport.category(1, "a", "A", parent: "c") + SampleExport.category(2, "b", "B", parent: "a")
                + SampleExport.category(3, "c", "C", parent: "b") + SampleExport.category(4, "d", "D", parent: "d")
            site.items = ["a", "b", "c", "d"].enumerated().map { index, slug in
                SampleExport.Item(index + 1, "Story \(slug)").with { $0.terms = [("category", slug, slug.uppercased())] }
            }
            let report = try await bench.run(site).report
            #expect((report.created, report.sections) == (4, 4))
            let tree = try await bench.tree()
            #expect(tree.sections.allSatisfy { tree.path(to: $0.id).count <= 3 })
        }
    }

    @Test("Uncategorized is no section", arguments: TestEngine.allCases)
    func uncategorized(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "One").with { $0.terms = [("category", "uncategorized", "Uncategorized")] },
                SampleExport.Item(2, "واحد").with { $0.terms = [("category", "%d8%ba%d9%8a%d8%b1-%d9%85%d8%b5%d9%86%d9%81", "غير مصنف")] },
            ]
            let report = try await bench.run(site).report
            #expect(report.sections == 0)
            #expect(try await bench.work(1)?.sectionID == nil)
        }
    }

    @Test("a translation filed under a category of its own is listed there too, also after a change", arguments: TestEngine.allCases)
    func separateCategories(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "The port is open").with {
                    $0.terms = [("language", "en", "English"), ("post_translations", "pll_1", "pll_1"), ("category", "city", "City")]
                },
                SampleExport.Item(2, "الميناء مفتوح").with {
                    $0.terms = [("language", "ar", "العربية"), ("post_translations", "pll_1", "pll_1"), ("category", "madina", "المدينة")]
                },
            ]
            _ = try await bench.run(site)
            for change in ["", ", at last"] {
                site.items[1].title += change
                _ = try await bench.run(site)
                let (work, tree) = (try #require(try await bench.work(1)), try await bench.tree())
                #expect(tree[id: work.sectionID]?.names[.en]?.name == "City")
                let arabic = try #require(tree.sections.first { $0.names[.ar]?.name == "المدينة" })
                let (ar, en) = try await bench.database.read { tx in
                    (
                        try Articles.teasers(tx, .section(arabic.id), .ar, limit: 5).count,
                        try Articles.teasers(tx, .section(work.sectionID ?? arabic.id), .en, limit: 5).count
                    )
                }
                #expect((ar, en) == (1, 1))
            }
        }
    }
}
