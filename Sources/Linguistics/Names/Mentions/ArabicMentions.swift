/// Runs of words in an Arabic text that are names by what is known of them or by what stands before them.
struct ArabicMentions {
    private(set) var mentions: [NameMention] = []

    init(_ prose: Prose) {
        for sentence in prose.sentences {
            var run: [NameWord] = []
            var isCued = false
            func close() {
                if let first = run.first, let last = run.last {
                    let range = first.range.lowerBound..<last.range.upperBound
                    mentions.append(NameMention(range: range, text: prose.text(range), words: run))
                }
                run = []
            }
            for index in sentence.tokens {
                let token = prose.tokens[index]
                guard token.kind == .word else {
                    close()
                    isCued = false
                    continue
                }
                let key = token.key
                if ArabicNameWords.titles.contains(key) {
                    close()
                    isCued = true
                    continue
                }
                let joins = ArabicNameWords.joints.contains(key)
                let part = ArabicNameParts.part(of: token, opensRun: run.isEmpty)
                let length = part.text.unicodeScalars.count
                if joins || part.isKnown || (isCued && run.count < 2 && length > 2 && !ArabicNameWords.never.contains(key)) {
                    if joins, run.isEmpty, !["عبد", "أبو", "ابو"].contains(key) { continue }
                    run.append(part.word)
                } else {
                    close()
                }
                if run.count >= 6 { close() }
                isCued = isCued && !run.isEmpty
            }
            close()
        }
    }
}
