import Basics

extension Prose {
    /// Cuts every block into tokens, and these into sentences.
    mutating func readBlocks() {
        for index in blocks.indices {
            let firstToken = tokens.count
            readTokens(of: blocks[index].range)
            let firstSentence = sentences.count
            readSentences(of: firstToken..<tokens.count, block: index)
            blocks[index].tokens = firstToken..<tokens.count
            blocks[index].sentences = firstSentence..<sentences.count
        }
    }

    private mutating func readTokens(of range: Range<Int>) {
        var place = range.lowerBound
        var joined = false
        while place < range.upperBound {
            let scalar = scalars[place]
            if scalar.isSpaceOrControl {
                place += 1
                joined = false
                continue
            }
            let start = place
            var kind = Token.Kind.mark
            if scalar.isWordLetter || scalar.isDigit {
                kind = scalar.isDigit ? .number : .word
                place += 1
                while place < range.upperBound {
                    let next = scalars[place]
                    if next.isWordLetter {
                        kind = .word
                    } else if !next.isDigit, !joinsWord(place, kind, range) {
                        break
                    }
                    place += 1
                }
            } else {
                place += 1
            }
            let text = self.text(start..<place)
            tokens.append(Token(kind: kind, range: start..<place, text: text, key: kind == .mark ? text : Self.key(text), joined: joined))
            joined = true
        }
    }

    /// An apostrophe or hyphen between letters, a point or comma between digits.
    private func joinsWord(_ place: Int, _ kind: Token.Kind, _ range: Range<Int>) -> Bool {
        guard place + 1 < range.upperBound else { return false }
        let (mark, next) = (scalars[place], scalars[place + 1])
        switch mark {
        case "'", "’", "-", "\u{2010}", "\u{2011}": return next.isWordLetter || next.isDigit
        case ".", ",", "٫", "٬": return scalars[place - 1].isDigit && next.isDigit
        default: return false
        }
    }

    static func key(_ word: String) -> String {
        if word.utf8.allSatisfy({ $0 < 0x80 }) { return word.lowercased() }
        var view = String.UnicodeScalarView()
        for scalar in word.unicodeScalars where !scalar.isArabicMark { view.append(scalar == "’" ? "'" : scalar) }
        return String(view).lowercased()
    }

    private mutating func readSentences(of range: Range<Int>, block: Int) {
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            guard endsSentence(index, range) else {
                index += 1
                continue
            }
            index += 1
            // Closing marks that stand right after the point belong to it.
            while index < range.upperBound, tokens[index].joined,
                [".", "!", "?", "؟", "\"", "”", "’", "'", "»", ")", "]"].contains(tokens[index].key)
            {
                index += 1
            }
            sentences.append(Sentence(block: block, tokens: start..<index))
            start = index
        }
        if start < range.upperBound { sentences.append(Sentence(block: block, tokens: start..<range.upperBound)) }
    }

    private func endsSentence(_ index: Int, _ range: Range<Int>) -> Bool {
        switch tokens[index].key {
        case "!", "?", "؟": return true
        case ".":
            guard index > range.lowerBound, index + 1 < range.upperBound else { return true }
            let (before, after) = (tokens[index - 1], tokens[index + 1])
            if after.joined, after.kind != .mark { return false }
            guard tokens[index].joined, before.kind == .word else { return true }
            // An initial or an abbreviation stands before its point.
            return !(before.text.unicodeScalars.count == 1 && before.text.first?.isUppercase == true) && !Self.abbreviations.contains(before.key)
        default: return false
        }
    }

    private static let abbreviations: Set<String> = [
        "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "col", "lt", "maj", "capt", "sgt", "adm", "prof", "rev", "hon", "st", "jr", "sr", "vs",
        "no",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "inc", "corp", "co", "ltd", "est", "fig", "pres", "د",
        "م", "أ",
    ]
}

extension Unicode.Scalar {
    /// Arabic vowel marks, tatweel, and the marks of direction.
    package var isArabicMark: Bool {
        switch value {
        case 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x0610...0x061A, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    var isWordLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0x00...0x7F: false
        default: isArabicMark || properties.isAlphabetic
        }
    }

    var isDigit: Bool {
        switch value {
        case 0x30...0x39, 0x0660...0x0669, 0x06F0...0x06F9: true
        default: false
        }
    }

    var isSpaceOrControl: Bool {
        switch value {
        case 0x20, 0x00...0x1F, 0x7F, 0xA0: true
        case 0x21...0x7E: false
        default: properties.isWhitespace
        }
    }
}
