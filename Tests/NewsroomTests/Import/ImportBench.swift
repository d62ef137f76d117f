import Basics
import Foundation
import Storage
import TestSupport

@testable import Newsroom

/// A newsroom of its own, and what an import into it did.
struct ImportBench: Sendable {
    let newsroom: Newsroom
    let media: Media
    let clock: FixedClock
    /// The data folder.
    let folder: URL

    var database: Database { newsroom.database }

    struct Outcome {
        let report: ImportReport
        let entries: [ImportReport.Entry]

        func reasons(_ kind: ImportReport.Entry.Kind) -> [String] { entries.filter { $0.kind == kind }.map(\.reason.en) }
    }

    func run(_ paths: [String], uploads: String? = nil, isDryRun: Bool = false) async throws -> Outcome {
        var entries: [ImportReport.Entry] = []
        let importing = WordPressImport(newsroom, media: media, options: .init(uploads: uploads, isDryRun: isDryRun))
        let report = try await importing.run(paths, entry: { entries.append($0) })
        return Outcome(report: report, entries: entries)
    }

    func run(_ exports: SampleExport..., uploads: String? = nil, isDryRun: Bool = false) async throws -> Outcome {
        try await run(exports.map(write), uploads: uploads, isDryRun: isDryRun)
    }

    /// One of the fixtures beside the tests.
    func run(fixture: String) async throws -> Outcome {
        try await run([ExportSample.fixtures.appendingPathComponent(fixture).path])
    }

    /// Writes an export into a file of its own. Returns its path.
    func write(_ export: SampleExport) throws -> String {
        let file = folder.appending(path: "\(UUID().uuidString).xml").path
        try export.xml.write(toFile: file, atomically: false, encoding: .utf8)
        return file
    }

    func dump() async throws -> DatabaseDump {
        try await DatabaseDump(database, without: DatabaseDump.searchLayout.columns, tables: DatabaseDump.searchLayout.tables)
    }

    /// The edition that an item of type `post` or `page` became.
    func edition(_ id: Int, _ kind: String = "post") async throws -> Edition? {
        try await database.read { tx in
            let record: ID<Edition>? = try tx.first(
                "SELECT record_id FROM import_ledger WHERE kind = \(kind) AND source_id LIKE \("\(id) %")"
            ) { try $0["record_id"] }
            return try record.flatMap { try Articles.edition(tx, $0) }
        }
    }

    func content(_ id: Int, _ kind: String = "post") async throws -> Content? {
        guard let edition = try await edition(id, kind) else { return nil }
        return try await database.read { try Articles.newest($0, of: edition.id)?.content }
    }

    func work(_ id: Int, _ kind: String = "post") async throws -> Work? {
        guard let edition = try await edition(id, kind) else { return nil }
        return try await database.read { try Articles.work($0, edition.workID) }
    }

    func byline(_ id: Int) async throws -> [Person] {
        guard let edition = try await edition(id) else { return [] }
        return try await database.read { try People.bylines($0, of: [edition.id])[edition.id] ?? [] }
    }

    func item(_ id: ID<MediaItem>?) async throws -> MediaItem? {
        guard let id else { return nil }
        return try await database.read { try Media.item($0, id) }
    }

    /// Where an old address leads.
    func find(_ path: String) async throws -> SitePath? { try await database.read { try Redirects.find($0, path: path) } }

    func tree() async throws -> SectionTree { try await database.read { try Sections.tree($0) } }

    func count(_ table: SQL) async throws -> Int { try await database.read { try $0.one("SELECT count(*) AS n FROM \(table)") { try $0["n"] } } }
}

/// Gives `body` a newsroom on `engine`, with an empty data folder but for `face`, the text of its `newsroom.yaml`.
func withNewsroom<Value>(
    _ engine: TestEngine, face: String? = nil, isolation: isolated (any Actor)? = #isolation, _ body: (ImportBench) async throws -> Value
) async throws -> Value {
    try await withTemporaryFolder { folder in
        if let face { try face.write(to: folder.appending(path: Face.fileName), atomically: false, encoding: .utf8) }
        return try await withLocation(engine) { location in
            let clock = FixedClock(Instant(seconds: 1_790_000_000))
            let newsroom = try await Newsroom(folder: folder.path, location: location, clock: { clock.now })
            let media = Media(newsroom.database, folder: try MediaFolder(folder.appending(path: "media").path), door: OutboundDoor())
            do {
                let value = try await body(ImportBench(newsroom: newsroom, media: media, clock: clock, folder: folder))
                try await newsroom.database.close()
                return value
            } catch {
                try? await newsroom.database.close()
                throw error
            }
        }
    }
}
