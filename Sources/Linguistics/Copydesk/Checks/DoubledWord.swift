import Basics

/// The same word twice in a row.
struct DoubledWord: Check {
    let id = "doubled-word"

    func hits(in reading: Reading) -> [Hit] {
        let tokens = reading.tokens
        let allowed = WordLists.list(reading.language == .ar ? "ar-doubles" : "en-doubles")
        var hits: [Hit] = []
        for index in tokens.indices.dropFirst() where tokens[index].kind == .word && tokens[index].key == tokens[index - 1].key {
            guard reading.sentence[index] == reading.sentence[index - 1], !tokens[index].joined, !allowed.contains(tokens[index].key) else {
                continue
            }
            // Three in a row are meant; capitals are a name (Pago Pago), letters an abbreviation.
            if index > 1, tokens[index - 2].key == tokens[index].key { continue }
            if index + 1 < tokens.count, tokens[index + 1].key == tokens[index].key { continue }
            if tokens[index].isCapitalised || tokens[index].text.unicodeScalars.count < 2 { continue }
            // A son named after his father.
            if reading.language == .ar, tokens[index].key.unicodeScalars.count > 2, ArabicNameParts.isKnown(ArabicNameParts.folded(tokens[index].key))
            {
                guard Self.never.contains(tokens[index].key) else { continue }
            }
            let range = reading.range(index - 1..<index + 1)
            hits.append(Hit(range: range, suggestion: tokens[index - 1].text))
        }
        return hits
    }

    /// Small words that are parts of names as well.
    private static let never: Set<String> = ["إلى", "الى", "على", "علي", "حتى", "منذ", "بين", "بعد", "قبل", "عند", "التي", "الذي", "هذا", "هذه"]
}
