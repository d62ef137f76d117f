import Linguistics
import Storage

/// Finds a query as a name, however it is spelt and in whatever script: words that sound alike are looked up by their keys, and what stands together in a
/// text is judged as a name is.
struct NameSearch {
    private let view: IndexView
    private let query: NameQuery
    private let stems = SearchStems()
    /// What the query's words are found by as they are.
    private let own: Set<[UInt8]>

    /// More words than this are no name.
    private static let mostWords = 5
    /// A name that so many different words may be tells nothing, and would cost a look for each.
    private static let mostSpellings = 120

    /// Nil for a query that is no name: it says what must not be, quotes, or is a sentence.
    init?(_ view: IndexView, _ query: SearchQuery) {
        let words = query.terms.flatMap(\.words)
        guard query.unwanted.isEmpty, words.count <= Self.mostWords, !query.terms.contains(where: \.isQuoted),
            words.allSatisfy({ word in !StopWords.contains(word) && !(word.utf8.first.map { $0 <= UInt8(ascii: "9") } ?? true) }),
            let name = NameQuery(words.joined(separator: " ")), !name.keys.isEmpty
        else { return nil }
        (self.view, self.query) = (view, name)
        own = Set(words.flatMap { stems.forms(of: Array($0.utf8)).map(\.stem) })
    }

    /// A document that has the name: how often, and in which words.
    struct Found {
        let document: Int
        let count: Int
        let words: Set<[UInt8]>
    }

    func found() throws -> [Found] {
        var parts: [Set<[UInt8]>] = []
        for keys in query.keys {
            let words = try spellings(of: keys)
            if words.isEmpty || words.count > Self.mostSpellings { return [] }
            parts.append(words)
        }
        return parts.count == 1 ? try single(parts[0]) : try whole(parts)
    }

    /// The words of the index that are filed under one of the keys.
    private func spellings(of keys: [String]) throws -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for key in Set(keys).sorted() where key.utf8.count > 1 { try view.forEachName(ofKey: Array(key.utf8)) { words.insert($0) } }
        return words.filter { query.accepts(NameQuery.Word(String(decoding: $0, as: UTF8.self))) }
    }

    /// A single name: each spelling is judged by itself. What is found by the query's own word is no other spelling.
    private func single(_ words: Set<[UInt8]>) throws -> [Found] {
        var counts: [Int: (count: Int, words: Set<[UInt8]>)] = [:]
        for word in words.sorted(by: { $0.lexicographicallyPrecedes($1) }) where !own.contains(stems.stem(word)) {
            guard !query.places(in: [NameQuery.Word(String(decoding: word, as: UTF8.self))]).isEmpty else { continue }
            try view.forEachWord(ofStem: stems.stem(word)) { found in
                guard found.word.wordEquals(word) else { return }
                found.forEach(in: view) { document, count, _ in
                    counts[document, default: (0, [])].count += count
                    counts[document]?.words.insert(word)
                }
            }
        }
        return counts.map { Found(document: $0.key, count: $0.value.count, words: $0.value.words) }.sorted { $0.document < $1.document }
    }

    /// A name of several parts: where words of all of them stand close together, they are judged as one.
    private func whole(_ parts: [Set<[UInt8]>]) throws -> [Found] {
        let words = parts.reduce(Set<[UInt8]>()) { $0.union($1) }.sorted { $0.lexicographicallyPrecedes($1) }
        var places: [(place: UInt64, word: Int)] = []
        for (number, word) in words.enumerated() { try forEachPlace(of: word) { places.append((place: $0, word: number)) } }
        places.sort { $0.place < $1.place }
        let readings = words.map { NameQuery.Word(String(decoding: $0, as: UTF8.self)) }
        let masks = words.map { word in parts.indices.reduce(0) { parts[$1].contains(word) ? $0 | 1 << $1 : $0 } }
        let all = (1 << parts.count) - 1
        let blank = NameQuery.Word("")
        var found: [Found] = []
        var start = 0
        while start < places.count {
            // Words that are no more than two apart belong to one run.
            var end = start + 1
            while end < places.count, places[end].place - places[end - 1].place <= 2 { end += 1 }
            defer { start = end }
            let run = places[start..<end]
            guard run.reduce(0, { $0 | masks[$1.word] }) == all else { continue }
            var (tokens, numbers): ([NameQuery.Word], [Int?]) = ([], [])
            for (place, word) in run {
                if let last = tokens.indices.last, place - run[start].place > UInt64(last + 1) {
                    tokens.append(blank)
                    numbers.append(nil)
                }
                tokens.append(readings[word])
                numbers.append(word)
            }
            let spans = query.places(in: tokens)
            guard !spans.isEmpty else { continue }
            let document = Int(run[start].place >> 32)
            let marked = Set(spans.flatMap { numbers[$0].compactMap { $0.map { words[$0] } } })
            if let last = found.last, last.document == document {
                found[found.count - 1] = Found(document: document, count: last.count + spans.count, words: last.words.union(marked))
            } else {
                found.append(Found(document: document, count: spans.count, words: marked))
            }
        }
        return found
    }

    private func forEachPlace(of word: [UInt8], _ body: (UInt64) -> Void) throws {
        try view.forEachWord(ofStem: stems.stem(word), withPositions: true) { found in
            if found.word.wordEquals(word) { found.forEachPlace(in: view, body) }
        }
    }
}
