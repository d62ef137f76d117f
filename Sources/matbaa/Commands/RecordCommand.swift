import ArgumentParser
import Basics
import Foundation
import Newsroom
import Storage
import Web

struct RecordCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "record", abstract: "Look after the record of who said what.", subcommands: [Export.self])

    struct Export: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the whole record as data.",
            discussion: """
                Every statement of stories that are or were before the public, with its speaker, its place in the story's text, the revision it was anchored in, and \
                what has become of it. Who an unnamed source is is not in it, for it is not in the record.
                """)

        @OptionGroup var data: DataOptions

        @Option(help: "json (a list), csv, or annotations (W3C Web Annotation).")
        var format = RecordFormat.json

        @Option(help: "The file to write; standard output when left out. One that exists is replaced when all is written.")
        var output: String?

        @Option(help: "The address at which the site is reached, as in https://example.org.")
        var origin: String?

        mutating func run() async throws {
            let settings = try data.settings([.origin: origin])
            let newsroom = try await Compose(settings: settings).newsroom()
            let file = try output.map { try OutputFile($0) }
            let line = ProgressLine("statements")
            let export = RecordExport(newsroom, origin: settings.origin, language: newsroom.face.languages.first ?? .ar, format)
            let count = try await export.run { text in
                try (file?.handle ?? .standardOutput).write(contentsOf: Data(text.utf8))
            } tell: { done, all in
                line.show(done, part: Double(done) / Double(max(1, all)))
            }
            line.finish()
            try file?.close()
            try await newsroom.database.close()
            if let output { print("\(count) statements are in \(output)") }
        }
    }
}

extension RecordFormat: ExpressibleByArgument {}

/// A file that is there when all of it is written.
private struct OutputFile {
    let handle: FileHandle
    private let (path, part): (String, String)

    /// Refuses with `invalid` a place where none can be made.
    init(_ path: String) throws {
        (self.path, part) = (path, path + ".part")
        guard FileManager.default.createFile(atPath: part, contents: nil), let handle = FileHandle(forWritingAtPath: part) else {
            throw Refusal(
                .invalid, ar: "لا يمكن إنشاء الملف \(path).", en: "The file \(path) cannot be made: is its folder there, and may it be written?")
        }
        self.handle = handle
    }

    func close() throws {
        try handle.synchronize()
        try handle.close()
        guard rename(part, path) == 0 else {
            throw Refusal(.unavailable, ar: "لا يمكن كتابة الملف \(path).", en: "The file \(path) cannot be written: is it a folder?")
        }
    }
}
