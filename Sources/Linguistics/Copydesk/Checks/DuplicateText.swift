import Basics

/// A run of words that stands in the text twice.
struct DuplicateText: Check {
    let id = "duplicate-text"

    /// Shorter ones are formulas, titles, a quotation in the heading.
    private static let shortest = 12

    func hits(in reading: Reading) -> [Hit] {
        let words = reading.tokens.indices.filter { reading.tokens[$0].kind != .mark }
        guard words.count > 2 * Self.shortest else { return [] }
        let keys = words.map { reading.tokens[$0].key.hashValue }
        var first: [Int: Int] = [:]
        var hits: [Hit] = []
        var index = 0
        while index + Self.shortest <= words.count {
            let key = Self.hash(keys[index..<index + Self.shortest])
            guard reading.block[words[index]] == reading.block[words[index + Self.shortest - 1]], let other = first[key],
                other + Self.shortest <= index,
                (0..<Self.shortest).allSatisfy({ reading.tokens[words[other + $0]].key == reading.tokens[words[index + $0]].key })
            else {
                if first[key] == nil, reading.block[words[index]] == reading.block[words[index + Self.shortest - 1]] { first[key] = index }
                index += 1
                continue
            }
            var length = Self.shortest
            while index + length < words.count, other + length < index, keys[other + length] == keys[index + length],
                reading.block[words[index + length]] == reading.block[words[index]]
            { length += 1 }
            // The first place is a heading that a paragraph takes up, or the other way round: only a paragraph of its own is too much.
            let range = reading.range(words[index]..<words[index + length - 1] + 1)
            let earlier = reading.range(words[other]..<words[other + length - 1] + 1)
            hits.append(Hit(range: range, words: ["start": String(reading.prose.text(earlier).prefix(40)).phrase], fold: "text"))
            index += length
        }
        return hits
    }

    private static func hash(_ keys: ArraySlice<Int>) -> Int {
        var hasher = Hasher()
        for key in keys { hasher.combine(key) }
        return hasher.finalize()
    }
}
