import Glibc

/// Whether two spellings are one name, in any script.
package enum NameMatch {
    /// How sure it is, from 0 to 1, that both spell the name of the same person, place or family; from .5 on the product says yes. Symmetric.
    package static func score(_ a: String, _ b: String) -> Double {
        if a == b { return a.isEmpty ? 0 : 1 }
        let (first, second) = (NameLetters.words(of: a), NameLetters.words(of: b))
        let score = score(NameParts(words: first), NameParts(words: second), .standard)
        return score < 0.9 && Places.same(first, second) ? 0.9 : score
    }

    static func score(_ a: NameParts, _ b: NameParts, _ costs: SoundCosts) -> Double {
        var alignment = NameAlignment(a, b, costs)
        let difference = alignment.difference()
        guard difference < 8 else { return 0 }
        return Double(1 / (1 + exp(costs[.steepness] * (difference - 1))))
    }

    /// Keys to find candidates by: two spellings of one name part mostly share one, whatever their script.
    package static func keys(of part: String) -> Set<String> { Set(NameKeys.query(of: part)) }
}
