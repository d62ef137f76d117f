/// A name looked for in texts of either script.
package struct NameQuery: Sendable {
    private let parts: [NamePart]
    private let hasParticle: Bool
    /// The keys a token may have that begins a part.
    private let looked: [Set<String>]
    /// For each part of the name, the keys under which its tokens may be filed; a text without one of them for every part has not the name.
    package let keys: [[String]]

    /// Whether a text may write it as several words although it has one key: عبد الرحمن, ابو حمزة.
    package var isOfSeveralWords: Bool { parts.count > 1 || parts.contains { !$0.halves.isEmpty } }

    /// Nil when the text has no name part.
    package init?(_ name: String) {
        let all = NameParts(name).parts
        parts = all.filter { $0.kind == .name || $0.kind == .kunya }
        hasParticle = all.contains { $0.kind == .particle }
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
        fileprivate let isHalf: Bool

        fileprivate let keys: [String]
        /// A word of the language that is not passed over between two names.
        fileprivate let isCommon: Bool

        package init(_ token: String) {
            self.init(token, isName: !ArabicNameWords.titles.contains(token), isCommon: ArabicNameWords.isCommon(token))
        }

        /// A word as `SearchText` folds it. Folding has made على and علي one, so that it is taken for the second only where all around it is sure.
        package init(folded token: String) {
            let isCommon = ArabicNameWords.isCommon(folded: token)
            self.init(token, isName: !ArabicNameWords.foldedTitles.contains(token) && (!isCommon || token == "علي"), isCommon: isCommon)
        }

        private init(_ token: String, isName: Bool, isCommon: Bool) {
            guard isName, let word = NameLetters.words(of: token).first else {
                (readings, keys, isParticle, isHalf, self.isCommon) = ([], [], false, false, true)
                return
            }
            self.isCommon = isCommon
            let letters = word.script == .arabic && !isCommon ? ArabicClitics.readings(of: word.letters) : [word.letters]
            readings = letters.flatMap { letters in NameParts(words: [NameLetters(script: word.script, letters: letters)]).parts }
            keys = NameKeys.index(of: token)
            (isParticle, isHalf) = NameParts.standing(of: word)
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
        var walk = Walk(place: start)
        for index in parts.indices {
            guard advance(&walk, to: index, words) else { return nil }
        }
        let mean = walk.total / Float(parts.count)
        // على is the name علي only where everything around it is sure.
        guard mean <= (walk.isDoubtful ? 0.12 : Self.mostDifferentMean), !walk.isDoubtful || parts.count > 1 else { return nil }
        // Where the name itself has a particle, another of them between its parts is none too many.
        let isLoose = walk.others > 0 || walk.passed > 0 && !hasParticle
        return Hit(tokens: start..<walk.place, score: Double(1 - mean / 2) * (isLoose ? 0.75 : walk.isDoubtful ? 0.85 : 1))
    }

    private struct Walk {
        var place: Int
        var total: Float = 0
        var passed = 0
        /// Of those that were passed, what is no particle.
        var others = 0
        var isDoubtful = false
    }

    private func advance(_ walk: inout Walk, to index: Int, _ words: [Word]) -> Bool {
        var at = walk.place
        var others = 0
        while at < words.count {
            if let (end, difference) = difference(index, words, at), difference <= Self.mostDifferent {
                if words[at].isCommon { walk.isDoubtful = true }
                walk.total += difference
                walk.place = end
                return true
            }
            guard index > 0, !words[at].isCommon, !walk.isDoubtful else { return false }
            walk.passed += 1
            if !words[at].isParticle { (others, walk.others) = (others + 1, walk.others + 1) }
            guard others <= (parts.count == 2 ? 1 : 0), walk.passed <= 3 else { return false }
            at += 1
        }
        return false
    }

    private static let mostDifferentMean: Float = 0.5
    private static let mostDifferent: Float = 0.85

    /// What a part differs from the token at a place, or from it and the next: عبد and الرحمن, ابو and بكر; بن before what follows in Bennaceur.
    private func difference(_ index: Int, _ words: [Word], _ at: Int) -> (end: Int, difference: Float)? {
        guard words[at].isHalf || words[at].keys.contains(where: { looked[index].contains($0) }) else { return nil }
        let part = parts[index]
        var best: (end: Int, difference: Float)?
        func offer(_ reading: NamePart, _ end: Int) {
            let difference = PartAlignment.difference(part, reading, .standard)
            if difference < best?.difference ?? .infinity { best = (end, difference) }
        }
        for reading in words[at].readings {
            offer(reading, at + 1)
            if let best, best.difference <= 0.3 { continue }
            guard at + 1 < words.count, let next = words[at + 1].readings.first, next.script == reading.script else { continue }
            let two = reading.joined(next)
            offer(two, at + 2)
            if words[at].isHalf, words[at + 1].isHalf, at + 2 < words.count, let last = words[at + 2].readings.first {
                offer(two.joined(last), at + 3)
            }
        }
        return best
    }
}

extension NameQuery {
    /// How far a word of a text is from a part of the name, or from half of one; nil when it is none.
    package func difference(_ word: Word) -> Float? {
        if word.isHalf { return 0 }
        let whole = parts.indices.compactMap { difference($0, [word], 0)?.difference }
        let halves = parts.flatMap(\.halves).flatMap { half in word.readings.map { PartAlignment.difference(half, $0, .standard) } }
        return (whole + halves).min().flatMap { $0 <= Self.mostDifferent ? $0 : nil }
    }
}
