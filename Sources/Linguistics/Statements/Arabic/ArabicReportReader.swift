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
        guard let cue = word.cue, !isDenied(index, cue), !cue.isVerb || !isPassive(index) else { return nil }
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

    /// Whether a form is denied, or one of its other meanings stands here.
    func isDenied(_ index: Int, _ cue: ArabicCue) -> Bool {
        let word = reading.words[index]
        let sentence = reading.sentence(of: index)
        let before = index > sentence.lowerBound ? reading.words[index - 1].key : ""
        let behind = index + 1 < sentence.upperBound ? reading.words[index + 1].key : ""
        if Self.denying.contains(before), cue.isVerb || before.hasSuffix("عدم") { return true }
        if cue.form == .present, ["ان", "بان", "وان"].contains(before) { return true }
        if word.key == "تابعا" || word.key == "طالبا" { return true }
        switch cue.lemma {
        // Scripture and prayers are no statements of the news.
        case "قال", "دعا": return Self.sacred.contains(behind)
        // رأى is a verb, رأي a noun.
        case "راي": return word.key.hasSuffix("راي") && !reading.tokens[index].text.hasSuffix("ى")
        // "الذي رفض نشر اسمه".
        case "رفض": return Self.withheld.contains(behind)
        // يُدعى, "is called".
        case "ادعي": return cue.form == .present && reading.tokens[index].text.hasSuffix("ى")
        // "المتهمين بالتخابر": accused.
        case "اتهم": return cue.form == .participle && (cue.plural || cue.feminine)
        default: return false
        }
    }

    private static let denying: Set<String> = [
        "لم", "لن", "لا", "ولم", "ولن", "ولا", "فلم", "سوف", "لكي", "كي", "مما", "ما", "وهو", "هذا", "وهذا", "ذلك", "عدم", "بعدم",
    ]
    private static let sacred: Set<String> = ["الله", "المولي", "تعالي", "سبحانه", "تبارك", "رسول", "النبي", "عز", "صلي", "لي"]
    private static let withheld: Set<String> = ["نشر", "الكشف", "ذكر", "كشف", "الافصاح", "التعليق", "تسميته"]

    /// A damma on the first letter: "ذُكر".
    private func isPassive(_ index: Int) -> Bool {
        let letters = Array(reading.tokens[index].text.unicodeScalars.prefix(4))
        guard let place = letters.firstIndex(of: "\u{064F}") else { return false }
        return place == 1 || place == 2 && reading.words[index].isConjoined
    }

}
