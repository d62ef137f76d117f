import Storage
import Synchronization

/// The documents of a segment, read once: they never change, and every search counts with all of them.
///
/// A segment is known by the stamp it was given by lot when it was made, in whatever database: the engines may number another by the same.
final class KnownDocuments: Sendable {
    let editions: [Int64]
    let lengths: [Float]

    /// As stored.
    init(_ bytes: [UInt8]) {
        var (editions, lengths): ([Int64], [Float]) = ([], [])
        SegmentDocuments.read(bytes) { edition, length in
            editions.append(edition)
            lengths.append(Float(length))
        }
        (self.editions, self.lengths) = (editions, lengths)
    }

    static func of(_ tx: Transaction, segment: Int64, stamp: Int64) throws -> KnownDocuments {
        if let known = memory.withLock({ $0[stamp] }) { return known }
        let documents = KnownDocuments(try tx.one("SELECT documents FROM search_segments WHERE id = \(segment)") { try $0["documents"] })
        memory.withLock { memory in
            // What was merged away is never asked for again: now and then all is forgotten.
            if memory.values.reduce(documents.editions.count, { $0 + $1.editions.count }) > most { memory.removeAll() }
            memory[stamp] = documents
        }
        return documents
    }

    private static let memory = Mutex<[Int64: KnownDocuments]>([:])
    /// Twelve bytes each.
    private static let most = 1_000_000
}
