import Basics

/// English words that the dictionary does not know. Capitals are names and acronyms; what a text writes more than once and what the house knows is right;
/// British and American spelling both are.
struct EnglishSpelling: Check {
    let id = "spelling"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en, let dictionary = SpellingDictionary.of(.en) else { return [] }
        var places: [String: [Range<Int>]] = [:]
        for index in reading.tokens.indices {
            let token = reading.tokens[index]
            guard token.kind == .word, Self.isPlain(token), !isPartOfAddress(index, reading) else { continue }
            places[token.key, default: []].append(token.range)
        }
        let unknown = dictionary.unknown(among: Array(places.keys))
        var hits: [Hit] = []
        var asked = 0
        for word in unknown.sorted() {
            guard let ranges = places[word], ranges.count < 3 || Misspellings.english[word] != nil, let first = ranges.first,
                reading.capitals[word] == nil, !reading.house.words.contains(word), !Self.isAccepted(word, dictionary)
            else { continue }
            asked += 1
            guard asked <= Self.most else { break }
            let suggestions = Misspellings.english[word] == nil ? dictionary.suggestions(for: word) : []
            if Misspellings.english[word] == nil, isDerived(word, suggestions) { continue }
            let fix = Misspellings.english[word] ?? Self.likeliest(suggestions, for: word)
            hits.append(Hit(range: first, suggestion: fix, also: Array(ranges.dropFirst())))
        }
        return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// Each costs a search of the whole dictionary the first time.
    private static let most = 200

    /// A compound that the dictionary parts by a hyphen or a space, a form that ends otherwise, a coinage far from every word: no slips.
    private func isDerived(_ word: String, _ suggestions: [String]) -> Bool {
        if suggestions.contains(where: { $0.contains(where: { $0 == "-" || $0 == " " }) && $0.filter(\.isLetter).lowercased() == word }) {
            return true
        }
        guard let near = Self.likeliest(suggestions, for: word) else { return true }
        let (a, b) = (Array(word), Array(near))
        let common = zip(a, b).prefix { $0 == $1 }.count
        if common >= a.count - 1 { return true }
        // What differs within: letters left out, doubled or changed, at most two of them.
        let tail = zip(a.reversed(), b.reversed()).prefix { $0 == $1 }.count
        return a.first != b.first || max(a.count, b.count) - min(common + tail, min(a.count, b.count)) > 2
    }

    /// ASCII letters in lower case, three at least, with an apostrophe or hyphen within.
    private static func isPlain(_ token: Prose.Token) -> Bool {
        token.text.utf8.count > 2 && token.key.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == 0x27 || $0 == 0x2D }
            && token.text.unicodeScalars.allSatisfy { !$0.properties.isUppercase }
    }

    /// name@example.org, @name, #tag, www.example.org: not words.
    private func isPartOfAddress(_ index: Int, _ reading: Reading) -> Bool {
        // A word cut by a hyphen at the end of a printed line is no word either.
        let beside = [index - 1, index + 1].filter { reading.tokens.indices.contains($0) }
        if beside.contains(where: { ["-", "–", "*"].contains(reading.tokens[$0].key) }) { return true }
        let marks: Set<String> = ["@", "#", "/", "_", "\\", "."]
        if index > 0, reading.tokens[index].joined, marks.contains(reading.tokens[index - 1].key) { return true }
        return index + 1 < reading.tokens.count && reading.tokens[index + 1].joined
            && marks.subtracting(["."]).contains(reading.tokens[index + 1].key)
            || index + 2 < reading.tokens.count && reading.tokens[index + 1].joined && reading.tokens[index + 1].is(".")
                && reading.tokens[index + 2].joined && reading.tokens[index + 2].kind == .word
    }

    /// Known to the newsroom list, or in another country's spelling, or made of words that are known.
    static func isAccepted(_ word: String, _ dictionary: SpellingDictionary) -> Bool {
        if accepted.contains(word) { return true }
        if word.contains("-") {
            let parts = word.split(separator: "-").map(String.init)
            if dictionary.knows(parts.joined()) { return true }
            return parts.allSatisfy { $0.count < 3 || prefixes.contains($0) || dictionary.knows($0) || isAccepted($0, dictionary) }
        }
        if word.contains("'") {
            let stem = String(word.prefix { $0 != "'" })
            return dictionary.knows(stem) || isAccepted(stem, dictionary)
        }
        if BritishSpelling.american(word).contains(where: { dictionary.knows($0) || accepted.contains($0) }) { return true }
        return isMadeOf(word, dictionary)
    }

    /// anti-, cyber-, over- and the like before a word of its own; an inflected word of the newsroom list.
    private static func isMadeOf(_ word: String, _ dictionary: SpellingDictionary) -> Bool {
        for ending in ["s", "es", "ed", "d", "ing", "er", "ers", "ly"] where word.hasSuffix(ending) && word.count > ending.count + 3 {
            let stem = String(word.dropLast(ending.count))
            if accepted.contains(stem) || (ending == "ing" && accepted.contains(stem + "e")) { return true }
        }
        for ending in ["less", "long", "able", "ization", "isation", "ness", "like", "wide"]
        where word.hasSuffix(ending) && word.count > ending.count + 3 {
            if dictionary.knows(String(word.dropLast(ending.count))) { return true }
        }
        for length in 3...min(6, max(3, word.count - 4)) where word.count - length >= 4 {
            if prefixes.contains(String(word.prefix(length))), dictionary.knows(String(word.dropFirst(length))) { return true }
        }
        return false
    }

    /// The dictionary's first that is near: far ones are guesses at a word it does not have.
    private static func likeliest(_ suggestions: [String], for word: String) -> String? {
        suggestions.prefix(4).first { !$0.contains(" ") && $0.first?.isUppercase == false && abs($0.count - word.count) < 3 } ?? suggestions.first
    }

    private static let accepted = WordLists.list("en-accepted")
    private static let prefixes = WordLists.list("en-prefixes")
}
