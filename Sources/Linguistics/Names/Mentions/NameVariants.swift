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
    package static func found(in prose: Prose) -> [NameVariant] {
        let uses = prose.language == .ar ? ArabicNameUses(prose).uses : EnglishNameUses(prose).uses
        var byKey: [String: [Int]] = [:]
        let forms = Dictionary(grouping: uses, by: \.key).map { Form(key: $0.key, uses: $0.value) }.sorted {
            $0.uses[0].range.lowerBound < $1.uses[0].range.lowerBound
        }
        for (index, form) in forms.enumerated() where form.isName {
            for key in form.keys { byKey[key, default: []].append(index) }
        }
        var found: [NameVariant] = []
        for rare in forms where rare.uses.count <= 3 {
            var best: (form: Form, difference: Float)?
            for index in Set(rare.keys.flatMap { (byKey[$0] ?? []).prefix(50) }) {
                let major = forms[index]
                guard major.key != rare.key, major.uses.count >= 2 * rare.uses.count, let difference = difference(rare, major) else { continue }
                if let best, (best.form.uses.count, -best.difference) >= (major.uses.count, -difference) { continue }
                best = (major, difference)
            }
            guard let best else { continue }
            for use in rare.uses where belongs(use, to: best.form, difference: best.difference) {
                found.append(NameVariant(range: use.range, suggestion: best.form.spelling, count: best.form.uses.count))
            }
        }
        found.sort { $0.range.lowerBound < $1.range.lowerBound }
        return found
    }

    /// Whether two words may be spellings of one name.
    static func areAlike(_ a: String, _ b: String) -> Bool {
        guard let first = NameParts(a).parts.first, let second = NameParts(b).parts.first else { return false }
        return !NameInflections.divide(a, b) && PartAlignment.difference(first, second, .standard) <= mostDifferent
    }

    private static let mostDifferent: Float = 0.8

    private struct Form {
        let key: String
        let uses: [NameUse]
        let part: NamePart?
        let keys: [String]
        /// How surely the uses are a name's.
        let evidence: Float

        init(key: String, uses: [NameUse]) {
            (self.key, self.uses) = (key, uses)
            part = NameParts(key).parts.first
            keys = part.map { Array(NameKeys.keys(of: $0).prefix(4)) } ?? []
            evidence = uses.reduce(0) { $0 + min($1.evidence, 1) }
        }

        var isName: Bool { evidence >= 1 && evidence >= 0.34 * Float(uses.count) }

        /// The spelling most uses have.
        var spelling: String {
            var counts: [String: Int] = [:]
            for use in uses { counts[use.text, default: 0] += 1 }
            return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? key
        }
    }

    private static func difference(_ rare: Form, _ major: Form) -> Float? {
        guard let a = rare.part, let b = major.part, !NameInflections.divide(rare.key, major.key) else { return nil }
        if ArabicNameParts.folded(rare.key) == ArabicNameParts.folded(major.key) { return 0 }
        let difference = PartAlignment.difference(a, b, .standard)
        return difference <= mostDifferent ? difference : nil
    }

    private static func belongs(_ use: NameUse, to major: Form, difference: Float) -> Bool {
        let shares = major.uses.contains { other in
            (use.before != nil && use.before == other.before) || (use.after != nil && use.after == other.after)
        }
        if shares { return true }
        // Another given name before it, or another family name behind it: somebody else.
        if use.before != nil, major.uses.contains(where: { $0.before != nil }) { return false }
        if use.after != nil { return false }
        return use.evidence >= (difference == 0 ? 0.25 : 0.5)
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
