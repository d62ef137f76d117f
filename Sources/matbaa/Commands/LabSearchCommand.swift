import ArgumentParser
import Basics
import Foundation
import Newsroom

struct LabSearchCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Index documents in a temporary store, ask it queries, and print a TREC run.",
        discussion: "Documents: {\"id\", \"language\", \"title\", \"text\"} per line. Queries: id, language and text per line, with tabs between.")

    @Argument(help: "The documents, as JSON per line.")
    var documents: String

    @Argument(help: "The queries, tab-separated.")
    var queries: String

    /// So many rows are printed per query.
    private static let most = 100
    /// So many documents are held at once.
    private static let step = 1_000

    private struct Line: Decodable {
        let id: String
        let language: String
        let title: String
        let text: String
    }

    mutating func run() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "matbaa-lab-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        defer { try? FileManager.default.removeItem(at: folder) }
        let trial = try await SearchTrial(path: folder.appending(path: "lab.sqlite").path)
        let names = try await read(into: trial)
        for query in try String(contentsOfFile: queries, encoding: .utf8).split(separator: "\n") {
            let fields = query.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
            guard fields.count == 3 else { continue }
            for (index, found) in try await trial.find(String(fields[2]), limit: Self.most).enumerated() {
                print("\(fields[0]) Q0 \(names[found.number]) \(index + 1) \(found.score) matbaa")
            }
        }
        try await trial.close()
    }

    /// Indexes the documents, and returns their ids by number.
    private func read(into trial: SearchTrial) async throws -> [String] {
        let lines = try String(contentsOfFile: documents, encoding: .utf8).split(separator: "\n")
        var names: [String] = []
        for start in stride(from: 0, to: lines.count, by: Self.step) {
            let part = try lines[start..<min(start + Self.step, lines.count)].map { try JSONDecoder().decode(Line.self, from: Data($0.utf8)) }
            try await trial.add(
                part.map { .init(language: Language(tag: $0.language) ?? .en, headline: $0.title, text: $0.text) }, first: names.count)
            names += part.map(\.id)
        }
        return names
    }
}
