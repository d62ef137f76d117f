import Basics

/// Reads exports of WordPress (WXR 1.0 to 1.2) as a stream: one item at a time, whatever the file's size.
package struct WordPressReader: Sendable {
    package init() {}

    /// Gives `handle` every event in order. What is wrong with the file is an event too: this throws only what `handle` throws.
    package func read(_ file: ExportFile, handle: (WordPressEvent) throws -> Void) throws {
        var numbering = ExportNumbering()
        do {
            try file.documents { document in
                try read(document, of: file, numbering: &numbering, handle: handle)
            }
        } catch let damage as ExportDamage {
            return try handle(.fault(WordPressFault(damage.kind, at: .init(line: 1))))
        }
        if numbering.documents == 0 { try handle(.fault(WordPressFault(.archiveWithoutExport, at: .init(line: 1)))) }
    }

    private func read(
        _ document: ExportDocument, of file: ExportFile, numbering: inout ExportNumbering, handle: (WordPressEvent) throws -> Void
    ) throws {
        var stream = UTF8Stream(of: document)
        var splitter = ItemSplitter(itemBytes: file.limits.itemBytes)
        var reading = ExportReading(document: document.name, numbering: numbering)
        while !reading.isRefused, let piece = splitter.next(refill: { stream.next() }) {
            for event in reading.events(of: piece, endsInDamage: stream.damage != nil) { try handle(event) }
        }
        for event in reading.ending(of: stream) { try handle(event) }
        numbering = reading.numbering
        numbering.documents += 1
    }
}

/// What is counted over all documents of a file.
struct ExportNumbering {
    var documents = 0
    var items = 0
    var clock = WordPressClock()
}

extension ExportDamage {
    var kind: WordPressFault.Kind { detail.map { .unreadable(detail: $0) } ?? .expandsTooFar }
}
