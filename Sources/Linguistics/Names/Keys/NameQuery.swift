/// A name looked for in texts of either script.
package struct NameQuery: Sendable {
    private let parts: [NamePart]
    /// For each part of the name, the keys under which its tokens may be filed; a text without one of them for every part has not the name.
    package let keys: [[String]]

    /// Nil when the text has no name part.
    package init?(_ name: String) {
        parts = NameParts(name).parts.filter { $0.kind == .name || $0.kind == .kunya }
        guard !parts.isEmpty else { return nil }
        var keys: [[String]] = []
        for (index, part) in parts.enumerated() where part.kind == .name {
            var own = NameKeys.keys(of: part) + part.halves.flatMap { NameKeys.keys(of: $0) }
            if index > 0, parts[index - 1].kind == .kunya { own += NameKeys.keys(of: parts[index - 1].joined(part)) }
            keys.append(own)
        }
        self.keys = keys
    }

    /// A token of a text, read once; keep one per token type.
    package struct Word: Sendable {
        fileprivate let readings: [NamePart]
        fileprivate let isParticle: Bool
        fileprivate let isServant: Bool

        package init(_ token: String) {
            guard let word = NameLetters.words(of: token).first else {
                (readings, isParticle, isServant) = ([], false, false)
                return
            }
            let letters = word.script == .arabic ? ArabicClitics.readings(of: word.letters) : [word.letters]
            readings = letters.flatMap { letters in
                NameParts(words: [NameLetters(script: word.script, letters: letters)]).parts
            }
            (isParticle, isServant) = NameParts.standing(of: word)
        }
    }

    /// Where the name stands among tokens: all its parts in order, with no more than a particle or one other token between two.
    package func places(in words: [Word]) -> [Range<Int>] {
        var places: [Range<Int>] = []
        var index = 0
        while index < words.count {
            if let end = match(words, from: index) {
                places.append(index..<end)
                index = end
            } else {
                index += 1
            }
        }
        return places
    }

    private func match(_ words: [Word], from start: Int) -> Int? {
        var place = start
        var total: Float = 0
        for (index, part) in parts.enumerated() {
            var found: (end: Int, difference: Float)?
            var skipped = 0
            var at = place
            while at < words.count {
                if let (end, difference) = difference(part, words, at), difference <= Self.mostDifferent {
                    found = (end, difference)
                    break
                }
                guard index > 0 else { return nil }
                if !words[at].isParticle { skipped += 1 }
                guard skipped <= (parts.count > 2 ? 0 : 1) else { return nil }
                at += 1
            }
            guard let found else { return nil }
            total += found.difference
            place = found.end
        }
        return total <= Self.mostDifferent * (parts.count == 1 ? 0.6 : 0.6 * Float(parts.count)) ? place : nil
    }

    private static let mostDifferent: Float = 1.1

    /// What a part differs from the token at a place, or from it and the next: عبد and الرحمن, ابو and بكر.
    private func difference(_ part: NamePart, _ words: [Word], _ at: Int) -> (end: Int, difference: Float)? {
        var best: (end: Int, difference: Float)?
        for reading in words[at].readings {
            let difference = PartAlignment.difference(part, reading, .standard)
            if difference < best?.difference ?? .infinity { best = (at + 1, difference) }
            guard difference > 0.3, at + 1 < words.count, words[at].isServant || difference < 6, let next = words[at + 1].readings.first else {
                continue
            }
            let joined = PartAlignment.difference(part, reading.joined(next), .standard)
            if joined < best?.difference ?? .infinity { best = (at + 2, joined) }
        }
        return best
    }
}
