/// A name looked for in texts of either script.
package struct NameQuery: Sendable {
    private let parts: [NamePart]
    /// The keys a token may have that begins a part.
    private let looked: [Set<String>]
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
        looked = parts.map { part in Set(NameKeys.keys(of: part) + part.halves.flatMap { NameKeys.keys(of: $0) }) }
    }

    /// A token of a text, read once; keep one per token type.
    package struct Word: Sendable {
        fileprivate let readings: [NamePart]
        fileprivate let isParticle: Bool
        fileprivate let isServant: Bool

        fileprivate let keys: [String]
        /// A word of the language that is not passed over between two names.
        fileprivate let isCommon: Bool

        package init(_ token: String) {
            guard let word = NameLetters.words(of: token).first, !ArabicNameWords.isCommon(token) else {
                (readings, keys, isParticle, isServant, isCommon) = ([], [], false, false, true)
                return
            }
            isCommon = false
            let letters = word.script == .arabic ? ArabicClitics.readings(of: word.letters) : [word.letters]
            readings = letters.flatMap { letters in NameParts(words: [NameLetters(script: word.script, letters: letters)]).parts }
            keys = NameKeys.index(of: token)
            (isParticle, isServant) = NameParts.standing(of: word)
        }
    }

    /// A place where the name stands among tokens, and how sure it is, from 0.5 to 1.
    package struct Hit: Hashable, Sendable {
        package let tokens: Range<Int>
        package let score: Double
    }

    /// Where the name stands among tokens: all its parts in order, with no more than particles and, in a name of two parts, one other name between.
    package func hits(in words: [Word]) -> [Hit] {
        var hits: [Hit] = []
        var index = 0
        while index < words.count {
            if let hit = hit(words, from: index) {
                hits.append(hit)
                index = hit.tokens.upperBound
            } else {
                index += 1
            }
        }
        return hits
    }

    private func hit(_ words: [Word], from start: Int) -> Hit? {
        var (place, total, passed) = (start, Float(0), 0)
        for index in parts.indices {
            var found: (end: Int, difference: Float)?
            var at = place
            while at < words.count {
                if let (end, difference) = difference(index, words, at), difference <= Self.mostDifferent {
                    found = (end, difference)
                    break
                }
                guard index > 0 else { return nil }
                if !words[at].isParticle { passed += 1 }
                guard passed <= (parts.count == 2 ? 1 : 0), !words[at].isCommon else { return nil }
                at += 1
            }
            guard let found else { return nil }
            total += found.difference
            place = found.end
        }
        let mean = total / Float(parts.count)
        guard mean <= Self.mostDifferentMean else { return nil }
        return Hit(tokens: start..<place, score: Double(1 - mean / 2) * (passed > 0 ? 0.8 : 1))
    }

    private static let mostDifferentMean: Float = 0.6
    private static let mostDifferent: Float = 0.9

    /// What a part differs from the token at a place, or from it and the next: عبد and الرحمن, ابو and بكر.
    private func difference(_ index: Int, _ words: [Word], _ at: Int) -> (end: Int, difference: Float)? {
        var best: (end: Int, difference: Float)?
        let part = parts[index]
        guard words[at].isServant || words[at].keys.contains(where: { looked[index].contains($0) }) else { return nil }
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
