/// A name of a person, an organisation or a place as it stands in a unit: capitalised words in a row, with the small ones between.
struct EnglishName {
    struct Part {
        let index: Int
        let key: String
    }

    /// With titles and roles in capitals before the name.
    let range: Range<Int>
    /// The name without titles and roles.
    let parts: [Part]
    let isOrganisation: Bool

    /// The name that begins at `start`.
    init?(at start: Int, in unit: EnglishUnit) {
        let words = unit.words
        func isName(_ index: Int) -> Bool {
            let word = words[index]
            if index == 0 || words[index - 1].part == .quote {
                // A common word that opens a sentence is no name unless one follows.
                let common: EnglishLexicon.Classes = [
                    .vague, .unnamed, .document, .organisation, .role, .plural, .base, .third, .past, .participle, .ing,
                ]
                let next = index + 1 < words.count ? words[index + 1] : nil
                if !word.classes.isDisjoint(with: common), next?.isCapital != true || next?.part != .nominal,
                    !(word.classes.contains(.role) && next?.key == "of")
                {
                    return false
                }
            }
            return word.part == .nominal && word.isCapital && word.classes.isDisjoint(with: [.day, .month])
                && (index > 0 && words[index - 1].part != .quote
                    || word.classes.isDisjoint(with: [.determiner, .pronoun, .preposition, .subordinator, .coordinator, .adverb]))
        }
        guard start < words.count, isName(start), start == 0 || !isName(start - 1) || words[start - 1].part != .nominal else { return nil }
        var end = start
        while end < words.count, end - start < 12 {
            if isName(end) {
                end += 1
            } else if end > start, end + 1 < words.count,
                ["of", "de", "la", "bin", "ibn", "von", "van", "del", "for", "and", "&", "the", "al", "el", "ben"].contains(words[end].key),
                isName(end + 1),
                !["and", "the"].contains(words[end].key) || words[start..<end].contains(where: { !$0.classes.isDisjoint(with: [.organisation]) })
            {
                end += 1
            } else {
                break
            }
        }
        // Titles and roles before the name: "President", "Rep.", "State Department spokesman".
        var first = start
        for index in start..<end
        where !words[index].classes.isDisjoint(with: [.title, .role]) || words[index].key.hasSuffix(".") && words[index].classes.contains(.title) {
            if index + 1 < end, words[index + 1].key != "of", words[index + 1].key != "for" { first = index + 1 }
        }
        // "Member of Parliament Saad …", "Speaker of the House Paul …": the name stands behind what the role is of.
        if let role = (first..<end).first(where: { words[$0].classes.contains(.role) && $0 + 1 < end && words[$0 + 1].key == "of" }) {
            let behind = role + (role + 2 < end && words[role + 2].key == "the" ? 4 : 3)
            if behind < end { first = behind }
        }
        range = start..<end
        parts = (first..<end).map { Part(index: $0, key: Self.familyKey(words[$0].key)) }
        isOrganisation =
            first == start
            && (start..<end).contains {
                !words[$0].classes.isDisjoint(with: [.organisation, .document]) || EnglishNames.organisations.contains(words[$0].key)
            }
        if parts.isEmpty { return nil }
    }

    func text(_ unit: EnglishUnit) -> String { unit.text(parts[0].index..<parts[parts.count - 1].index + 1) }

    static func familyKey(_ key: String) -> String { key.replacingPrefix("al-", with: "al").replacingPrefix("el-", with: "al") }

    /// Its consonants, to match two spellings in one text.
    static func bones(_ key: String) -> String { String(key.filter { !"aeiouy-'".contains($0) }) }

    /// The role as written: before the name ("Political analyst"), or behind in apposition ("director of the clinic").
    func role(_ unit: EnglishUnit) -> String? { roleBefore(unit) ?? roleBehind(unit) }

    private func roleBefore(_ unit: EnglishUnit) -> String? {
        let words = unit.words
        let end = parts[0].index
        var start = end
        while start > 0,
            words[start - 1].part == .nominal || words[start - 1].part == .preposition && words[start - 1].key == "of" && start > 1
                || words[start - 1].part == .genitive, end - start < 10, !words[start - 1].isQuoted,
            words[start - 1].classes.isDisjoint(with: [.day, .month])
        {
            start -= 1
        }
        while start < end, words[start].part == .genitive || words[start].part == .preposition { start += 1 }
        guard start < end,
            let head = (start..<end).last(where: { !words[$0].classes.isDisjoint(with: [.role]) || words[$0].classes.contains(.title) })
        else { return nil }
        guard head == end - 1 || words[head + 1].key == "of",
            !words[head].classes.contains(.title) || words[head].classes.contains(.role) || start < head
        else { return nil }
        return unit.text(start..<end)
    }

    private func roleBehind(_ unit: EnglishUnit) -> String? {
        let words = unit.words
        var start = range.upperBound
        guard start + 1 < unit.end, words[start].part == .comma, !words[start].isQuoted else { return nil }
        start += 1
        if words[start].key.first?.isNumber == true, start + 2 < unit.end, words[start + 1].part == .comma { start += 2 }
        for skipped: Set<String> in [["the", "a", "an", "who"], ["is", "was"], ["the", "a", "an"]]
        where start < unit.end && skipped.contains(words[start].key) {
            start += 1
        }
        var end = start
        while end < unit.end, end - start < 16,
            ![.comma, .verb, .auxiliary, .stop, .semicolon, .dash, .subordinator, .that, .opening, .pronoun, .quote].contains(words[end].part)
        { end += 1 }
        guard end > start else { return nil }
        var head = start
        while head < end, words[head].part != .preposition { head += 1 }
        guard (start..<head).contains(where: { words[$0].classes.contains(.role) }) else { return nil }
        return unit.text(start..<end)
    }
}

extension String {
    fileprivate func replacingPrefix(_ prefix: String, with other: String) -> String { hasPrefix(prefix) ? other + dropFirst(prefix.count) : self }
}
