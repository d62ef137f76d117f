/// What a folded word is found by: its stem, by the script it is written in. Words are UTF-8 as `SearchText` gives them. One thread uses one at a time.
package final class SearchStems {
    private let english = EnglishStem()

    package init() {}

    package func stem(_ word: [UInt8]) -> [UInt8] {
        switch Script(word) {
        case .latin: english.stem(word)
        case .arabic: ArabicStem.stem(word)
        case .other: word
        }
    }

    /// A stem to look for, and what a word found by it counts.
    package struct Form: Sendable {
        package let stem: [UInt8]
        package let weight: Float
    }

    /// The stem of a word and, in Arabic, the same behind "to" and "by", which a stem alone cannot be freed of: لحفتر is "to Haftar", and لبنان no "to" anything.
    package func forms(of word: [UInt8]) -> [Form] {
        let stem = stem(word)
        var forms = [Form(stem: stem, weight: 1)]
        if Script(word) == .arabic, word.count >= ArabicStem.shortestBehindClitic {
            for clitic in ArabicStem.clitics { forms.append(Form(stem: clitic + stem, weight: 0.8)) }
        }
        return forms
    }

    /// Whether a word of a text is another as it was asked for; in Arabic, a letter that is written together with it aside.
    package func isLiteral(_ word: [UInt8], _ asked: [UInt8]) -> Bool {
        if word == asked { return true }
        guard word.count == asked.count + 2, Script(asked) == .arabic, asked.count >= ArabicStem.shortestBehindClitic else { return false }
        return word.suffix(asked.count).elementsEqual(asked) && ArabicStem.isClitic(word[0], word[1])
    }

    private enum Script {
        case latin, arabic, other

        /// By the first letter.
        init(_ word: [UInt8]) {
            self =
                switch word.first ?? 0 {
                case UInt8(ascii: "a")...UInt8(ascii: "z"): .latin
                // Arabic letters are two bytes each, and begin with one of these.
                case 0xD8...0xDB: .arabic
                default: .other
                }
        }
    }
}
