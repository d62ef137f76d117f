import Linguistics
import Storage

/// Finds a query as a name, however it is spelt and in whatever script: words that sound alike are looked up by their keys, and what stands together in a
/// text is judged as a name is.
struct NameSearch {
    private let view: IndexView
    private let query: NameQuery
    private let text: String
    private let stems: SearchStems
    /// What the query's words are found by as they are.
    private let own: Set<[UInt8]>

    /// More words than this are no name.
    private static let mostWords = 5
    /// So many stems of a part's spellings are looked for, the nearest first: each costs the index a look, and has what is written together with it.
    private static let mostStems = 48
    /// What is less like the name than this, beside the best that was found, is somebody else while that one is there.
    private static let enough = 0.8

    /// Nil for a query that is no name: it says what must not be, quotes, or is a sentence.
    init?(_ view: IndexView, _ query: SearchQuery) {
        let words = query.terms.flatMap(\.words)
        guard query.unwanted.isEmpty, words.count <= Self.mostWords, !query.terms.contains(where: \.isQuoted),
            words.allSatisfy({ word in !StopWords.contains(word) && !(word.utf8.first.map { $0 <= UInt8(ascii: "9") } ?? true) }),
            let name = NameQuery(words.joined(separator: " ")), !name.keys.isEmpty
        else { return nil }
        (self.view, self.query, text) = (view, name, words.joined(separator: " "))
        let stems = SearchStems()
        own = Set(words.flatMap { stems.forms(of: Array($0.utf8)).map(\.stem) })
        self.stems = stems
    }

    /// A document that has the name: how often, how surely, and in which words.
    struct Found {
        let document: Int
        var count: Int
        var score: Double
        var words: Set<[UInt8]>
    }

    func found() throws -> [Found] {
        var parts: [Set<[UInt8]>] = []
        for keys in query.keys {
            let words = try spellings(of: keys)
            if words.isEmpty { return [] }
            parts.append(words)
        }
        guard query.isOfSeveralWords else { return try single(parts[0]) }
        let found = try whole(parts)
        let best = found.map(\.score).max() ?? 0
        return found.filter { $0.score >= best * Self.enough }
    }

    /// The words of the index that are filed under one of the keys.
    private func spellings(of keys: [String]) throws -> Set<[UInt8]> {
        var words: Set<[UInt8]> = []
        for key in Set(keys).sorted() where key != "-" { try view.forEachName(ofKey: Array(key.utf8)) { words.insert($0) } }
        var stems: [[UInt8]: (difference: Float, words: [[UInt8]])] = [:]
        for word in words {
            guard let difference = query.difference(Self.reading(word)) else { continue }
            let stem = self.stems.stem(word)
            let known = stems[stem] ?? (.infinity, [])
            stems[stem] = (min(known.difference, difference), known.words + [word])
        }
        let nearest = stems.sorted { a, b in
            a.value.difference == b.value.difference ? a.key.lexicographicallyPrecedes(b.key) : a.value.difference < b.value.difference
        }
        return Set(nearest.prefix(Self.mostStems).flatMap(\.value.words))
    }

    private static func reading(_ word: [UInt8]) -> NameQuery.Word { NameQuery.Word(folded: String(decoding: word, as: UTF8.self)) }

    /// A single name: each spelling is judged by itself. What is found by the query's own word is no other spelling.
    private func single(_ words: Set<[UInt8]>) throws -> [Found] {
        var found: [Int: Found] = [:]
        var scores: [[UInt8]: Double] = [:]
        for word in words where !own.contains(stems.stem(word)) {
            // A name all by itself is judged by both: a text says it with و or ل before it, a spelling alone may differ by more.
            let score = query.hits(in: [Self.reading(word)]).first?.score ?? NameMatch.score(text, String(decoding: word, as: UTF8.self))
            if score >= 0.5 { scores[word] = score }
        }
        for (word, list) in try lists(of: Array(scores.keys), withPositions: false) {
            list.forEach(in: view) { document, count, _ in
                found[document, default: Found(document: document, count: 0, score: 0, words: [])].add(count, scores[word] ?? 0, [word])
            }
        }
        return found.values.sorted { $0.document < $1.document }
    }

