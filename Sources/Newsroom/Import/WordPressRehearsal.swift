import Basics
import Storage

/// An import that is done whole in one transaction and then taken back: so it says exactly what a run would do.
struct WordPressRehearsal: Sendable {
    private let newsroom: Newsroom
    private let files: [String]

    init(_ newsroom: Newsroom, _ files: [String]) {
        self.newsroom = newsroom
        self.files = files
    }

    /// What it came to; as an error it takes back all that was written.
    struct Outcome: Error {
        var report = ImportReport()
        var entries: [ImportReport.Entry] = []
    }

    func run(_ progress: @escaping @Sendable (ImportProgress) -> Void) async throws -> Outcome {
        do {
            return try await newsroom.database.write { [self] tx in throw try rehearse(tx, progress) }
        } catch let outcome as Outcome {
            return outcome
        }
    }

    private func rehearse(_ tx: Transaction, _ progress: (ImportProgress) -> Void) throws -> Outcome {
        let opened = try files.map { try ExportFile(path: $0) }
        let total = opened.reduce(0) { $0 + $1.totalBytes }
        var outcome = Outcome()
        var sites = ImportedSites()
        var done: Int64 = 0
        for file in opened {
            let batches = WordPressBatches(file, defaultLanguage: newsroom.face.languages.first ?? .ar).makeAsyncIterator()
            defer { batches.stop() }
            var last = WordPressBatch()
            while let batch = batches.nextNow() {
                let applied = try WordPressApplier.apply(tx, batch)
                outcome.report.add(applied.report)
                outcome.entries += batch.faults + applied.entries
                outcome.report.add(batch)
                progress(ImportProgress(items: outcome.report.items, bytes: done + batch.bytesRead, totalBytes: total))
                last = batch
            }
            sites.add(last, file.path)
            done += file.totalBytes
        }
        outcome.entries += try sites.undefinedPictures(tx)
        return outcome
    }
}
