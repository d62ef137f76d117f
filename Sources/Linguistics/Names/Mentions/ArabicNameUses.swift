import Basics

/// The words of an Arabic text that may be names, with what speaks for it: a title, a verb of speech or a given name before, a family name behind.
struct ArabicNameUses {
    /// What being the name of a place adds.
    static let placeEvidence: Float = 0.5

    private(set) var uses: [NameUse] = []
    private let prose: Prose
    /// Words of the text that stand without a clitic.
    private var bareWords: Set<String> = []

    init(_ prose: Prose) {
        self.prose = prose
        for token in prose.tokens where token.kind == .word { bareWords.insert(ArabicNameParts.folded(token.key)) }
        for sentence in prose.sentences {
            for index in sentence.tokens where prose.tokens[index].kind == .word { read(index, in: sentence.tokens) }
        }
    }

    private mutating func read(_ index: Int, in sentence: Range<Int>) {
        let token = prose.tokens[index]
        guard token.key.unicodeScalars.count > 2, !token.key.unicodeScalars.contains(where: \.isDigit),
            token.text.unicodeScalars.first?.isArabicLetter == true, !ArabicNameWords.never.contains(token.key)
        else { return }
        let folded = ArabicNameParts.folded(token.key)
        var use = NameUse(range: token.range, text: token.text, key: token.key, evidence: 0)
        if token.text.unicodeScalars.count > 4, !ArabicNameParts.isKnown(folded), let first = token.text.unicodeScalars.first,
            ArabicNameWords.clitics.contains(first),
            bareWords.contains(String(folded.unicodeScalars.dropFirst()))
        {
            let text = String(token.text.unicodeScalars.dropFirst())
            use.range = token.range.lowerBound + 1..<token.range.upperBound
            (use.text, use.key) = (text, Prose.key(text))
        }
        weigh(&use, index, sentence)
        (use.wordBefore, use.wordAfter) = (word(index - 1, sentence), word(index + 1, sentence))
        uses.append(use)
    }

    private func weigh(_ use: inout NameUse, _ index: Int, _ sentence: Range<Int>) {
        let known = ArabicNameParts.counts[ArabicNameParts.folded(use.key)]
        if let known, known.given + known.family > 0 { use.evidence += known.family >= known.given ? 0.35 : 0.2 }
        if let before = word(index - 1, sentence) {
            let bare = Self.bare(before)
            let folded = ArabicNameParts.folded(before)
            if ArabicNameWords.titles.contains(before) || ArabicNameWords.titles.contains(bare) {
                use.evidence += 0.8
            } else if ArabicNameWords.saying.contains(bare) {
                use.evidence += 0.5
            } else if ArabicNameWords.joints.contains(before) {
                use.evidence += 0.6
                if let given = word(index - 2, sentence) { use.before = ArabicNameParts.folded(given) }
            } else if isGiven(before, folded) {
                use.evidence += 0.8
                use.before = folded
            } else if ArabicNameWords.kin.contains(bare) {
                use.evidence += 0.5
            } else if before.hasPrefix("ال"), before.hasSuffix("ي"), before.unicodeScalars.count > 5, !use.key.hasPrefix("ال") {
                // An adjective of origin: التونسي زهير.
                use.evidence += 0.35
            } else if let first = word(index - 2, sentence), !ArabicNameWords.never.contains(before), !before.hasPrefix("ال") {
                // The second of two unknown words behind a title or a verb of speech: الرئيس باراك أوباما.
                let bare = Self.bare(first)
                use.evidence += ArabicNameWords.titles.contains(bare) ? 0.5 : ArabicNameWords.saying.contains(bare) ? 0.3 : 0
            }
        }
        if Places.isKnown(use.key) { use.evidence += Self.placeEvidence }
        if let after = word(index + 1, sentence), !ArabicNameWords.never.contains(after) {
            let folded = ArabicNameParts.folded(after)
            if let counts = ArabicNameParts.counts[folded], counts.family + counts.given > 2, counts.family > 0 || after.hasPrefix("ال") {
                if let known, known.given > 0 { use.after = folded }
                use.evidence += 0.3
            }
        }
    }

    private func isGiven(_ word: String, _ folded: String) -> Bool {
        guard !ArabicNameWords.never.contains(word) else { return false }
        return ArabicLexicon.builtIn.isGiven(folded) || (ArabicNameParts.counts[folded]?.given ?? 0) > 2
    }

    /// A word without و or ف at its head.
    private static func bare(_ word: String) -> String {
        word.unicodeScalars.count > 3 && (word.hasPrefix("و") || word.hasPrefix("ف")) ? String(word.unicodeScalars.dropFirst()) : word
    }

    private func word(_ index: Int, _ sentence: Range<Int>) -> String? {
        guard sentence.contains(index), prose.tokens[index].kind == .word else { return nil }
        return prose.tokens[index].key
    }
}
