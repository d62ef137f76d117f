/// A pattern that fits at a place.
struct PatternMatch {
    private let pattern: WordPattern
    private let reading: Reading
    /// The token of each element; nil for one that was left out or has no width.
    private var places: [Int?] = []
    private let skipsConjunction: Bool
    private let first: Int

    /// The token behind the last.
    private(set) var end: Int

    init?(_ pattern: WordPattern, at start: Int, in reading: Reading, skipsConjunction: Bool) {
        (self.pattern, self.reading, self.skipsConjunction) = (pattern, reading, skipsConjunction)
        (first, end) = (start, start)
        for element in pattern.elements {
            switch element.kind {
            case .start:
                guard reading.beginsSentence(end) else { return nil }
                places.append(nil)
                continue
            case .not(let words):
                let neighbour = end == start ? start - 1 : end
                if reading.tokens.indices.contains(neighbour), words.contains(reading.tokens[neighbour].key) { return nil }
                places.append(nil)
                continue
            default: break
            }
            if end < reading.tokens.count, reading.sentence[end] == reading.sentence[start], fits(element, end) {
                places.append(end)
                end += 1
            } else if element.isOptional {
                places.append(nil)
            } else {
                return nil
            }
        }
    }

    private func fits(_ element: WordPattern.Element, _ index: Int) -> Bool {
        let token = reading.tokens[index]
        switch element.kind {
        case .words(let words): return words.contains(token.key) || (index == first && skipsConjunction && words.contains(bare(token.key)))
        case .number: return token.kind == .number
        case .any: return token.kind != .mark
        case .prefix(let beginning): return token.kind == .word && token.key.hasPrefix(beginning) && token.key != beginning
        case .suffix(let end): return token.kind == .word && token.key.hasSuffix(end) && token.key != end
        case .start, .not: return false
        }
    }

    private func bare(_ key: String) -> String { key.withoutConjunction ?? key }

    var hit: Hit {
        let said = pattern.said.compactMap { places.indices.contains($0) ? places[$0] : nil }
        var range = reading.range((said.first ?? first)..<(said.last ?? first) + 1)
        // The conjunction is not part of what is said.
        if skipsConjunction, said.first == first { range = range.lowerBound + 1..<range.upperBound }
        var hit = Hit(range: range)
        if let replacement = pattern.replacement { hit.suggestion = filled(replacement, range) }
        hit.fold = reading.prose.text(range).lowercased()
        return hit
    }

    private func filled(_ replacement: String, _ range: Range<Int>) -> String {
        var filled = ""
        var rest = replacement[...]
        while let dollar = rest.firstIndex(of: "$") {
            filled += rest[..<dollar]
            rest = rest[rest.index(after: dollar)...]
            guard let element = rest.popFirst()?.wholeNumberValue, places.indices.contains(element - 1) else { continue }
            var text = places[element - 1].map { reading.tokens[$0].text } ?? ""
            if rest.first == ":" {
                rest = rest.dropFirst()
                text = String(text.dropFirst(rest.popFirst()?.wholeNumberValue ?? 0))
            }
            filled += text
        }
        filled += rest
        filled = filled.split(separator: " ").joined(separator: " ")
        let isCapital = reading.prose.scalars[range].first?.properties.isUppercase ?? false
        return isCapital ? filled.prefix(1).uppercased() + filled.dropFirst() : filled
    }
}
