import Foundation

/// The files of the house.
enum House {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func text(_ path: String) throws -> String { try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8) }

    /// The Swift files below a folder, by their paths from the root.
    static func swiftFiles(_ folder: String) -> [String] {
        let walk = FileManager.default.enumerator(atPath: root.appendingPathComponent(folder).path)
        return (walk?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".swift") && !$0.contains(".build/") }.map { folder + "/" + $0 }
            .sorted()
    }

    /// The modules that a file imports.
    static func imports(_ path: String) throws -> Set<String> {
        let words: Set = ["import", "package", "public", "internal", "@testable", "@preconcurrency"]
        let lines = try text(path).split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        return Set(
            lines.compactMap { line in
                guard let at = line.firstIndex(of: "import"), line[..<at].allSatisfy(words.contains), at + 1 < line.count else { return nil }
                return line[at + 1]
            })
    }
}
