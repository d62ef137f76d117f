import Basics

/// A number that the other edition gives otherwise at the same place.
struct EditionNumbers: Check {
    let id = "numbers-edition"

    func hits(in reading: Reading) -> [Hit] {
        reading.context.editions.flatMap { edition -> [Hit] in
            let other = Reading(edition.prose)
            let (ours, theirs) = (Self.weighty(Quantity.found(in: reading)), Self.weighty(Quantity.found(in: other)))
            let (ourValues, theirValues) = (Set(ours.map(\.value)), Set(theirs.map(\.value)))
            var lone = theirs.filter { !ourValues.contains($0.value) }
            return ours.filter { !theirValues.contains($0.value) }.compactMap { number in
                // Set against the other's number without a partner that stands nearest by its place in the text.
                let place = Double(number.tokens.lowerBound) / Double(max(1, reading.tokens.count))
                let near = lone.enumerated().filter { $0.element.isPercent == number.isPercent }.map {
                    ($0.offset, abs(Double($0.element.tokens.lowerBound) / Double(max(1, other.tokens.count)) - place))
                }.min { $0.1 < $1.1 }
                guard let near, near.1 < 0.15 else { return nil }
                let rival = lone.remove(at: near.0)
                return Hit(
                    range: reading.range(number.tokens),
                    words: ["other": other.text(rival.tokens).phrase, "language": edition.language.name])
            }
        }
    }

    /// Small numbers are written as words, or not at all.
    private static func weighty(_ quantities: [Quantity]) -> [Quantity] {
        Array(quantities.lazy.filter { $0.value > 10 || $0.isPercent }.prefix(400))
    }
}

/// A name whose family name is another's in the other edition.
struct EditionNames: Check {
    let id = "name-edition"

    func hits(in reading: Reading) -> [Hit] {
        let ours = NameMentions.groups(in: reading.prose).filter { $0.canonical.contains(" ") }
        return reading.context.editions.flatMap { edition -> [Hit] in
            let theirs = NameMentions.groups(in: edition.prose).filter { $0.canonical.contains(" ") }
            guard ours.count * theirs.count < 10_000 else { return [] }
            let lone = theirs.filter { other in !ours.contains { NameMatch.score($0.canonical, other.canonical) >= 0.5 } }
            return ours.filter { own in !theirs.contains { NameMatch.score($0.canonical, own.canonical) >= 0.5 } }.compactMap { own in
                guard let place = own.mentions.first else { return nil }
                let rival = lone.first { Self.sharesGivenName($0.canonical, own.canonical) }
                return rival.map {
                    Hit(range: place.range, words: ["other": $0.canonical.phrase, "language": edition.language.name], fold: own.canonical)
                }
            }
        }
    }

    private static func sharesGivenName(_ a: String, _ b: String) -> Bool {
        guard let first = a.split(separator: " ").first, let second = b.split(separator: " ").first else { return false }
        return NameMatch.score(String(first), String(second)) >= 0.5
    }
}

/// A statement of the original whose speaker the translation does not have.
struct DroppedStatements: Check {
    let id = "statement-dropped"

    func hits(in reading: Reading) -> [Hit] {
        guard let original = reading.context.editions.first(where: \.isOriginal), !reading.prose.blocks.isEmpty else { return [] }
        let ours = Dictionary(grouping: reading.statements.compactMap(\.speaker)) { $0 }.mapValues(\.count)
        var words: [NameQuery.Word]?
        var seen: [String: Int] = [:]
        for speaker in original.statements.compactMap(\.speaker) { seen[speaker, default: 0] += 1 }
        return seen.sorted { $0.key < $1.key }.compactMap { speaker, count in
            let isSpeaker = ours.keys.contains { NameMatch.score($0, speaker) >= 0.5 }
            guard !isSpeaker else { return nil }
            let own = words ?? reading.prose.tokens.filter { $0.kind == .word }.map { NameQuery.Word($0.text) }
            words = own
            guard !Self.stands(speaker, in: own) else { return nil }
            guard let statement = original.statements.first(where: { $0.speaker == speaker }), let content = statement.content.first else {
                return nil
            }
            // Where it would stand: as far into this text as into that one.
            let share = Double(content.lowerBound) / Double(max(1, original.prose.scalars.count))
            let place = Int(share * Double(reading.prose.scalars.count))
            let block = reading.prose.blocks.last { $0.range.lowerBound <= place } ?? reading.prose.blocks[0]
            return Hit(
                range: block.range,
                words: ["speaker": speaker.phrase, "count": "\(count)".phrase, "content": Self.excerpt(content, original.prose).phrase],
                fold: speaker)
        }
    }

    /// Whether the text names her, whole or by her family name, in either script.
    private static func stands(_ speaker: String, in words: [NameQuery.Word]) -> Bool {
        let names = [speaker, speaker.split(separator: " ").last.map(String.init) ?? speaker]
        return names.contains { NameQuery($0)?.hits(in: words).isEmpty == false }
    }

    private static func excerpt(_ range: Range<Int>, _ prose: Prose) -> String {
        let clamped = range.lowerBound..<min(range.upperBound, range.lowerBound + 60)
        return prose.text(clamped) + (clamped == range ? "" : "…")
    }
}

extension Language {
    var name: Phrase {
        switch self {
        case .ar: Phrase(ar: "العربية", en: "Arabic")
        case .en: Phrase(ar: "الإنجليزية", en: "English")
        }
    }
}
