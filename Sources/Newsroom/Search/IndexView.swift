import Basics
import Storage

/// The index of some languages as one transaction sees it. Documents are numbered through all segments.
struct IndexView {
    let tx: Transaction
    private let languages: [Language]
    /// The number of each segment's first document.
    private var bases: [Int64: Int] = [:]
    private(set) var editions: [Int64] = []
    private(set) var lengths: [Float] = []
    private(set) var isLive: [Bool] = []
    private(set) var live = 0
    private(set) var averageLength: Float = 1

    init(_ tx: Transaction, _ languages: [Language]) throws {
        (self.tx, self.languages) = (tx, languages)
        var (bases, editions, lengths, isLive): ([Int64: Int], [Int64], [Float], [Bool]) = ([:], [], [], [])
        var total = 0
        try tx.forEach("SELECT id, documents, removed, live, length FROM search_segments WHERE language IN \(list: languages)") { row in
            bases[try row["id"]] = editions.count
            let removed = RemovedPlaces(try row["removed"])
            var place = 0
            SegmentDocuments.read(try row["documents"]) { edition, length in
                editions.append(edition)
                lengths.append(Float(length))
                isLive.append(!removed.contains(place))
                place += 1
            }
            live += try row["live"]
            total += try row["length"]
        }
        (self.bases, self.editions, self.lengths, self.isLive) = (bases, editions, lengths, isLive)
        averageLength = max(1, Float(total) / Float(max(1, live)))
    }

    var count: Int { editions.count }

    /// A word of the index with the lists it has in one segment.
    struct Found {
        /// The number of the segment's first document.
        let base: Int
        let block: Block
        let word: DictionaryReader

        struct Block {
            let postings: [UInt8]
            let positions: [UInt8]
        }

        /// Gives each document that is still there, with how often the word is in it and in which fields.
        func forEach(in view: borrowing IndexView, _ body: (_ document: Int, _ count: Int, _ fields: Int) -> Void) {
            var postings = IndexReader(block.postings, word.postings)
            var document = base - 1
            while !postings.isAtEnd {
                document &+= postings.number() + 1
                let code = postings.number()
                guard view.isLive.indices.contains(document) else { return }
                if view.isLive[document] { body(document, code >> 2, code & 3) }
            }
        }

        /// Gives each place of the word: the document in the upper half, the place in the lower.
        func forEachPlace(in view: borrowing IndexView, _ body: (UInt64) -> Void) {
            var postings = IndexReader(block.postings, word.postings)
            var positions = IndexReader(block.positions, word.positions)
            var document = base - 1
            while !postings.isAtEnd {
                document &+= postings.number() + 1
                let count = postings.number() >> 2
                guard view.isLive.indices.contains(document) else { return }
                guard view.isLive[document] else {
                    positions.skip(numbers: count)
                    continue
                }
                var (place, left) = (0, count)
                while left > 0, !positions.isAtEnd {
                    place &+= positions.number()
                    body(UInt64(document) << 32 | UInt64(UInt32(truncatingIfNeeded: place)))
                    left -= 1
                }
            }
        }
    }

    /// Gives every word of a stem, segment by segment.
    func forEachWord(ofStem stem: [UInt8], withPositions: Bool = false, _ body: (Found) -> Void) throws {
        let positions: SQL = withPositions ? "b.positions" : "b.dictionary AS positions"
        try tx.forEach(
            """
            SELECT s.id, b.dictionary, b.postings, \(positions) FROM search_segments s JOIN search_blocks b ON b.segment_id = s.id
            WHERE s.language IN \(list: languages) AND b.first_stem = (
                SELECT x.first_stem FROM search_blocks x WHERE x.segment_id = s.id AND x.first_stem <= \(stem) ORDER BY x.first_stem DESC LIMIT 1)
            """
        ) { row in
            guard let base = bases[try row["id"]] else { return }
            var dictionary = DictionaryReader(try row["dictionary"])
            var block: Found.Block?
            while dictionary.next() {
                if dictionary.stem != stem {
                    // Stems come in order.
                    if block != nil || stem.lexicographicallyPrecedes(dictionary.stem) { return }
                    continue
                }
                let found = try block ?? Found.Block(postings: row["postings"], positions: withPositions ? row["positions"] : [])
                block = found
                body(Found(base: base, block: found, word: dictionary))
            }
        }
    }

    /// Gives the words that are filed under a sound key.
    func forEachName(ofKey key: [UInt8], _ body: ([UInt8]) -> Void) throws {
        try tx.forEach(
            """
            SELECT n.entries FROM search_segments s JOIN search_names n ON n.segment_id = s.id
            WHERE s.language IN \(list: languages) AND n.first_key = (
                SELECT x.first_key FROM search_names x WHERE x.segment_id = s.id AND x.first_key <= \(key) ORDER BY x.first_key DESC LIMIT 1)
            """
        ) { row in NameIndexWriter.forEachWord(of: key, in: try row["entries"], body) }
    }

    /// Gives the dictionaries in which words of a stem's first letter stand.
    func forEachDictionary(beginningLike stem: [UInt8], _ body: (DictionaryReader) -> Void) throws {
        guard let first = stem.first else { return }
        let letter = Array(stem.prefix(first < 0x80 ? 1 : 2))
        let end = letter.dropLast() + [letter[letter.count - 1] + 1]
        try tx.forEach(
            """
            SELECT b.dictionary FROM search_segments s JOIN search_blocks b ON b.segment_id = s.id
            WHERE s.language IN \(list: languages) AND b.first_stem < \(Array(end)) AND b.first_stem >= coalesce((
                SELECT x.first_stem FROM search_blocks x WHERE x.segment_id = s.id AND x.first_stem <= \(letter) ORDER BY x.first_stem DESC LIMIT 1
                ), \(letter))
            """
        ) { row in body(DictionaryReader(try row["dictionary"])) }
    }
}
