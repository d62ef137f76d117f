import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Faults in Markdown")
struct MarkdownFaultTests {
    @Test(
        "a fault of a file is named by file, line and key, and the other files are taken in",
        arguments: [
            ("title: X\ncolour: red", "articles/x.en.md:3: colour is not a known key"), ("standfirst: X", "articles/x.en.md: title is missing"),
            ("title: ''", "articles/x.en.md:2: title is missing"),
            ("title: X\npublished: yesterday", "articles/x.en.md:3: published “yesterday” is no date"),
            ("title: X\npinned: maybe", "articles/x.en.md:3: pinned must be true or false"),
            ("title: X\ntopics: port", "articles/x.en.md:3: topics must be a list"),
            ("title: X\n\nsection: nowhere", "articles/x.en.md:4: section: there is no “nowhere”"),
            ("title: X\ntopics: [port, tides]", "articles/x.en.md:3: topics: there is no “tides”"),
            ("title: X\nauthors: [nobody]", "articles/x.en.md:3: authors: there is no “nobody”"),
            ("title: X\npicture: none.png", "articles/x.en.md:3: picture: there is no “none.png”"),
            ("title: X\nlanguage: fr", "articles/x.en.md:3: language must be ar or en"), ("title: '?!'", "articles/x.en.md: slug has no letters"),
            ("title: X\nkind: poem", "articles/x.en.md:3: kind “poem”"),
            ("title: X\nslug: the port is open", "articles/x.en.md:3: slug: another file"),
            ("title: [X", "articles/x.en.md:"),
        ])
    func faults(matter: String, words: String) async throws {
        try await withNewsroom(.sqlite) { bench in
            var sample = MarkdownSample()
            sample.files["articles/x.en.md"] = MarkdownSample.file(matter + (matter.contains("published") ? "" : "\npublished: 2027-01-01"), "Text.")
            let outcome = try await bench.run(sample)
            #expect((outcome.report.items, outcome.report.created, outcome.report.lost) == (6, 5, 1))
            #expect(outcome.report.reconciles && outcome.report.hasFaults)
            let fault = try #require(outcome.entries.first { $0.kind == .lost })
            #expect(fault.place.file == "articles/x.en.md" && fault.reason.en.hasPrefix(words), "\(fault.reason.en)")
        }
    }

    @Test("a file without front matter is named", arguments: TestEngine.allCases)
    func noMatter(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var sample = MarkdownSample()
            sample.files["articles/x.en.md"] = "Just text.\n"
            let outcome = try await bench.run(sample)
            #expect(outcome.reasons(.lost).count == 1 && outcome.reasons(.lost)[0].hasPrefix("articles/x.en.md:1: must begin"))
            #expect(outcome.report.created == 5)
        }
    }

    @Test(
        "a fault in a list beside the files refuses the import, by file, line and key",
        arguments: [
            ("sections.yaml", "- key: a\n  name: {en: A}\n  colour: red\n", "sections.yaml:3: items.colour is not a known key"),
            ("sections.yaml", "- key: a\n  name: {en: A}\n- key: b\n  name: {en: B}\n  parent: c\n", "sections.yaml:5: items.parent there is no “c”"),
            ("topics.yaml", "- key: a\n  name: {en: A}\n- key: a\n  name: {en: B}\n", "topics.yaml:3: items.key “a” stands here twice"),
            ("people.yaml", "- name: {en: A}\n", "people.yaml: items.key is missing"),
            ("people.yaml", "- key: a\n", "people.yaml: items.name is missing"),
            ("pictures.yaml", "port.png:\n  focal: [2, 0]\n", "The point lies outside"),
            ("pictures.yaml", "port.png:\n  focal: [1]\n", "pictures.yaml:2: port.png.focal must be two"),
            ("topics.yaml", "key: a\n", "topics.yaml:"),
        ])
    func lists(file: String, text: String, words: String) async throws {
        try await withNewsroom(.sqlite) { bench in
            var sample = MarkdownSample()
            sample.files[file] = text
            let refusal = await #expect(throws: Refusal.self) { try await bench.run(sample) }
            #expect(refusal?.words.en.hasPrefix(words) == true, "\(refusal?.words.en ?? "")")
            let editions = try await bench.count("editions")
            #expect(editions == 0)
        }
    }
}