    /// Of the index a word that stands between two parts is not looked up: bin and its like are, and any other is taken for another name.
    private static let particles =
        "بن ابن ال ابو ابي ابا ام عبد الله الدين bin ben ibn al el abu abou abi um umm oum abd abdul abdel".split(separator: " ").map {
            Array($0.utf8)
        }
    private static let other = NameQuery.Word("xx")

    /// A name of several parts: where words of all of them stand close together, they are judged as one.
    private func whole(_ parts: [Set<[UInt8]>]) throws -> [Found] {
        let named = parts.reduce(Set<[UInt8]>()) { $0.union($1) }.sorted { $0.lexicographicallyPrecedes($1) }
        let words = named + Self.particles
        let masks = words.map { word in parts.indices.reduce(UInt8(0)) { parts[$1].contains(word) ? $0 | 1 << UInt8($1) : $0 } }
        let all = UInt8(1 << parts.count) - 1
        // Which of the parts each document has: only where it has all of them is looked at the places.
        var had = [UInt8](repeating: 0, count: view.count)
        var isAnywhere = false
        let numbers = Dictionary(zip(words, words.indices)) { first, _ in first }
        var lists = try self.lists(of: named, withPositions: true)
        for (word, list) in lists {
            let mask = masks[numbers[word] ?? 0]
            list.forEach(in: view) { document, _, _ in
                had[document] |= mask
                isAnywhere = isAnywhere || had[document] == all
            }
        }
        guard isAnywhere else { return [] }
        lists += try self.lists(of: Self.particles.filter { numbers[$0, default: 0] >= named.count }, withPositions: true)
        var places: [(place: UInt64, word: Int)] = []
        for (word, list) in lists {
            let number = numbers[word] ?? 0
            list.forEachPlace(in: view, where: { had[$0] == all }) { places.append(($0, number)) }
        }
        places.sort { $0.place < $1.place }
        let readings = words.map(Self.reading)
        var found: [Found] = []
        var start = 0
        while start < places.count {
            // Words that are no more than two apart belong to one run.
            var end = start + 1
            while end < places.count, places[end].place - places[end - 1].place <= 2 { end += 1 }
            defer { start = end }
            let run = places[start..<end]
            guard run.reduce(UInt8(0), { $0 | masks[$1.word] }) == all else { continue }
            var (tokens, numbers): ([NameQuery.Word], [Int?]) = ([], [])
            var last = run[start].place
            for (place, word) in run {
                if place - last > 1 {
                    tokens.append(Self.other)
                    numbers.append(nil)
                }
                tokens.append(readings[word])
                numbers.append(word)
                last = place
            }
            let document = Int(last >> 32)
            for hit in query.hits(in: tokens) {
                if found.last?.document != document { found.append(Found(document: document, count: 0, score: 0, words: [])) }
                found[found.count - 1].add(1, hit.score, numbers[hit.tokens].compactMap { $0.map { words[$0] } })
            }
        }
        return found
    }

    /// Where words of the index stand, by one look for each stem.
    private func lists(of words: [[UInt8]], withPositions: Bool) throws -> [(word: [UInt8], list: IndexView.Found)] {
        let wanted = Set(words)
        let stems = Set(words.map(stems.stem)).sorted { $0.lexicographicallyPrecedes($1) }
        return try stems.flatMap { stem in
            try view.words(ofStem: stem, withPositions: withPositions) { wanted.contains($0.word) }.map { ($0.word.word, $0) }
        }
    }
}

extension NameSearch.Found {
    fileprivate mutating func add(_ count: Int, _ score: Double, _ words: [[UInt8]]) {
        self.count += count
        self.score = max(self.score, score)
        self.words.formUnion(words)
    }
}
