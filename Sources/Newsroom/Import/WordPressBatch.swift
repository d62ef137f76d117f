import Basics
import Foundation

/// So many items of an export, planned, with what was wrong around them.
struct WordPressBatch: Sendable {
    var terms = WordPressTerms()
    var mainLanguage = Language.ar
    var plans: [WordPressPlan] = []
    var faults: [ImportReport.Entry] = []
    /// Items that could not be read at all.
    var lostItems = 0
    /// Losses of the file that are no item's.
    var damages = 0
    var wasRefused = false
    var bytesRead: Int64 = 0
    /// Whether it is the first of its file.
    var isFirst = false
}

/// Reads and plans an export on a thread of its own, one batch ahead of the database: what is asked for next is being made already.
final class WordPressBatches: AsyncSequence, AsyncIteratorProtocol, @unchecked Sendable {
    /// Items in a batch: enough that a transaction's cost does not show, few enough to be held.
    static let size = 200

    private let file: ExportFile
    private let defaultLanguage: Language
    /// All that is below is touched under `lock` only.
    private let lock = NSCondition()
    private var ready: WordPressBatch?
    private var waiting: CheckedContinuation<WordPressBatch?, Never>?
    private var isFinished = false
    private var isStopped = false

    init(_ file: ExportFile, defaultLanguage: Language) {
        self.file = file
        self.defaultLanguage = defaultLanguage
    }

    func makeAsyncIterator() -> WordPressBatches {
        let thread = Thread { self.readAll() }
        thread.stackSize = 8 << 20
        thread.start()
        return self
    }

    func next() async -> WordPressBatch? {
        await withCheckedContinuation { continuation in
            lock.withLock {
                if let batch = ready {
                    ready = nil
                    lock.broadcast()
                    continuation.resume(returning: batch)
                } else if isFinished {
                    continuation.resume(returning: nil)
                } else {
                    waiting = continuation
                }
            }
        }
    }

    /// The next batch, for a thread that may wait for it.
    func nextNow() -> WordPressBatch? {
        lock.withLock {
            while ready == nil, !isFinished { lock.wait() }
            let batch = ready
            ready = nil
            lock.broadcast()
            return batch
        }
    }

    /// Ends the reading when nobody will ask for more.
    func stop() {
        lock.withLock {
            isStopped = true
            lock.broadcast()
        }
    }

    private struct Stopped: Error {}

    private func readAll() {
        var batch = WordPressBatch()
        batch.isFirst = true
        batch.mainLanguage = defaultLanguage
        do {
            try WordPressReader().read(file) { event in
                take(event, &batch)
                guard batch.plans.count + batch.faults.count >= Self.size else { return }
                batch = try hand(over: batch)
            }
            _ = try hand(over: batch)
        } catch {
            // Only `hand(over:)` throws, once it was stopped.
        }
        lock.withLock {
            isFinished = true
            waiting?.resume(returning: nil)
            waiting = nil
            lock.broadcast()
        }
    }

    private func take(_ event: WordPressEvent, _ batch: inout WordPressBatch) {
        switch event {
        case .site(let site):
            batch.terms.add(site)
            batch.mainLanguage = Language(tag: site.language) ?? defaultLanguage
        case .author(let author): batch.terms.add(author)
        case .term(let term): batch.terms.add(term)
        case .item(let item):
            batch.plans.append(WordPressPlanner(terms: batch.terms, file: file.path, mainLanguage: batch.mainLanguage).plan(item))
        case .fault(let fault): take(fault, &batch)
        }
    }

    private func take(_ fault: WordPressFault, _ batch: inout WordPressBatch) {
        let place = ImportReport.Place(
            file: file.path, line: fault.place.line, item: fault.place.number, id: fault.place.id.map(String.init), title: fault.place.title ?? "")
        let isItem = fault.severity == .loss && fault.place.number != nil
        batch.faults.append(ImportReport.Entry(isItem ? .lost : .warning, place, fault.words))
        switch fault.severity {
        case .warning: break
        case .loss: if isItem { batch.lostItems += 1 } else { batch.damages += 1 }
        case .refusal: batch.wasRefused = true
        }
    }

    /// Gives a batch away, waiting until there is room for it, and returns the next one to fill.
    private func hand(over full: WordPressBatch) throws -> WordPressBatch {
        var batch = full
        batch.bytesRead = file.bytesRead
        try lock.withLock {
            while ready != nil, !isStopped { lock.wait() }
            if isStopped { throw Stopped() }
            if let listener = waiting {
                waiting = nil
                listener.resume(returning: batch)
            } else {
                ready = batch
                lock.broadcast()
            }
        }
        var next = WordPressBatch()
        next.terms = full.terms
        next.mainLanguage = full.mainLanguage
        return next
    }
}
