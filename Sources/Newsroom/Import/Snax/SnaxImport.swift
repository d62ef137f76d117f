import Basics
import Storage

/// Brings in what readers of an old site kept in its plugin Snax: votes and collections. The stories they are about are imported before, with
/// `WordPressImport`; the same export files name the collections and who is who.
///
/// - Of one voter and work the last vote counts, in all the work's languages together.
/// - Votes of the old site's accounts count as `imported` until their holders sign up here with that address; votes of its guests are kept apart.
/// - Votes that the old site's owner had invented are left out, and the report says how many.
/// - Addresses that votes were sent from (`author_ip`, `author_host`) are not kept anywhere.
/// - What readers had opened is not taken in: here a history is kept only by choice.
///
/// Run again, it changes only what has changed; cut off, it goes on where it was. A row that cannot be read is named by its line, and costs itself.
package struct SnaxImport: Sendable {
    static let voteKind = "snax-vote"
    static let collectionKind = "snax-collection"
    static let itemKind = "snax-item"

    static let voteColumns = ["vote_id", "post_id", "vote", "author_id", "author_ip", "author_host", "date", "date_gmt"]
    static let itemColumns = ["ID", "collection_id", "post_id", "post_order", "date", "date_gmt"]

    /// Rows in a transaction.
    private static let batch = 500

    private let newsroom: Newsroom

    package init(_ newsroom: Newsroom) { self.newsroom = newsroom }

    /// Takes in the exports' collections, then the tables. Refuses, before anything is written, a file that cannot be opened, one that is no
    /// export, exports of two sites, and a table with other columns.
    package func run(
        exports: [String], votes: String? = nil, items: String? = nil, entry: (ImportReport.Entry) throws -> Void = { _ in }
    ) async throws -> ImportReport {
        let voteTable = try votes.map { try SnaxTable(path: $0, columns: Self.voteColumns) }
        let itemTable = try items.map { try SnaxTable(path: $0, columns: Self.itemColumns) }
        let export = try await SnaxExport.read(exports)
        var report = ImportReport()
        for start in stride(from: 0, to: export.collections.count, by: Self.batch) {
            let some = Array(export.collections[start..<min(start + Self.batch, export.collections.count)])
            try await write(export, "", &report, entry) { tx, applier in for collection in some { try applier.take(tx, collection) } }
        }
        if let itemTable { try await take(itemTable, export, &report, entry) { try $0.takeItem($1, $2) } }
        if let voteTable {
            try await take(voteTable, export, &report, entry) { try $0.takeVote($1, $2) }
            let notes = try await newsroom.database.read { tx in try SnaxReckoning(export).notes(tx) }
            for note in notes { try entry(note) }
        }
        return report
    }

    private func take(
        _ table: SnaxTable, _ export: SnaxExport, _ report: inout ImportReport, _ entry: (ImportReport.Entry) throws -> Void,
        _ row: @escaping @Sendable (inout SnaxApplier, Transaction, SnaxTable.Row) throws -> Void
    ) async throws {
        while let (rows, faults) = try table.next(Self.batch) {
            report.items += faults.count
            report.skipped += faults.count
            report.lost += faults.count
            for fault in faults { try entry(fault) }
            try await write(export, table.file, &report, entry) { tx, applier in for one in rows { try row(&applier, tx, one) } }
        }
    }

    private func write(
        _ export: SnaxExport, _ file: String, _ report: inout ImportReport, _ entry: (ImportReport.Entry) throws -> Void,
        _ work: @escaping @Sendable (Transaction, inout SnaxApplier) throws -> Void
    ) async throws {
        let applied = try await newsroom.database.write { tx in
            var applier = SnaxApplier(export, file: file)
            try work(tx, &applier)
            return applier
        }
        report.add(applied.report)
        for found in applied.entries { try entry(found) }
    }
}
