/// A sentence with what is quoted in it: a quotation of many sentences and the words around it are one unit.
struct EnglishUnit: Sendable {
    let block: Int
    let words: [EnglishWord]
    /// The text's scalars, to write a name as it stands there.
    let scalars: [Unicode.Scalar]
    /// Whether most of its words are capitalised, as in headlines, so that capitals tell nothing.
    let isTitleCase: Bool
    let isHeading: Bool
    /// Whether its last quotation is not closed and goes on in the next block.
    var quotationContinues = false

    /// The words without the mark that ends the unit.
    var end: Int {
        var end = words.count
        while end > 0, words[end - 1].part == .stop, !words[end - 1].isQuoted { end -= 1 }
        return end
    }

    /// The words as written, white space made single.
    func text(_ range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        var view = String.UnicodeScalarView()
        for scalar in scalars[places(range)] where !scalar.isArabicMark {
            if !scalar.isSpaceOrControl { view.append(scalar) } else if view.last != " " { view.append(" ") }
        }
        return String(view)
    }

    /// Whether all letters of a place are capitals, and more than one.
    func text(_ place: Range<Int>, isUpperCase: Bool) -> Bool {
        place.count > 1 && scalars[place].allSatisfy { ($0.properties.isUppercase || !$0.properties.isLowercase) == isUpperCase }
    }

    func places(_ range: Range<Int>) -> Range<Int> { words[range.lowerBound].range.lowerBound..<words[range.upperBound - 1].range.upperBound }
}

/// Cuts a prose into units.
struct EnglishUnits {
    private let prose: Prose
    private let lexicon = EnglishLexicon.shared
    private let quotations: [Quotation]
    private var nextQuotation = 0

    static func units(of prose: Prose) -> [EnglishUnit] {
        var reader = EnglishUnits(prose)
        return prose.blocks.indices.flatMap { reader.units(ofBlock: $0) }
    }

    private init(_ prose: Prose) {
        self.prose = prose
        quotations = prose.quotations()
    }

    private mutating func units(ofBlock index: Int) -> [EnglishUnit] {
        let block = prose.blocks[index]
        let words = words(of: block.tokens)
        let isHeading = block.kind == .heading || block.kind == .headline
        var starts = Set(prose.sentences[block.sentences].map(\.tokens.lowerBound))
        starts.remove(block.tokens.lowerBound)
        var found: [EnglishUnit] = []
        var first = 0
        for place in words.indices where place > first {
            let begins = starts.contains(words[place].token)
            guard place - first > 3_000 || (begins && parts(words, at: place, from: first)) else { continue }
            found.append(unit(index, words[first..<place], isHeading))
            first = place
        }
        if first < words.count { found.append(unit(index, words[first...], isHeading)) }
        return found
    }

    private func unit(_ block: Int, _ words: ArraySlice<EnglishWord>, _ isHeading: Bool) -> EnglishUnit {
        var (capital, long) = (0, 0)
        for word in words where word.part == .nominal && word.range.count > 3 {
            long += 1
            if word.isCapital { capital += 1 }
        }
        let isTitleCase = long > 3 && capital * 10 > long * 7
        var unit = EnglishUnit(
            block: block, words: EnglishParts.assigned(to: Array(words), isTitleCase: isTitleCase), scalars: prose.scalars, isTitleCase: isTitleCase,
            isHeading: isHeading)
        if let last = words.last, last.isQuoted { unit.quotationContinues = quotations[last.quotation].continues }
        return unit
    }

    /// Whether a unit ends before the sentence that begins at `place`.
    private func parts(_ words: [EnglishWord], at place: Int, from first: Int) -> Bool {
        let (before, word) = (words[place - 1], words[place])
        if before.isQuoted, before.quotation == word.quotation { return false }
        if word.range.count > 0, !word.isCapital, word.part != .quote, word.key.first?.isLowercase == true { return false }
        if before.classes.contains(.abbreviation), before.key.hasSuffix(".") { return false }
        if word.part == .comma || word.part == .semicolon || before.isQuoted && word.part == .dash { return false }
        guard before.isQuoted, place - 2 >= first, ["!", "?"].contains(words[place - 2].key) else { return true }
        // “Why?” Smith asked.
        for index in place..<min(place + 14, words.count) {
            let word = words[index]
            if word.part == .comma || word.part == .opening || word.part == .closing || word.classes.contains(.preposition) { continue }
            if let cues = lexicon.cues[word.key], index > place || word.classes.contains(.past),
                cues.contains(where: { $0.frames.contains(.parenthesis) })
            {
                return false
            }
            if word.part != .nominal || word.classes.contains(.be) { return true }
        }
        return true
    }

