/// A word or mark as the reading of statements sees it: a point that belongs to an abbreviation is part of its word, "he's" is two.
struct EnglishWord: Sendable {
    enum Part: UInt8, Sendable {
        case nominal, pronoun, determiner, genitive, verb, participle, ing, infinitive, auxiliary, to, preposition, subordinator, that, coordinator
        case adverb, negation, quote, comma, dash, colon, semicolon, stop, opening, closing, mark
    }

    var range: Range<Int>
    var key: String
    var classes: EnglishLexicon.Classes
    var part = Part.nominal
    /// Written with a capital first letter.
    var isCapital: Bool
    /// Whether no space stands before it.
    var joined: Bool
    /// The token it begins with.
    var token: Int
    /// The quotation it stands in, its marks too; -1 outside.
    var quotation = -1

    var isQuoted: Bool { quotation >= 0 }
}

extension EnglishWord {
    static func mark(_ key: String) -> Part {
        switch key {
        case ",": .comma
        case "—", "–", "―", "-", "--": .dash
        case ":": .colon
        case ";": .semicolon
        case ".", "!", "?", "…": .stop
        case "(", "[": .opening
        case ")", "]": .closing
        case "“", "”", "\"", "«", "»", "‘", "’", "'": .quote
        default: .mark
        }
    }
}
