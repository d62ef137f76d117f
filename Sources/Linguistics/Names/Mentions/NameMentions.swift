import Basics

/// The names of persons and places in a text.
package enum NameMentions {
    /// The mentions in the order of the text. In English, runs of words with capitals; in Arabic, runs of known name parts and what titles introduce.
    package static func mentions(in prose: Prose) -> [NameMention] {
        switch prose.language {
        case .en: EnglishMentions(prose).mentions
        case .ar: ArabicMentions(prose).mentions
        }
    }

    /// The mentions gathered by whom they name, in the order of their first mention: a part standing alone belongs to the last fuller mention
    /// that has it; another spelling of a name belongs to the name unless the words beside it say otherwise.
    package static func groups(in prose: Prose) -> [NameGroup] {
        var groups: [Gathered] = []
        var byWord: [String: [Int]] = [:]
        var byKey: [String: [Int]] = [:]
        for mention in mentions(in: prose) {
            guard let last = mention.words.last else { continue }
            var candidates = byWord[last.key] ?? []
            for word in mention.words.dropLast() { candidates += byWord[word.key] ?? [] }
            if candidates.isEmpty { for key in NameKeys.query(of: last.key).prefix(4) { candidates += (byKey[key] ?? []).suffix(4) } }
            let found = candidates.suffix(24).reversed().first { groups[$0].takes(mention) }
            let index = found ?? groups.count
            if found == nil { groups.append(Gathered()) }
            groups[index].mentions.append(mention)
            for word in mention.words where !(byWord[word.key] ?? []).contains(index) {
                byWord[word.key, default: []].append(index)
                for key in NameKeys.query(of: word.key).prefix(4) { byKey[key, default: []].append(index) }
            }
        }
        return groups.map(\.group)
    }

    private struct Gathered {
        var mentions: [NameMention] = []

        /// Whether a mention names the same: every word of the shorter one has its like in the longer, and the last words of two full names agree.
        func takes(_ mention: NameMention) -> Bool {
            guard let own = mentions.max(by: { $0.words.count < $1.words.count }) else { return false }
            let (shorter, longer) = own.words.count < mention.words.count ? (own, mention) : (mention, own)
            var place = 0
            for word in shorter.words {
                guard let at = longer.words[place...].firstIndex(where: { $0.key == word.key || NameVariants.areAlike($0.key, word.key) }) else {
                    return false
                }
                place = at + 1
            }
            return true
        }

        var group: NameGroup {
            var spellings: [String: Int] = [:]
            for mention in mentions { spellings[mention.text, default: 0] += 1 }
            let longest = mentions.map(\.words.count).max() ?? 0
            let full = mentions.filter { $0.words.count == longest }
            let canonical = full.max { (spellings[$0.text] ?? 0, $1.range.lowerBound) < (spellings[$1.text] ?? 0, $0.range.lowerBound) }
            return NameGroup(canonical: canonical?.text ?? "", mentions: mentions, spellings: spellings)
        }
    }
}
