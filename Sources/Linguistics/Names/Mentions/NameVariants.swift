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
        let uses = prose.language == .ar ? ArabicNameUses(prose).uses : EnglishNameUses(prose).uses
        var byKey: [String: [Int]] = [:]
        let forms = Dictionary(grouping: uses, by: \.key).map { Form(key: $0.key, uses: $0.value) }.sorted {
            $0.uses[0].range.lowerBound < $1.uses[0].range.lowerBound
        }
        for (index, form) in forms.enumerated() where form.mayBeName || (isOrdinary != nil && form.uses.count > 1) {
            for key in form.keys { byKey[key, default: []].append(index) }
        }
        var found: [NameVariant] = []
        for rare in forms where rare.uses.count <= 3 {
            var best: (form: Form, difference: Float)?
            for index in Set(rare.keys.flatMap { (byKey[$0] ?? []).prefix(50) }) {
                let major = forms[index]
                guard major.key != rare.key, major.uses.count >= 2 * rare.uses.count, let difference = difference(rare, major, isOrdinary) else {
                    continue
                }
                if let best, (best.form.uses.count, -best.difference) >= (major.uses.count, -difference) { continue }
                best = (major, difference)
            }
            guard let best else { continue }
            let isWord = prose.language == .en && isOrdinary?(rare.key) == true
            for use in rare.uses where belongs(use, to: best.form, difference: best.difference, isWord: isWord) {
                found.append(NameVariant(range: use.range, suggestion: best.form.spelling, count: best.form.uses.count))
            }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return found
    }

    /// Whether two words may be spellings of one name.
    static func areAlike(_ a: NamePart, _ aKey: String, _ b: NamePart, _ bKey: String) -> Bool {
        !NameInflections.divide(aKey, bKey) && PartAlignment.difference(a, b, .standard) <= mostDifferent
    }

    private static let mostDifferent: Float = 0.8
    private static let mostDifferentArabic: Float = 1.6

    private struct Form {
        let key: String
        let uses: [NameUse]
        let part: NamePart?
        let keys: [String]
        /// How surely the uses are a name's.
        let evidence: Float

        init(key: String, uses: [NameUse]) {
            (self.key, self.uses) = (key, uses)
            part = NameParts(key).whole
            keys = part.map { Array(Set(NameKeys.keys(of: $0).prefix(4).map(Self.coarse))) } ?? []
            evidence = uses.reduce(0) { $0 + min($1.evidence, 1) }
        }

        /// A key in which sounds near to each other are one.
        private static func coarse(_ key: String) -> String {
            String(
                decoding: key.utf8.map { letter in
                    switch letter {
                    case ascii("j"), ascii("g"), ascii("x"): ascii("k")
                    case ascii("z"), ascii("S"): ascii("s")
                    case ascii("d"): ascii("t")
                    default: letter
                    }
                }, as: UTF8.self)
        }

        var isName: Bool { evidence >= 1 && evidence >= 0.34 * Float(uses.count) }
        var mayBeName: Bool { evidence >= 0.5 && evidence >= 0.15 * Float(uses.count) }

        var isAcronym: Bool { uses[0].text.unicodeScalars.allSatisfy { $0.properties.isUppercase || $0 == "." } }

        /// The spelling most uses have.
        var spelling: String {
            var counts: [String: Int] = [:]
            for use in uses { counts[use.text, default: 0] += 1 }
            return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
        }
    }

    private static func difference(_ rare: Form, _ major: Form, _ isOrdinary: ((String) -> Bool)?) -> Float? {
        guard let a = rare.part, let b = major.part, !NameInflections.divide(rare.key, major.key), !rare.isAcronym, !major.isAcronym else {
            return nil
        }
        let isOrthography = ArabicNameParts.folded(rare.key) == ArabicNameParts.folded(major.key)
        let difference = isOrthography ? 0 : PartAlignment.difference(a, b, .standard)
        guard difference <= (a.isArabic ? mostDifferentArabic : mostDifferent) else { return nil }
        if major.isName || (isOrthography && major.mayBeName) { return difference }
        guard let isOrdinary, !isOrdinary(major.spelling), !isOrdinary(rare.spelling) else { return nil }
        return difference
    }

    private static func belongs(_ use: NameUse, to major: Form, difference: Float, isWord: Bool) -> Bool {
        let shares = major.uses.contains { other in
            (use.before != nil && use.before == other.before) || (use.after != nil && use.after == other.after)
        }
        if shares || isWord { return shares }
        // Another given name before it, or another family name behind it: somebody else.
        if use.before != nil, major.uses.contains(where: { $0.before != nil }) { return false }
        if use.after != nil { return false }
        return use.evidence >= (difference <= 0.45 ? 0.25 : 0.5)
    }
}

/// A word used as a name, or perhaps as one, with what stands beside it.
struct NameUse {
    var range: Range<Int>
    var text: String
    var key: String
    /// The words of the same name before and after it.
    var before: String?
    var after: String?
    /// How surely it is a name here, from 0 to 1.
    var evidence: Float
}
