import ArgumentParser
import Basics
import Foundation
import Newsroom

struct ImportWordPressCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "wordpress", abstract: "Import exports of WordPress (WXR; plain, .gz or .zip).",
        discussion: """
            Run it as often as you like: what is in already is left alone, what has changed becomes a new revision, and an import that was cut off goes on.
            Exit status: 0 when all is in, 1 when something was lost for a fault of a file, 2 for wrong use.
            """)

    @Argument(help: "The export files.", completion: .file(extensions: ["xml", "gz", "zip"]))
    var files: [String]

    @OptionGroup var data: DataOptions

    @Option(help: "A folder laid out as wp-content/uploads: attachments are taken from it instead of being fetched.", completion: .directory)
    var uploads: String?

    @Flag(help: "Only say what would be done.")
    var dryRun = false

    @Option(help: "Write the report, item by item, to this JSON file.", completion: .file())
    var report: String?

    func validate() throws {
        if let missing = files.first(where: { !FileManager.default.isReadableFile(atPath: $0) }) {
            throw ValidationError("The file \(missing) cannot be read: check its name, and that you may read it.")
        }
        if let uploads, !FileManager.default.fileExists(atPath: uploads) { throw ValidationError("--uploads: there is no folder \(uploads).") }
    }

    mutating func run() async throws {
        let compose = Compose(settings: try data.settings())
        let newsroom = try await compose.newsroom()
        let media = try compose.media(newsroom)
        let writer = try report.map { try ReportWriter(path: $0) }
        var text = ReportText()
        let line = ProgressLine("items")
        let importing = WordPressImport(newsroom, media: media, options: WordPressImport.Options(uploads: uploads, isDryRun: dryRun))
        let total = try await importing.run(
            files,
            progress: { progress in
                line.show(progress.items, part: progress.totalBytes > 0 ? Double(progress.bytes) / Double(progress.totalBytes) : nil)
            },
            entry: { entry in
                try writer?.add(entry)
                text.add(entry)
            })
        line.finish()
        try writer?.finish(total)
        if uploads != nil, !dryRun { try await Self.develop(media) }
        print(text.summary(total, isDryRun: dryRun, report: report))
        if total.hasFaults || !total.reconciles { throw ExitCode(1) }
    }

    /// Makes the variants of the pictures that are here, while the operator watches.
    static func develop(_ media: Media) async throws {
        let line = ProgressLine("pictures")
        var done = 0
        var failed = 0
        while true {
            let round = try await media.workOnce(limit: 20)
            done += round.done
            failed += round.failed
            line.show(done, part: done + round.left > 0 ? Double(done) / Double(done + round.left) : nil)
            if round.done + round.failed == 0 { break }
        }
        line.finish()
        if failed > 0 { print("\(failed) pictures or files are not ready: `matbaa doctor` names them and says why.") }
    }
}
