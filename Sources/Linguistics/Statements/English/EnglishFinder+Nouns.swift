extension EnglishFinder {
    /// "According to Smith, …" and "…, according to Smith".
    func according(_ index: Int) -> EnglishDraft? {
        guard var source = phrases.phrase(startingAt: index + 2) else { return nil }
        let cue = index..<index + 2
        let isFirst = index == 0 || index == 1 && words[0].part != .comma
        if isFirst {
            if source.upperBound >= unit.end || words[source.upperBound].part != .comma,
                let short = phrases.phrase(startingAt: index + 2, apposed: false)
            {
                source = short
            }
            guard source.upperBound < unit.end else { return nil }
            var start = source.upperBound
            while start < unit.end, words[start].part != .comma { start += 1 }
            guard start + 1 < unit.end else { return nil }
            return EnglishDraft(source: source, cue: cue, content: [start + 1..<contentEnd(from: start + 1, .clause, breaking: false)], mayGoOn: true)
        }
        guard let before = contentBefore(index) else { return nil }
        var draft = EnglishDraft(source: source, cue: cue, content: [before], isParenthesis: true, keepsOthers: true)
        if source.upperBound + 2 < unit.end, words[source.upperBound].part == .comma, words[index - 1].part == .comma,
            words[source.upperBound + 1].part != .ing,
            words[source.upperBound + 1].key != "which", !words[index - 2].isQuoted
        {
            let end = contentEnd(from: source.upperBound + 1, .clause)
            if phrases.hasClause(source.upperBound + 1..<end), !phrases.hasClause(before) { draft.content.append(source.upperBound + 1..<end) }
        }
        return draft
    }

    /// "his claim that …", "Smith's criticism of …".
    func noun(_ index: Int, _ cue: EnglishCue) -> EnglishDraft? {
        guard let (end, content) = contentOfNoun(index, cue) else { return nil }
        var start = index
        while start > 0, words[start - 1].part == .nominal, !words[start - 1].classes.contains(.possessive) { start -= 1 }
        var source: Range<Int>?
        if start > 0, words[start - 1].part == .genitive {
            source = phrases.phrase(endingAt: start - 1)
        } else if start > 0, words[start - 1].classes.contains(.possessive) {
            source = start - 1..<start
        }
        guard let source else { return nil }
        return EnglishDraft(source: source, cue: index..<end, content: [content], isNoun: true)
    }

    /// "was convinced that …", "is critical of …".
    func adjective(_ index: Int, _ cue: EnglishCue) -> EnglishDraft? {
        let group = groupStart(index)
        guard words[group..<index].contains(where: { $0.classes.contains(.be) || $0.key == "'s" }),
            !words[group..<index].contains(where: { $0.classes.contains(.modal) }),
            let subject = phrases.subject(before: group), let (end, content) = contentOfNoun(index, cue)
        else { return nil }
        if subject.count == 1, ["it", "that", "there", "you", "what"].contains(words[subject.lowerBound].key) { return nil }
        return EnglishDraft(source: subject, cue: group..<end, content: [content], takesNoun: true)
    }

    /// What a noun or an adjective brings, and where the cue ends: its preposition is part of it.
    private func contentOfNoun(_ index: Int, _ cue: EnglishCue) -> (end: Int, content: Range<Int>)? {
        guard index + 2 < unit.end, !words[index + 1].isQuoted else { return nil }
        let next = words[index + 1]
        if cue.frames.contains(.that) && next.part == .that || cue.frames.contains(.infinitive) && next.part == .to {
            let end = contentEnd(from: index + 1, cue)
            return end > index + 3 ? (index + 1, index + 1..<end) : nil
        }
        guard cue.frames.contains(.noun), ["of", "for", "about", "against", "to", "on", "with", "toward", "towards", "over"].contains(next.key),
            next.part == .preposition
        else { return nil }
        if words[index + 2].part == .ing || words[index + 2].isQuoted {
            let end = contentEnd(from: index + 2, cue)
            return end > index + 3 ? (index + 2, index + 2..<end) : nil
        }
        guard let phrase = phrases.phrase(startingAt: index + 2, apposed: false) else { return nil }
        return (index + 2, phrase)
    }

    /// Smith: "…"; in a heading also Smith: there is no …
    func colon() -> EnglishDraft? {
        guard let mark = words.prefix(16).firstIndex(where: { $0.part == .colon }), mark > 0, mark + 2 < unit.end, !words[mark].isQuoted else {
            return nil
        }
        let opensQuotation = words[mark + 1].isQuoted && words[mark + 1].part == .quote
        let isPart = mark < 4 && words[0..<mark].allSatisfy { unit.text($0.range, isUpperCase: true) }
        guard opensQuotation || isPart || (!unit.isTitleCase && (unit.isHeading || unit.block == 0) && mark < 6) else { return nil }
        guard !words[0..<mark].contains(where: { [.verb, .auxiliary, .ing, .participle, .comma, .to, .infinitive].contains($0.part) || $0.isQuoted })
        else { return nil }
        guard words[0].isCapital, words[mark - 1].part == .nominal, phrases.phrase(endingAt: mark)?.lowerBound == 0 else { return nil }
        guard opensQuotation || words[0..<mark].allSatisfy({ $0.isCapital || $0.part != .nominal }) else { return nil }
        return EnglishDraft(source: 0..<mark, cue: mark..<mark + 1, content: [mark + 1..<unit.end], mayGoOn: opensQuotation, fillsBlock: isPart)
    }

    /// "…" — Smith
    func signature() -> EnglishDraft? {
        guard words.first?.part == .quote, words.first?.isQuoted == true else { return nil }
        var end = 0
        while end < unit.end, words[end].quotation == words[0].quotation { end += 1 }
        guard end + 1 < unit.end, words[end].part == .dash, unit.end - end < 16 else { return nil }
        return EnglishDraft(source: end + 1..<unit.end, cue: end..<end + 1, content: [0..<end])
    }
}
