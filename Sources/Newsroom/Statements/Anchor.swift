package import Linguistics

/// Where words stand in a story, told so that they are found again after the text around them has changed: the words, what stands before and behind
/// them, and where they were (the TextQuoteSelector and TextPositionSelector of the W3C's Web Annotation Data Model).
package struct Anchor: Hashable, Sendable, Codable {
    package let exact: String
    package let prefix: String
    package let suffix: String
    /// In Unicode scalars of the `StoryProse` it was taken from.
    package let start: Int

    /// Of the surroundings, on each side, in scalars.
    static let surroundings = 32
    /// Where so much of the words is left, they are the same words, altered.
    static let likeness = 0.6

    package init(_ range: Range<Int>, in prose: Prose) {
        exact = prose.text(range)
        prefix = prose.text(max(0, range.lowerBound - Self.surroundings)..<range.lowerBound)
        suffix = prose.text(range.upperBound..<min(prose.scalars.count, range.upperBound + Self.surroundings))
        start = range.lowerBound
    }

    /// What has become of the words in a text.
    package enum Finding: Hashable, Sendable {
        case kept(Range<Int>)
        /// They stand there, and not as they were.
        case altered(Range<Int>)
        case lost

        package var range: Range<Int>? {
            switch self {
            case .kept(let range), .altered(let range): range
            case .lost: nil
            }
        }
    }

    /// Finds the words in a text: where they stand letter by letter, at the place whose surroundings are most like theirs; else where most of them do.
    package func find(in prose: Prose) -> Finding {
        let letters = Array(exact.unicodeScalars)
        guard !letters.isEmpty else { return .lost }
        if start >= 0, start <= prose.scalars.count - letters.count, prose.scalars[start..<start + letters.count].elementsEqual(letters),
            likeness(at: start..<start + letters.count, prose) == prefix.unicodeScalars.count + suffix.unicodeScalars.count
        {
            return .kept(start..<start + letters.count)
        }
        let places = Self.occurrences(of: letters, in: prose.scalars)
        let ranked = places.map { place in
            let range = place..<place + letters.count
            return (range: range, likeness: likeness(at: range, prose), distance: abs(place - start))
        }
        if let best = ranked.max(by: { ($0.likeness, -$0.distance) < ($1.likeness, -$1.distance) }) { return .kept(best.range) }
        return altered(in: prose).map { .altered($0) } ?? .lost
    }

    /// Places of the letters, at most as many as are worth a look.
    fileprivate static func occurrences(of letters: [Unicode.Scalar], in text: [Unicode.Scalar]) -> [Int] {
        guard !letters.isEmpty, letters.count <= text.count else { return [] }
        // Knuth, Morris and Pratt: a text of one letter repeated costs no more than another.
        var border = [0]
        border.reserveCapacity(letters.count)
        var length = 0
        for letter in letters.dropFirst() {
            while length > 0, letters[length] != letter { length = border[length - 1] }
            if letters[length] == letter { length += 1 }
            border.append(length)
        }
        var places: [Int] = []
        length = 0
        for (index, letter) in text.enumerated() {
            while length > 0, length == letters.count || letters[length] != letter { length = border[length - 1] }
            if letters[length] == letter { length += 1 }
            if length == letters.count {
                places.append(index + 1 - length)
                if places.count == 1_000 { break }
            }
        }
        return places
    }

    /// How many scalars of the surroundings are as they were, counted from the words outward.
    private func likeness(at range: Range<Int>, _ prose: Prose) -> Int {
        var alike = 0
        for (old, new) in zip(prefix.unicodeScalars.reversed(), prose.scalars[..<range.lowerBound].reversed()) {
            guard old == new else { break }
            alike += 1
        }
        for (old, new) in zip(suffix.unicodeScalars, prose.scalars[range.upperBound...]) {
            guard old == new else { break }
            alike += 1
        }
        return alike
    }

    /// The stretch of as many words that holds most of these.
    private func altered(in prose: Prose) -> Range<Int>? {
        let words = Prose(plain: exact, language: prose.language).tokens.filter { $0.kind != .mark }.map(\.key)
        // One or two words prove nothing.
        guard words.count >= 3 else { return nil }
        let tokens = prose.tokens.filter { $0.kind != .mark }
        var missing = words.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        var held = 0
        var best: (count: Int, ends: Int, distance: Int, last: Int)?
        for (index, token) in tokens.enumerated() {
            if let left = missing[token.key] {
                if left > 0 { held += 1 }
                missing[token.key] = left - 1
            }
            if index >= words.count, let left = missing[tokens[index - words.count].key] {
                if left >= 0 { held -= 1 }
                missing[tokens[index - words.count].key] = left + 1
            }
            let first = tokens[max(0, index + 1 - words.count)]
            // Of stretches that hold as many of the words, the one that begins and ends as they did.
            let ends = (first.key == words.first ? 1 : 0) + (token.key == words.last ? 1 : 0)
            let distance = abs(first.range.lowerBound - start)
            if best.map({ ($0.count, $0.ends, -$0.distance) < (held, ends, -distance) }) ?? true { best = (held, ends, distance, index) }
        }
        guard let best, Double(best.count) >= Self.likeness * Double(words.count) else { return nil }
        let known = Set(words)
        let window = tokens[max(0, best.last + 1 - words.count)...best.last]
        // Other words before them are somebody else's; what stands in the place of their last is theirs.
        guard let first = window.first(where: { known.contains($0.key) }), let last = window.last else { return nil }
        let end = prose.blocks.first { $0.range.contains(first.range.lowerBound) }?.range.upperBound ?? last.range.upperBound
        return first.range.lowerBound..<min(last.range.upperBound, end)
    }
}

extension Prose {
    /// Where these words stand, letter by letter; of several places the one nearest to `near`.
    package func range(of words: String, near place: Int) -> Range<Int>? {
        let letters = Array(words.unicodeScalars)
        return Anchor.occurrences(of: letters, in: scalars).min { abs($0 - place) < abs($1 - place) }.map { $0..<$0 + letters.count }
    }
}