    private mutating func words(of range: Range<Int>) -> [EnglishWord] {
        var words: [EnglishWord] = []
        words.reserveCapacity(range.count)
        for index in range {
            let token = prose.tokens[index]
            while nextQuotation < quotations.count, quotations[nextQuotation].tokens.upperBound <= index { nextQuotation += 1 }
            let quoted = nextQuotation < quotations.count && quotations[nextQuotation].tokens.contains(index) ? nextQuotation : -1
            if token.kind == .mark {
                if token.key == ".", token.joined, let last = words.last, last.part == .nominal, belongs(index, to: last, range) {
                    words[words.count - 1].range = last.range.lowerBound..<token.range.upperBound
                    if isAbbreviation(last.key) { words[words.count - 1].classes.insert(.abbreviation) }
                    words[words.count - 1].key += "."
                    continue
                }
                if token.key == "-", token.joined, let last = words.last, last.key == "-" {
                    words[words.count - 1].range = last.range.lowerBound..<token.range.upperBound
                    continue
                }
                var word = EnglishWord(
                    range: token.range, key: token.key, classes: [], part: EnglishWord.mark(token.key), isCapital: false, joined: token.joined,
                    token: index)
                word.quotation = quoted
                words.append(word)
                continue
            }
            let joinsInitials = token.joined && words.last?.key.hasSuffix(".") == true && words.last?.range.upperBound == token.range.lowerBound
            if joinsInitials, let last = words.last, last.part == .nominal {
                words[words.count - 1].range = last.range.lowerBound..<token.range.upperBound
                words[words.count - 1].key += token.key
                continue
            }
            for piece in pieces(of: token, index, quoted) { words.append(piece) }
        }
        return words
    }

    /// A point behind an abbreviation or between initials, with more of the sentence behind it.
    private func belongs(_ point: Int, to word: EnglishWord, _ range: Range<Int>) -> Bool {
        guard point + 1 < range.upperBound else { return false }
        let next = prose.tokens[point + 1]
        if next.joined, next.kind != .mark || next.is(",") { return true }
        if word.key.contains(".") || (word.isCapital && word.key.utf8.count == 1) { return !next.is(".") }
        return isAbbreviation(word.key) && word.range.count < 10 && (word.isCapital || word.classes.contains(.title))
    }

    /// Sen, then-Sen
    private func isAbbreviation(_ key: String) -> Bool {
        lexicon.classes[key.split(separator: "-").last.map(String.init) ?? key]?.contains(.abbreviation) ?? false
    }

    /// A token, or its parts where a short form hangs on it: he | 's, did | n't stays whole.
    private func pieces(of token: Prose.Token, _ index: Int, _ quoted: Int) -> [EnglishWord] {
        let isCapital = Self.isCapital(token.text)
        func word(_ range: Range<Int>, _ key: String, _ isCapital: Bool, _ joined: Bool) -> EnglishWord {
            EnglishWord(
                range: range, key: key, classes: lexicon.classes(of: key), isCapital: isCapital, joined: joined, token: index, quotation: quoted)
        }
        for clitic in ["'s", "'re", "'ve", "'ll", "'d", "'m"] where token.key.hasSuffix(clitic) {
            let cut = token.range.upperBound - clitic.utf8.count
            guard cut > token.range.lowerBound else { break }
            return [
                word(token.range.lowerBound..<cut, String(token.key.dropLast(clitic.count)), isCapital, token.joined),
                word(cut..<token.range.upperBound, clitic, false, true),
            ]
        }
        return [word(token.range, token.key, isCapital, token.joined)]
    }

    /// Whether a word begins with a capital letter; behind an Arabic article in small letters too, as in al-Rashid and ash-Shami.
    private static func isCapital(_ text: some StringProtocol) -> Bool {
        let scalars = text.unicodeScalars
        if scalars.first?.properties.isUppercase == true { return true }
        guard let hyphen = scalars.prefix(4).firstIndex(of: "-"), articles.contains(String(text[..<hyphen])) else { return false }
        return scalars[scalars.index(after: hyphen)...].first?.properties.isUppercase == true
    }

    private static let articles: Set<String> = ["al", "el", "ul", "ad", "an", "ar", "as", "ash", "at", "az"]
}
