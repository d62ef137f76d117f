import Basics

/// What a reader asks of search: words that must all stand in a text, "phrases", and -words that must not.
package struct SearchQuery: Hashable, Sendable {
    /// Each a word, or the words of a phrase in their order; folded.
    package let wanted: [[String]]
    package let unwanted: [[String]]

    /// More words than this are left out: nobody writes them, and each costs the index a look.
    static let mostTerms = 12
    package static let longestText = 400

    package init(_ text: String) {
        var wanted: [[String]] = []
        var unwanted: [[String]] = []
        var rest = Substring(text.prefix(Self.longestText))
        while let first = rest.first, wanted.count + unwanted.count < Self.mostTerms {
            if first.isWhitespace {
                rest = rest.dropFirst()
                continue
            }
            let isUnwanted = first == "-" && rest.dropFirst().first.map { !$0.isWhitespace } == true
            if isUnwanted { rest = rest.dropFirst() }
            let term: Substring
            if let close = rest.first.flatMap({ Self.closing[$0] }) {
                term = rest.dropFirst().prefix { $0 != close }
                rest = rest.dropFirst(term.count + 2)
            } else {
                term = rest.prefix { !$0.isWhitespace && $0 != "\"" && $0 != "“" && $0 != "«" }
                rest = rest.dropFirst(max(1, term.count))
            }
            let words = SearchText.folded(String(term)).split(separator: " ").map(String.init)
            if words.isEmpty { continue }
            if isUnwanted { unwanted.append(words) } else { wanted.append(words) }
        }
        self.wanted = wanted
        self.unwanted = unwanted
    }

    /// Nothing to look for.
    package var isEmpty: Bool { wanted.isEmpty }

    private static let closing: [Character: Character] = ["\"": "\"", "“": "”", "«": "»"]
}
