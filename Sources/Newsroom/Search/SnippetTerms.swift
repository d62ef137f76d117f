import Linguistics

/// Which words of a text are marked as what a query found.
struct SnippetTerms {
    private let stems = SearchStems()
    /// What a stem of a text is found by: the number of the query's word.
    private var words: [[UInt8]: Int] = [:]
    /// Words that are marked only as they are written.
    private var literal: [(word: [UInt8], number: Int)] = []
    /// What was told of words that came before.
    private var known: [[UInt8]: Int?] = [:]
    /// Other spellings of the query's names, folded.
    private let names: Set<[UInt8]>

    init(_ query: SearchQuery, names: Set<[UInt8]> = []) {
        self.names = names
        let all = query.terms.flatMap(\.words)
        let isTelling = all.contains { !StopWords.contains($0) }
        var number = 0
        for term in query.terms {
            for word in term.words where term.isQuoted || !isTelling || !StopWords.contains(word) {
                let bytes = Array(word.utf8)
                if term.isQuoted {
                    literal.append((bytes, number))
                } else {
                    for form in stems.forms(of: bytes) where words[form.stem] == nil { words[form.stem] = number }
                }
                number += 1
            }
        }
    }

    /// The number of the query's word that a folded word of a text is; nil for any other.
    mutating func number(of word: [UInt8]) -> Int? {
        if let told = known[word] { return told }
        let number =
            literal.first { stems.isLiteral(word, $0.word) }?.number ?? words[stems.stem(word)] ?? (names.contains(word) ? -1 : nil)
        known[word] = .some(number)
        return number
    }
}
