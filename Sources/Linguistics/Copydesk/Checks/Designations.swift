import Basics

/// Designations of one family that the text writes in two ways: Mil-Mi-8 and Mi-21, MiG-29 and MIG 23.
struct Designations: Check {
    let id = "designation"

    private struct Designation {
        let stem: String
        let form: String
        let number: String
        let tokens: Range<Int>
    }

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en else { return [] }
        var families: [String: [Designation]] = [:]
        for found in designations(in: reading) { families[found.stem, default: []].append(found) }
        var hits: [Hit] = []
        for (_, family) in families {
            let forms = Dictionary(grouping: family, by: \.form)
            guard forms.count > 1, let most = forms.max(by: { ($0.value.count, $1.key) < ($1.value.count, $0.key) }) else { continue }
            for (form, places) in forms where form != most.key {
                guard let odd = places.first, let usual = most.value.first else { continue }
                var tokens = odd.tokens
                // Those beside each other are shown together.
                if usual.tokens.lowerBound > tokens.upperBound, usual.tokens.lowerBound - tokens.upperBound < 3 {
                    tokens = tokens.lowerBound..<usual.tokens.upperBound
                }
                hits.append(
                    Hit(
                        range: reading.range(tokens), words: ["odd": reading.text(odd.tokens).phrase, "usual": reading.text(usual.tokens).phrase],
                        also: places.dropFirst().map { reading.range($0.tokens) }, fold: form))
            }
        }
        return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private func designations(in reading: Reading) -> [Designation] {
        let tokens = reading.tokens
        var found: [Designation] = []
        for index in tokens.indices where tokens[index].kind == .word && tokens[index].isCapitalised {
            let parts = tokens[index].text.split { $0 == "-" || $0 == "‑" || $0 == "‐" }
            guard let last = parts.last else { continue }
            let digits = last.drop { !$0.isNumber }
            if !digits.isEmpty, digits.prefix(3).contains(where: \.isNumber) {
                // Mi-8, Mil-Mi-8, F16
                let letters = last.prefix { !$0.isNumber }
                let stem = letters.isEmpty ? parts.dropLast().last.map(String.init) ?? "" : String(letters)
                guard (1...4).contains(stem.count), stem.allSatisfy({ $0.isASCII && $0.isLetter }) else { continue }
                let text = tokens[index].text
                let form = String(text.dropLast(digits.count)).replacing("‑", with: "-")
                found.append(Designation(stem: stem.lowercased(), form: form, number: String(digits), tokens: index..<index + 1))
            } else if parts.count == 1, index + 1 < tokens.count, tokens[index + 1].kind == .number, (2...3).contains(tokens[index].text.count),
                tokens[index].text.dropFirst().contains(where: \.isUppercase)
            {
                found.append(
                    Designation(stem: tokens[index].key, form: tokens[index].text + " ", number: tokens[index + 1].text, tokens: index..<index + 2))
            }
        }
        return found
    }
}
