/// Reports whose words no opening word, colon or quotation behind the verb tells.
extension ArabicReportReader {
    /// "«…»، قال فلان": a quotation before the verb and none behind it.
    func quoteBefore(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        guard cue.frames.contains(.quote), index > 1, !reading.words[index].isConjoined else { return nil }
        var before = index - 1
        while before > max(0, index - 6),
            reading.isComma(before) || reading.isDash(before) || reading.words[before].has(.particle) || reading.tokens[before].key == "."
                || reading.words[before].key == "هكذا"
        { before -= 1 }
        guard let pair = reading.quotes.pair(around: before), pair.close == before, pair.isClosed, pair.words > 2,
            reading.block(of: before) == reading.block(of: index)
        else { return nil }
        // The words of another verb.
        if pair.open > 0, reading.block(of: pair.open - 1) == reading.block(of: index),
            reading.isColon(pair.open - 1) || reading.words[pair.open - 1].has([.opener, .carrier]) || reading.words[pair.open - 1].cue != nil
        {
            return nil
        }
        var end = index + 1
        let limit = min(reading.sentence(of: index).upperBound, index + 25)
        while end < limit, reading.quotes.pair(openingAt: end).map({ $0.words < 5 }) ?? true { end += 1 }
        return ArabicReport(cue: index, form: cue, opening: .quoteBefore, content: pair.open, carrier: nil, gap: index + 1..<end)
    }

    /// "وأضاف بالخير لا بد من": words behind the name without any mark.
    func loose(_ index: Int, _ cue: ArabicCue) -> ArabicReport? {
        let sentence = reading.sentence(of: index)
        guard cue.frames.contains(.loose), index == sentence.lowerBound, index + 5 < sentence.upperBound else { return nil }
        if reading.words[index].isConjoined, Self.firstWords.contains(reading.words[index + 1].key) {
            return ArabicReport(cue: index, form: cue, opening: .loose, content: index + 1, carrier: nil, gap: index + 1..<index + 1)
        }
        guard let source = reader.source(in: index + 1..<min(sentence.upperBound, index + 20)),
            source.sourceClass == .person, source.name != nil, source.tokens.lowerBound == index + 1,
            source.isCertain || source.tokens.count == 1 && Self.firstWords.contains(reading.words[index + 2].key)
        else { return nil }
        var content = source.tokens.upperBound
        if content < sentence.upperBound, reading.beginsContext(content, before: sentence.upperBound) {
            content = reading.endOfContext(content, before: sentence.upperBound)
        }
        while content < sentence.upperBound, reading.isComma(content) || reading.isDash(content) { content += 1 }
        guard sentence.upperBound - content > 4 else { return nil }
        // A goal is not words.
        if cue.lemma == "اضاف", reading.words[content..<content + 4].contains(where: { $0.key.hasPrefix("هدف") || $0.key.hasPrefix("الهدف") }) {
            return nil
        }
        return ArabicReport(cue: index, form: cue, opening: .loose, content: content, carrier: nil, gap: index + 1..<content)
    }

    /// Words by which somebody's own words begin.
    private static let firstWords: Set<String> = [
        "نحن", "انا", "لقد", "هناك", "لا", "لن", "ليس", "كنا", "نريد", "نامل", "هذا", "هذه", "هذي", "كل", "اليوم", "لدينا", "علينا", "يجب",
    ]

}
