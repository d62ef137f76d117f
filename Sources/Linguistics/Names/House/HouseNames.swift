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
        /// From 0.5 to 1.
        package let score: Double
    }

    private let names: [Copydesk.HouseName]
    private let spellings: [Spelling]
    private var exact: [String: [Int]] = [:]
    private var byKey: [String: [Int]] = [:]
    private var others: Set<String> = []

    private struct Spelling: Sendable {
        let name: Int
        let isForm: Bool
        let parts: NameParts
    }

    package init(_ names: [Copydesk.HouseName]) {
        self.names = names
        var spellings: [Spelling] = []
        for (index, name) in names.enumerated() {
            let written = name.form.values.sorted().map { ($0, true) } + name.variants.map { ($0, false) }
            for (text, isForm) in written {
                let parts = NameParts(text)
                exact[Self.folded(text), default: []].append(spellings.count)
                for key in Self.keys(parts) { byKey[key, default: []].append(spellings.count) }
                spellings.append(Spelling(name: index, isForm: isForm, parts: parts))
            }
            for other in name.others { others.insert("\(index) \(Self.folded(other))") }
        }
        self.spellings = spellings
    }

    /// The house's name that a mention most likely writes; nil when it is none, or is known to be somebody else's.
    package func match(_ mention: String) -> Match? {
        let folded = Self.folded(mention)
        if let found = exact[folded]?.first(where: { !others.contains("\(spellings[$0].name) \(folded)") }) {
            let spelling = spellings[found]
            let isWritten = spelling.isForm && names[spelling.name].form.values.contains(mention)
            return Match(name: names[spelling.name], standing: isWritten ? .form : spelling.isForm ? .likely : .variant, score: 1)
        }
        let parts = NameParts(mention)
        var candidates: [Int: Int] = [:]
        for key in Self.keys(parts) { for index in (byKey[key] ?? []).prefix(200) { candidates[index, default: 0] += 1 } }
        let nearest = candidates.sorted { ($0.value, $1.key) > ($1.value, $0.key) }.prefix(20)
        var best: (index: Int, score: Double)?
        for (index, _) in nearest where !others.contains("\(spellings[index].name) \(folded)") {
            let score = NameMatch.score(parts, spellings[index].parts, .standard)
            if score >= 0.5, score > best?.score ?? 0 { best = (index, score) }
        }
        guard let best else { return nil }
        return Match(name: names[spellings[best.index].name], standing: .likely, score: best.score)
    }

    /// Without case, marks and the differences of Arabic writing that the folding of a search ignores: only what is the same to every reader.
    private static func folded(_ text: String) -> String {
        var view = String.UnicodeScalarView()
        var spaced = false
        for scalar in text.lowercased().unicodeScalars where !scalar.isArabicMark {
            if scalar.properties.isWhitespace {
                spaced = !view.isEmpty
                continue
            }
            if spaced { view.append(" ") }
            spaced = false
            view.append(scalar == "’" ? "'" : scalar)
        }
        return String(view)
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
