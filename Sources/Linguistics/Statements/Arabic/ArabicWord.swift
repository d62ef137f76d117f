/// A token as the rules see it.
struct ArabicWord: Sendable {
    /// Folded, with its clitics.
    let key: String
    var traits: ArabicTraits = []
    var cue: ArabicCue?
    /// Whether و or ف stands before the word that the lists know.
    var isConjoined = false
    /// ب, ل or ك before the word.
    var preposition: Unicode.Scalar?
    var isDefinite = false
    /// Whether it ends with a possessive: توقعاته.
    var isPossessed = false

    init(key: String) { self.key = key }

    func has(_ traits: ArabicTraits) -> Bool { !self.traits.isDisjoint(with: traits) }

    /// Verbal nouns by their shape: تفعيل, استفعال, افتعال, انفعال.
    var looksLikeVerbalNoun: Bool {
        guard !isDefinite, preposition == nil, !has([.given, .role, .organisation, .document, .vague, .unnamed]) else { return false }
        let letters = Array(key.unicodeScalars)
        guard letters.count >= 5, letters.count <= 8 else { return false }
        if letters[0] == "ت", letters.count == 5, letters[3] == "ي" { return true }
        if letters[0] == "ا", letters.count >= 6, letters[letters.count - 2] == "ا" {
            return letters[1] == "س" && letters[2] == "ت" || letters[1] == "ن" || letters[2] == "ت"
        }
        return false
    }
}
