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

    /// Its words, unmarked.
    package var text: String { parts.map(\.text).joined() }

    /// About this many words are shown.
    static let length = 32

    /// Behind the first match so many words are looked at for a better place.
    private static let reach = 400

    /// The whole of a short text.
    init(whole text: String, _ terms: inout SnippetTerms, names: Set<[UInt8]> = []) {
        self.init(of: text, &terms, names: names, length: .max)
    }

    /// The stretch of a long text that holds most of the words that were asked for, or its beginning when only the headline matched.
    init(of text: String, _ terms: inout SnippetTerms, names: Set<[UInt8]> = [], length: Int = Snippet.length) {
        var words: [(place: Range<String.Index>, isMatch: Bool)] = []
        var matches: [(index: Int, term: Int)] = []
        // Where all the words stand together it gets no better.
        let enough = max(1, terms.count)
        var last = Int.max
        SearchText.forEachWord(of: text) { word, place in
            let term = terms.number(of: word, names: names)
            if let term {
                matches.append((words.count, term))
                if length != .max, last == .max { last = words.count + Self.reach }
                if length != .max, Self.different(matches, behind: words.count - length + 6) >= enough { last = min(last, words.count + length) }
            }
            words.append((place, term != nil))
            return words.count <= last
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

    /// How many different words there are among the last matches, those behind a place.
    private static func different(_ matches: [(index: Int, term: Int)], behind place: Int) -> Int {
        Set(matches.reversed().prefix { $0.index > place }.map(\.term)).count
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
