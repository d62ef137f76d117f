import Basics
import Storage

extension SearchIndex {
    /// So many segments of one size become one of the next: a search looks into each, and each merging writes the words once more.
    private static let width = 8
    /// Segments of so many documents stay as they are while stories are published one by one.
    private static let largest = 4_096
    /// When the index is settled they do from so many on.
    private static let settled = 65_536

    /// A segment as far as merging needs it.
    private struct Part {
        let id: Int64
        let size: Int
        let live: Int
    }

    /// Makes one out of the small segments of a size as soon as there are enough of them, and lets go of what was removed.
    static func mergeSmall(_ tx: Transaction, _ language: Language) throws {
        while true {
            let parts = try parts(tx, language)
            if let emptied = parts.first(where: { $0.live * 2 < $0.size }) {
                try merge(tx, language, [emptied.id])
                continue
            }
            let tiers = Dictionary(grouping: parts.filter { $0.live < largest }, by: { tier($0.live) })
            guard let full = tiers.filter({ $0.value.count >= width }).min(by: { $0.key < $1.key })?.value else { return }
            try merge(tx, language, full.map(\.id))
        }
    }

    /// Makes a few large segments out of what a long reading has left, each in a transaction of its own: a search looks into every segment there is.
    static func settle(_ database: Database) async throws {
        for language in Language.allCases {
            while try await database.write({ tx in
                let segments = together(try parts(tx, language).filter { $0.live < settled })
                if !segments.isEmpty { try merge(tx, language, segments) }
                return !segments.isEmpty
            }) {}
        }
    }

    /// The smallest segments that are worth being written as one: none is much larger than those before it, which it would be written again for.
    private static func together(_ parts: [Part]) -> [Int64] {
        var (chosen, live): ([Int64], Int) = ([], 0)
        for part in parts.sorted(by: { $0.live < $1.live }) {
            if part.live <= 4 * live, live + part.live <= settled || chosen.count < 2 {
                chosen.append(part.id)
                live += part.live
            } else if chosen.count > 1 {
                break
            } else {
                (chosen, live) = ([part.id], part.live)
            }
        }
        return chosen.count > 1 ? chosen.sorted() : []
    }

    private static func parts(_ tx: Transaction, _ language: Language) throws -> [Part] {
        try tx.all("SELECT id, size, live FROM search_segments WHERE language = \(language) ORDER BY id") {
            Part(id: try $0["id"], size: try $0["size"], live: try $0["live"])
        }
    }

    /// 0 for 1 to 7 documents, 1 from 8 on, 2 from 64 on.
    private static func tier(_ size: Int) -> Int {
        var (tier, limit) = (0, width)
        while size >= limit { (tier, limit) = (tier + 1, limit * width) }
        return tier
    }

    /// Writes segments as one, without what was removed from them.
    private static func merge(_ tx: Transaction, _ language: Language, _ segments: [Int64]) throws {
        var documents = SegmentDocuments()
        var cursors: [SegmentCursor] = []
        for segment in segments {
            let bytes: [UInt8] = try tx.one("SELECT documents FROM search_segments WHERE id = \(segment)") { try $0["documents"] }
            let live = Set(try tx.all("SELECT place FROM search_documents WHERE segment_id = \(segment)") { try $0["place"] as Int })
            var places: [Int] = []
            SegmentDocuments.read(bytes) { edition, length in
                if live.contains(places.count) {
                    places.append(documents.count)
                    documents.add(ID(edition), length: length)
                } else {
                    places.append(-1)
                }
            }
            if let cursor = try SegmentCursor(tx, segment, places) { cursors.append(cursor) }
        }
        if documents.count > 0 { try addSegment(tx, language, documents) { try writeMerged(tx, &cursors, $0) } }
        for segment in segments { try tx.run("DELETE FROM search_segments WHERE id = \(segment)") }
    }

    private static func writeMerged(_ tx: Transaction, _ cursors: inout [SegmentCursor], _ writer: BlockWriter) throws {
        var writer = writer
        var places = PostingWriter()
        while var lowest = cursors.indices.first {
            for index in cursors.indices.dropFirst() where cursors[index].precedes(cursors[lowest]) { lowest = index }
            let (stem, word) = (cursors[lowest].stem, cursors[lowest].word)
            places.clear()
            var ended: [Int] = []
            // Cursors stand in the order of the documents' new places.
            for index in cursors.indices where cursors[index].isAt(stem, word) {
                cursors[index].copy(to: &places)
                if try !cursors[index].next(tx) { ended.append(index) }
            }
            if places.documents > 0 { try writer.add(stem: stem, word: word, documents: places.documents, places) }
            for index in ended.reversed() { cursors.remove(at: index) }
        }
        try writer.finish()
    }
}

/// Walks through a segment's words, block by block, and knows where its documents go.
struct SegmentCursor {
    private let segment: Int64
    /// The new place of each document, or -1.
    private let places: [Int]
    private var block: IndexBlock
    private var dictionary: DictionaryReader
    private(set) var word: [UInt8] = []

    var stem: [UInt8] { dictionary.stem }

    /// Nil when the segment has no words.
    init?(_ tx: Transaction, _ segment: Int64, _ places: [Int]) throws {
        guard let block = try Self.block(tx, segment, after: nil) else { return nil }
        (self.segment, self.places, self.block) = (segment, places, block)
        dictionary = DictionaryReader(block.dictionary)
        guard try next(tx) else { return nil }
    }

    func precedes(_ other: SegmentCursor) -> Bool {
        stem == other.stem ? word.lexicographicallyPrecedes(other.word) : stem.lexicographicallyPrecedes(other.stem)
    }

    func isAt(_ stem: [UInt8], _ word: [UInt8]) -> Bool { self.word == word && self.stem == stem }

    /// Goes on to the next word; false behind the last.
    mutating func next(_ tx: Transaction) throws -> Bool {
        while !dictionary.next() {
            guard let next = try Self.block(tx, segment, after: block.first) else { return false }
            block = next
            dictionary = DictionaryReader(next.dictionary)
        }
        word = dictionary.word
        return true
    }

    /// Writes the word's documents at their new places.
    func copy(to writer: inout PostingWriter) {
        var postings = IndexReader(block.postings, dictionary.postings)
        var positions = IndexReader(block.positions, dictionary.positions)
        var document = -1
        while !postings.isAtEnd {
            document &+= postings.number() + 1
            let code = postings.number()
            let start = positions.place
            positions.skip(numbers: code >> 2)
            guard places.indices.contains(document), places[document] >= 0 else { continue }
            writer.add(places[document], count: code >> 2, fields: code & 3)
            writer.add(places: block.positions[start..<positions.place])
        }
    }

    private static func block(_ tx: Transaction, _ segment: Int64, after stem: [UInt8]?) throws -> IndexBlock? {
        let rest: SQL = stem.map { "AND first_stem > \($0)" } ?? ""
        return try tx.first(
            """
            SELECT first_stem, dictionary, postings, positions FROM search_blocks WHERE segment_id = \(segment) \(rest)
            ORDER BY first_stem LIMIT 1
            """
        ) { IndexBlock(first: try $0["first_stem"], dictionary: try $0["dictionary"], postings: try $0["postings"], positions: try $0["positions"]) }
    }
}
