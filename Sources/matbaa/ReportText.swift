import Basics
import Newsroom

/// A report for the terminal: the totals, and the first of what was left out.
struct ReportText {
    private var shown: [ImportReport.Entry] = []
    private var counts: [ImportReport.Entry.Kind: Int] = [:]

    /// How many entries of each kind are listed; the report file has them all.
    private static let most = 20

    mutating func add(_ entry: ImportReport.Entry) {
        counts[entry.kind, default: 0] += 1
        if counts[entry.kind, default: 0] <= Self.most { shown.append(entry) }
    }

    func summary(_ report: ImportReport, isDryRun: Bool, report file: String?) -> String {
        var lines = isDryRun ? ["Nothing was changed: this is what would be done."] : []
        lines += [
            "\(report.items) items: \(report.created) created, \(report.updated) updated, \(report.unchanged) unchanged, \(report.skipped) skipped"
                + (report.lost > 0 ? " (\(report.lost) for a fault of the file)" : ""),
            "\(report.sections) sections, \(report.topics) topics, \(report.people) people, \(report.pictures) pictures and files, "
                + "\(report.comments) comments, \(report.redirects) old addresses",
        ]
        lines += list(.lost, "Lost:") + list(.skipped, "Skipped:") + list(.warning, "About the file:") + list(.note, "Taken in, but:")
        if let file { lines.append("All of it, item by item, is in \(file)") }
        return lines.joined(separator: "\n")
    }

    private func list(_ kind: ImportReport.Entry.Kind, _ title: String) -> [String] {
        let entries = shown.filter { $0.kind == kind }
        guard !entries.isEmpty else { return [] }
        let more = counts[kind, default: 0] - entries.count
        return [title] + entries.map(line) + (more > 0 ? ["  … and \(more) more; --report FILE.json lists all"] : [])
    }

    private func line(_ entry: ImportReport.Entry) -> String {
        let place = entry.place
        let number = place.item.map { "item \($0)" }
        let parts = [place.file + (place.line.map { ":\($0)" } ?? ""), number, place.title.isEmpty ? nil : "“\(place.title)”"]
        return "  " + parts.compactMap(\.self).joined(separator: ", ") + ": " + entry.reason.en
    }
}
