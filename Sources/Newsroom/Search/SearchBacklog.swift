import Basics
import Storage

/// What an import has published and the index of search does not hold yet: a segment of many documents costs less than many of a few.
///
/// When the import is broken off nothing is lost by it: whatever is published and not in the index is read by `SearchReading.readMissing`.
struct SearchBacklog {
    struct Entry: Sendable {
        /// What the document was made of.
        let revision: ID<Revision>
        let entry: SearchIndex.Entry

        init(published revision: ID<Revision>, _ entry: SearchIndex.Entry) { (self.revision, self.entry) = (revision, entry) }
    }

    private var entries: [ID<Edition>: Entry] = [:]
    private var bytes = 0

    /// As much as may be held: an import takes the same memory however large its file is.
    private static let most = (entries: 2_000, bytes: 16 << 20)

    var isFull: Bool { entries.count >= Self.most.entries || bytes >= Self.most.bytes }

    mutating func add(_ more: [ID<Edition>: Entry]) {
        for (edition, entry) in more {
            entries[edition] = entry
            bytes += entry.entry.document.bytes
        }
    }

    /// Takes all of it into the index that is still published as it was.
    mutating func read(into database: Database) async throws {
        guard !entries.isEmpty else { return }
        let all = entries.values.sorted { $0.entry.edition < $1.entry.edition }
        (entries, bytes) = ([:], 0)
        try await database.write { tx in
            let shown = try tx.all(
                """
                SELECT id, published_id FROM editions
                WHERE id IN \(list: all.map(\.entry.edition)) AND visibility = \(Edition.Visibility.published)
                """
            ) { (try $0["id"] as ID<Edition>, try $0["published_id"] as ID<Revision>) }
            let revisions = Dictionary(shown) { first, _ in first }
            try SearchIndex.add(tx, all.filter { revisions[$0.entry.edition] == $0.revision }.map(\.entry))
        }
    }
}
