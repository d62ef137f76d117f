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
    /// `isOrdinary` tells whether a word stands in the dictionary of the text's language, in English in lower case, in Arabic however its hamzas and its
    /// ending are written. Without it every word is taken for one, and fewer names are found.
    package static func found(in prose: Prose, isOrdinary: ((String) -> Bool)? = nil) -> [NameVariant] {
        let found =
            switch prose.language {
            case .en: english(prose, isOrdinary)
            case .ar: ArabicNameVariants(isOrdinary: isOrdinary ?? { _ in true }).found(in: prose)
            }
        return found.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A spelling that stands more often is no slip.
    static let mostRare = 3

    /// A spelling, the one at least twice as frequent that it is nearest to, and what they differ.
    private struct Pair {
        let rare, major: NameForm
        let difference: Float
    }

    private static func english(_ prose: Prose, _ isOrdinary: ((String) -> Bool)?) -> [NameVariant] {
        pairs(in: prose).flatMap { pair in
            // A people that the dictionary has is another one: Eurasian is not Russian.
            let isPeople = pair.rare.key.hasSuffix("ian") && isOrdinary?(pair.rare.spelling) == true
            let isOrdinary = isPeople || isOrdinary?(pair.rare.key) == true
            return pair.rare.uses.filter { isVariant($0, pair, isOrdinary) }.map {
                NameVariant(range: $0.range, suggestion: pair.major.spelling, count: pair.major.uses.count)
            }
        }
    }

    /// Every spelling of an English text that has a more frequent one near to it.
    private static func pairs(in prose: Prose) -> [Pair] {
        let forms = Dictionary(grouping: EnglishNameUses(prose).uses, by: \.key).map { NameForm(key: $0.key, uses: $0.value) }
            .sorted { $0.uses[0].range.lowerBound < $1.uses[0].range.lowerBound }
        var byKey: [String: [Int]] = [:]
        for (index, form) in forms.enumerated() where form.uses.count > 1 {
            for key in form.keys { byKey[key, default: []].append(index) }
        }
        return forms.compactMap { rare in
            guard rare.uses.count <= mostRare else { return nil }
            let near = Set(rare.keys.flatMap { (byKey[$0] ?? []).prefix(50) }).sorted()
            return near.filter { forms[$0].uses.count >= 2 * rare.uses.count }.compactMap { pair(rare, forms[$0]) }
                .max { ($0.major.evidence, -$0.difference) < ($1.major.evidence, -$1.difference) }
        }
    }

    private static func pair(_ rare: NameForm, _ major: NameForm) -> Pair? {
        guard major.key != rare.key, let a = rare.part, let b = major.part, !NameInflections.divide(rare.key, major.key), !rare.isAcronym,
            !major.isAcronym
        else { return nil }
        let difference = PartAlignment.difference(a, b, .standard)
        return difference <= mostDifferent ? Pair(rare: rare, major: major, difference: difference) : nil
    }

    /// Whether two words may be spellings of one name.
    static func areAlike(_ a: NamePart, _ aKey: String, _ b: NamePart, _ bKey: String) -> Bool {
        !NameInflections.divide(aKey, bKey) && PartAlignment.difference(a, b, .standard) <= 0.8
    }

    private static let mostDifferent: Float = 1

    private static func isVariant(_ use: NameUse, _ pair: Pair, _ isOrdinary: Bool) -> Bool {
        if pair.major.shares(use) { return true }
        if pair.major.contradicts(use) || isOrdinary { return false }
        return use.evidence >= (pair.difference <= 0.75 ? 0.25 : 0.5)
    }
}
