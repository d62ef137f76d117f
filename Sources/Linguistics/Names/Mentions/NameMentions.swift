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
        var words: [String: ReadWord] = [:]
        var groups: [Gathered] = []
        var byWord: [String: [Int]] = [:]
        var byKey: [String: [Int]] = [:]
        for mention in mentions(in: prose) {
            for word in mention.words where words[word.key] == nil { words[word.key] = ReadWord(word.key) }
            var candidates: [Int] = []
            for word in mention.words.reversed() { candidates += (byWord[word.key] ?? []).suffix(6).reversed() }
            for word in mention.words.reversed() {
                for key in words[word.key]?.keys ?? [] { candidates += (byKey[key] ?? []).suffix(4).reversed() }
            }
            let found = candidates.prefix(16).first { groups[$0].takes(mention, words) }
            let index = found ?? groups.count
            if found == nil { groups.append(Gathered(longest: mention)) }
            groups[index].add(mention)
            for word in mention.words where byWord[word.key]?.last != index {
                byWord[word.key, default: []].append(index)
                for key in words[word.key]?.keys ?? [] { byKey[key, default: []].append(index) }
            }
        }
        return groups.map(\.group)
    }

    private struct ReadWord {
        let part: NamePart?
        let keys: [String]

        init(_ word: String) {
            part = NameParts(word).whole
            keys = part.map { Array(NameKeys.keys(of: $0).prefix(3)) } ?? []
        }
    }

    private struct Gathered {
        var longest: NameMention
        var mentions: [NameMention] = []

        mutating func add(_ mention: NameMention) {
            mentions.append(mention)
            if mention.words.count > longest.words.count { longest = mention }
        }

        /// Whether a mention names the same: every word of the shorter name has its like in the longer, in order.
        func takes(_ mention: NameMention, _ words: [String: ReadWord]) -> Bool {
            let (shorter, longer) = longest.words.count < mention.words.count ? (longest, mention) : (mention, longest)
            var place = 0
            for word in shorter.words {
                let like = longer.words[place...].firstIndex { other in
                    guard other.key != word.key else { return true }
                    guard let a = words[other.key]?.part, let b = words[word.key]?.part else { return false }
                    return NameVariants.areAlike(a, other.key, b, word.key)
                }
                guard let like else { return false }
                place = like + 1
            }
            return true
        }

        var group: NameGroup {
            var spellings: [String: Int] = [:]
            for mention in mentions { spellings[mention.text, default: 0] += 1 }
            let full = mentions.filter { $0.words.count == longest.words.count }
            let canonical = full.max { (spellings[$0.text] ?? 0, $1.range.lowerBound) < (spellings[$1.text] ?? 0, $0.range.lowerBound) }
            return NameGroup(canonical: canonical?.text ?? "", mentions: mentions, spellings: spellings)
        }
    }
}
