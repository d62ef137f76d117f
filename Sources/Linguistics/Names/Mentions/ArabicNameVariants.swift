import Basics

/// Finds names that an Arabic text spells in two ways.
///
/// Arabic has no capitals, so a spelling is a name's by what stands beside it, because it is part of known names, or because no dictionary has it. Two spellings are one name's
/// when one letter parts them, and the more when they sound alike; of words that a dictionary has, only when enough says that both are names.
struct ArabicNameVariants {
    /// Whether a word stands in the dictionary, however its hamzas and its ending are written.
    let isOrdinary: (String) -> Bool

    private struct Pair {
        let rare, major: NameForm
        /// They differ only in what hands write in two ways: hamza, ta marbuta, alef maqsura.
        let isOrthography: Bool
        /// Whether more than one letter parts them.
        let isFar: Bool
        /// How differently they sound, from 0.
        let sound: Float
    }

    func found(in prose: Prose) -> [NameVariant] {
        let uses = ArabicNameUses(prose).uses.filter { $0.key.unicodeScalars.count <= ArabicForms.longest }
        let forms = Dictionary(grouping: uses, by: \.key).map { NameForm(key: $0.key, uses: $0.value) }
            .sorted { $0.uses[0].range.lowerBound < $1.uses[0].range.lowerBound }
        let letters = forms.map { Array(ArabicNameParts.folded($0.key).unicodeScalars) }
        var near = Neighbours()
        for (index, form) in forms.enumerated() where form.uses.count > 1 { near.add(form, letters[index], index) }
        var found: [NameVariant] = []
        for (index, rare) in forms.enumerated() where rare.uses.count <= NameVariants.mostRare {
            let majors = near.of(rare, letters[index]).filter { forms[$0].uses.count >= 2 * rare.uses.count && $0 != index }.sorted()
            let pairs = majors.compactMap { Self.pair(rare, forms[$0], letters[index], letters[$0]) }.sorted { Self.rank($0) < Self.rank($1) }
            for use in rare.uses {
                guard let best = pairs.first(where: { isVariant(use, $0) }) else { continue }
                found.append(NameVariant(range: use.range, suggestion: best.major.spelling, count: best.major.uses.count))
            }
        }
        return found
    }

    /// Spellings of a text by what is left of them without a letter, and by how they sound.
    private struct Neighbours {
        private var byLetters: [LetterDistance.Word: [Int]] = [:]
        private var bySound: [String: [Int]] = [:]

        mutating func add(_ form: NameForm, _ letters: LetterDistance.Word, _ index: Int) {
            for rest in LetterDistance.neighbourhood(letters) { byLetters[rest, default: []].append(index) }
            for key in form.keys { bySound[key, default: []].append(index) }
        }

        func of(_ form: NameForm, _ letters: LetterDistance.Word) -> Set<Int> {
            var found: Set<Int> = []
            for rest in LetterDistance.neighbourhood(letters) { found.formUnion(byLetters[rest] ?? []) }
            for key in form.keys { found.formUnion((bySound[key] ?? []).prefix(50)) }
            return found
        }
    }

    private static func pair(_ rare: NameForm, _ major: NameForm, _ a: LetterDistance.Word, _ b: LetterDistance.Word) -> Pair? {
        guard let one = rare.part, let other = major.part else { return nil }
        if a == b { return Pair(rare: rare, major: major, isOrthography: true, isFar: false, sound: 0) }
        // With the article and without it, or عبد before another name, are two names.
        guard a.starts(with: article) == b.starts(with: article), !a.starts(with: servant), !b.starts(with: servant) else { return nil }
        // بالقطيف والقطيف
        if a.dropFirst() == b.dropFirst(), let one = a.first, let other = b.first, ArabicNameWords.clitics.contains(one),
            ArabicNameWords.clitics.contains(other)
        {
            return nil
        }
        let isFar = !LetterDistance.isOne(a, b)
        if isFar, min(a.count, b.count) < 6 { return nil }
        let sound = PartAlignment.difference(one, other, .standard)
        return Pair(rare: rare, major: major, isOrthography: false, isFar: isFar, sound: sound)
    }

    private static let article = Array("ال".unicodeScalars)
    private static let servant = Array("عبد".unicodeScalars)

    private static func rank(_ pair: Pair) -> (Int, Float, Int) { (pair.isOrthography ? 0 : pair.isFar ? 2 : 1, pair.sound, -pair.major.uses.count) }

    private func isVariant(_ use: NameUse, _ pair: Pair) -> Bool {
        let (rare, major) = (pair.rare, pair.major)
        if pair.isOrthography {
            // Another ending may make another word: صوره is his pictures, تبنى is no تبني.
            let least: Float = rare.key.last == major.key.last ? 0.2 : 0.3
            return (major.meanEvidence >= least && use.evidence >= 0.2) || (!isOrdinary(major.key) && !isOrdinary(rare.key))
        }
        if rare.isCommonGivenName, major.isCommonGivenName { return false }
        let isInflection = NameInflections.divide(rare.key, major.key)
        if pair.isFar { return pair.sound <= 1 && !isInflection && !isOrdinary(major.key) && !isOrdinary(rare.key) }
        if pair.sound <= 1.6, major.meanEvidence >= 0.35, major.shares(use) || (use.evidence >= 0.3 && major.standsLike(use)) { return true }
        if isInflection, !major.isNamePart { return false }
        switch (isOrdinary(rare.key), isOrdinary(major.key)) {
        case (false, false): return !isInflection && pair.sound <= 2.7
        case (true, false): return pair.sound <= 1.1 && rare.key.unicodeScalars.count > 3
        case (false, true): return !isInflection && pair.sound <= 1.4 && major.isNamePart
        case (true, true): return !isInflection && areNames(use, pair)
        }
    }

    /// Whether both of two words of the language are names here.
    private func areNames(_ use: NameUse, _ pair: Pair) -> Bool {
        let (rare, major) = (pair.rare, pair.major)
        let isPlace = (rare: Places.isKnown(rare.key), major: Places.isKnown(major.key))
        // That a word is also a place says nothing of persons: القصير, الخبر.
        let evidence = use.evidence - (isPlace.rare ? ArabicNameUses.placeEvidence : 0)
        let mean = major.meanEvidence - (isPlace.major ? ArabicNameUses.placeEvidence : 0)
        if major.isNamePart, pair.sound <= 1.6, rare.key.unicodeScalars.count > 3, mean >= 0.2, evidence >= 0.35 { return true }
        if mean >= 0.35, evidence >= 0.65, pair.sound <= 0.8 { return true }
        guard isPlace.major, !isPlace.rare, pair.sound <= 1.3, !rare.key.hasPrefix("ال"), let before = use.wordBefore else { return false }
        return ArabicNameWords.beforePlaces.contains(before)
    }
}
