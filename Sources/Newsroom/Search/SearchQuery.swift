import Basics
import Linguistics

/// What a reader asks of search: words, best all of them; "phrases" that must stand as they are written, and -words that must not.
package struct SearchQuery: Hashable, Sendable {
    /// A word, or words in their order; folded.
    package struct Term: Hashable, Sendable {
        package let words: [String]
        /// Whether it must stand in a text, literally.
        package let isQuoted: Bool
    }

    package let terms: [Term]
    package let unwanted: [[String]]

    package var wanted: [[String]] { terms.map(\.words) }

    /// More words than this are left out: each costs the index a look.
    static let mostWords = 48
    package static let longestText = 400
    /// Who asks with so many words beside a quotation, or with so many in all, has copied a sentence, which a text may say in other words; marks that no
    /// keyboard has at hand tell so sooner.
    private static let wordsOfSentence = (typographic: 3, plain: 6, all: 10)

    package init(_ text: String) {
        var terms: [(term: Term, isTypographic: Bool)] = []
        var unwanted: [[String]] = []
        var left = Self.mostWords
        var rest = Substring(text.prefix(Self.longestText))
        while let first = rest.first, left > 0 {
            if first.isWhitespace {
                rest = rest.dropFirst()
                continue
            }
            let isUnwanted = first == "-" && rest.dropFirst().first.map { !$0.isWhitespace } == true
            if isUnwanted { rest = rest.dropFirst() }
            let term: Substring
            var isQuoted = false
            var isTypographic = false
            if let close = rest.first.flatMap({ Self.closing[$0] }) {
                term = rest.dropFirst().prefix { $0 != close }
                rest = rest.dropFirst(term.count + 1)
                isQuoted = !rest.isEmpty
                isTypographic = close != "\""
                rest = rest.dropFirst()
            } else {
                term = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "“" && $0 != "«" }
                rest = rest.dropFirst(max(1, term.count))
            }
            let words = SearchText.folded(String(term)).split(separator: " ").prefix(left).map(String.init)
            if words.isEmpty { continue }
            left -= words.count
            if isUnwanted { unwanted.append(words) } else { terms.append((Term(words: words, isQuoted: isQuoted), isTypographic)) }
        }
        let beside = terms.count { !$0.term.isQuoted }
        let isSentence = terms.reduce(0) { $0 + $1.term.words.count } >= Self.wordsOfSentence.all
        self.terms =
            terms.map { term, isTypographic in
                let isCopied = isSentence || beside >= (isTypographic ? Self.wordsOfSentence.typographic : Self.wordsOfSentence.plain)
                return isCopied ? Term(words: term.words, isQuoted: false) : term
            } + (isSentence ? unwanted.map { Term(words: $0, isQuoted: false) } : [])
        self.unwanted = isSentence ? [] : unwanted
    }

    /// Nothing to look for.
    package var isEmpty: Bool { terms.isEmpty }

    private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»"]
}
