import Synchronization

/// What an Arabic word that the dictionary does not know was meant to be.
struct ArabicCorrection: Sendable {
    let form: ArabicForms.Form
    /// Whether no other way to put the hamza is a word as well.
    let isSure: Bool

    /// The likeliest form that the dictionary knows; kept, for a word has a hundred forms to ask about.
    static func of(_ word: String, _ dictionary: SpellingDictionary) -> ArabicCorrection? {
        if let listed = Misspellings.arabic[word] { return ArabicCorrection(form: .init(word: listed, slip: .hamza), isSure: true) }
        if let kept = kept.withLock({ $0[word] }) { return kept }
        let found = search(word, dictionary)
        kept.withLock { kept in
            if kept.count >= 10_000 { kept.removeAll(keepingCapacity: true) }
            kept[word] = .some(found)
        }
        return found
    }

    private static let kept = Mutex<[String: ArabicCorrection?]>([:])

    private static func search(_ word: String, _ dictionary: SpellingDictionary) -> ArabicCorrection? {
        let known = dictionary.known(among: ArabicForms.forms(of: word))
        guard let form = known.first else { return nil }
        let ways = Set(known.lazy.filter { $0.slip == .hamza }.map(\.word))
        return ArabicCorrection(form: form, isSure: form.slip != .hamza || ways.count < 2)
    }
}
