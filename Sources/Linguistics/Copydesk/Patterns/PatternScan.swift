import Basics

/// All patterns of a language over a text, in one pass: each word is looked up among the first words of the patterns.
enum PatternScan {
    private static let byFirstWord: [Language: [String: [WordPattern]]] = {
        var table: [Language: [String: [WordPattern]]] = [:]
        for line in BuiltInFile.lines("copydesk-patterns.tsv") {
            let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard fields.count > 2, let language = Language(rawValue: String(fields[1])), let pattern = WordPattern(line) else { continue }
            for word in pattern.firstWords ?? [] { table[language, default: [:]][word, default: []].append(pattern) }
        }
        return table
    }()

    static func hits(in reading: Reading) -> [(check: CheckInfo, hit: Hit)] {
        guard let table = byFirstWord[reading.language] else { return [] }
        var found: [(check: CheckInfo, hit: Hit)] = []
        var marked = 0
        for index in reading.tokens.indices where reading.tokens[index].kind == .word && index >= marked {
            let key = reading.tokens[index].key
            let bare = reading.language == .ar ? key.withoutConjunction : nil
            for (word, isBare) in [(key, false), (bare, true)] {
                guard let word, let patterns = table[word] else { continue }
                for pattern in patterns {
                    guard let info = Catalogue.builtIn[pattern.check], info.readsQuotations || !reading.isQuoted[index], fits(info, index, reading),
                        let match = PatternMatch(pattern, at: index, in: reading, skipsConjunction: isBare)
                    else { continue }
                    found.append((info, match.hit))
                    marked = max(marked, match.end)
                }
            }
        }
        return found
    }

    private static func fits(_ info: CheckInfo, _ token: Int, _ reading: Reading) -> Bool {
        switch info.scope {
        case .headline: reading.kind(token) == .headline
        case .heading: reading.isHeading(token)
        case .paragraph: !reading.isHeading(token)
        case .quotation: reading.isQuoted[token]
        case .whole, .work: true
        }
    }
}

extension String {
    /// An Arabic word without the و or ف that joins it to what stands before; nil when it has none or too little would be left.
    var withoutConjunction: String? {
        guard let first = unicodeScalars.first, first == "و" || first == "ف", unicodeScalars.count > 2 else { return nil }
        return String(unicodeScalars.dropFirst())
    }

    /// An Arabic word without conjunction, preposition and article: for comparing, not for a dictionary.
    var withoutClitics: String {
        var letters = Array(unicodeScalars)
        if letters.count > 4, letters[0] == "و" || letters[0] == "ف" { letters.removeFirst() }
        if letters.count > 4, letters[0] == "ب" || letters[0] == "ك" { letters.removeFirst() }
        if letters.count > 4, letters[0] == "ا", letters[1] == "ل" { letters.removeFirst(2) }
        if letters.count > 4, letters[0] == "ل", letters[1] == "ل" { letters.removeFirst(2) }
        return letters.string
    }
}
