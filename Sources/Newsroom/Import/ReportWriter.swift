import Basics
import Foundation

/// Writes a report while the import runs: its entries go to disk as they come, so that a long list takes no memory.
///
/// The JSON holds `items`, `created`, `updated`, `unchanged`, `skipped` (a list of item, line and reason), `notes` and `warnings`.
package final class ReportWriter {
    private let path: String
    private var handles: [String: FileHandle] = [:]
    private var isFirst: Set<String> = []

    /// Refuses with `unavailable` when the report cannot be written there.
    package init(path: String) throws {
        self.path = path
        for list in ["skipped", "notes", "warnings"] {
            let part = Self.part(path, list)
            guard FileManager.default.createFile(atPath: part, contents: nil), let handle = FileHandle(forWritingAtPath: part) else {
                throw Refusal(
                    .unavailable, ar: "تعذّرت كتابة التقرير \(path)", en: "The report \(path) cannot be written: check that its folder exists.")
            }
            handles[list] = handle
            isFirst.insert(list)
        }
    }

    package func add(_ entry: ImportReport.Entry) throws {
        let list =
            switch entry.kind {
            case .skipped, .lost: "skipped"
            case .note: "notes"
            case .warning: "warnings"
            }
        let data = try Self.encoder.encode(EntryJSON(entry))
        try handles[list]?.write(contentsOf: Data((isFirst.remove(list) == nil ? ",\n    " : "\n    ").utf8) + data)
    }

    /// Puts the report together and takes its parts away.
    package func finish(_ report: ImportReport) throws {
        for handle in handles.values { try handle.close() }
        let temporary = path + ".new"
        guard FileManager.default.createFile(atPath: temporary, contents: nil), let handle = FileHandle(forWritingAtPath: temporary) else { return }
        let head = """
            {
              "items": \(report.items), "created": \(report.created), "updated": \(report.updated), "unchanged": \(report.unchanged),
              "refused": \(report.wasRefused), "sections": \(report.sections), "topics": \(report.topics), "people": \(report.people),
              "pictures": \(report.pictures), "redirects": \(report.redirects), "comments": \(report.comments)
            """
        try handle.write(contentsOf: Data(head.utf8))
        for list in ["skipped", "notes", "warnings"] {
            try handle.write(contentsOf: Data(",\n  \"\(list)\": [".utf8))
            let part = Self.part(path, list)
            if let from = FileHandle(forReadingAtPath: part) {
                while let chunk = try from.read(upToCount: 1 << 16), !chunk.isEmpty { try handle.write(contentsOf: chunk) }
            }
            try handle.write(contentsOf: Data("]".utf8))
            try FileManager.default.removeItem(atPath: part)
        }
        try handle.write(contentsOf: Data("\n}\n".utf8))
        try handle.close()
        guard rename(temporary, path) == 0 else {
            throw Refusal(.unavailable, ar: "تعذّرت كتابة التقرير \(path)", en: "The report \(path) cannot be written.")
        }
    }

    private static func part(_ path: String, _ list: String) -> String { "\(path).\(list).part" }

    private static let encoder: JSONEncoder = {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return encoder
    }()
}

private struct EntryJSON: Encodable {
    let file: String
    let line: Int?
    let item: Int?
    let id: String?
    let title: String
    let reason: String
    let reason_ar: String
    let fault: Bool?

    init(_ entry: ImportReport.Entry) {
        file = entry.place.file
        line = entry.place.line
        item = entry.place.item
        id = entry.place.id
        title = entry.place.title
        reason = entry.reason.en
        reason_ar = entry.reason.ar
        fault = entry.kind == .lost ? true : entry.kind == .skipped ? false : nil
    }
}
