import Linguistics

/// Which words of texts are marked as what a query found; one for all that it found, for what was told of a word is kept.
struct SnippetTerms {
    private let stems = SearchStems()
    /// What a stem of a text is found by: the number of the query's word.
    private var words: [[UInt8]: Int] = [:]
    /// Words that are marked only as they are written.
    private var literal: [(word: [UInt8], number: Int)] = []
    /// What tells most words of a text apart at a glance: the first byte, and of Arabic, where letters grow on before a stem, the stem's first two letters.
    private var firstBytes = [Bool](repeating: false, count: 256)
    private var firstLetters: [UInt32] = []
    /// What was told of words that came before.
    private var known: [[UInt8]: Int?] = [:]
    /// How many different words the query marks.
    let count: Int

    init(_ query: SearchQuery) {
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
        count = number
        for stem in Array(words.keys) + literal.map(\.word) {
            guard let first = stem.first else { continue }
            if Self.isArabic(first), let letters = Self.letters(stem, at: 0) { firstLetters.append(letters) } else { firstBytes[Int(first)] = true }
        }
    }

    private static func isArabic(_ byte: UInt8) -> Bool { (0xD8...0xDB).contains(byte) }

    /// Two Arabic letters, of two bytes each.
    private static func letters(_ word: [UInt8], at place: Int) -> UInt32? {
        guard place + 4 <= word.count else { return nil }
        return word[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
    }

    /// False only for a word that is none of the query's.
    private func mayBe(_ word: [UInt8]) -> Bool {
        guard let first = word.first else { return false }
        if firstBytes[Int(first)] { return true }
        guard Self.isArabic(first), !firstLetters.isEmpty else { return false }
        // Five letters grow on at most.
        for place in stride(from: 0, through: 10, by: 2) {
            guard let letters = Self.letters(word, at: place) else { return false }
            if firstLetters.contains(letters) { return true }
        }
        return false
    }

    /// The number of the query's word that a folded word of a text is, or that of no word for one of `names`, other spellings of a name; nil for any other.
    mutating func number(of word: [UInt8], names: Set<[UInt8]>) -> Int? {
        let number: Int?
        if !mayBe(word) {
            number = nil
        } else if let told = known[word] {
            number = told
        } else {
            number = literal.first { stems.isLiteral(word, $0.word) }?.number ?? words[stems.stem(word)]
            known[word] = .some(number)
        }
        return number ?? (!names.isEmpty && names.contains(word) ? -1 : nil)
    }
}
