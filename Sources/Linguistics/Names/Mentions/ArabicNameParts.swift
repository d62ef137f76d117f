/// What is known of parts of Arabic names: how often each is a given name and a family name.
enum ArabicNameParts {
    struct Part {
        var word: NameWord
        var isKnown: Bool
        var text: String { word.text }
    }

    struct Counts: Sendable {
        var given: Int
        var family: Int
    }

    static let counts: [String: Counts] = {
        var counts: [String: Counts] = [:]
        for line in BuiltInFile.lines("arabic-name-parts.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let given = Int(fields[1]), let family = Int(fields[2]) else {
                preconditionFailure("arabic-name-parts.tsv: \(line)")
            }
            counts[String(fields[0])] = Counts(given: given, family: family)
        }
        return counts
    }()

    /// How a part is written in the list: no hamza on alef, ة as ه, ى as ي.
    static func folded(_ key: String) -> String {
        var view = String.UnicodeScalarView()
        for scalar in key.unicodeScalars where !scalar.isArabicMark {
            switch scalar {
            case "أ", "إ", "آ", "ٱ": view.append("ا")
            case "ة": view.append("ه")
            case "ى", "ی": view.append("ي")
            case "ک": view.append("ك")
            default: view.append(scalar)
            }
        }
        return String(view)
    }

    /// A token as part of a name; a clitic at the head of a run is cut off when the rest is known and the whole is not.
    static func part(of token: Prose.Token, opensRun: Bool) -> Part {
        let whole = NameWord(range: token.range, text: token.text, key: token.key)
        let key = folded(token.key)
        if isKnown(key) { return Part(word: whole, isKnown: !ArabicNameWords.never.contains(token.key)) }
        let scalars = token.text.unicodeScalars
        if opensRun, let first = scalars.first, ArabicNameWords.clitics.contains(first), scalars.count > 3 {
            let rest = String(scalars.dropFirst())
            if isKnown(String(key.unicodeScalars.dropFirst())) {
                let range = token.range.lowerBound + 1..<token.range.upperBound
                return Part(word: NameWord(range: range, text: rest, key: Prose.key(rest)), isKnown: true)
            }
        }
        return Part(word: whole, isKnown: false)
    }

    static func isKnown(_ folded: String) -> Bool {
        guard let counts = counts[folded] else { return false }
        return counts.given + counts.family > 2
    }
}
