import Basics

/// A number of the headline that the text has nowhere, where it gives the same noun another.
struct HeadlineNumbers: Check {
    let id = "numbers-headline"

    func hits(in reading: Reading) -> [Hit] {
        guard let headline = reading.headline else { return [] }
        let all = Quantity.found(in: reading)
        let inHead: [(quantity: Quantity, range: Range<Int>)]
        let inText: [Quantity]
        if let block = headline.block {
            inHead = all.filter { block.tokens.contains($0.tokens.lowerBound) }.map { ($0, reading.range($0.tokens)) }
            inText = all.filter { !block.tokens.contains($0.tokens.lowerBound) }
        } else {
            let other = Reading(Prose([(.headline, headline.text)], language: reading.language))
            inHead = Quantity.found(in: other).map { ($0, 0..<0) }
            inText = all
        }
        let values = Set(inText.map(\.value))
        return inHead.compactMap { head in
            let number = head.quantity
            guard let noun = number.noun, !number.isRounded, !number.isPercent, number.value < 1_900 || number.value > 2_100,
                !values.contains(number.value)
            else { return nil }
            let rivals = inText.filter { $0.noun == noun && !$0.isRounded }
            // A sum of two others, or a rounded one, is not at odds with them.
            guard let rival = rivals.first, rivals.count == 1, rival.value > 2,
                !values.contains(where: { values.contains(number.value - $0) || values.contains(number.value + $0) }),
                !inText.contains(where: { Self.isRounding(number.value, of: $0.value) })
            else { return nil }
            return Hit(
                range: head.range, words: ["head": Self.text(number.value).phrase, "other": reading.text(rival.tokens).phrase, "noun": noun.phrase])
        }
    }

    private static func isRounding(_ value: Double, of exact: Double) -> Bool {
        exact > 20 && abs(value - exact) / exact < 0.05 && value.truncatingRemainder(dividingBy: 10) == 0
    }

    static func text(_ value: Double) -> String { value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value) }
}

/// Parts that are more than their whole: "12 people, including 8 women and 6 children".
struct NumberParts: Check {
    let id = "numbers-parts"

    func hits(in reading: Reading) -> [Hit] {
        let all = Quantity.found(in: reading)
        let joining: Set<String> = ["including", "comprising", "بينهم", "بينها", "منهم", "منها", "بينهن"]
        var hits: [Hit] = []
        for (index, whole) in all.enumerated() where !whole.isPercent && whole.noun != nil {
            let sentence = reading.sentence[whole.tokens.lowerBound]
            let parts = all[(index + 1)...].prefix(3).prefix { reading.sentence[$0.tokens.lowerBound] == sentence && !$0.isPercent && $0.noun != nil }
            guard parts.count == 2, let first = parts.first, let last = parts.last else { continue }
            let between = reading.tokens[whole.tokens.upperBound..<first.tokens.lowerBound]
            guard between.count < 7, between.contains(where: { joining.contains($0.key) }), last.tokens.lowerBound - first.tokens.upperBound < 4
            else { continue }
            // "including 3 women and 40 were wounded": the last part ends its list.
            let behind = last.tokens.upperBound + 1
            guard behind >= reading.tokens.count || reading.tokens[behind].kind == .mark || reading.sentence[behind] != sentence else { continue }
            let sum = first.value + last.value
            guard sum > whole.value, whole.value > 2 else { continue }
            hits.append(
                Hit(
                    range: reading.range(whole.tokens.lowerBound..<last.tokens.upperBound),
                    words: ["sum": HeadlineNumbers.text(sum).phrase, "whole": HeadlineNumbers.text(whole.value).phrase]))
        }
        return hits
    }
}

/// A number of things that a list behind a colon does not have: "three cities: Sirte, Hun, Sebha and Tobruk".
struct NumberList: Check {
    let id = "numbers-list"

