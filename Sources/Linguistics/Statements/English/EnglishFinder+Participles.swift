extension EnglishFinder {
    /// What carries words without being who says them.
    private static let vessels: Set<String> = [
        "statement", "statements", "speech", "conference", "tweet", "tweets", "post", "email", "letter", "remarks", "interview", "message", "ad",
        "note", "appearance",
    ]

    /// ", saying that", "by calling him", "a letter urging".
    mutating func gerund(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int) -> EnglishDraft? {
        guard let (content, context) = complement(from: end, cue) else { return nil }
        var source: Range<Int>?
        if group > 0 {
            let before = words[group - 1]
            if before.part == .subordinator, cue.grade > 1 { return nil }
            if before.part == .preposition, !["by", "in", "despite", "with"].contains(before.key) { return nil }
        }
        if group > 0, words[group - 1].part == .nominal || words[group - 1].part == .pronoun {
            guard words[content.lowerBound].part == .that || words[content.lowerBound].isQuoted, words[group - 1].key != "worth" else { return nil }
            source = phrases.phrase(endingAt: group)
            // "issued a statement calling": the statement is somebody's.
            if let head = source?.upperBound, Self.vessels.contains(words[head - 1].key), let lastSubject { source = lastSubject }
        } else if group == 0 || drafts.isEmpty && lastSubject == nil {
            // "Calling it a mistake, Smith resigned."
            source = mainSubject(after: content.upperBound)
        } else {
            source = lastSubject
        }
        guard let source, source.isEmpty == false else { return nil }
        let isMain = words[0..<group].contains { $0.part == .verb || $0.part == .auxiliary }
        return EnglishDraft(source: source, cue: group..<end, content: [isMain ? content : beforeComma(content)], context: context)
    }

    /// A content in a dependent clause that opens the sentence ends with that clause, at its comma.
    func beforeComma(_ content: Range<Int>) -> Range<Int> {
        for place in content.prefix(EnglishPhrases.reach)
        where words[place].part == .comma && !words[place].isQuoted && place > content.lowerBound + 1 {
            if phrases.hasClause(place + 1..<min(place + 1 + EnglishPhrases.reach, unit.end)) { return content.lowerBound..<place }
        }
        return content
    }

    /// "As Smith put it, …": what stands behind the comma is said.
    func asClause(_ subject: Range<Int>, _ span: Range<Int>, _ cue: EnglishCue) -> EnglishDraft? {
        guard cue.frames.contains(.parenthesis) else { return nil }
        var comma = span.upperBound
        while comma < unit.end, comma - span.upperBound < 12, words[comma].part != .comma, words[comma].part != .that { comma += 1 }
        guard comma + 2 < unit.end, words[comma].part == .comma, !words[comma].isQuoted else { return nil }
        var draft = EnglishDraft(source: subject, cue: span, content: [comma + 1..<contentEnd(from: comma + 1, cue)])
        draft.mayGoOn = true
        return draft
    }

    private func mainSubject(after place: Int) -> Range<Int>? {
        var verb = place
        while verb < unit.end, verb - place < EnglishPhrases.reach {
            if words[verb].part == .verb || words[verb].part == .auxiliary, !words[verb].isQuoted {
                return phrases.subject(before: groupStart(verb))
            }
            verb += 1
        }
        return nil
    }

    /// "was first reported by the paper", "is expected to", "was asked whether".
    mutating func passive(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int) -> EnglishDraft? {
        guard let subject = phrases.subject(before: group) else { return nil }
        lastSubject = subject
        if end < unit.end, words[end].key == "by", let agent = phrases.phrase(startingAt: end + 1) {
            guard cue.frames.contains(.noun) || cue.frames.contains(.clause), words[agent.lowerBound].part != .ing else { return nil }
            return EnglishDraft(source: agent, cue: group..<end + 1, content: [subject])
        }
        if cue.words.count == 1, cue.words[0] == "expect" || cue.words[0] == "believe", end < unit.end, words[end].part == .to {
            let stop = contentEnd(from: end, cue)
            guard stop > end + 1 else { return nil }
            return EnglishDraft(source: nil, cue: group..<end, content: [subject, end..<stop])
        }
        if cue.words[0] == "ask" || cue.words[0] == "tell", let (content, _) = complement(from: end, cue) {
            return EnglishDraft(source: nil, cue: group..<end, content: [content])
        }
        return nil
    }
}
