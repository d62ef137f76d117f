import Basics
import Foundation
import Storage

@testable import Newsroom

/// A folder of Markdown written for a test.
struct MarkdownSample {
    var files: [String: String] = [
        "sections.yaml": "- key: city\n  name: {ar: المدينة, en: City}\n- key: sport\n  parent: city\n  name: {en: Sport}\n",
        "topics.yaml": "- key: port\n  name: {ar: الميناء, en: Port}\n",
        "people.yaml": "- key: ada\n  name: {ar: آدا, en: Ada}\n  bio: {en: Writes.}\n",
        "pictures.yaml":
            "port.png:\n  alt: {en: Cranes}\n  caption: {ar: الميناء, en: The port at dawn}\n  credit: {en: Ada}\n"
            + "  licence: CC0-1.0\n  focal: [0.2, 0.8]\n",
        "articles/port.en.md": MarkdownSample.file(
            "title: The port is open\nstandfirst: At last\nsection: sport\ntopics: [port]\nauthors: [ada]\npicture: port.png\n"
                + "published: 2026-08-11T14:30:00+02:00\nupdated: 2026-08-12T09:00:00+02:00\ndateline: Tripoli",
            "Ships [came in](../pages/about.en.md#who).\n\n![Cranes](pictures/port.png)\n\nAs [said before](storm.en.md)."),
        "articles/port.ar.md": MarkdownSample.file(
            "title: الميناء مفتوح\npublished: 2026-08-11T14:00:00+02:00\npinned: true", "دخلت السفن.\n\n![](../pictures/port.png)"),
        "articles/storm.en.md": MarkdownSample.file("title: A storm\npublished: 2026-08-10", "Wind."),
        "articles/unfinished.en.md": MarkdownSample.file("title: Unfinished\ndraft: true", "To be confirmed."),
        "pages/about.en.md": MarkdownSample.file(
            "title: About", "Read [the storm](storm.en.md), [the port](../articles/port.en.md) and [the port](articles/port.en.md)."),
    ]

    static func file(_ matter: String, _ text: String) -> String { "---\n\(matter)\n---\n\(text)\n" }

    /// Writes the files anew into `folder`, with the picture that they show.
    func write(to folder: URL) throws {
        try? FileManager.default.removeItem(at: folder)
        for (name, text) in files {
            let file = folder.appending(path: name)
            try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try text.write(to: file, atomically: false, encoding: .utf8)
        }
        try FileManager.default.createDirectory(at: folder.appending(path: "pictures"), withIntermediateDirectories: true)
        try Data(PictureBytes.png).write(to: folder.appending(path: "pictures/port.png"))
    }
}

extension ImportBench {
    func run(_ sample: MarkdownSample) async throws -> Outcome {
        let files = folder.appending(path: "markdown")
        try sample.write(to: files)
        var entries: [ImportReport.Entry] = []
        let report = try await MarkdownImport(newsroom, media: media, source: "sample").run(files.path, entry: { entries.append($0) })
        return Outcome(report: report, entries: entries)
    }

    func article(_ slug: String, _ kind: Work.Kind = .article) async throws -> ArticleView? {
        try await database.read { tx in
            try Articles.edition(tx, kind, .en, slug: Slug(trusted: slug)).flatMap { try Articles.view(tx, $0) }
        }
    }
}
