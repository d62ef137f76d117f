/// The signs that words are reported, or that they are not.
extension ArabicReportReader {
    /// Whether a quotation behind a verb is what was said, and not a name between marks.
    func isSpeech(_ pair: ArabicQuotes.Pair, after before: Int, verb: Int) -> Bool {
        if reading.isColon(before) || pair.words > 4 { return true }
        guard pair.words > 1, before == verb || reading.isComma(before) else { return false }
        let behind = pair.close + 1
        return behind >= reading.tokens.count || reading.isMark(behind) && !reading.isColon(behind)
    }

    func isClock(_ index: Int) -> Bool {
        index > 0 && index + 1 < reading.tokens.count && reading.tokens[index - 1].kind == .number && reading.tokens[index + 1].kind == .number
    }

    /// A known verb's form behind a given name is a family name: "جمال كشف" is none, "علي رأى" neither; only names chained by بن are trusted.
    func isSurname(_ index: Int) -> Bool { reading.words[index - 1].has(.bin) }

    func opening(behind carrier: Int, before end: Int) -> (opening: ArabicReport.Opening, content: Int)? {
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

    private static let topics: Set<String> = [
        "اسباب", "تفاصيل", "اليه", "ملامح", "كواليس", "اسرار", "خفايا", "موعد", "هويه", "بقايا", "مواهب", "ملابسات", "طبيعه", "سبب", "سر",
    ]

    /// Whether the verb's own preposition stands here.
    func governs(_ cue: ArabicCue, _ index: Int) -> Bool {
        let word = reading.words[index]
        // "كشف عن أسباب": what it is about, not what is said.
        if cue.lemma == "كشف", index + 1 < reading.words.count, Self.topics.contains(reading.words[index + 1].key) { return false }
        switch word.key {
        case "الي": return cue.frames.contains(.to)
        case "علي":
            // "المشرف العام على": the role's own preposition.
            let isRole =
                index > 1
                && [reading.words[index - 1].key, reading.words[index - 2].key].contains {
                    ["المشرف", "المشرفه", "مشرف", "القائم", "الحائز"].contains($0)
                }
            return cue.frames.contains(.on) && !isRole
        case "في": return cue.frames.contains(.into)
        case "عن": return cue.frames.contains(.about)
        case "من": return cue.frames.contains(.from)
        default:
            // "أشادت بـ«صبر» المصور".
            if word.key == "ب", cue.frames.contains(.with) { return true }
            if word.key == "بدور", cue.frames.contains(.with) { return true }
            if cue.lemma == "افاد", !word.has(.object) { return false }
            return cue.frames.contains(.with) && word.key.hasPrefix("ب") && !word.has([.time, .given, .role, .interruption, .bin])
                && word.key.unicodeScalars.count > 3
                && (word.preposition == "ب" || word.traits.isEmpty && !word.key.hasPrefix("بو") || cue.lemma == "اتهم" || index == 0
                    || reading.words[index - 1].isDefinite
                    || reading.words[index - 1].cue != nil || word.key.hasPrefix("بال"))
        }
    }

    private static let judging: Set<String> = ["انتقد", "امتدح", "اعتبر", "ثمن", "هاجم", "عد", "قدر", "وصف"]

    /// "انتقد النائب سالم الورفلي المشروع": what stands behind a name is judged.
    func judged(_ verb: Int, _ cue: ArabicCue, before end: Int) -> Int? {
        guard cue.frames.contains(.object), Self.judging.contains(cue.lemma), verb + 2 < end, let source = reader.source(in: verb + 1..<end),
            source.isCertain, let name = source.name, name.count > 1, name.upperBound < end, source.tokens.lowerBound == verb + 1
        else { return nil }
        let next = reading.words[name.upperBound]
        guard !reading.isMark(name.upperBound), next.preposition == nil, !next.isConjoined,
            !next.has([.preposition, .time, .relative, .opener, .particle, .role, .interruption, .according])
        else { return nil }
        return name.upperBound
    }

    /// Verbs whose words may begin with a question word: "استذكر كيف".
    static let asking: Set<String> = ["تساءل", "استذكر", "حكي", "روي", "شرح", "سال"]
    static let condemning: Set<String> = ["ادان", "دان", "استنكر", "شجب", "استهجن", "انتقد"]

    /// Verbs whose object may have the article: "توقع الانتهاء من العمل".
    private static let expecting: Set<String> = ["توقع", "استبعد", "رجح", "انتقد", "ثمن", "علل", "قدر", "استنكر"]
    /// What is announced but tells nothing: "تعلن نتائجها".
    private static let unspoken: Set<String> = ["نتائجه", "نتائجها", "نتائجهم", "الحرب", "حربه", "حربها"]

    func isObject(_ index: Int, verb: Int) -> Bool {
        let word = reading.words[index]
        if Self.unspoken.contains(word.key) { return false }
        if index == verb + 1, word.isDefinite, word.traits.subtracting([.object, .feminine]).isEmpty,
            Self.expecting.contains(reading.words[verb].cue?.lemma ?? "")
        {
            return true
        }
        guard !word.isConjoined, word.has(.object) || word.looksLikeVerbalNoun || word.isPossessed && word.cue == nil, word.preposition == nil,
            !word.isDefinite, !word.has([.highness, .preposition]),
            word.has(.object) || !word.has([.context, .role, .organisation, .document, .given])
        else { return false }
        if index == verb + 1 { return true }
        let before = reading.words[index - 1]
        if before.isDefinite || reading.isMark(index - 1) { return true }
        // Right behind a name, not within a role: "رئيس جهاز مكافحة الإرهاب" announces no fight.
        return word.has(.object)
            && reader.source(in: verb + 1..<index).map {
                $0.name?.upperBound == index
                    || [.organisation, .document, .vague].contains($0.sourceClass) && $0.tokens.upperBound == index
                        && ($0.tokens.count > 1 || $0.sourceClass == .vague)
            } ?? false
    }

}
