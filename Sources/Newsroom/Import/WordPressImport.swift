import Basics
import Foundation
import Storage

/// Brings exports of WordPress into a newsroom: streamed, in batches that are each kept whole, so that it can be cut off anywhere and run again.
package struct WordPressImport: Sendable {
    package struct Options: Sendable {
        /// A folder laid out as `wp-content/uploads`, to take attachments from.
        package var uploads: String?
        /// Only says what would be done.
        package var isDryRun = false

        package init(uploads: String? = nil, isDryRun: Bool = false) {
            self.uploads = uploads
            self.isDryRun = isDryRun
        }
    }

    private let newsroom: Newsroom
    private let media: Media
    private let options: Options

    package init(_ newsroom: Newsroom, media: Media, options: Options = Options()) {
        self.newsroom = newsroom
        self.media = media
        self.options = options
    }

    /// Takes in every file in turn. `entry` is given what is to be reported as it comes, `progress` how far it is.
    ///
    /// Refuses a file that cannot be opened; what is wrong inside of one is an entry of the report.
    package func run(
        _ files: [String], progress: @escaping @Sendable (ImportProgress) -> Void = { _ in }, entry: (ImportReport.Entry) throws -> Void = { _ in }
    ) async throws -> ImportReport {
        let opened = try files.map { try ExportFile(path: $0) }
        guard !options.isDryRun else {
            let rehearsal = try await WordPressRehearsal(newsroom, files).run(progress)
            for found in rehearsal.entries { try entry(found) }
            return rehearsal.report
        }
        let total = opened.reduce(0) { $0 + $1.totalBytes }
        var report = ImportReport()
        var sites = ImportedSites()
        var backlog = SearchBacklog()
        var done: Int64 = 0
        for file in opened {
            let batches = WordPressBatches(file, defaultLanguage: newsroom.face.languages.first ?? .ar)
            defer { batches.stop() }
            var last = WordPressBatch()
            for await batch in batches {
                let applied = try await newsroom.database.write { try WordPressApplier.apply($0, batch) }
                report.add(applied.report)
                backlog.add(applied.documents)
                if backlog.isFull { try await backlog.read(into: newsroom.database) }
                for found in batch.faults + applied.entries { try entry(found) }
                report.add(batch)
                if let uploads = options.uploads { try await store(applied.files, below: uploads) }
                progress(ImportProgress(items: report.items, bytes: done + batch.bytesRead, totalBytes: total))
                last = batch
            }
            sites.add(last, file.path)
            done += file.totalBytes
        }
        try await backlog.read(into: newsroom.database)
        // What an import that was broken off has left.
        let reading = SearchReading(newsroom.database)
        while try await reading.readMissing() {}
        try await reading.settle()
        for found in try await newsroom.database.read({ [sites] tx in try sites.undefinedPictures(tx) }) { try entry(found) }
        if let written = try await sites.writeFace(newsroom) { try entry(written) }
        try await newsroom.database.optimize()
        return report
    }

    /// Gives the media library the files that the uploads folder holds.
    private func store(_ files: [(id: ID<MediaItem>, path: String)], below folder: String) async throws {
        let root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path + "/"
        let items = try await newsroom.database.read { [ids = Set(files.map(\.id))] tx in try Media.items(tx, ids) }
        for file in files where items[file.id]?.digest == nil {
            let path = URL(fileURLWithPath: root + file.path).resolvingSymlinksInPath().path
            guard path.hasPrefix(root), FileManager.default.fileExists(atPath: path) else { continue }
            do {
                _ = try await media.store(path, fileName: file.path.split(separator: "/").last.map(String.init) ?? file.path, into: file.id)
            } catch let refusal as Refusal where refusal.kind == .conflict || refusal.kind == .invalid {
                continue
            }
        }
    }
}

/// How far an import is.
package struct ImportProgress: Sendable {
    package let items: Int
    package let bytes: Int64
    package let totalBytes: Int64
}

extension ImportReport {
    mutating func add(_ other: ImportReport) {
        items += other.items
        created += other.created
        updated += other.updated
        unchanged += other.unchanged
        skipped += other.skipped
        lost += other.lost
        sections += other.sections
        topics += other.topics
        people += other.people
        redirects += other.redirects
        comments += other.comments
        pictures += other.pictures
    }

    mutating func add(_ batch: WordPressBatch) {
        items += batch.lostItems
        skipped += batch.lostItems
        lost += batch.lostItems
        damages += batch.damages
        wasRefused = wasRefused || batch.wasRefused
    }
}
