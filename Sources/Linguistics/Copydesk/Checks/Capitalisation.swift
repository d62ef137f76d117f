import Basics

/// A small word with a capital behind a comma, a weekday, month or nation without one.
struct Capitalisation: Check {
    let id = "capitalisation"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en else { return [] }
        let (tokens, small, large) = (reading.tokens, WordLists.list("en-small"), WordLists.list("en-capital"))
        var hits: [Hit] = []
        for index in tokens.indices where tokens[index].kind == .word && !reading.isHeading(index) {
            let token = tokens[index]
            if token.isCapitalised, small.contains(token.key), index > 0, tokens[index - 1].is(","), !token.isAcronym, !reading.isQuoted[index],
                reading.sentence[index - 1] == reading.sentence[index], index + 1 < tokens.count, !tokens[index + 1].isCapitalised,
                tokens[index + 1].kind == .word
            {
                // The word before the comma is small too: no list of titles.
                guard index > 1, !tokens[index - 2].isCapitalised || tokens[index - 2].text.contains(where: \.isNumber) else { continue }
                let end = Self.phrases[token.key] == tokens[index + 1].key ? index + 2 : index + 1
                let range = reading.range(index..<end)
                hits.append(Hit(range: range, suggestion: reading.prose.text(range).lowercased()))
            } else if large.contains(token.key), token.text == token.key,
                index == 0 || !tokens[index - 1].joined || !["@", "#", "."].contains(tokens[index - 1].key)
            {
                if index + 1 < tokens.count, tokens[index + 1].joined, ["@", ".", "/"].contains(tokens[index + 1].key), index + 2 < tokens.count,
                    tokens[index + 2].joined, tokens[index + 2].kind == .word
                {
                    continue
                }
                hits.append(Hit(range: token.range, suggestion: token.text.prefix(1).uppercased() + token.text.dropFirst(), message: "name"))
            }
        }
        return hits
    }

    private static let phrases = ["in": "addition", "as": "well", "for": "example"]
}
