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
        let terms = Set(query.wanted.joined())
        // What lies far behind the first match is never shown, and so not looked at.
        var first = 0
        var isFound = false
        let words = SearchText.words(of: text) { words in
            if !isFound, let word = words.last, terms.contains(word.folded) {
                isFound = true
                first = words.count - 1
            }
            return !isFound || length == .max || words.count <= first + length
        }
        let start = length == .max ? 0 : max(0, min(first - 6, words.count - length))
        let end = length == .max ? words.count : min(words.count, start + length)
        guard start < end else {
            parts = [Part(text: text, isMatch: false)]
            (isCutBefore, isCutAfter) = (false, false)
            return
        }
        var parts: [Part] = []
        var place = start == 0 ? text.startIndex : words[start].range.lowerBound
        for word in words[start..<end] where terms.contains(word.folded) {
            if place < word.range.lowerBound { parts.append(Part(text: String(text[place..<word.range.lowerBound]), isMatch: false)) }
            parts.append(Part(text: String(text[word.range]), isMatch: true))
            place = word.range.upperBound
        }
        let close = end == words.count ? text.endIndex : words[end - 1].range.upperBound
        if place < close { parts.append(Part(text: String(text[place..<close]), isMatch: false)) }
        self.parts = parts
        isCutBefore = start > 0
        isCutAfter = end < words.count
    }
}
