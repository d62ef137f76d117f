/// Participles (مشيرا إلى أن) and verbal nouns (قوله إن).
extension ArabicReportReader {
    func participle(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let end = min(reading.sentence(of: index).upperBound, index + 14)
        guard !reading.words[index].isDefinite, index > 0, !["كان", "كانت", "يكون", "ليس"].contains(reading.words[index - 1].key) else { return nil }
        func found(_ opening: ArabicReport.Opening, _ content: Int, gap: Int? = nil) -> ArabicReport {
            ArabicReport(cue: index, form: cue, opening: opening, content: content, carrier: nil, gap: index + 1..<(gap ?? content))
        }
        var isParted = false
        var next = index + 1
        while next < end {
            let word = reading.words[next]
            if let pair = reading.quotes.pair(openingAt: next) {
                return cue.frames.contains(.quote) && (pair.words > 3 || cue.lemma == "قال") && next <= index + 2 ? found(.quote, next) : nil
            }
            if reading.isColon(next) { return cue.frames.contains(.quote) ? found(.colon, next + 1, gap: next) : nil }
            if word.has(.opener) { return cue.frames.contains(.that) && !reading.words[next - 1].has(.subordinate) ? found(.that, next) : nil }
            if word.has(.question), Self.asking.contains(cue.lemma) { return found(.that, next) }
            if reading.isStop(next)
                || reading.isComma(next) && next > index + 1 && !reading.beginsContext(next + 1, before: end)
                    && !reading.words[next + 1].has([.opener, .preposition])
            {
                return nil
            }
            if reading.isComma(next) { isParted = true }
            if reading.beginsContext(next, before: end), !(reading.words[next].key == "الي" && cue.frames.contains(.to)) {
                next = max(next + 1, reading.endOfContext(next, before: end))
                continue
            }
            if governs(cue, next), next + 1 < reading.tokens.count {
                if reading.words[next + 1].has(.opener), cue.frames.contains(.that) { return found(.that, next + 1) }
                // "حضورا لافتا في": an adjective has its noun right before it.
                let before = reading.tokens[index - 1].text
                return isParted || next > index + 1 && (before.hasSuffix("ا") || before.hasSuffix("اً")) ? nil : found(.noun, next)
            }
            if next == index + 1, cue.frames.contains(.object), word.has(.object) || word.looksLikeVerbalNoun || word.isPossessed && word.cue == nil {
                return found(.noun, next)
            }
            if word.has(.carrier), let begin = opening(behind: next, before: end) {
                return ArabicReport(cue: index, form: cue, opening: begin.opening, content: begin.content, carrier: next, gap: index + 1..<next)
            }
            if next == index + 1, cue.lemma == "قال", !reading.isMark(next) {
                return reading.isComma(index - 1) || reading.words[index - 1].key.isEmpty ? nil : found(.loose, next)
            }
            if word.cue?.isVerb ?? false, !word.has(.heads) { return nil }
            next += 1
        }
        return nil
    }

    /// "قوله إن", "تأكيدها أن".
    func noun(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let end = reading.sentence(of: index).upperBound
        guard index + 1 < end, cue.lemma == "قال" || reading.words[index + 1].has(.opener) || reading.isColon(index + 1) else { return nil }
        guard let begin = opening(behind: index, before: min(end, index + 5)) else { return nil }
        return ArabicReport(cue: index, form: cue, opening: begin.opening, content: begin.content, carrier: nil, gap: index + 1..<index + 1)
    }
}
