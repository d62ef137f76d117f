import Basics

/// An acronym that the text nowhere writes out.
struct Acronyms: Check {
    let id = "acronym-unexpanded"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en else { return [] }
        let (tokens, known) = (reading.tokens, WordLists.list("acronyms"))
        var places: [String: [Range<Int>]] = [:]
        for index in tokens.indices where tokens[index].kind == .word && (2...6).contains(tokens[index].text.utf8.count) {
            let text = tokens[index].text
            guard tokens[index].isAcronym, !known.contains(text), !reading.house.words.contains(text), !reading.isHeading(index),
                !isShouted(index, reading)
            else { continue }
            // "(PSC)" stands behind its name, "CNBC’s" and an agency's mark at the head of a dateline are known to their readers.
            places[text, default: []].append(tokens[index].range)
        }
        guard !places.isEmpty else { return [] }
        let initials = Self.initials(in: reading, of: Set(places.keys))
        return places.filter { !initials.contains($0.key) && $0.value.count > 0 }.map { text, ranges in
            Hit(range: ranges[0], also: Array(ranges.dropFirst()), fold: text)
        }.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A dateline (TRENTON), a name in capitals, a shouted sentence, a designation (MQ-9), a state (Portland, OR).
    private func isShouted(_ index: Int, _ reading: Reading) -> Bool {
        let tokens = reading.tokens
        let block = reading.prose.blocks[reading.block[index]].tokens
        if index - block.lowerBound < 3 { return true }
        for near in [index - 1, index + 1] where block.contains(near) && tokens[near].kind == .word {
            if tokens[near].isAcronym, tokens[near].text.utf8.count > 1 { return true }
        }
        if index > block.lowerBound, ["(", "@", "#", ",", "/", "-", "&", "[", "$"].contains(tokens[index - 1].key),
            !tokens[index - 1].is(",") || isState(tokens[index].text)
        {
            return tokens[index - 1].is("(")
                ? isWrittenOut(before: index - 1, tokens[index].text, reading) || isState(tokens[index].text) || isSource(index, reading) : true
        }
        if index + 1 < block.upperBound, tokens[index + 1].joined, ["/", "&", "-", "."].contains(tokens[index + 1].key),
            index + 2 < block.upperBound, tokens[index + 2].joined
        {
            return true
        }
        return reading.isQuoted[index]
    }

    private func isWrittenOut(before open: Int, _ acronym: String, _ reading: Reading) -> Bool {
        open > 0 && reading.tokens[open - 1].kind == .word && reading.tokens[open - 1].text.lowercased() != acronym.lowercased()
    }

    private func isSource(_ index: Int, _ reading: Reading) -> Bool { index + 1 < reading.tokens.count && reading.tokens[index + 1].is(")") }
    private func isState(_ text: String) -> Bool { text.utf8.count == 2 }

    /// Acronyms whose letters begin consecutive words somewhere, small words left out or counted.
    private static func initials(in reading: Reading, of acronyms: Set<String>) -> Set<String> {
        var found: Set<String> = []
        let small: Set<String> = ["of", "and", "the", "for", "in", "on", "to", "de", "al"]
        for skipsSmall in [true, false] {
            var letters: [Character] = []
            for index in reading.tokens.indices {
                let token = reading.tokens[index]
                guard token.kind == .word else {
                    if !["-", "&", "’", "'", "("].contains(token.key) { letters.removeAll() }
                    continue
                }
                if skipsSmall, small.contains(token.key) { continue }
                if token.isAcronym { continue }
                for part in token.text.split(separator: "-") { letters.append(Character(part.prefix(1).uppercased())) }
                if letters.count > 8 { letters.removeFirst(letters.count - 8) }
                for length in 2...6 where letters.count >= length {
                    let word = String(letters.suffix(length))
                    if acronyms.contains(word) { found.insert(word) }
                }
            }
        }
        return found
    }
}
