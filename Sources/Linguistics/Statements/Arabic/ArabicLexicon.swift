/// The word lists of Arabic attribution.
struct ArabicLexicon: Sendable {
    static let builtIn = ArabicLexicon()

    /// What a folded word is, without clitics.
    private let traits: [String: ArabicTraits]
    private let cues: [String: ArabicCue]

    private init() {
        var traits: [String: ArabicTraits] = [:]
        for file in ["ar-roles.tsv", "ar-organisations.tsv", "ar-closed-words.tsv"] {
            for line in BuiltInFile.lines(file) {
                let columns = line.split(separator: "\t", maxSplits: 1)
                guard columns.count == 2, let trait = ArabicTraits.named[String(columns[0])] else { preconditionFailure("\(file): \(line)") }
                for word in columns[1].split(separator: " ") { traits[ArabicFolding.folded(String(word)), default: []].formUnion(trait) }
            }
        }
        for name in BuiltInFile.lines("ar-given-names.txt") { traits[String(name), default: []].insert(.given) }
        var cues: [String: ArabicCue] = [:]
        for line in BuiltInFile.lines("ar-cues.tsv") {
            let columns = line.split(separator: "\t").map(String.init)
            guard columns.count == 5 else { preconditionFailure("ar-cues.tsv: \(line)") }
            var frames: ArabicCue.Frames = []
            for word in columns[4].split(separator: " ") {
                guard let frame = ArabicCue.Frames.byWord[String(word)] else { preconditionFailure("ar-cues.tsv: \(line)") }
                frames.formUnion(frame)
            }
            let forms = ArabicConjugation.forms(past: columns[0], present: columns[1], participle: columns[2], noun: columns[3], frames: frames)
            // The first line that gives a form keeps it.
            for (form, cue) in forms where cues[form] == nil { cues[form] = cue }
        }
        (self.traits, self.cues) = (traits, cues)
    }

    private static let reflexives: Set<String> = ["نفسه", "نفسها", "ذاته", "ذاتها", "نفسهم", "كلها", "كلهم", "جميعهم", "جميعها"]

    /// Whether a folded word is a given name.
    func isGiven(_ folded: String) -> Bool { traits[folded]?.contains(.given) ?? false }

    func cue(of key: String) -> ArabicCue? { cues[key] }

    /// Reads a word: its traits and its cue, and what stands before it.
    func word(_ token: Prose.Token) -> ArabicWord {
        let key = ArabicFolding.folded(token.key)
        let letters = Array(key.unicodeScalars)
        var word = ArabicWord(key: key)
        word.traits = traits[key] ?? []
        word.cue = cues[key]
        // Ali and "on" are told apart by the dots of the last letter.
        if key == "علي" { word.traits.subtract(token.key.hasSuffix("ى") ? .given : .preposition) }
        // إمام and أمام, imam and "in front of".
        if key == "امام" { word.traits.subtract(token.text.hasPrefix("إ") ? .preposition : [.role, .given]) }
        // فإن, "then", and the Dutch "van".
        if key == "فان", token.text.hasPrefix("فا") { word.traits = .bin }
        word.isPossessed =
            letters.count > 4 && letters[0] != "ل" && !Self.reflexives.contains(key) && ["ه", "ها", "هم", "هما"].contains { token.key.hasSuffix($0) }
        let conjoined = letters.count > 2 && (letters[0] == "و" || letters[0] == "ف")
        if conjoined, word.cue == nil || word.cue?.form == .noun, word.traits.isDisjoint(with: .nouns) {
            let rest = String(key.dropFirst())
            if let cue = cues[rest] { (word.cue, word.isConjoined) = (cue, true) }
            if word.traits.isEmpty, let found = traits[rest] { (word.traits, word.isConjoined) = (found, true) }
        }
        word.isDefinite =
            letters.count > 3 && letters.starts(with: "ال".unicodeScalars) && !word.traits.contains(.given) && !token.text.hasPrefix("أ")
            && !token.text.hasPrefix("إ")
        readNoun(letters, into: &word)
        if Self.reflexives.contains(key) { word.isDefinite = true }
        // "أعلنت القبض على": the one definite noun that is announced.
        if key == "القبض" { word.isDefinite = false }
        word.looksLikeVerbalNoun = word.hasShapeOfVerbalNoun(letters, beginsWithHamza: token.text.hasPrefix("إ"))
        return word
    }

    /// Looks behind the conjunction, the preposition and the article of a noun.
    private func readNoun(_ letters: [Unicode.Scalar], into word: inout ArabicWord) {
        guard word.traits.subtracting(.feminine).isEmpty, word.cue == nil, letters.count > 3 else { return }
        func found(_ start: Int, conjoined: Bool, preposition: Unicode.Scalar?, definite: Bool) -> Bool {
            guard start + 1 < letters.count else { return false }
            var view = String.UnicodeScalarView()
            view.append(contentsOf: letters[start...])
            let known = (traits[String(view)] ?? []).intersection(.nouns)
            guard !known.isEmpty else { return false }
            (word.isConjoined, word.preposition, word.isDefinite) = (conjoined, preposition, definite)
            word.traits.formUnion(known)
            return true
        }
        for start in 0...(letters[0] == "و" || letters[0] == "ف" ? 1 : 0) {
            let conjoined = start == 1
            if letters[start] == "ا", letters[start + 1] == "ل" {
                if conjoined { (word.isDefinite, word.isConjoined) = (true, true) }
                if found(start + 2, conjoined: conjoined, preposition: nil, definite: true) { return }
            } else if letters[start] == "ل", letters[start + 1] == "ل" {
                (word.isDefinite, word.preposition) = (true, "ل")
                if found(start + 2, conjoined: conjoined, preposition: "ل", definite: true) { return }
            } else if ["ب", "ل", "ك"].contains(letters[start]) {
                if letters.count > start + 4, letters[start + 1] == "ا", letters[start + 2] == "ل" {
                    (word.isDefinite, word.preposition) = (true, letters[start])
                    if found(start + 3, conjoined: conjoined, preposition: letters[start], definite: true) { return }
                } else if found(start + 1, conjoined: conjoined, preposition: letters[start], definite: false) {
                    return
                }
            }
        }
    }
}
