import Basics

/// An acronym that the text nowhere writes out.
struct Acronyms: Check {
    let id = "acronym-unexpanded"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en else { return [] }
        let (tokens, known) = (reading.tokens, WordLists.list("acronyms"))
        var places: [String: [Range<Int>]] = [:]
        // "(PSC)" stands behind its name, whatever language that is in.
        var explained: Set<String> = []
        for index in tokens.indices where tokens[index].kind == .word && (2...6).contains(tokens[index].text.utf8.count) {
            let text = tokens[index].text
            guard tokens[index].isAcronym, !known.contains(text), !reading.house.words.contains(text), !reading.isHeading(index),
                !isShouted(index, reading)
            else { continue }
            if index > 0, tokens[index - 1].is("(") { explained.insert(text) }
            places[text, default: []].append(tokens[index].range)
        }
        guard !places.isEmpty else { return [] }
        let initials = Self.initials(in: reading, of: Set(places.keys))
        let dictionary = SpellingDictionary.of(.en)
        return places.filter { text, _ in
            let isKnown = initials.contains(text) || explained.contains(text) || isStation(text)
            return !isKnown && dictionary?.knows(text.lowercased()) != true
        }.map { text, ranges in
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
            // A word of a name: MGM Grand, Super PAC.
            if tokens[near].isCapitalised, !reading.beginsSentence(near) { return true }
        }
        if index > block.lowerBound {
            let before = tokens[index - 1].key
            if ["@", "#", "/", "-", "&", "[", "$"].contains(before) || (before == "," && isState(tokens[index].text)) { return true }
        }
        if index + 2 < block.upperBound, tokens[index + 1].joined, ["/", "&", "-", "."].contains(tokens[index + 1].key), tokens[index + 2].joined {
            return true
        }
        return reading.isQuoted[index]
    }

    /// WDBJ, KTLA: a station's call sign.
    private func isStation(_ text: String) -> Bool { text.utf8.count == 4 && (text.hasPrefix("W") || text.hasPrefix("K")) }

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
