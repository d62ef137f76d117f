import Basics
import Storage

/// Keeps the index to what the public may read. Pages such as the privacy policy are found too.
///
/// The index is rows that both engines hold alike: segments, each of some documents that were indexed together, and their blocks. What is added becomes a
/// segment of its own; small segments are made one (see `SearchIndex+Merging`); what is removed is marked, and left out when its segment is made anew.
package enum SearchIndex {
    /// An edition that is to be found by its document.
    struct Entry: Sendable {
        let edition: ID<Edition>
        let language: Language
        let document: SearchDocument
    }

    /// Rises when words are cut or folded in another way: what an older one has read is read again.
    static let analysis = 1

    /// Indexes editions, each at most once.
    static func add(_ tx: Transaction, _ entries: [Entry]) throws {
        guard !entries.isEmpty else { return }
        try remove(tx, entries.map(\.edition))
        for language in Language.allCases {
            var builder = SegmentBuilder()
            for entry in entries where entry.language == language { builder.add(entry.edition, entry.document) }
            guard builder.documents.count > 0 else { continue }
            try addSegment(tx, language, builder.documents) { try builder.write(to: $0) }
            try mergeSmall(tx, language)
        }
    }

    static func remove(_ tx: Transaction, _ edition: ID<Edition>) throws { try remove(tx, [edition]) }

    /// Lays down a segment: its row, its blocks, and where each of its documents stands now.
    static func addSegment(
        _ tx: Transaction, _ language: Language, _ documents: SegmentDocuments, write: (BlockWriter) throws -> Void
    ) throws {
        let segment: Int64 = try tx.one(
            """
            INSERT INTO search_segments (language, stamp, size, live, length, removed, documents)
            VALUES (\(language), \(Int64.random(in: .min ... .max)), \(documents.count), \(documents.count), \(documents.length), \([UInt8]()),
                \(documents.bytes)) RETURNING id
            """
        ) { try $0["id"] }
        let writer = BlockWriter { block in
            try tx.run(
                """
                INSERT INTO search_blocks (segment_id, first_stem, dictionary, postings, positions)
                VALUES (\(segment), \(block.first), \(block.dictionary), \(block.postings), \(block.positions))
                """)
        } names: { block in
            try tx.run("INSERT INTO search_names (segment_id, first_key, entries) VALUES (\(segment), \(block.first), \(block.entries))")
        }
        try write(writer)
        let rows = documents.editions.enumerated().map { place, edition -> SQL in "(\(edition), \(segment), \(place), \(analysis))" }
        for start in stride(from: 0, to: rows.count, by: 200) {
            try tx.run(
                """
                INSERT INTO search_documents (id, segment_id, place, analysis) VALUES \(joined: Array(rows[start..<min(start + 200, rows.count)]))
                ON CONFLICT (id) DO UPDATE SET segment_id = excluded.segment_id, place = excluded.place, analysis = excluded.analysis
                """)
        }
    }

    static func remove(_ tx: Transaction, _ editions: [ID<Edition>]) throws {
        guard !editions.isEmpty else { return }
        struct Place {
            let segment: Int64
            let number: Int
        }
        let places = try tx.all("SELECT segment_id, place FROM search_documents WHERE id IN \(list: editions)") {
            Place(segment: try $0["segment_id"], number: try $0["place"])
        }
        for (segment, places) in Dictionary(grouping: places, by: \.segment).sorted(by: { $0.key < $1.key }) {
            let (documents, before) = try tx.one("SELECT documents, removed FROM search_segments WHERE id = \(segment)") {
                (try $0["documents"] as [UInt8], try $0["removed"] as [UInt8])
            }
            var removed = RemovedPlaces(before)
            for place in places { removed.insert(place.number) }
            var (live, length, number) = (0, 0, 0)
            SegmentDocuments.read(documents) { _, words in
                if !removed.contains(number) { (live, length) = (live + 1, length + words) }
                number += 1
            }
            if live == 0 {
                try tx.run("DELETE FROM search_documents WHERE segment_id = \(segment)")
                try tx.run("DELETE FROM search_segments WHERE id = \(segment)")
            } else {
                try tx.run("UPDATE search_segments SET removed = \(removed.bytes), live = \(live), length = \(length) WHERE id = \(segment)")
            }
        }
        try tx.run("DELETE FROM search_documents WHERE id IN \(list: editions)")
    }
}

/// Which places of a segment are empty: a bit for each.
struct RemovedPlaces {
    private(set) var bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func forEach(_ body: (Int) -> Void) {
        for (index, byte) in bytes.enumerated() where byte != 0 {
            for bit in 0..<8 where byte & (1 << UInt8(bit)) != 0 { body(index << 3 | bit) }
        }
    }

    func contains(_ place: Int) -> Bool { place >> 3 < bytes.count && bytes[place >> 3] & (1 << UInt8(place & 7)) != 0 }

    mutating func insert(_ place: Int) {
        while bytes.count <= place >> 3 { bytes.append(0) }
        bytes[place >> 3] |= 1 << UInt8(place & 7)
    }
}
