import Basics
import Foundation
import Linguistics

/// Weighs every document that a query may mean, by BM25 over all its words: rare ones weigh more, repeated ones less and less, long texts a little less.
/// Whatever holds all the words comes first. All of it is worked out here, from whole numbers of the index, so both engines give one order.
///
/// Robertson and Zaragoza, The Probabilistic Relevance Framework (2009); the words of headline and standfirst count several times.
struct Ranking {
    private let view: IndexView
    private let stems = SearchStems()
    /// What each document's length divides by.
    private let norms: [Float]
    private(set) var scores: [Float]
    /// How many of the units that count each document has.
    private var matched: [UInt8]
    private var units: UInt8 = 0
    /// Words of the query that stand nowhere.
    private(set) var unknown: Set<String> = []
    /// In which words a document has the query as a name, spelt in another way.
    private(set) var names: [Int: Set<[UInt8]>] = [:]
    /// Of a word that is being weighed: how often it is in each document, in any form and just as it was asked for.
    private var (counts, exact): ([Float], [Float])
    private var touched: [Int] = []

    private static let saturation: Float = 1.2
    private static let lengthShare: Float = 0.75
    private static let headlineWeight: Float = 2
    private static let standfirstWeight: Float = 2
    /// What it adds that a word stands just as it was asked for.
    private static let exactShare: Float = 0.4

    init(_ view: IndexView) {
        self.view = view
        let (k, b, average) = (Self.saturation, Self.lengthShare, view.averageLength)
        norms = view.lengths.map { k * (1 - b + b * $0 / average) }
        scores = [Float](repeating: 0, count: view.count)
        (counts, exact) = (scores, scores)
        matched = [UInt8](repeating: 0, count: view.count)
    }

    /// Documents are numbers of the view.
    struct Match {
        enum Kind: Int { case some, name, all }

        let document: Int
        let kind: Kind
        let score: Float
    }

    /// Works out what speaks for each document. What has all the words stands before what has them as a name in another spelling: where there is `enough` of
    /// the first, nobody sees the second, and it is not looked for.
    mutating func weigh(_ query: SearchQuery, enough: Int = .max) throws {
        try weighWords(query)
        if !has(enough) {
            for name in try NameSearch(view, query)?.found() ?? [] where matched[name.document] < units {
                names[name.document] = name.words
                scores[name.document] += Float(name.score) * (1 + saturated(Float(name.count), name.document))
            }
        }
        try keepQuoted(query)
        for words in query.unwanted { for document in try literal(words) { scores[document] = 0 } }
    }

    /// Whether so many documents have all the words.
    private func has(_ enough: Int) -> Bool {
        var left = enough
        for document in matched.indices where matched[document] == units && scores[document] > 0 {
            left -= 1
            if left <= 0 { return true }
        }
        return false
    }

    /// The best `limit` of the documents that may be shown.
    func best(_ limit: Int, isAllowed: (Int64) -> Bool) -> [Match] {
        var best = BestMatches(limit: limit)
        for document in scores.indices where scores[document] > 0 {
            let kind: Match.Kind = matched[document] == units ? .all : names[document] == nil ? .some : .name
            let match = Match(document: document, kind: kind, score: scores[document])
            if best.wants(match, view.editions[document]), isAllowed(view.editions[document]) { best.add(match, view.editions[document]) }
        }
        return best.sorted
    }

    /// Leaves only what has all that is quoted. Where nothing has, and other words were asked for besides, these decide.
    private mutating func keepQuoted(_ query: SearchQuery) throws {
        let quoted = query.terms.filter(\.isQuoted)
        guard let first = quoted.first else { return }
        let documents = try quoted.dropFirst().reduce(Set(try literal(first.words))) { $0.intersection(try literal($1.words)) }
        if documents.isEmpty, quoted.count < query.terms.count { return }
        keep(documents.sorted())
    }

    private mutating func keep(_ documents: [Int]) {
        var next = 0
        for document in scores.indices {
            if next < documents.count, documents[next] == document { next += 1 } else { scores[document] = 0 }
        }
    }

    // MARK: Weighing

