extension EnglishFinder {
    /// "…, Smith said", "…, Smith said on Monday, …": the content stands before, perhaps behind too.
    func parenthesis(_ subject: Range<Int>, _ cue: Range<Int>, _ kind: EnglishCue) -> EnglishDraft? {
        guard subject.lowerBound > 1, isEdge(subject.lowerBound - 1) else { return nil }
        let isQuoted = words[subject.lowerBound - 1].isQuoted || words[max(0, subject.lowerBound - 2)].isQuoted
        guard
            let (after, context) = closes(cue.upperBound, told: kind.frames.contains(.receiver), quoted: isQuoted)
                ?? (isQuoted && endsQuoted(subject.lowerBound) ? restBehind(cue.upperBound) : nil)
        else { return nil }
        // "Asked about it, Smith said, “…”": the quotation alone is said.
        if !isQuoted, after + 1 < unit.end, words[after].part == .colon || words[after + 1].isQuoted && words[after + 1].part == .quote { return nil }
        // "These employees, Smith said, were well paid": half a clause before, half behind.
        let interrupts =
            after + 3 < unit.end && words[after].part == .comma && words[subject.lowerBound - 1].part == .comma && !words[after + 1].isQuoted
        guard let before = contentBefore(subject.lowerBound, whole: !interrupts) else { return nil }
        var draft = EnglishDraft(source: subject, cue: cue, content: [before], context: context, isParenthesis: true)
        addRest(after, to: &draft)
        return draft
    }

    /// "…," said Smith, a lawyer. Also at the start of a sentence: Said Smith: "…"
    func inverted(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int, _ subject: Range<Int>?) -> EnglishDraft? {
        guard cue.frames.contains(.parenthesis), end < unit.end, group == index else { return nil }
        let next = words[end]
        guard !next.isQuoted, next.part == .nominal || next.part == .determiner || next.part == .pronoun && next.key == "one",
            next.classes.isDisjoint(with: .time)
        else { return nil }
        let opens = group == 0
        if !opens {
            guard isEdge(group - 1) else { return nil }
            if let subject, !words[group - 1].isQuoted, subject.upperBound >= group - 1 { return nil }
            if words[index].classes.isDisjoint(with: [.past, .third]) { return nil }
        }
        guard let source = phrases.phrase(startingAt: end) else { return nil }
        if opens {
            guard source.upperBound < unit.end, words[source.upperBound].part == .colon || words[source.upperBound].part == .comma,
                source.upperBound + 1 < unit.end
            else { return nil }
            let start = source.upperBound + 1
            return EnglishDraft(source: source, cue: group..<end, content: [start..<contentEnd(from: start, cue)], mayGoOn: true)
        }
        if opensLoosely(group, source) { return nil }
        guard let before = contentBefore(group) else { return nil }
        var draft = EnglishDraft(source: source, cue: group..<end, content: [before], isParenthesis: true)
        if let (after, context) = closes(source.upperBound, told: false, quoted: true) ?? restBehind(source.upperBound) {
            draft.context = context
            addRest(after, to: &draft)
        }
        return draft
    }

    /// Whether what stands behind an inverted cue goes on as no source does: then no quotation before it makes it one.
    private func opensLoosely(_ group: Int, _ source: Range<Int>) -> Bool {
        guard !words[group - 1].isQuoted, group > 1, !words[group - 2].isQuoted, source.upperBound < unit.end else { return false }
        return ![.comma, .dash, .semicolon].contains(words[source.upperBound].part) && !isTime(source.upperBound)
            && words[source.upperBound].part != .preposition
    }

    /// Whether content may end at this mark.
    private func isEdge(_ index: Int) -> Bool {
        let word = words[index]
        return word.part == .comma || word.part == .quote && word.isQuoted || word.part == .dash || word.part == .stop && word.isQuoted
    }

    /// Whether a quotation whose last mark is a comma, a question or the like ends right before `end`.
    private func endsQuoted(_ end: Int) -> Bool {
        var last = end
        if last > 0, !words[last - 1].isQuoted { last -= 1 }
        while last > 0, words[last - 1].part == .quote { last -= 1 }
        return last > 0 && last < end && words[last - 1].isQuoted && [.comma, .stop, .dash, .quote].contains(words[last - 1].part)
    }

