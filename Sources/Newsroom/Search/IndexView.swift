import Basics
import Storage

/// The index of some languages as one transaction sees it. Documents are numbered through all segments.
struct IndexView {
    let tx: Transaction
    private let segments: [Int64]
    /// The number of each segment's first document.
    private var bases: [Int64: Int] = [:]
    private(set) var editions: [Int64] = []
    private(set) var lengths: [Float] = []
    private(set) var isLive: [Bool] = []
    private(set) var live = 0
    private(set) var averageLength: Float = 1

    init(_ tx: Transaction, _ languages: [Language]) throws {
        self.tx = tx
        let rows = try tx.all("SELECT id, stamp, live, length, removed FROM search_segments WHERE language IN \(list: languages)") { row in
            (
                id: try row["id"] as Int64, stamp: try row["stamp"] as Int64, live: try row["live"] as Int, length: try row["length"] as Int,
                removed: RemovedPlaces(try row["removed"])
            )
        }
        segments = rows.map(\.id)
        for row in rows {
            let documents = try KnownDocuments.of(tx, segment: row.id, stamp: row.stamp)
            let base = editions.count
            bases[row.id] = base
            editions += documents.editions
            lengths += documents.lengths
            isLive += repeatElement(true, count: documents.editions.count)
            row.removed.forEach { if base + $0 < isLive.count { isLive[base + $0] = false } }
            live += row.live
        }
        averageLength = max(1, Float(rows.reduce(0) { $0 + $1.length }) / Float(max(1, live)))
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

        /// Gives each place of the word in documents that are wanted: the document in the upper half, the place in the lower.
        func forEachPlace(in view: borrowing IndexView, where isWanted: (_ document: Int) -> Bool, _ body: (UInt64) -> Void) {
            var postings = IndexReader(block.postings, word.postings)
            var positions = IndexReader(block.positions, word.positions)
            var document = base - 1
            while !postings.isAtEnd {
                document &+= postings.number() + 1
                let count = postings.number() >> 2
                guard view.isLive.indices.contains(document) else { return }
                guard view.isLive[document], isWanted(document) else {
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

    /// The words of a stem, segment by segment, of which `isWanted` is true.
    func words(ofStem stem: [UInt8], withPositions: Bool, where isWanted: (DictionaryReader) -> Bool) throws -> [Found] {
        var words: [Found] = []
        try forEachWord(ofStem: stem, withPositions: withPositions) { if isWanted($0.word) { words.append($0) } }
        return words
    }

    /// Gives every word of a stem, segment by segment.
    func forEachWord(ofStem stem: [UInt8], withPositions: Bool = false, _ body: (Found) -> Void) throws {
        let positions: SQL = withPositions ? ", positions" : ""
        try forEachRow { segment in
            """
            SELECT segment_id, dictionary, postings\(positions) FROM search_blocks WHERE segment_id = \(segment) AND first_stem <= \(stem)
            ORDER BY first_stem DESC LIMIT 1
            """
        } body: { row in
            guard let base = bases[try row["segment_id"]] else { return }
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
        try forEachRow { segment in
            "SELECT entries FROM search_names WHERE segment_id = \(segment) AND first_key <= \(key) ORDER BY first_key DESC LIMIT 1"
        } body: { row in
            NameIndexWriter.forEachWord(of: key, in: try row["entries"], body)
        }
    }

    /// Gives the dictionaries in which words of a stem's first letter stand.
    func forEachDictionary(beginningLike stem: [UInt8], _ body: (DictionaryReader) -> Void) throws {
        guard let first = stem.first else { return }
        let letter = Array(stem.prefix(first < 0x80 ? 1 : 2))
        let end = letter.dropLast() + [letter[letter.count - 1] + 1]
        try forEachRow { segment in
            """
            SELECT dictionary FROM search_blocks WHERE segment_id = \(segment) AND first_stem < \(Array(end)) AND first_stem >= coalesce((
                SELECT first_stem FROM search_blocks WHERE segment_id = \(segment) AND first_stem <= \(letter) ORDER BY first_stem DESC LIMIT 1
                ), \(letter))
            """
        } body: { row in
            body(DictionaryReader(try row["dictionary"]))
        }
    }

    /// Asks each segment by itself, many in one statement: of a join an engine makes what it thinks of the tables' sizes, and may read every block there is.
    private func forEachRow(_ query: (Int64) -> SQL, body: (Row) throws -> Void) throws {
        for start in stride(from: 0, to: segments.count, by: Self.together) {
            let queries = segments[start..<min(start + Self.together, segments.count)].map { segment -> SQL in
                "SELECT * FROM (\(query(segment))) AS found"
            }
            try tx.forEach(queries.dropFirst().reduce(queries[0]) { $0 + " UNION ALL " + $1 }, body)
        }
    }

    private static let together = 50
}
