/// Runs of words with capitals in an English text.
struct EnglishMentions {
    private(set) var mentions: [NameMention] = []
    private let prose: Prose
    /// Words that stand somewhere in the text in lower case.
    private var lowered: Set<String> = []

    init(_ prose: Prose) {
        self.prose = prose
        for token in prose.tokens where token.kind == .word && !Self.startsHigh(token) { lowered.insert(token.key) }
        for sentence in prose.sentences {
            let kind = prose.blocks[sentence.block].kind
            read(sentence.tokens, isTitle: kind == .heading && isTitleCase(sentence.tokens))
        }
    }

    private mutating func read(_ tokens: Range<Int>, isTitle: Bool) {
        var run: [Int] = []
        var opensSentence = true
        for index in tokens {
            let token = prose.tokens[index]
            if token.kind == .word, Self.startsHigh(token) {
                let isFirst = opensSentence || isTitle
                opensSentence = false
                if Self.never.contains(token.key) || (isFirst && run.isEmpty && lowered.contains(Self.withoutPossessive(token.key))) {
                    close(&run)
                    continue
                }
                run.append(index)
                if Self.isPossessive(token.key) || token.text.hasSuffix("'") || token.text.hasSuffix("’") { close(&run) }
                continue
            }
            if token.kind == .word { opensSentence = false }
            if !run.isEmpty, token.kind == .word, Self.particles.contains(token.key), index + 1 < tokens.upperBound,
                Self.startsHigh(prose.tokens[index + 1]) || Self.particles.contains(prose.tokens[index + 1].key)
            {
                run.append(index)
                continue
            }
            // The point of an initial or of a title.
            if token.is("."), token.joined, let last = run.last, Self.takesPoint(prose.tokens[last]) { continue }
            if token.kind == .mark, ["\"", "“", "”", "‘", "'", "(", "«"].contains(token.key) {
                close(&run)
                continue
            }
            close(&run)
        }
        close(&run)
    }

    private mutating func close(_ run: inout [Int]) {
        defer { run = [] }
        var words: [NameWord] = []
        var first: Int?
        for index in run.prefix(8) {
            let token = prose.tokens[index]
            let key = Self.withoutPossessive(token.key)
            guard !Self.titles.contains(key), !Self.particles.contains(key), key.unicodeScalars.count > 1 else { continue }
            let length = token.range.count - (token.key.unicodeScalars.count - key.unicodeScalars.count)
            let range = token.range.lowerBound..<token.range.lowerBound + max(length, 1)
            first = first ?? range.lowerBound
            words.append(NameWord(range: range, text: prose.text(range), key: key))
        }
        guard let first, let last = words.last else { return }
        let range = first..<last.range.upperBound
        mentions.append(NameMention(range: range, text: prose.text(range), words: words))
    }

    private func isTitleCase(_ tokens: Range<Int>) -> Bool {
        let words = prose.tokens[tokens].filter { $0.kind == .word && $0.text.unicodeScalars.count > 3 }
        return words.count > 2 && words.allSatisfy(Self.startsHigh)
    }

    private static func startsHigh(_ token: Prose.Token) -> Bool {
        guard let first = token.text.unicodeScalars.first else { return false }
        return first.properties.isUppercase
            || ((token.key.hasPrefix("al-") || token.key.hasPrefix("el-")) && token.text.dropFirst(3).first?.isUppercase == true)
    }

    private static func takesPoint(_ token: Prose.Token) -> Bool { token.text.unicodeScalars.count == 1 || titles.contains(token.key) }

    static func withoutPossessive(_ key: String) -> String { isPossessive(key) ? String(key.unicodeScalars.dropLast(2)) : key }

    private static func isPossessive(_ key: String) -> Bool { key.hasSuffix("'s") || key.hasSuffix("’s") }

    private static let particles: Set<String> = [
        "al", "el", "bin", "ben", "ibn", "bint", "ould", "abu", "abou", "von", "van", "de", "del", "der", "la", "le", "di", "da", "dos", "ad", "as",
        "ash", "ar", "ul", "ud",
    ]

    private static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "sir", "lord", "lady", "president", "king", "queen", "prince", "princess", "emir", "sheikh", "imam",
        "ayatollah",
        "general", "gen", "colonel", "col", "major", "captain", "lt", "sgt", "sergeant", "admiral", "commander", "minister", "prime", "premier",
        "senator",
        "sen", "rep", "representative", "congressman", "congresswoman", "gov", "governor", "mayor", "judge", "justice", "speaker", "secretary",
        "chairman",
        "ambassador", "professor", "doctor", "field", "marshal", "pope", "bishop", "deputy", "vice", "former", "attorney", "candidate", "director",
        "spokesman",
    ]

    /// Words with a capital that are no part of a name of a person or place, wherever they stand.
    private static let never: Set<String> = [
        "the", "a", "an", "i", "i'm", "i've", "i'll", "i'd", "he", "she", "it", "we", "they", "you", "his", "her", "its", "our", "their", "my",
        "your", "this", "that", "these",
        "those", "and", "but", "or", "so", "if", "in", "on", "at", "by", "for", "from", "to", "of", "with", "as", "when", "while", "after", "before",
        "since",
        "there", "here", "what", "who", "how", "why", "where", "which", "not", "no", "yes", "also", "both", "some", "many", "most", "all", "one",
        "two", "three",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july",
        "august",
        "september", "october", "november", "december", "is", "are", "was", "were", "be", "has", "have", "had", "do", "does", "did", "will", "would",
        "can",
        "could", "should", "then", "now", "even", "just", "still", "yet", "because", "although", "though", "however", "meanwhile", "asked", "said",
        "later",
        "last", "next", "more", "other", "others", "such", "than", "let", "it's", "that's", "he's", "she's", "there's", "we're", "they're", "don't",
        "don’t",
    ]
}
