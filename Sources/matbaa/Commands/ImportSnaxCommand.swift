import ArgumentParser
import Foundation
import Newsroom

struct ImportSnaxCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "snax", abstract: "Import the votes and collections that readers of an old site kept in the plugin Snax.",
        discussion: """
            The stories are imported before, with `import wordpress`; the same export files name the collections and who is who. What was a reader's
            becomes hers when she signs up with the address she had. Exit status: 0 when all is in, 1 when rows were at fault, 2 for wrong use.
            """)

    @Argument(help: "The export files of WordPress.", completion: .file())
    var files: [String]

    @Option(help: "The table of votes, as CSV.", completion: .file())
    var votes: String?

    @Option(help: "The table of what is in collections, as CSV.", completion: .file())
    var collections: String?

    @OptionGroup var data: DataOptions

    @Option(help: "Write the report, row by row, to this JSON file.", completion: .file())
    var report: String?

    func validate() throws {
        for file in files + [votes, collections].compactMap(\.self) where !FileManager.default.isReadableFile(atPath: file) {
            throw ValidationError("The file \(file) cannot be read: check its name, and that you may read it.")
        }
    }

    mutating func run() async throws {
        let newsroom = try await Compose(settings: try data.settings()).newsroom()
        let writer = try report.map { try ReportWriter(path: $0) }
        var text = ReportText()
        let total = try await SnaxImport(newsroom).run(exports: files, votes: votes, items: collections) { entry in
            try writer?.add(entry)
            text.add(entry)
        }
        try writer?.finish(total)
        print(text.summary(total, isDryRun: false, report: report))
        if total.hasFaults || !total.reconciles { throw ExitCode(1) }
    }
}