    func hits(in reading: Reading) -> [Hit] {
        let tokens = reading.tokens
        return Quantity.found(in: reading).compactMap { quantity in
            guard quantity.value > 1, quantity.value < 11, quantity.noun != nil, !quantity.isRounded else { return nil }
            let sentence = reading.prose.sentences[reading.sentence[quantity.tokens.lowerBound]].tokens
            let colon = (quantity.tokens.upperBound..<min(quantity.tokens.upperBound + 4, sentence.upperBound)).first { tokens[$0].is(":") }
            guard let colon, let items = Self.items(colon + 1..<sentence.upperBound, reading), items > 1, Double(items) != quantity.value else {
                return nil
            }
            return Hit(
                range: reading.range(quantity.tokens.lowerBound..<colon),
                words: ["number": HeadlineNumbers.text(quantity.value).phrase, "items": "\(items)".phrase])
        }
    }

    /// How many names a list has that is nothing but names: short, parted by commas and one "and".
    private static func items(_ range: Range<Int>, _ reading: Reading) -> Int? {
        var (items, words) = (0, 0)
        let comma = reading.language == .ar ? "،" : ","
        for index in range {
            let token = reading.tokens[index]
            if token.is(comma) || token.is("and") || token.is(".") {
                if words > 0 { items += 1 }
                words = 0
            } else {
                guard token.kind == .word, words < 3 else { return nil }
                if reading.language == .en, !token.isCapitalised { return nil }
                // In Arabic the last item, or each, begins with و.
                if reading.language == .ar, words > 0 {
                    guard token.key.hasPrefix("و"), token.key.unicodeScalars.count > 3 else { return nil }
                    items += 1
                    words = 0
                }
                words += 1
            }
        }
        return items + (words > 0 ? 1 : 0)
    }
}

/// A measure and, in brackets, the same in another unit, that is not the same.
struct NumberUnits: Check {
    let id = "numbers-unit"

    private struct Unit { let dimension: String, factor: Double, offset: Double }

    private static let units: [String: Unit] = {
        var units: [String: Unit] = [:]
        for line in BuiltInFile.lines("copydesk-units.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count >= 3, let factor = Double(fields[1]) else { continue }
            let offset = fields.count > 3 ? Double(fields[3]) ?? 0 : 0
            for name in fields[2].split(separator: " ") { units[String(name)] = Unit(dimension: String(fields[0]), factor: factor, offset: offset) }
        }
        return units
    }()

    func hits(in reading: Reading) -> [Hit] {
        let tokens = reading.tokens
        var hits: [Hit] = []
        for open in tokens.indices where tokens[open].is("(") && open > 1 && open + 2 < tokens.count {
            guard let unit = Self.units[tokens[open - 1].key], let first = Self.number(before: open - 1, reading),
                let second = NumberWords.read(at: open + 1, tokens, reading.language), open + 1 + second.count < tokens.count,
                let other = Self.units[tokens[open + 1 + second.count].key], other.dimension == unit.dimension, other.factor != unit.factor
            else { continue }
            let meant = (first * unit.factor + unit.offset - other.offset) / other.factor
            let step = Self.step(of: second.value)
            // What is rounded, on either side, may be off by a tenth.
            guard abs(meant - second.value) > max(step, abs(meant) * 0.1) else { continue }
            let close = min(open + 2 + second.count, tokens.count - 1)
            hits.append(
                Hit(
                    range: reading.range(open - 2..<close + 1),
                    words: ["meant": HeadlineNumbers.text((meant * 10).rounded() / 10).phrase, "unit": tokens[open + 1 + second.count].text.phrase]))
        }
        return hits
    }

    private static func number(before unit: Int, _ reading: Reading) -> Double? {
        if unit > 1, let pair = NumberWords.read(at: unit - 2, reading.tokens, reading.language), pair.count == 2 { return pair.value }
        return NumberWords.read(at: unit - 1, reading.tokens, reading.language)?.value
    }

    /// The place of its last digit that is not zero.
    private static func step(of value: Double) -> Double {
        guard value >= 10, value == value.rounded(), value < 1e15 else { return 1 }
        var (step, rest) = (1.0, Int(value))
        while rest.isMultiple(of: 10), rest > 0 {
            rest /= 10
            step *= 10
        }
        return step
    }
}
