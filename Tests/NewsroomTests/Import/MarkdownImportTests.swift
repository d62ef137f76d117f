import Basics
import Foundation
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing Markdown")
struct MarkdownImportTests {
    @Test("files become editions with all that their front matter says", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let outcome = try await bench.run(MarkdownSample())
            #expect((outcome.report.items, outcome.report.created, outcome.report.skipped) == (5, 5, 0))
            #expect((outcome.report.sections, outcome.report.topics, outcome.report.people, outcome.report.pictures) == (2, 1, 1, 1))
            #expect(outcome.entries.isEmpty)
            let port = try #require(try await bench.article("the-port-is-open"))
            #expect(port.content.standfirst == "At last" && port.content.dateline == "Tripoli")
            #expect(port.byline.map { $0.name(in: .ar) } == ["آدا"] && port.topics.map { $0.names[.en]?.name } == ["Port"])
            #expect(
                port.edition.publishedAt == Instant(rfc3339: "2026-08-11T12:30:00Z")
                    && port.edition.updatedAt == Instant(rfc3339: "2026-08-12T07:00:00Z"))
            #expect(port.translation?.slug.text == "الميناء-مفتوح" && port.work.isPinned)
            #expect(port.picture?.fileName == "port.png" && port.picture?.licence == "CC0-1.0" && port.picture?.focalPoint.x == 0.2)
            let path = try await bench.tree().path(to: try #require(port.work.sectionID))
            #expect(path.map { $0.names[.en]?.name } == ["City", "Sport"])
            #expect(try await bench.article("unfinished") == nil)
            #expect(try await bench.count("editions WHERE visibility = 'private'") == 1)
        }
    }

    @Test("pictures in the text have their caption and credit from the list, in the language of the file", arguments: TestEngine.allCases)
    func captions(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(MarkdownSample())
            let port = try #require(try await bench.article("the-port-is-open"))
            let html = port.content.body.canonicalHTML
            #expect(port.content.body.pictures.map(\.source) == [.media(try #require(port.work.mediaID).rawValue)])
            #expect(html.contains("The port at dawn") && html.contains("Ada"))
            let translation = try #require(port.translation)
            let arabic = try #require(try await bench.database.read { try Articles.newest($0, of: translation.id) })
            #expect(arabic.content.body.pictures.count == 1 && arabic.content.body.plainText.contains("الميناء"))
        }
    }

    @Test("links between files lead to their pages, by path or by a name that only one file has", arguments: TestEngine.allCases)
    func links(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(MarkdownSample())
            let port = try #require(try await bench.article("the-port-is-open")).content.body.canonicalHTML
            #expect(port.contains("\"/en/pages/about#who\"") && port.contains("\"/en/articles/a-storm\""))
            let about = try #require(try await bench.article("about", .page)).content.body.canonicalHTML
            #expect(about.contains("\"/en/articles/a-storm\""))
            #expect(about.components(separatedBy: "\"/en/articles/the-port-is-open\"").count == 3)
        }
    }

    @Test("a link by a name that two files have, or none, is noted", arguments: TestEngine.allCases)
    func unknownLinks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var sample = MarkdownSample()
            sample.files["articles/old/storm.en.md"] = MarkdownSample.file("title: An older storm", "Wind.")
            sample.files["pages/about.en.md"] = MarkdownSample.file(
                "title: About", "[a](storm.en.md) [b](nowhere.en.md) ![c](pictures/none.png) [d](https://x.example/a.md) [e](#here)")
            let outcome = try await bench.run(sample)
            let notes = outcome.entries.filter { $0.reason.en.contains("not in the folder") }
            #expect(
                notes.map(\.reason.en)
                    == ["storm.en.md", "nowhere.en.md", "pictures/none.png"].map { "leads to “\($0)”, which is not in the folder" })
            #expect(notes.allSatisfy { $0.place.file == "pages/about.en.md" })
        }
    }

    @Test("a second run changes nothing at all", arguments: TestEngine.allCases)
    func again(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(MarkdownSample())
            let before = try await bench.dump()
            bench.clock.advance(seconds: 3_600)
            let report = try await bench.run(MarkdownSample()).report
            #expect((report.unchanged, report.created, report.updated) == (5, 0, 0))
            #expect(try await bench.dump().differences(from: before) == [])
        }
    }

    @Test("what has changed in a file or a list is changed, and nothing else", arguments: TestEngine.allCases)
    func changed(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var sample = MarkdownSample()
            _ = try await bench.run(sample)
            let about = try #require(try await bench.article("about", .page))
            bench.clock.advance(seconds: 3_600)
            sample.files["articles/port.en.md"]?.replace("section: sport", with: "section: city")
            sample.files["articles/storm.en.md"]?.replace("Wind.", with: "Wind and rain.")
            sample.files["pages/about.en.md"]?.replace("Read", with: "Do read")
            sample.files["people.yaml"]?.replace("en: Ada", with: "en: Ada L.")
            sample.files["pictures.yaml"]?.replace("The port at dawn", with: "The port at noon")
            let report = try await bench.run(sample).report
            #expect((report.updated, report.unchanged, report.created) == (3, 2, 0))
            let port = try #require(try await bench.article("the-port-is-open"))
            #expect(try await bench.tree()[id: port.work.sectionID]?.names[.en]?.name == "City")
            #expect(port.byline.map { $0.name(in: .en) } == ["Ada L."] && port.picture?.texts[.en]?.caption == "The port at noon")
            #expect(port.content.body.plainText.contains("The port at noon"))
            #expect(try await bench.article("a-storm")?.content.body.plainText == "Wind and rain.")
            // A page without a date keeps the one it was first given.
            #expect(try await bench.article("about", .page)?.edition.publishedAt == about.edition.publishedAt)
        }
    }

    @Test("a file that is a draft again is taken away from readers", arguments: TestEngine.allCases)
    func draftAgain(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var sample = MarkdownSample()
            _ = try await bench.run(sample)
            sample.files["articles/storm.en.md"]?.replace("published: 2026-08-10", with: "published: 2026-08-10\ndraft: true")
            #expect(try await bench.run(sample).report.updated == 1)
            let listed = try await bench.database.read { try Articles.teasers($0, .all, .en, limit: 9).map(\.headline) }
            #expect(listed == ["The port is open"])
        }
    }
}
