/// A verb of speech with the place where the words that it reports begin.
struct ArabicReport: Sendable {
    enum Opening: Sendable { case that, colon, quote, noun, loose, quoteBefore }

    let cue: Int
    let form: ArabicCue
    let opening: Opening
    /// The first token of the content.
    let content: Int
    /// قائلا, بقوله and such, when the words follow it and not the verb.
    let carrier: Int?
    /// Where the source may stand behind the verb.
    let gap: Range<Int>
}

/// Finds the reports of a text.
struct ArabicReportReader {
    let reading: ArabicReading
    let reader: ArabicSourceReader

    init(reading: ArabicReading) {
        self.reading = reading
        reader = ArabicSourceReader(reading: reading)
    }

    func report(at index: Int) -> ArabicReport? {
        let word = reading.words[index]
        guard let cue = word.cue, !isDenied(index, cue), !isPassive(index) else { return nil }
        // Words within a quotation are the quoted speaker's.
        if let pair = reading.quotes.pair(around: index), pair.words > 4 || pair.open + 1 == index { return nil }
        switch cue.form {
        case .past, .present: return verb(index, cue)
        case .participle: return participle(index, cue)
        case .noun: return noun(index, cue)
        }
    }

    private func isDenied(_ index: Int, _ cue: ArabicCue) -> Bool {
        guard index > reading.sentence(of: index).lowerBound else { return false }
        let (word, before) = (reading.words[index], reading.words[index - 1])
        if before.key == "عدم" || before.key == "بعدم" { return true }
        if word.key == "تابعا" || cue.lemma == "دعا" && index + 1 < reading.tokens.count && ["الله", "المولي"].contains(reading.words[index + 1].key) { return true }
        // رأى is a verb, رأي a noun.
        if cue.lemma == "راي", word.key.hasSuffix("راي"), !reading.tokens[index].text.hasSuffix("ى") { return true }
        // "الذي رفض نشر اسمه".
        if cue.lemma == "رفض", index + 1 < reading.tokens.count, ["نشر", "الكشف", "ذكر", "كشف", "الافصاح", "التعليق", "تسميته"].contains(reading.words[index + 1].key) { return true }
        // "المتهمين بالتخابر": accused.
        if cue.lemma == "اتهم", cue.form == .participle, cue.plural || cue.feminine { return true }
        if cue.isVerb, ["لم", "لن", "لا", "ولم", "ولن", "ولا", "فلم", "سوف", "لكي", "كي", "مما", "ما", "وهو", "هذا", "وهذا", "ذلك"].contains(before.key) { return true }
        return cue.form == .present && ["ان", "بان", "وان"].contains(before.key)
    }

    /// A damma on the first letter: "ذُكر".
    private func isPassive(_ index: Int) -> Bool {
        let letters = Array(reading.tokens[index].text.unicodeScalars.prefix(4))
        guard let place = letters.firstIndex(of: "\u{064F}") else { return false }
        return place == 1 || place == 2 && reading.words[index].isConjoined
    }

    // MARK: Verbs

