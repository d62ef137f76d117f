import Linguistics
import Storage

/// Spelling help out of the archive's own words.
struct Suggestion {
    let view: IndexView
    private let stems = SearchStems()
    /// More words than this are not misspelt but of another language.
    private static let mostWords = 3

    init(_ view: IndexView) { self.view = view }

    /// The query with words that stand nowhere in the archive put as a near word that does; nil when there is nothing to suggest.
    func text(for query: String, unknown: Set<String>) throws -> String? {
        guard unknown.count <= Self.mostWords else { return nil }
        var nearest: [String: String] = [:]
        for word in unknown { nearest[word] = try near(Array(word.utf8)) }
        guard !nearest.isEmpty else { return nil }
        var result = ""
        var place = query.startIndex
        SearchText.forEachWord(of: query) { word, range in
            if let near = nearest[String(decoding: word, as: UTF8.self)] {
                result += query[place..<range.lowerBound] + near
                place = range.upperBound
            }
            return true
        }
        return result + query[place...]
    }

    /// The word with the fewest letters to change that is in most documents; it begins with the same letter.
    private func near(_ word: [UInt8]) throws -> String? {
        let letters = Self.letters(word)
        guard letters.count >= 4, letters.count <= 30 else { return nil }
        let most = letters.count < 7 ? 1 : 2
        var found: [[UInt8]: Int] = [:]
        try view.forEachDictionary(beginningLike: stems.stem(word)) { dictionary in
            var dictionary = dictionary
            while dictionary.next() {
                // Letters are one or two bytes.
                guard abs(dictionary.stem.count - word.count) <= 2 * most + 8 else { continue }
                let other = dictionary.word
                guard abs(other.count - word.count) <= 2 * most, Self.distance(letters, Self.letters(other), most: most) <= most else { continue }
                found[other, default: 0] += dictionary.documents
            }
        }
        let best = found.min { a, b in
            let (one, other) = (Self.distance(letters, Self.letters(a.key), most: most), Self.distance(letters, Self.letters(b.key), most: most))
            if one != other { return one < other }
            return a.value == b.value ? a.key.lexicographicallyPrecedes(b.key) : a.value > b.value
        }
        return best.map { String(decoding: $0.key, as: UTF8.self) }
    }

    private static func letters(_ word: [UInt8]) -> [UInt32] { String(decoding: word, as: UTF8.self).unicodeScalars.map(\.value) }

    /// Letters put in, left out, changed or swapped with their neighbour, as far as there are no more than `most`.
    static func distance(_ a: [UInt32], _ b: [UInt32], most: Int) -> Int {
        guard abs(a.count - b.count) <= most else { return most + 1 }
        var (before, last, row) = ([Int](), Array(0...b.count), [Int](repeating: 0, count: b.count + 1))
        for i in a.indices {
            row[0] = i + 1
            var least = row[0]
            for j in b.indices {
                var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (a[i] == b[j] ? 0 : 1))
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
                row[j + 1] = cost
                least = min(least, cost)
            }
            if least > most { return most + 1 }
            (before, last) = (last, row)
        }
        return last[b.count]
    }
}