    /// Behind a quotation's cue anything may stand; where the quotation goes on, a comma stands before its mark.
    private func restBehind(_ start: Int) -> (Int, [Range<Int>])? {
        guard start < unit.end else { return nil }
        if words[start].part == .that || words[start].isQuoted || words[start].part == .pronoun { return nil }
        var place = start
        while place + 1 < unit.end {
            if words[place].part == .comma, !words[place].isQuoted, words[place + 1].isQuoted, words[place + 1].part == .quote { return (place, []) }
            place += 1
        }
        return (unit.end, [])
    }

    /// Whether the words behind a cue are only when, where or to whom: then the mark that ends them, and they as context.
    private func closes(_ start: Int, told: Bool, quoted: Bool) -> (Int, [Range<Int>])? {
        var place = start
        if told, start < unit.end, !words[start].isQuoted, let receiver = phrases.phrase(startingAt: start, apposed: false) {
            place = receiver.upperBound
        }
        let first = place
        while place < unit.end, place - start < 30 {
            let word = words[place]
            if word.isQuoted {
                // The name of a programme: "on “Face the Nation”".
                guard quoted, place > start,
                    [.preposition, .genitive, .nominal, .determiner].contains(words[place - 1].part) || word.part != .quote
                        || words[place - 1].isQuoted
                else { return nil }
            } else if word.part == .comma || word.part == .semicolon || word.part == .dash || word.part == .colon {
                break
            }
            if word.part == .that, place == first { return nil }
            if place == first, word.part == .pronoun || word.part == .determiner || word.part == .nominal, !isTime(place) { return nil }
            place += 1
        }
        if place < unit.end, place - start >= 30 { return nil }
        return (place, place > start ? [start..<place] : [])
    }

    /// The content that ends before `end`: the quotation, or the clause, with what leads to it.
    func contentBefore(_ end: Int, whole: Bool = true) -> Range<Int>? {
        var stop = end
        while stop > 0, words[stop - 1].part == .comma || words[stop - 1].part == .dash, !words[stop - 1].isQuoted { stop -= 1 }
        guard stop > 0 else { return nil }
        let quotation = words[stop - 1].quotation
        var start = stop
        if quotation >= 0 {
            while start > 0, words[start - 1].quotation == quotation { start -= 1 }
        }
        // What stands before belongs to it as far as no other cue is read there.
        var floor = 0
        for draft in drafts.suffix(8) {
            if quotation >= 0 || draft.isParenthesis { floor = max(floor, draft.cue.upperBound) }
            if quotation >= 0 { for content in draft.content where content.upperBound <= start { floor = max(floor, content.upperBound) } }
            if quotation >= 0, let source = draft.source, source.upperBound <= start { floor = max(floor, source.upperBound) }
        }
        if floor == 0 && (quotation < 0 || start == 0 || words[start - 1].part != .colon) || quotation < 0 && floor < stop {
            start = floor
        }
        while start < stop, words[start].part == .comma || words[start].part == .semicolon || words[start].part == .dash { start += 1 }
        // "However, …"
        if start + 2 < stop, words[start].part == .adverb, words[start + 1].part == .comma { start += 2 }
        guard stop - start > (whole ? 1 : 0) else { return nil }
        if quotation < 0, whole, !phrases.hasClause(start..<stop), !words[start..<stop].contains(where: { $0.isQuoted }) { return nil }
        return start..<stop
    }

    /// What goes on behind a parenthesis, and whether the next sentence may.
    private func addRest(_ mark: Int, to draft: inout EnglishDraft) {
        let wasQuoted = words[draft.content[0].upperBound - 1].isQuoted
        draft.mayGoOn = wasQuoted || mark >= unit.end
        guard mark + 1 < unit.end, words[mark].part == .comma || words[mark].part == .dash || words[mark].part == .colon else { return }
        let next = words[mark + 1]
        let leads = next.part == .coordinator && wasQuoted && mark + 2 < unit.end && words[mark + 2].part == .quote && words[mark + 2].isQuoted
        if next.isQuoted && next.part == .quote || leads {
            let quotation = words[mark + (leads ? 2 : 1)].quotation
            var end = mark + (leads ? 2 : 1)
            while end < unit.end, words[end].quotation == quotation { end += 1 }
            draft.content.append(mark + 1..<end)
            draft.mayGoOn = true
        } else if !wasQuoted, words[mark].part == .comma, next.part != .ing {
            let end = contentEnd(from: mark + 1, .clause)
            if end > mark + 1 { draft.content.append(mark + 1..<end) }
        }
    }
}
