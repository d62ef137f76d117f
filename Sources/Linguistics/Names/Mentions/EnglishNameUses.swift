/// The words of names in an English text.
struct EnglishNameUses {
    private(set) var uses: [NameUse] = []

    init(_ prose: Prose) {
        for mention in EnglishMentions(prose).mentions {
            for (index, word) in mention.words.enumerated() where word.key.unicodeScalars.count > 2 {
                uses.append(
                    NameUse(
                        range: word.range, text: word.text, key: word.key, before: index > 0 ? mention.words[index - 1].key : nil,
                        after: index + 1 < mention.words.count ? mention.words[index + 1].key : nil, evidence: 1))
            }
        }
    }
}
