import ArgumentParser
import Assets
import Basics
import Foundation
import Newsroom
import Storage
import Web

struct DemoCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Open a data folder with a sample newsroom in two languages, and serve it.")

    @OptionGroup var data: DataOptions

    @Option(help: "The port; 0 takes any that is free.")
    var port: String?

    @Option(help: "The address to serve on.")
    var host: String?

    @Flag(help: "Make the sample newsroom and stop there.")
    var noServe = false

    mutating func run() async throws {
        let compose = Compose(settings: try data.settings([.port: port, .host: host]))
        let sample = try SampleNewsroom.unpack()
        defer { sample.remove() }
        try sample.copyFace(to: compose)
        let newsroom = try await compose.newsroom()
        let report = try await ImportMarkdownCommand.run(sample.folder, source: "sample", compose, newsroom)
        guard !report.hasFaults else { throw ExitCode(1) }
        _ = try await newsroom.database.write { try Statements.recordSample($0) }
        if noServe { return try await newsroom.database.close() }
        let site = try compose.site(newsroom)
        try await ServeCommand.serve(site, compose, newsroom)
    }
}

/// The sample newsroom as it was built into the program.
struct SampleNewsroom {
    let folder: String

    /// Unpacks it into a folder of its own. Refuses with `unavailable` when the program was built without it.
    static func unpack() throws -> SampleNewsroom {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("matbaa-sample-\(UUID().uuidString)").path
        guard let archive = BuiltInAssets.sample else {
            throw Refusal(
                .unavailable, ar: "بُني البرنامج بلا غرفة الأخبار النموذجية: ابنِه بالأمر make build.",
                en: "This program was built without the sample newsroom: build it with `make build`.")
        }
        try Archive.unpack(archive, into: folder)
        return SampleNewsroom(folder: folder)
    }

    /// Gives a new newsroom the sample's name, colours and logo; an own face stays.
    func copyFace(to compose: Compose) throws {
        let target = compose.settings.folder
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        guard !FileManager.default.fileExists(atPath: target + "/" + Face.fileName) else { return }
        for name in [Face.fileName, "logo.png"] where FileManager.default.fileExists(atPath: folder + "/" + name) {
            try? FileManager.default.removeItem(atPath: target + "/" + name)
            try FileManager.default.copyItem(atPath: folder + "/" + name, toPath: target + "/" + name)
        }
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }
}
