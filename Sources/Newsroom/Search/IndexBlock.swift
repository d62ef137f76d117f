/// A stretch of a segment's words in the order of their stems: the dictionary, where each word stands, and at which places.
///
/// Words of one stem are neighbours, so that a stem is one look. The dictionary: bytes shared with the stem before, the others, how many words; for each
/// its bytes (none when it is its stem), in how many documents it is, and the bytes it has in the two lists. A posting: how far on the document is, then how
/// often the word is in it, times four, with a bit for the headline and one for the standfirst. Places follow each other in the order of the postings.
struct IndexBlock: Sendable {
    let first: [UInt8]
    let dictionary: [UInt8]
    let postings: [UInt8]
    let positions: [UInt8]
}

/// Gathers words, which come in the order of their stems and then their own, into blocks.
struct BlockWriter {
    private let emit: (IndexBlock) throws -> Void
    private let emitNames: (NameBlock) throws -> Void
    private var names = NameIndexWriter()
    private var (dictionary, postings, positions) = (IndexWriter(), IndexWriter(), IndexWriter())
    private var first: [UInt8] = []
    private var last: [UInt8] = []
    private var stem: [UInt8] = []
    private var words = IndexWriter()
    private var count = 0

    /// A block is closed when its list has grown so long.
    private static let length = 6_000

    init(_ emit: @escaping (IndexBlock) throws -> Void, names: @escaping (NameBlock) throws -> Void) { (self.emit, emitNames) = (emit, names) }

    mutating func add(stem: [UInt8], word: [UInt8], documents: Int, _ places: some PostingBytes) throws {
        if count == 0 || stem != self.stem {
            try closeStem()
            self.stem = stem
        }
        count += 1
        names.add(word)
        if word == stem {
            words.add(0)
        } else {
            words.add(word.count)
            words.add(word)
        }
        words.add(documents)
        words.add(places.postings.count)
        words.add(places.positions.count)
        postings.add(places.postings)
        positions.add(places.positions)
    }

    mutating func finish() throws {
        try closeStem()
        try closeBlock()
        try names.finish(emitNames)
    }

    private mutating func closeStem() throws {
        guard count > 0 else { return }
        if dictionary.bytes.isEmpty { first = stem }
        let shared = dictionary.bytes.isEmpty ? 0 : zip(last, stem).prefix { $0 == $1 }.count
        dictionary.add(shared)
        dictionary.add(stem.count - shared)
        dictionary.add(stem[shared...])
        dictionary.add(count)
        dictionary.add(words.bytes)
        words.clear()
        (last, count) = (stem, 0)
        if postings.bytes.count + dictionary.bytes.count >= Self.length { try closeBlock() }
    }

    private mutating func closeBlock() throws {
        guard !dictionary.bytes.isEmpty else { return }
        try emit(IndexBlock(first: first, dictionary: dictionary.bytes, postings: postings.bytes, positions: positions.bytes))
        dictionary.clear()
        postings.clear()
        positions.clear()
    }
}

/// A word's two lists as bytes.
protocol PostingBytes {
    var postings: [UInt8] { get }
    var positions: [UInt8] { get }
}

/// Writes a word's postings, in the order of documents.
struct PostingWriter: PostingBytes {
    private var (lists, places) = (IndexWriter(), IndexWriter())
    private var last = -1
    private(set) var documents = 0

    var postings: [UInt8] { lists.bytes }
    var positions: [UInt8] { places.bytes }

    mutating func add(_ document: Int, count: Int, fields: Int) {
        lists.add(document - last - 1)
        lists.add(count << 2 | fields)
        last = document
        documents += 1
    }

    /// The bytes of a document's places, which begin anew for each.
    mutating func add(places bytes: some Sequence<UInt8>) { places.add(bytes) }

    mutating func add(step: Int) { places.add(step) }

    mutating func clear() {
        lists.clear()
        places.clear()
        (last, documents) = (-1, 0)
    }
}

/// Walks through a block's words.
struct DictionaryReader {
    private var reader: IndexReader
    private var wordsLeft = 0
    /// Of the word that was read last.
    private(set) var stem: [UInt8] = []
    private var wordRange = 0..<0
    private(set) var documents = 0
    private(set) var postings = 0..<0
    private(set) var positions = 0..<0

    init(_ dictionary: [UInt8]) { reader = IndexReader(dictionary) }

    /// The word itself, folded.
    var word: [UInt8] { wordRange.isEmpty ? stem : Array(reader.bytes[wordRange]) }

    func wordEquals(_ other: [UInt8]) -> Bool { wordRange.isEmpty ? stem == other : reader.bytes[wordRange].elementsEqual(other) }

    /// Goes on to the next word; false behind the last.
    mutating func next() -> Bool {
        guard !reader.isAtEnd else { return false }
        if wordsLeft == 0 {
            let shared = reader.number()
            let rest = reader.range(reader.number())
            stem.removeLast(max(0, stem.count - shared))
            stem.append(contentsOf: reader.bytes[rest])
            wordsLeft = reader.number()
            guard wordsLeft > 0 else { return false }
        }
        wordsLeft -= 1
        wordRange = reader.range(reader.number())
        documents = reader.number()
        postings = postings.upperBound..<(postings.upperBound + length())
        positions = positions.upperBound..<(positions.upperBound + length())
        return true
    }

    /// No list is as long as a damaged dictionary may say.
    private mutating func length() -> Int { min(reader.number(), 1 << 32) }
}
