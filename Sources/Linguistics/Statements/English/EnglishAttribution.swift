/// Who said what in an English text.
///
/// A unit (a sentence with all that is quoted in it) gives drafts; speakers are resolved in reading order.
enum EnglishAttribution {
    static func statements(in prose: Prose) -> [Statement] {
        let units = EnglishUnits.units(of: prose)
        var found: [(unit: Int, draft: EnglishDraft, more: [Range<Int>])] = []
        var open: Int?
        for (index, unit) in units.enumerated() {
            if let last = open,
                let more = continued(
                    unit, after: units[index - 1], found[last].draft, isAwaited: found[last].draft.awaits && found[last].more.isEmpty)
            {
                found[last].more.append(more)
                // All of it is one speaker's: nobody is looked for in it.
                if unit.words[0].isQuoted == false { continue }
            } else {
                open = nil
            }
            let drafts = EnglishFinder.drafts(in: unit)
            for draft in drafts { found.append((index, draft, [])) }
            if let last = drafts.lastIndex(where: { $0.mayGoOn || $0.awaits || $0.fillsBlock }) { open = found.count - drafts.count + last }
        }
        found.removeAll { $0.draft.content.isEmpty && $0.more.isEmpty }
        var statements: [Statement] = []
        statements.reserveCapacity(found.count)
        var speakers = EnglishSpeakers()
        var read = 0
        for item in found {
            // A heading may name by the family name whom the text introduces below it.
            let ahead = units[item.unit].isHeading ? min(units.count, item.unit + 3) : item.unit + 1
            while read < ahead {
                speakers.read(units[read])
                read += 1
            }
            statements.append(statement(item.draft, item.more, units[item.unit], &speakers))
        }
        return statements.sorted { ($0.first, $0.cue[0].lowerBound) < ($1.first, $1.cue[0].lowerBound) }
    }

    private static func statement(_ draft: EnglishDraft, _ more: [Range<Int>], _ unit: EnglishUnit, _ speakers: inout EnglishSpeakers) -> Statement {
        let answer = speakers.answer(draft.source, in: unit)
        let context = EnglishContext(of: draft, in: unit)
        return Statement(
            source: draft.source.map { [unit.places($0)] } ?? [], cue: [unit.places(draft.cue)], content: draft.content.map(unit.places) + more,
            kind: kind(draft, unit), sourceClass: answer.sourceClass, speaker: answer.speaker, role: answer.role, context: context.text)
    }

    /// Direct when quotation marks hold all of the content, mixed when they hold more than a name or a term of it.
    private static func kind(_ draft: EnglishDraft, _ unit: EnglishUnit) -> Statement.Kind {
        var (outside, run, longest) = (0, 0, 0)
        for content in draft.content {
            for word in unit.words[content] where word.part != .quote && word.part != .comma && word.part != .stop {
                if word.isQuoted { run += 1 } else { (outside, run) = (outside + 1, 0) }
                longest = max(longest, run)
            }
            run = 0
        }
        guard let opening = draft.content.first else { return .direct }
        if longest > 0, outside == 0 || outside == 1 && unit.words[opening.lowerBound].part == .that && longest > 4 { return .direct }
        return longest > 2 ? .mixed : .indirect
    }

    /// What of a unit goes on with what was said before: the quotation that opens it, when nobody else speaks in it; or all of it, when it was announced.
    private static func continued(_ unit: EnglishUnit, after before: EnglishUnit, _ draft: EnglishDraft, isAwaited: Bool) -> Range<Int>? {
        guard let first = unit.words.first, unit.end > 2 else { return nil }
        let isSameBlock = unit.block == before.block
        if draft.fillsBlock { return isSameBlock ? unit.places(0..<unit.words.count) : nil }
        guard first.isQuoted, first.part == .quote else {
            // "He said:" and a paragraph without marks.
            return draft.awaits && (isAwaited ? unit.block <= before.block + 1 : isSameBlock) ? unit.places(0..<unit.end) : nil
        }
        guard isAwaited || isSameBlock || before.quotationContinues && unit.block == before.block + 1 else { return nil }
        var end = 0
        while end < unit.words.count, unit.words[end].quotation == first.quotation { end += 1 }
        guard end > 3, end >= unit.end else { return nil }
        return unit.places(0..<end)
    }
}

extension Statement {
    fileprivate var first: Int { (source + cue + content).map(\.lowerBound).min() ?? 0 }
}
