import Basics

/// A newsroom's own names, found by any spelling.
package struct HouseNames: Sendable {
    /// What a spelling is to the house.
    package enum Standing: Sendable {
        /// The form the house writes in that script.
        case form
        /// A spelling the house knows for the name.
        case variant
        /// A spelling nobody entered, near enough to be the name.
        case likely
    }

    package struct Match: Sendable {
        package let name: Copydesk.HouseName
        package let standing: Standing
        /// What the house writes for this mention: the whole form in the mention's script, or its last word for a last word alone.
        package let written: String
        /// From 0.5 to 1.
        package let score: Double
    }

    private let names: [Copydesk.HouseName]
    private var spellings: [Spelling] = []
    private var exact: [String: [Int]] = [:]
    private var byKey: [String: [Int]] = [:]
    private var others: Set<String> = []

    /// A way to write a name, or its last word.
    private struct Spelling: Sendable {
        let name: Int
        let isForm: Bool
        let isLastWord: Bool
        let written: String
        let parts: NameParts
    }

    package init(_ names: [Copydesk.HouseName]) {
        self.names = names
        for (index, name) in names.enumerated() {
            for form in name.form.values.sorted() { add(form, of: index, isForm: true, written: form) }
            for variant in name.variants {
                if let form = Self.form(name, inScriptOf: variant) { add(variant, of: index, isForm: false, written: form) }
            }
            for other in name.others { others.insert(Self.key(index, Self.folded(other))) }
        }
    }

    private mutating func add(_ text: String, of index: Int, isForm: Bool, written: String) {
        add(Spelling(name: index, isForm: isForm, isLastWord: false, written: written, parts: NameParts(text)), text)
        if let last = Self.lastWord(text), let form = Self.lastWord(written) {
            add(Spelling(name: index, isForm: isForm, isLastWord: true, written: form, parts: NameParts(last)), last)
        }
    }

    private mutating func add(_ spelling: Spelling, _ text: String) {
        exact[Self.folded(text), default: []].append(spellings.count)
        for key in Self.keys(spelling.parts) { byKey[key, default: []].append(spellings.count) }
        spellings.append(spelling)
    }

    /// The house's name that a mention most likely writes; nil when it is none, is known to be somebody else's, or may be that of two.
    package func match(_ mention: String) -> Match? {
        let folded = Self.folded(mention)
        let known = (exact[folded] ?? []).filter { !others.contains(Self.key(spellings[$0].name, folded)) }
        if let first = known.first(where: { spellings[$0].isForm }) ?? known.first {
            let spelling = spellings[first]
            guard known.allSatisfy({ spellings[$0].written == spelling.written }) else { return nil }
            return Match(name: names[spelling.name], standing: spelling.isForm ? .form : .variant, written: spelling.written, score: 1)
        }
        let parts = NameParts(mention)
        var candidates: [Int: Int] = [:]
        for key in Self.keys(parts) { for index in (byKey[key] ?? []).prefix(200) { candidates[index, default: 0] += 1 } }
        let nearest = candidates.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(20)
        var best: (spelling: Spelling, score: Double, isOne: Bool)?
        for (index, _) in nearest where !others.contains(Self.key(spellings[index].name, folded)) {
            let spelling = spellings[index]
            let score = NameMatch.score(parts, spelling.parts, .standard)
            guard score >= 0.5, score >= best?.score ?? 0 else { continue }
            let isTie = score == best?.score && spelling.name != best?.spelling.name && spelling.written != best?.spelling.written
            best = (spelling, score, !isTie)
        }
        guard let best, best.isOne else { return nil }
        let name = names[best.spelling.name]
        var written = Self.form(name, inScriptOf: mention)
        if best.spelling.isLastWord { written = written.flatMap(Self.lastWord) }
        guard let written else { return nil }
        return Match(name: name, standing: .likely, written: written, score: best.score)
    }

    private static func key(_ index: Int, _ folded: String) -> String { "\(index) \(folded)" }

    private static func form(_ name: Copydesk.HouseName, inScriptOf text: String) -> String? { name.form[isArabic(text) ? .ar : .en] }

    private static func isArabic(_ text: String) -> Bool { text.unicodeScalars.contains { $0.isArabicLetter } }

    /// The last word of a name of several; with بن or an article standing apart it is no name by itself.
    private static func lastWord(_ text: String) -> String? {
        let words = text.split(separator: " ")
        guard words.count > 1, let last = words.last, NameParts(last).parts.contains(where: { $0.weight > 1 }) else { return nil }
        return String(last)
    }

    /// Without case and marks: only what is the same to every reader.
    private static func folded(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).map { Prose.key(String($0)) }.joined(separator: " ")
    }

    private static func keys(_ parts: NameParts) -> Set<String> {
        var keys: Set<String> = []
        for part in parts.parts where part.kind == .name {
            keys.formUnion(NameKeys.keys(of: part))
            for half in part.halves { keys.formUnion(NameKeys.keys(of: half)) }
        }
        return keys
    }
}
