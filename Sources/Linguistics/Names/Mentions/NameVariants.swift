import Basics

/// A name in another spelling than the rest of its text has.
package struct NameVariant: Hashable, Sendable {
    /// The word that stands out, without clitics and possessive endings.
    package var range: Range<Int>
    /// The spelling that most of its mentions have.
    package var suggestion: String
    /// How often the other spelling stands.
    package var count: Int
}

/// Finds names that a text spells in two ways.
package enum NameVariants {
    /// The rarer spellings, in the order of the text. Two persons with like names are told apart by the words beside them.
    ///
    /// `isOrdinary` tells whether a word stands in the dictionary of the text's language, in English in lower case. In Arabic, which has no capitals,
    /// it finds the names that no title and no known name part stands beside; in English it keeps from taking Time for Tim.
    package static func found(in prose: Prose, isOrdinary: ((String) -> Bool)? = nil) -> [NameVariant] {
        var found: [NameVariant] = []
        for pair in pairs(in: prose) {
            let ordinary = isOrdinary.map { (rare: $0(pair.rare.key), major: $0(pair.major.key)) }
            for use in pair.rare.uses where prose.language == .ar ? isArabicVariant(use, pair, ordinary) : isEnglishVariant(use, pair, ordinary) {
                found.append(NameVariant(range: use.range, suggestion: pair.major.spelling, count: pair.major.uses.count))
            }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return found
    }

    /// A spelling, the one at least twice as frequent that it is nearest to, and what they differ.
    struct Pair {
        let rare, major: NameForm
        let difference: Float
        /// They differ only in what Arabic hands write in two ways: hamza, ta marbuta, alef maqsura.
        let isOrthography: Bool
    }

    /// Every spelling of a text that has a more frequent one near to it.
    static func pairs(in prose: Prose) -> [Pair] {
        let uses = prose.language == .ar ? ArabicNameUses(prose).uses : EnglishNameUses(prose).uses
        let forms = Dictionary(grouping: uses, by: \.key).map { NameForm(key: $0.key, uses: $0.value) }
            .sorted { $0.uses[0].range.lowerBound < $1.uses[0].range.lowerBound }
        var byKey: [String: [Int]] = [:]
        for (index, form) in forms.enumerated() where form.uses.count > 1 {
            for key in form.keys { byKey[key, default: []].append(index) }
        }
        return forms.compactMap { rare in
            guard rare.uses.count <= 3 else { return nil }
            var best: Pair?
            for index in Set(rare.keys.flatMap { (byKey[$0] ?? []).prefix(50) }) where forms[index].uses.count >= 2 * rare.uses.count {
                guard let pair = pair(rare, forms[index]) else { continue }
                if let best,
                    (best.isOrthography ? 1 : 0, best.major.evidence, -best.difference) >= (
                        pair.isOrthography ? 1 : 0, pair.major.evidence, -pair.difference
                    )
                {
                    continue
                }
                best = pair
            }
            return best
        }
    }

    private static func pair(_ rare: NameForm, _ major: NameForm) -> Pair? {
        guard major.key != rare.key, let a = rare.part, let b = major.part, !NameInflections.divide(rare.key, major.key), !rare.isAcronym,
            !major.isAcronym
        else { return nil }
        if ArabicNameParts.folded(rare.key) == ArabicNameParts.folded(major.key) {
            return Pair(rare: rare, major: major, difference: 0, isOrthography: a.isArabic)
        }
        let difference = PartAlignment.difference(a, b, .standard)
        guard difference <= (a.isArabic ? mostDifferentArabic : mostDifferent) else { return nil }
        return Pair(rare: rare, major: major, difference: difference, isOrthography: false)
    }

    /// Whether two words may be spellings of one name.
    static func areAlike(_ a: NamePart, _ aKey: String, _ b: NamePart, _ bKey: String) -> Bool {
        !NameInflections.divide(aKey, bKey) && PartAlignment.difference(a, b, .standard) <= 0.8
    }

    private static let mostDifferent: Float = 1
    private static let mostDifferentArabic: Float = 1.7

    private static func isEnglishVariant(_ use: NameUse, _ pair: Pair, _ ordinary: (rare: Bool, major: Bool)?) -> Bool {
        if pair.major.shares(use) { return true }
        if pair.major.contradicts(use) || ordinary?.rare == true { return false }
        return use.evidence >= (pair.difference <= 0.75 ? 0.25 : 0.5)
    }

    private static func isArabicVariant(_ use: NameUse, _ pair: Pair, _ ordinary: (rare: Bool, major: Bool)?) -> Bool {
        let (rare, major) = (pair.rare, pair.major)
        if major.shares(use) { return major.meanEvidence >= 0.35 }
        if major.contradicts(use) || (!pair.isOrthography && rare.isCommonGivenName && major.isCommonGivenName) { return false }
        if let ordinary, !ordinary.rare, !ordinary.major { return pair.difference <= 1.6 }
        if pair.isOrthography { return major.meanEvidence >= 0.2 && use.evidence >= 0.2 }
        if let ordinary, ordinary.rare, ordinary.major { return false }
        return pair.difference <= 1.2 && use.evidence >= 0.35 && major.evidence >= 0.7 && major.meanEvidence >= (ordinary == nil ? 0.5 : 0.35)
    }
}
