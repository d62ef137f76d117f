import Linguistics

/// A piece of text with the words marked that a query found in it.
package struct Snippet: Sendable {
    package struct Part: Sendable {
        package let text: String
        package let isMatch: Bool
    }

    package let parts: [Part]
    /// Whether text was left out before and after it.
    package let isCutBefore: Bool
    package let isCutAfter: Bool

    /// About this many words are shown.
    static let length = 32

    /// Behind the first match so many words are looked at for a better place.
    private static let reach = 2_000

    /// The whole of a short text.
    init(whole text: String, _ query: SearchQuery, names: Set<[UInt8]> = []) {
        self.init(of: text, query, names: names, length: .max)
    }

    /// The stretch of a long text that holds most of the words that were asked for, or its beginning when only the headline matched.
    init(of text: String, _ query: SearchQuery, names: Set<[UInt8]> = [], length: Int = Snippet.length) {
        var terms = SnippetTerms(query, names: names)
        var words: [(place: Range<String.Index>, isMatch: Bool)] = []
        var matches: [(index: Int, term: Int)] = []
        SearchText.forEachWord(of: text) { word, place in
            let term = terms.number(of: word)
            if let term { matches.append((words.count, term)) }
            words.append((place, term != nil))
            return matches.first.map { length == .max || words.count <= $0.index + Self.reach } ?? true
        }
        let first = Self.best(matches, length) ?? 0
        let start = length == .max ? 0 : max(0, min(first - 6, words.count - length))
        let end = length == .max ? words.count : min(words.count, start + length)
        guard start < end else {
            parts = [Part(text: text, isMatch: false)]
            (isCutBefore, isCutAfter) = (false, false)
            return
        }
        var parts: [Part] = []
        var place = start == 0 ? text.startIndex : words[start].place.lowerBound
        for word in words[start..<end] where word.isMatch {
            if place < word.place.lowerBound { parts.append(Part(text: String(text[place..<word.place.lowerBound]), isMatch: false)) }
            parts.append(Part(text: String(text[word.place]), isMatch: true))
            place = word.place.upperBound
        }
        let close = end == words.count ? text.endIndex : words[end - 1].place.upperBound
        if place < close { parts.append(Part(text: String(text[place..<close]), isMatch: false)) }
        self.parts = parts
        isCutBefore = start > 0
        isCutAfter = end < words.count
    }
    /// The first match of the stretch with the most different words.
    private static func best(_ matches: [(index: Int, term: Int)], _ length: Int) -> Int? {
        var best: (index: Int, count: Int)?
        for (number, match) in matches.enumerated() {
            let near = matches[number...].prefix { $0.index - match.index < length - 6 }
            let count = Set(near.map(\.term)).count
            if count > best?.count ?? 0 { best = (match.index, count) }
        }
        return best?.index
    }
}
