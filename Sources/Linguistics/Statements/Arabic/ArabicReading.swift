/// A text with what the lists say about each token.
struct ArabicReading: Sendable {
    let prose: Prose
    let words: [ArabicWord]
    let quotes: ArabicQuotes
    private let sentenceOfToken: [Int32]

    init(_ prose: Prose) {
        self.prose = prose
        let lexicon = ArabicLexicon.builtIn
        var words = prose.tokens.map { $0.kind == .word ? lexicon.word($0) : ArabicWord(key: $0.key) }
        // "بان كي مون" is no "بأن".
        for index in words.indices.dropLast() where words[index].key == "بان" && words[index + 1].key == "كي" {
            (words[index].traits, words[index + 1].traits) = (.given, .given)
        }
        for index in words.indices.dropLast() where words[index].key == "عز" && words[index + 1].key == "وجل" { words[index].traits = [] }
        // "ورد الوزير بأن": و and رد, unless it is "ورد في", "ورد أن".
        for index in words.indices.dropLast()
        where words[index].key == "ورد" && !words[index + 1].has([.preposition, .opener]) && !words[index + 1].has(.document) {
            (words[index].cue, words[index].isConjoined) = (lexicon.cue(of: "رد"), true)
        }
        self.words = words
        quotes = ArabicQuotes(prose)
        var sentences = [Int32](repeating: 0, count: prose.tokens.count)
        for (index, sentence) in prose.sentences.enumerated() {
            for token in sentence.tokens { sentences[token] = Int32(index) }
        }
        sentenceOfToken = sentences
    }

    var tokens: [Prose.Token] { prose.tokens }

    func sentence(of token: Int) -> Range<Int> { prose.sentences[Int(sentenceOfToken[token])].tokens }
    func block(of token: Int) -> Int { prose.sentences[Int(sentenceOfToken[token])].block }

    /// The places from the first to the last of some tokens.
    func span(_ tokens: Range<Int>) -> Range<Int> {
        prose.tokens[tokens.lowerBound].range.lowerBound..<prose.tokens[tokens.upperBound - 1].range.upperBound
    }

    func isComma(_ index: Int) -> Bool { ["،", ",", "؛", ";", "٬"].contains(prose.tokens[index].key) }
    func isDash(_ index: Int) -> Bool { ["-", "–", "—", "ـ", "_"].contains(prose.tokens[index].key) }
    func isColon(_ index: Int) -> Bool { prose.tokens[index].key == ":" }
    func isStop(_ index: Int) -> Bool { [".", "!", "?", "؟", "…"].contains(prose.tokens[index].key) }
    func isMark(_ index: Int) -> Bool { prose.tokens[index].kind == .mark }

    /// The token behind a bracket that opens here, when it closes soon.
    func endOfBracket(_ index: Int, before limit: Int) -> Int? {
        let closing: String
        switch prose.tokens[index].key {
        case "(": closing = ")"
        case "[": closing = "]"
        default: return nil
        }
        for close in index + 1..<max(index + 1, min(limit, index + 14)) where prose.tokens[close].key == closing { return close + 1 }
        return nil
    }

    /// Whether a phrase that tells where or to whom begins here: "في تصريح", "خلال مؤتمر صحفي", "لوكالة".
    func beginsContext(_ index: Int, before limit: Int) -> Bool {
        let word = words[index]
        if word.preposition == "ل", word.has(.media) { return true }
        if word.key == "ل", index + 1 < limit { return true }
        guard index + 1 < limit, Self.places.contains(word.key) else { return false }
        let next = words[index + 1]
        if next.has(.context), next.preposition == nil { return true }
        return word.key == "الي" && (next.has(.media) || quotes.pair(openingAt: index + 1).map { $0.words <= 4 } ?? false)
    }

    private static let places: Set<String> = [
        "في", "وفي", "خلال", "وخلال", "عبر", "وعبر", "علي", "وعلي", "عقب", "وعقب", "بعد", "وبعد", "اثناء", "واثناء", "ضمن", "لدي", "ولدي", "قبل",
        "الي", "قبيل",
    ]

    /// "إلا أنهم طالبوا": the verb of a clause that sets itself against the one before.
    func followsException(_ verb: Int) -> Bool {
        verb > 1 && ["انه", "انها", "انهم"].contains(words[verb - 1].key) && ["الا", "غير", "بيد"].contains(words[verb - 2].key)
    }

    /// Where a phrase of context ends that begins at a token.
    func endOfContext(_ start: Int, before limit: Int) -> Int {
        var index = start + 1
        // "لـ«عكاظ»" ends with the name of the paper.
        if words[start].key == "ل" || words[start].key == "الي", index < limit, let pair = quotes.pair(openingAt: index), pair.words <= 4 {
            return min(pair.close + 1, limit)
        }
        while index < min(limit, start + 30) {
            if let pair = quotes.pair(openingAt: index) {
                if pair.words > 4, pair.close < limit { return index }
                index = pair.close + 1
                continue
            }
            if let end = endOfBracket(index, before: limit) {
                index = end
                continue
            }
            let word = words[index]
            if isMark(index), !isDash(index) || !prose.tokens[index].joined, !(isMark(index) && prose.tokens[index].key == "/") { break }
            if Self.governed.contains(word.key),
                word.key == "الي" || word.key == "عن" || isMark(index - 1) || words[start].has(.media) || words[index - 1].has(.time)
                    || word.key == "من" && words[index - 1].isPossessed
            {
                let isOwn = word.key == "الي" && Self.sent.contains(words[start + 1].key)
                if !isOwn { break }
            }
            if word.has(.opener) || word.has(.carrier) { break }
            // "في رد مكتوب": the noun of the context may look like a verb.
            if index > start + 1 || !word.has(.context), word.cue.map({ $0.isVerb || $0.form == .participle }) ?? false { break }
            index += 1
        }
        while index > start + 1, Self.governed.contains(words[index - 1].key) { index -= 1 }
        return min(index, limit)
    }

    private static let sent: Set<String> = ["رساله", "رسالته", "زياره", "زيارته", "زيارتها", "كلمه", "خطاب", "مداخله"]

    /// Prepositions that a verb of speech may govern; at the end of a context they are the verb's.
    private static let governed: Set<String> = ["الي", "علي", "عن", "من"]
}
