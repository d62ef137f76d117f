/// The words of names in an English text.
struct EnglishNameUses {
    private(set) var uses: [NameUse] = []

    init(_ prose: Prose) {
        // A word alone at the head of a sentence has its capital for that.
        let heads = Set(
            prose.sentences.compactMap { sentence in
                sentence.tokens.first { prose.tokens[$0].kind == .word }.map { prose.tokens[$0].range.lowerBound }
            })
        for mention in EnglishMentions(prose).mentions {
            let isSure = mention.words.count > 1 || !heads.contains(mention.range.lowerBound)
            for (index, word) in mention.words.enumerated() where word.key.unicodeScalars.count > 2 {
                uses.append(
                    NameUse(
                        range: word.range, text: word.text, key: word.key, before: index > 0 ? mention.words[index - 1].key : nil,
                        after: index + 1 < mention.words.count ? mention.words[index + 1].key : nil, evidence: isSure ? 1 : 0.4))
            }
        }
    }
}
