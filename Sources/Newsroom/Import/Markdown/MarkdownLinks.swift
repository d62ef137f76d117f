import Basics
import Foundation

/// What the files of a folder may lead to: each other, and the pictures beside them.
struct MarkdownLinks: Sendable {
    /// Where each file's edition will be.
    private let paths: [String: SitePath]
    private let pictures: [String: ID<MediaItem>]
    /// The files of each name, in whatever folder.
    private let named: [String: [String]]

    init(paths: [String: SitePath], pictures: [String: ID<MediaItem>]) {
        self.paths = paths
        self.pictures = pictures
        named = Dictionary(grouping: paths.keys) { ($0 as NSString).lastPathComponent }
    }

    /// The text of `file` with its links to other files leading to their pages and its pictures in the library, and the addresses that lead nowhere.
    func resolve(_ text: String, in file: String) -> (text: String, unknown: [String]) {
        let folder = (file as NSString).deletingLastPathComponent
        var unknown: [String] = []
        var result = ""
        var rest = text[...]
        while let mark = Self.openings.compactMap({ rest.firstRange(of: $0) }).min(by: { $0.lowerBound < $1.lowerBound }) {
            result += rest[..<mark.upperBound]
            rest = rest[mark.upperBound...]
            let target = rest.prefix { !$0.isWhitespace && $0 != ")" && $0 != "(" && $0 != "\"" }
            rest = rest[target.endIndex...]
            switch destination(String(target), from: folder) {
            case .elsewhere: result += target
            case .here(let address): result += address
            case .nowhere:
                result += target
                unknown.append(String(target))
            }
        }
        return (result + rest, unknown)
    }

    /// What stands before an address: in Markdown, and in the HTML within it.
    private static let openings = ["](", " src=\"", " href=\""]

    private enum Destination {
        case here(String), elsewhere, nowhere
    }

    private func destination(_ target: String, from folder: String) -> Destination {
        let name = String(target.prefix { $0 != "#" })
        guard !name.isEmpty, !name.contains(":"), !name.hasPrefix("/") else { return .elsewhere }
        let beside = Self.joined(folder, name)
        if name.hasSuffix(".md") {
            let namesakes = name.contains("/") ? [] : named[name] ?? []
            let found = [beside, name].first { paths[$0] != nil } ?? (namesakes.count == 1 ? namesakes[0] : nil)
            return found.flatMap { paths[$0] }.map { .here($0.text + target.dropFirst(name.count)) } ?? .nowhere
        }
        // Files in a folder name pictures from the top as often as from where they are.
        guard let picture = [beside, name].first(where: { $0.hasPrefix("pictures/") })?.dropFirst("pictures/".count) else { return .elsewhere }
        return pictures[String(picture)].map { .here("media:\($0)") } ?? .nowhere
    }

    /// A path by way of a folder, without its `.` and `..`.
    private static func joined(_ folder: String, _ path: String) -> String {
        var parts: [Substring] = []
        for part in "\(folder)/\(path)".split(separator: "/") where part != "." {
            if part == ".." { _ = parts.popLast() } else { parts.append(part) }
        }
        return parts.joined(separator: "/")
    }
}
