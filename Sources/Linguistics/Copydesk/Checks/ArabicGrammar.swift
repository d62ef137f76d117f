import Basics

/// A verb behind لم that keeps its weak last letter: لم يتسنى, لم يأتي.
struct Jussive: Check {
    let id = "jussive"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .ar else { return [] }
        let tokens = reading.tokens
        return tokens.indices.dropFirst().compactMap { index in
            guard Self.particles.contains(tokens[index - 1].key), tokens[index].kind == .word, reading.sentence[index] == reading.sentence[index - 1]
            else { return nil }
            let letters = Array(tokens[index].key.unicodeScalars)
            guard letters.count > 3, let first = letters.first, let last = letters.last, "يتنأ".unicodeScalars.contains(first) else { return nil }
            // A ي may be the speaker (لم يخبرني) or her who is spoken to (لم تأتي).
            guard last == "ى" || last == "و" || (last == "ي" && first == "ي" && letters[letters.count - 2] != "ن") else { return nil }
            return Hit(range: tokens[index].range, suggestion: Array(letters.dropLast()).string)
        }
    }

    private static let particles: Set<String> = ["لم", "ولم", "فلم", "ألم"]
}

/// ابن between two parts of a name, where بن is written.
struct IbnInNames: Check {
    let id = "ibn"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .ar else { return [] }
        let tokens = reading.tokens
        return tokens.indices.compactMap { index in
            guard tokens[index].is("ابن"), index > 0, index + 1 < tokens.count, reading.sentence[index - 1] == reading.sentence[index + 1],
                isName(tokens[index - 1]), isName(tokens[index + 1])
            else { return nil }
            return Hit(range: tokens[index].range, suggestion: "بن")
        }
    }

    private func isName(_ token: Prose.Token) -> Bool {
        token.kind == .word && (token.key.hasPrefix("عبدال") || ArabicNameParts.isKnown(ArabicNameParts.folded(token.key)))
            && !ArabicNameWords.never.contains(token.key)
    }
}
