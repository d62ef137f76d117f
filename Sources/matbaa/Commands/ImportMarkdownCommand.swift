import ArgumentParser
import Foundation
import Newsroom

struct ImportMarkdownCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "markdown", abstract: "Import a folder of Markdown with front matter in YAML.",
        discussion: """
            One file per edition, as in articles/harbour.en.md and articles/harbour.ar.md; docs/importing.md tells what the front matter and the lists
            beside the files may hold. Exit status: 0 when all is in, 1 when a file could not be taken in, 2 for wrong use.
            """)

    @Argument(help: "The folder.", completion: .directory)
    var folder: String

    @OptionGroup var data: DataOptions

    @Option(help: "Write the report, item by item, to this JSON file.", completion: .file())
    var report: String?

    func validate() throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder), isFolder.boolValue else {
            throw ValidationError("There is no folder \(folder).")
        }
    }

    mutating func run() async throws {
        let compose = Compose(settings: try data.settings())
        let newsroom = try await compose.newsroom()
        let writer = try report.map { try ReportWriter(path: $0) }
        let source = URL(fileURLWithPath: folder).lastPathComponent
        let total = try await Self.run(folder, source: source, compose, newsroom, writer, report: report)
        if total.hasFaults { throw ExitCode(1) }
    }

    static func run(
        _ folder: String, source: String, _ compose: Compose, _ newsroom: Newsroom, _ writer: ReportWriter? = nil, report: String? = nil
    ) async throws -> ImportReport {
        let media = try compose.media(newsroom)
        var text = ReportText()
        let line = ProgressLine("files")
        let total = try await MarkdownImport(newsroom, media: media, source: source).run(
            folder, progress: { done, all in line.show(done, part: all > 0 ? Double(done) / Double(all) : nil) },
            entry: { entry in
                try writer?.add(entry)
                text.add(entry)
            })
        line.finish()
        try writer?.finish(total)
        try await ImportWordPressCommand.develop(media)
        print(text.summary(total, isDryRun: false, report: report))
        return total
    }
}
