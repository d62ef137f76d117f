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

    /// The whole of a short text.
    init(whole text: String, _ query: SearchQuery) {
        self.init(of: text, query, length: .max)
    }

    /// The stretch of a long text around its first match, or its beginning when only the headline matched.
    init(of text: String, _ query: SearchQuery, length: Int = Snippet.length) {
        let terms = Set(query.wanted.joined().map { Array($0.utf8) })
        // What lies far behind the first match is never shown, and so not looked at.
        var words: [(place: Range<String.Index>, isMatch: Bool)] = []
        var firstMatch: Int?
        SearchText.forEachWord(of: text) { word, place in
            let isMatch = terms.contains(word)
            if isMatch { firstMatch = firstMatch ?? words.count }
            words.append((place, isMatch))
            return firstMatch.map { length == .max || words.count <= $0 + length } ?? true
        }
        let first = firstMatch ?? 0
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
}
