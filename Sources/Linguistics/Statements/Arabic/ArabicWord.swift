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

    /// Whether the word has the shape of a verbal noun.
    var looksLikeVerbalNoun = false

    /// Verbal nouns by their shape: تفعيل, استفعال, افتعال, انفعال, إفعال, مفاعلة.
    func hasShapeOfVerbalNoun(_ letters: [Unicode.Scalar], beginsWithHamza: Bool) -> Bool {
        guard !isDefinite, preposition == nil, !has([.given, .role, .organisation, .document, .vague, .unnamed]) else { return false }
        guard letters.count >= 5, letters.count <= 8 else { return false }
        if beginsWithHamza, letters.count == 5, letters[3] == "ا" { return true }
        if letters.count == 6, letters[0] == "م", letters[2] == "ا", letters[5] == "ه" { return key != "محافظه" && key != "مقاطعه" }
        if letters[0] == "ت", letters.count == 5, letters[3] == "ي" { return true }
        if letters[0] == "ا", letters.count >= 6, letters[letters.count - 2] == "ا" {
            return letters[1] == "س" && letters[2] == "ت" || letters[1] == "ن" || letters[2] == "ت"
        }
        return false
    }
}
