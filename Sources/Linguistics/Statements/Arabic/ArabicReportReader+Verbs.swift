/// Verbs: what stands behind one, and where the words begin that it reports.
extension ArabicReportReader {
    func verb(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let end = min(reading.sentence(of: index).upperBound, index + 60)
        func found(_ opening: ArabicReport.Opening, _ content: Int, carrier: Int? = nil, gap: Int? = nil) -> ArabicReport {
            ArabicReport(cue: index, form: cue, opening: opening, content: content, carrier: carrier, gap: index + 1..<(gap ?? carrier ?? content))
        }
        var object: Int?
        var commas = 0
        var isRelative = false
        var next = index + 1
        search: while next < end {
            defer { next += 1 }
            let word = reading.words[next]
            if let pair = reading.quotes.pair(openingAt: next) {
                if cue.frames.contains(.quote), isSpeech(pair, after: next - 1, verb: index) { return found(.quote, next) }
                next = max(next, min(pair.close, end - 1))
                continue
            }
            if let close = reading.endOfBracket(next, before: end) {
                next = close - 1
                continue
            }
            if reading.isColon(next) {
                guard cue.frames.contains(.quote), !isClock(next) else { break }
                return found(.colon, next + 1, gap: next)
            }
            if reading.isComma(next) || reading.isDash(next) {
                commas += 1
                if commas > 5 { break }
                continue
            }
            if reading.isStop(next) {
                if next + 1 < end { continue }
                break
            }
            if reading.isMark(next) { continue }
            if object == nil, word.has(.carrier), let begin = opening(behind: next, before: end) {
                return found(begin.opening, begin.content, carrier: next)
            }
            if word.has(.opener) {
                // "خصوصا وأن": goes on with something else.
                guard cue.frames.contains(.that), next == index + 1 || !word.isConjoined && word.key != "فان" else { break }
                if next > index + 1, reading.words[next - 1].has(.subordinate), reading.words[next - 1].key != "علي" { break }
                return found(.that, next)
            }
            if word.has(.question), Self.asking.contains(cue.lemma) { return found(.that, next) }
            if object == nil, let other = word.cue, other.form == .participle, (other.feminine, other.plural) == (cue.feminine, cue.plural),
                !word.has(.heads), !reading.isComma(next - 1), !word.isConjoined,
                let begin = opening(behind: next, before: min(end, next + 4))
            {
                return found(begin.opening, begin.content, carrier: next)
            }
            if let other = word.cue, next > index + 1 || !word.has(.heads) {
                if other.isVerb, isDenied(next, other) { continue }
                if other.isVerb, !isRelative || word.isConjoined, !word.has(.heads.union([.given, .preposition])), !isSurname(next) { break }
                if other.form == .participle, !word.has(.heads),
                    reading.isComma(next - 1)
                        || word.isDefinite == false && other.lemma != cue.lemma && opening(behind: next, before: min(end, next + 5)) != nil
                {
                    break
                }
            }
            if word.has(.according), !word.key.hasSuffix("نقلا"), !reading.isComma(next - 1) { break }
            if word.has(.relative) { isRelative = true }
            if reading.beginsContext(next, before: end), !(word.key == "الي" && cue.frames.contains(.to)) {
                next = max(next, reading.endOfContext(next, before: end) - 1)
                continue
            }
            if governs(cue, next), next + 1 < end, commas != 1 || reading.isComma(next - 1) || reading.words[next + 1].has(.opener) {
                if reading.words[next + 1].has(.opener), cue.frames.contains(.that) { return found(.that, next + 1) }
                if object == nil, cue.form == .past || ["دعا", "طالب", "حذر", "رحب", "ندد", "هدد"].contains(cue.lemma) { return found(.noun, next) }
            }
            if object == nil, cue.frames.contains(.object), isObject(next, verb: index) || word.has(.target) && Self.condemning.contains(cue.lemma) {
                object = next
            }
        }
        if let object { return found(.noun, object) }
        if let judged = judged(index, cue, before: end) { return found(.noun, judged) }
        return nil
    }

}
