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
        case .past, .present:
            let behind = verb(index, cue)
            // A quotation behind the verb may be the second half of one before it.
            guard behind == nil || behind?.opening == .quote && index > 0 && !reading.isStop(index - 1) else { return behind }
            return quoteBefore(index, cue) ?? behind ?? loose(index, cue)
        case .participle: return participle(index, cue)
        case .noun: return noun(index, cue)
        }
    }

    func isDenied(_ index: Int, _ cue: ArabicCue) -> Bool {
        guard index > reading.sentence(of: index).lowerBound else { return false }
        let (word, before) = (reading.words[index], reading.words[index - 1])
        if before.key == "عدم" || before.key == "بعدم" { return true }
        if word.key == "تابعا" || cue.lemma == "دعا" && index + 1 < reading.tokens.count && ["الله", "المولي"].contains(reading.words[index + 1].key)
        {
            return true
        }
        // رأى is a verb, رأي a noun.
        if cue.lemma == "راي", word.key.hasSuffix("راي"), !reading.tokens[index].text.hasSuffix("ى") { return true }
        // "الذي رفض نشر اسمه".
        if cue.lemma == "رفض", index + 1 < reading.tokens.count,
            ["نشر", "الكشف", "ذكر", "كشف", "الافصاح", "التعليق", "تسميته"].contains(reading.words[index + 1].key)
        {
            return true
        }
        // يُدعى, "is called".
        if cue.lemma == "ادعي", cue.form == .present, reading.tokens[index].text.hasSuffix("ى") { return true }
        // Scripture is no statement of the news.
        if cue.lemma == "قال", index + 1 < reading.tokens.count,
            ["الله", "تعالي", "سبحانه", "تبارك", "رسول", "النبي", "عز"].contains(reading.words[index + 1].key)
        {
            return true
        }
        // "المتهمين بالتخابر": accused.
        if cue.lemma == "اتهم", cue.form == .participle, cue.plural || cue.feminine { return true }
        if cue.isVerb,
            ["لم", "لن", "لا", "ولم", "ولن", "ولا", "فلم", "سوف", "لكي", "كي", "مما", "ما", "وهو", "هذا", "وهذا", "ذلك"].contains(before.key)
        {
            return true
        }
        return cue.form == .present && ["ان", "بان", "وان"].contains(before.key)
    }

    /// A damma on the first letter: "ذُكر".
    private func isPassive(_ index: Int) -> Bool {
        let letters = Array(reading.tokens[index].text.unicodeScalars.prefix(4))
        guard let place = letters.firstIndex(of: "\u{064F}") else { return false }
        return place == 1 || place == 2 && reading.words[index].isConjoined
    }

}
