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
        _ files: [String], progress: @Sendable (ImportProgress) -> Void = { _ in }, entry: (ImportReport.Entry) throws -> Void = { _ in }
    ) async throws -> ImportReport {
        let opened = try files.map { try ExportFile(path: $0) }
        let total = opened.reduce(0) { $0 + $1.totalBytes }
        var report = ImportReport()
        var done: Int64 = 0
        for file in opened {
            let batches = WordPressBatches(file, defaultLanguage: newsroom.face.languages.first ?? .ar)
            defer { batches.stop() }
            for await batch in batches {
                let applied = options.isDryRun ? try await weigh(batch) : try await apply(batch)
                report.add(applied.report)
                for found in batch.faults + applied.entries { try entry(found) }
                report.add(batch)
                if let uploads = options.uploads { try await store(applied.files, below: uploads) }
                progress(ImportProgress(items: report.items, bytes: done + batch.bytesRead, totalBytes: total))
            }
            done += file.totalBytes
        }
        if !options.isDryRun { try await newsroom.database.optimize() }
        return report
    }

    private func apply(_ batch: WordPressBatch) async throws -> WordPressApplier {
        try await newsroom.database.write { tx in
            var applier = WordPressApplier(terms: batch.terms, tree: try Sections.tree(tx))
            if batch.isFirst { try applier.addFeeds(tx, batch.mainLanguage) }
            for plan in batch.plans {
                let before = applier
                do {
                    try tx.savepoint { try applier.apply(tx, plan) }
                } catch let refusal as Refusal {
                    applier = before
                    applier.lose(plan, refusal.words)
                } catch let violation as ConstraintViolation {
                    applier = before
                    applier.lose(plan, Phrase(ar: "خالف قاعدة «\(violation.name)»", en: "breaks the rule “\(violation.name)”"))
                }
            }
            return applier
        }
    }

    /// What `apply` would do, by the ledger alone.
    private func weigh(_ batch: WordPressBatch) async throws -> WordPressApplier {
        try await newsroom.database.read { tx in
            var applier = WordPressApplier(terms: batch.terms, tree: try Sections.tree(tx))
            for plan in batch.plans { try applier.weigh(tx, plan) }
            return applier
        }
    }

    /// Gives the media library the files that the uploads folder holds.
    private func store(_ files: [(id: ID<MediaItem>, path: String)], below folder: String) async throws {
        for file in files where !file.path.split(separator: "/").contains("..") {
            let path = folder + "/" + file.path
            guard FileManager.default.fileExists(atPath: path) else { continue }
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

    fileprivate mutating func add(_ batch: WordPressBatch) {
        items += batch.lostItems
        skipped += batch.lostItems
        lost += batch.lostItems
        damages += batch.damages
        wasRefused = wasRefused || batch.wasRefused
    }
}
