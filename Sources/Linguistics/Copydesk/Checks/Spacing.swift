import Basics

/// A space before a closing mark, none behind a comma.
struct Spacing: Check {
    let id = "spacing"

    func hits(in reading: Reading) -> [Hit] {
        let (tokens, scalars) = (reading.tokens, reading.prose.scalars)
        var hits: [Hit] = []
        for index in tokens.indices where tokens[index].kind == .mark && index > 0 && reading.block[index] == reading.block[index - 1] {
            let token = tokens[index]
            guard Self.closing.contains(token.key), tokens[index - 1].kind != .mark || ["”", "»", ")"].contains(tokens[index - 1].key) else {
                continue
            }
            // Which comma it is comes first: that is another check's.
            if reading.language == .ar, [",", ";", "?"].contains(token.key) { continue }
            let next = index + 1 < tokens.count && reading.block[index + 1] == reading.block[index] ? tokens[index + 1] : nil
            if !token.joined {
                // " ..." and " .com" are not what is meant.
                if token.is("."), let next, next.joined, next.is(".") || next.kind != .mark { continue }
                let range = tokens[index - 1].range.upperBound..<token.range.upperBound
                guard scalars[range].dropLast().allSatisfy({ $0.isSpaceOrControl }) else { continue }
                hits.append(Hit(range: range, suggestion: token.text, message: "before", fold: "before \(token.key)"))
            } else if Self.parting.contains(token.key), let next, next.joined, next.kind == .word, tokens[index - 1].kind == .word,
                !Self.isAddress(index, tokens)
            {
                let range = token.range.lowerBound..<next.range.upperBound
                hits.append(Hit(range: range, suggestion: "\(token.text) \(next.text)", message: "behind", fold: "behind \(token.key)"))
            }
        }
        return hits
    }

    private static let closing: Set<String> = [".", ",", ";", "!", "?", "،", "؛", "؟", ":"]
    private static let parting: Set<String> = [",", ";", "،", "؛"]

    private static func isAddress(_ index: Int, _ tokens: [Prose.Token]) -> Bool {
        tokens[max(0, index - 4)..<min(tokens.count, index + 4)].contains { ["/", "@", "="].contains($0.key) }
    }
}