    private func verb(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
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
            if object == nil, word.has(.carrier), let begin = opening(behind: next, before: end) { return found(begin.opening, begin.content, carrier: next) }
            if word.has(.opener) {
                guard cue.frames.contains(.that) else { break }
                if next > index + 1, reading.words[next - 1].has(.subordinate), reading.words[next - 1].key != "علي" { break }
                return found(.that, next)
            }
            if word.has(.question), cue.lemma == "تساءل" { return found(.that, next) }
            if object == nil, let other = word.cue, other.form == .participle, !word.has(.heads), !reading.isComma(next - 1), !word.isConjoined,
                let begin = opening(behind: next, before: min(end, next + 4))
            {
                return found(begin.opening, begin.content, carrier: next)
            }
            if let other = word.cue, next > index + 1 || !word.has(.heads) {
                if other.isVerb, !isRelative || word.isConjoined, !word.has(.heads.union([.given, .preposition])), !isSurname(next) { break }
                if other.form == .participle, !word.has(.heads), reading.isComma(next - 1) || word.isDefinite == false && other.lemma != cue.lemma && opening(behind: next, before: min(end, next + 5)) != nil { break }
            }
            if word.has(.according), !word.key.hasSuffix("نقلا") { break }
            if word.has(.relative) { isRelative = true }
            if reading.beginsContext(next, before: end) {
                next = max(next, reading.endOfContext(next, before: end) - 1)
                continue
            }
            if governs(cue, next), next + 1 < end, commas != 1 || reading.words[next + 1].has(.opener) {
                if reading.words[next + 1].has(.opener), cue.frames.contains(.that) { return found(.that, next + 1) }
                if object == nil, cue.form == .past || ["دعا", "طالب", "حذر", "رحب", "ندد", "هدد"].contains(cue.lemma) { return found(.noun, next) }
            }
            if object == nil, cue.frames.contains(.object), isObject(next, verb: index) { object = next }
        }
        if let object { return found(.noun, object) }
        return quoteBefore(index, cue) ?? loose(index, cue)
    }

    /// Whether a quotation behind a verb is what was said, and not a name between marks.
    private func isSpeech(_ pair: ArabicQuotes.Pair, after before: Int, verb: Int) -> Bool {
        if reading.isColon(before) || pair.words > 4 { return true }
        guard pair.words > 1, before == verb || reading.isComma(before) else { return false }
        let behind = pair.close + 1
        return behind >= reading.tokens.count || reading.isMark(behind)
    }

    private func isClock(_ index: Int) -> Bool {
        index > 0 && index + 1 < reading.tokens.count && reading.tokens[index - 1].kind == .number && reading.tokens[index + 1].kind == .number
    }

    /// A known verb's form behind a given name is a family name: "جمال كشف" is none, "علي رأى" neither; only names chained by بن are trusted.
    private func isSurname(_ index: Int) -> Bool { reading.words[index - 1].has(.bin) }

    private func opening(behind carrier: Int, before end: Int) -> (opening: ArabicReport.Opening, content: Int)? {
        var next = carrier + 1
        while next < min(end, carrier + 12) {
            if let pair = reading.quotes.pair(openingAt: next) {
                return pair.words > 2 || next == carrier + 1 ? (.quote, next) : nil
            }
            if reading.isColon(next) { return (.colon, next + 1) }
            if reading.words[next].has(.opener) { return (.that, next) }
            if reading.isStop(next) || reading.isComma(next) && next > carrier + 1 { return nil }
            next += 1
        }
        return nil
    }

    /// Whether the verb's own preposition stands here.
    private func governs(_ cue: ArabicCue, _ index: Int) -> Bool {
        let word = reading.words[index]
        switch word.key {
        case "الي": return cue.frames.contains(.to)
        case "علي":
            // "المشرف العام على": the role's own preposition.
            let isRole = index > 1 && [reading.words[index - 1].key, reading.words[index - 2].key].contains { ["المشرف", "المشرفه", "مشرف", "القائم", "الحائز"].contains($0) }
            return cue.frames.contains(.on) && !isRole
        case "عن": return cue.frames.contains(.about)
        case "من": return cue.frames.contains(.from)
        default:
            return cue.frames.contains(.with) && word.key.hasPrefix("ب") && !word.has([.time, .given, .role, .interruption, .bin]) && word.key.unicodeScalars.count > 3
                && (word.preposition == "ب" || cue.lemma == "اتهم" || index == 0 || reading.words[index - 1].isDefinite || reading.words[index - 1].cue != nil || word.key.hasPrefix("بال"))
        }
    }

    private func isObject(_ index: Int, verb: Int) -> Bool {
        let word = reading.words[index]
        guard word.has(.object) || word.looksLikeVerbalNoun || word.isPossessed && word.cue == nil, word.preposition == nil, !word.isDefinite, !word.has([.highness, .context, .preposition, .role, .organisation, .document, .given]) else { return false }
        if index == verb + 1 { return true }
        let before = reading.words[index - 1]
        return before.isDefinite || word.has(.object) && !before.has([.role, .organisation, .preposition, .object]) || reading.isMark(index - 1)
    }

    /// "«…»، قال فلان": a quotation before the verb and none behind it.
    private func quoteBefore(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        guard cue.frames.contains(.quote), index > 1, !reading.words[index].isConjoined else { return nil }
        var before = index - 1
        while before > 0, reading.isComma(before) || reading.isDash(before) || reading.words[before].has(.particle) || reading.tokens[before].key == "." || reading.words[before].key == "هكذا" { before -= 1 }
        guard let pair = reading.quotes.pair(around: before), pair.close == before, pair.isClosed, pair.words > 2, reading.block(of: before) == reading.block(of: index)
        else { return nil }
        var end = index + 1
        let limit = min(reading.sentence(of: index).upperBound, index + 25)
        while end < limit, reading.quotes.pair(openingAt: end).map({ $0.words < 5 }) ?? true { end += 1 }
        return ArabicReport(cue: index, form: cue, opening: .quoteBefore, content: pair.open, carrier: nil, gap: index + 1..<end)
    }

    /// "وأضاف بالخير لا بد من": words behind the name without any mark.
    private func loose(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let sentence = reading.sentence(of: index)
        guard cue.frames.contains(.loose), index == sentence.lowerBound, index + 5 < sentence.upperBound else { return nil }
        if reading.words[index].isConjoined, Self.firstWords.contains(reading.words[index + 1].key) {
            return ArabicReport(cue: index, form: cue, opening: .loose, content: index + 1, carrier: nil, gap: index + 1..<index + 1)
        }
        guard let source = reader.source(in: index + 1..<min(sentence.upperBound, index + 20)),
            source.sourceClass == .person, source.name != nil, source.tokens.lowerBound == index + 1
        else { return nil }
        var content = source.tokens.upperBound
        if content < sentence.upperBound, reading.beginsContext(content, before: sentence.upperBound) { content = reading.endOfContext(content, before: sentence.upperBound) }
        while content < sentence.upperBound, reading.isComma(content) || reading.isDash(content) { content += 1 }
        guard sentence.upperBound - content > 4 else { return nil }
        if cue.lemma == "اضاف", reading.words[content].key.hasPrefix("هدف") || reading.words[content].key.hasPrefix("الهدف") { return nil }
        return ArabicReport(cue: index, form: cue, opening: .loose, content: content, carrier: nil, gap: index + 1..<content)
    }

    /// Words by which somebody's own words begin.
    private static let firstWords: Set<String> = ["نحن", "انا", "لقد", "هناك", "لا", "لن", "ليس", "كنا", "نريد", "نامل", "هذا", "هذه", "هذي", "كل", "اليوم", "لدينا", "علينا", "يجب"]

    // MARK: Participles and verbal nouns

    private func participle(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
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
            if word.has(.question), cue.lemma == "تساءل" { return found(.that, next) }
            if reading.isStop(next) || reading.isComma(next) && next > index + 1 && !reading.beginsContext(next + 1, before: end) && !reading.words[next + 1].has([.opener, .preposition]) { return nil }
            if reading.isComma(next) { isParted = true }
            if reading.beginsContext(next, before: end) {
                next = max(next + 1, reading.endOfContext(next, before: end))
                continue
            }
            if governs(cue, next), next + 1 < reading.tokens.count {
                if reading.words[next + 1].has(.opener), cue.frames.contains(.that) { return found(.that, next + 1) }
                // "حضورا لافتا في": an adjective has its noun right before it.
                let before = reading.tokens[index - 1].text
                return isParted || next > index + 1 && (before.hasSuffix("ا") || before.hasSuffix("اً")) ? nil : found(.noun, next)
            }
            if next == index + 1, cue.frames.contains(.object), word.has(.object) || word.looksLikeVerbalNoun { return found(.noun, next) }
            if next == index + 1, cue.lemma == "قال", !reading.isMark(next) {
                return reading.isComma(index - 1) || reading.words[index - 1].key.isEmpty ? nil : found(.loose, next)
            }
            if word.cue?.isVerb ?? false, !word.has(.heads) { return nil }
            next += 1
        }
        return nil
    }

    /// "قوله إن", "تأكيدها أن".
    private func noun(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let end = reading.sentence(of: index).upperBound
        guard index + 1 < end, cue.lemma == "قال" || reading.words[index + 1].has(.opener) || reading.isColon(index + 1) else { return nil }
        guard let begin = opening(behind: index, before: min(end, index + 5)) else { return nil }
        return ArabicReport(cue: index, form: cue, opening: begin.opening, content: begin.content, carrier: nil, gap: index + 1..<index + 1)
    }
}