    private mutating func weighWords(_ query: SearchQuery) throws {
        let words = query.terms.flatMap(\.words)
        let telling = words.filter { !StopWords.contains($0) }
        var weighed: Set<String> = []
        for term in query.terms {
            let words = term.words.filter { telling.isEmpty || !StopWords.contains($0) }
            // Words written together, as in MiG-29, are wanted together: having them so counts as having the word.
            let isUnit = term.words.count == 1
            for word in words where weighed.insert(word).inserted { try weigh(Array(word.utf8), isUnit: isUnit) }
            if !isUnit {
                units += 1
                for document in try literal(term.words) { matched[document] += 1 }
            }
        }
    }

    private mutating func weigh(_ word: [UInt8], isUnit: Bool) throws {
        for form in stems.forms(of: word) {
            try view.forEachWord(ofStem: form.stem) { found in
                let isExact = found.word.wordEquals(word)
                found.forEach(in: view) { document, count, fields in
                    let count =
                        Float(count) + (fields & 1 != 0 ? Self.headlineWeight - 1 : 0) + (fields & 2 != 0 ? Self.standfirstWeight - 1 : 0)
                    if counts[document] == 0 { touched.append(document) }
                    counts[document] += count * form.weight
                    if isExact { exact[document] += count }
                }
            }
        }
        if touched.isEmpty { unknown.insert(String(decoding: word, as: UTF8.self)) }
        let weight = rarity(touched.count)
        let exactWeight = Self.exactShare * rarity(touched.count { exact[$0] > 0 })
        for document in touched {
            scores[document] += weight * saturated(counts[document], document)
            if exact[document] > 0 { scores[document] += exactWeight * saturated(exact[document], document) }
            if isUnit { matched[document] += 1 }
            (counts[document], exact[document]) = (0, 0)
        }
        touched.removeAll(keepingCapacity: true)
        if isUnit { units += 1 }
    }

    /// What it says that a document has a word which so many have.
    private func rarity(_ documents: Int) -> Float {
        log(1 + (Float(view.live - documents) + 0.5) / (Float(documents) + 0.5))
    }

    private func saturated(_ count: Float, _ document: Int) -> Float { count * (Self.saturation + 1) / (count + norms[document]) }

    // MARK: Words as they are written

    /// The documents, in order, that have the words one after the other just as they are written; in Arabic, with what is written together with them.
    private func literal(_ words: [String]) throws -> [Int] {
        let isPhrase = words.count > 1
        // How many of the words, from the first on, each document has: only where it has all of them is looked at the places.
        var had = [UInt8](repeating: 0, count: view.count)
        var lists: [[IndexView.Found]] = []
        for (number, word) in words.enumerated() {
            let found = try self.found(Array(word.utf8), withPositions: isPhrase)
            var isAnywhere = false
            for list in found {
                list.forEach(in: view) { document, _, _ in
                    guard had[document] == UInt8(number) else { return }
                    had[document] += 1
                    isAnywhere = true
                }
            }
            guard isAnywhere else { return [] }
            lists.append(found)
        }
        let all = UInt8(words.count)
        guard isPhrase else { return had.indices.filter { had[$0] == all } }
        var places: [UInt64] = []
        for (number, found) in lists.enumerated() {
            var here: [UInt64] = []
            for list in found { list.forEachPlace(in: view, where: { had[$0] == all }) { here.append($0) } }
            here.sort()
            places = number == 0 ? here : Self.next(places, here)
            if places.isEmpty { return [] }
        }
        var documents: [Int] = []
        for place in places where documents.last != Int(place >> 32) { documents.append(Int(place >> 32)) }
        return documents
    }

    private func found(_ word: [UInt8], withPositions: Bool) throws -> [IndexView.Found] {
        try stems.forms(of: word).flatMap { form in
            try view.words(ofStem: form.stem, withPositions: withPositions) { stems.isLiteral($0.word, word) }
        }
    }

    /// The places of `second` that follow one of `first`.
    private static func next(_ first: [UInt64], _ second: [UInt64]) -> [UInt64] {
        var result: [UInt64] = []
        var index = 0
        for place in second {
            while index < first.count, first[index] + 1 < place { index += 1 }
            if index < first.count, first[index] + 1 == place { result.append(place) }
        }
        return result
    }
}
