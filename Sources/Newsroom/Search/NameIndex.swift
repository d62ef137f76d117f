import Linguistics

/// A stretch of a segment's names: sound keys in their order, each with the words that may be meant. Bytes shared with the key before, the others, how many
/// words, each with its length.
struct NameBlock: Sendable {
    let first: [UInt8]
    let entries: [UInt8]
}

/// Gathers the words of a segment by their sound keys, so that a name is found in any spelling and script.
struct NameIndexWriter {
    private var words: [(key: [UInt8], word: [UInt8])] = []

    /// A block is closed when it has grown so long.
    private static let length = 2_000
    /// In bytes; what is longer is no name.
    private static let longest = 40

    mutating func add(_ word: [UInt8]) {
        // Digits, and single letters, which stand for any name that begins with them.
        guard let first = word.first, first > UInt8(ascii: "9"), word.count > 2, word.count <= Self.longest else { return }
        for key in NameKeys.index(of: String(decoding: word, as: UTF8.self)) where key != "-" { words.append((Array(key.utf8), word)) }
    }

    /// Gives the blocks in the order of their keys.
    mutating func finish(_ emit: (NameBlock) throws -> Void) throws {
        words.sort { a, b in a.key == b.key ? a.word.lexicographicallyPrecedes(b.word) : a.key.lexicographicallyPrecedes(b.key) }
        var writer = IndexWriter()
        var (first, last): ([UInt8], [UInt8]) = ([], [])
        var index = words.startIndex
        while index < words.endIndex {
            let key = words[index].key
            let same = words[index...].prefix { $0.key == key }
            if writer.bytes.isEmpty { (first, last) = (key, []) }
            let shared = zip(last, key).prefix { $0 == $1 }.count
            writer.add(shared)
            writer.add(key.count - shared)
            writer.add(key[shared...])
            writer.add(same.count)
            for entry in same {
                writer.add(entry.word.count)
                writer.add(entry.word)
            }
            (last, index) = (key, same.endIndex)
            if writer.bytes.count >= Self.length || index == words.endIndex {
                try emit(NameBlock(first: first, entries: writer.bytes))
                writer.clear()
            }
        }
    }

    /// Gives the words of a key in a block.
    static func forEachWord(of key: [UInt8], in entries: [UInt8], _ body: ([UInt8]) -> Void) {
        var reader = IndexReader(entries)
        var here: [UInt8] = []
        while !reader.isAtEnd {
            let shared = reader.number()
            let rest = reader.range(reader.number())
            here.removeLast(max(0, here.count - shared))
            here.append(contentsOf: entries[rest])
            var left = reader.number()
            while left > 0, !reader.isAtEnd {
                left -= 1
                let word = reader.range(reader.number())
                if here == key { body(Array(entries[word])) }
            }
            if key.lexicographicallyPrecedes(here) { return }
        }
    }
}
