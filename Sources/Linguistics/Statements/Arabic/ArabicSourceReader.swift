/// Reads sources.
struct ArabicSourceReader {
    let reading: ArabicReading

    /// The source that begins in a range, if one does: honorifics and adverbs before it are passed over.
    func source(in range: Range<Int>, allowsPreposition: Bool = false) -> ArabicSource? {
        guard let start = allowsPreposition ? range.lowerBound : start(in: range) else { return nil }
        let word = reading.words[start]
        if word.has(.highness) {
            return ArabicSource(tokens: start..<start + 1, sourceClass: .person, head: start, isPronoun: true)
        }
        if word.preposition != nil, !word.has(.given), !allowsPreposition { return nil }
        if word.has([.preposition, .relative, .subordinate, .question]), !word.has(.heads) { return nil }
        let end = end(from: start, before: range.upperBound)
        guard end > start else { return nil }
        return phrase(start..<end, limit: range.upperBound)
    }

    private func start(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < min(range.upperBound, range.lowerBound + 40) {
            let word = reading.words[index]
            if reading.quotes.pair(openingAt: index) != nil, index + 1 < range.upperBound, !reading.isMark(index + 1) {
                index += 1
                continue
            }
            if reading.beginsContext(index, before: range.upperBound) {
                index = reading.endOfContext(index, before: range.upperBound)
                continue
            }
            if reading.isComma(index) || reading.isDash(index) || word.has([.time, .particle]) && !word.has(.given)
                || word.cue?.form == .participle && !word.has(.heads)
            {
                index += 1
                continue
            }
            // "من جهته", "بدوره".
            if ["من", "ومن", "علي", "الي"].contains(word.key), index + 1 < range.upperBound,
                reading.words[index + 1].has(.aside) || reading.words[index + 1].key == "ذلك"
            {
                index += 2
                continue
            }
            if word.has(.interruption) || ["ذلك", "هذا", "هذه", "تلك", "هؤلاء", "النظر", "الانتباه"].contains(word.key) {
                index += 1
                continue
            }
            return reading.isMark(index) ? nil : index
        }
        return nil
    }

    /// Where the phrase may reach at most: before what cannot be part of a source.
    private func end(from start: Int, before limit: Int) -> Int {
        let head = reading.words[start]
        // A country speaks by its name alone.
        if head.has(.proper), !head.has(.given), start + 1 < limit, reading.words[start + 1].key != "بوست" { return start + 1 }
        var seenDefinite = head.isDefinite
        let mayHavePreposition = head.has([.role, .vague, .unnamed, .document, .organisation])
        var index = start
        while index < min(limit, start + 30) {
            if let pair = reading.quotes.pair(openingAt: index) {
                if pair.words > 8 || pair.close >= limit { break }
                index = pair.close + 1
                continue
            }
            if reading.isMark(index) {
                let key = reading.tokens[index].key
                if index > start,
                    key == "." && reading.words[index - 1].key.unicodeScalars.count == 1 || key == "/" || key == "»" || key == "”" || key == "\""
                {
                    index += 1
                    continue
                }
                break
            }
            let word = reading.words[index]
            if index > start {
                if word.has(.target), reading.words[index - 1].isDefinite || reading.words[index - 1].has(.given) { break }
                if word.has([.negation, .relative, .opener, .question, .time, .carrier, .interruption, .according]) && !word.has(.given) {
                    break
                }
                if let cue = word.cue, cue.isVerb || cue.form == .participle, !word.has(.heads.union(.given)) { break }
                // "المشرف العام على البرنامج": the role's own preposition.
                let isOwn = word.key == "علي" && head.has(.role) && index <= start + 2
                if !isOwn, reading.beginsContext(index, before: limit) { break }
                // "حذر الجهاز القومي للاتصالات المواطنين من": whom it warns.
                if word.isDefinite, word.has(.vague), !word.key.hasSuffix("ون"), reading.words[index - 1].isDefinite, word.preposition == nil {
                    break
                }
                if word.key == "ل"
                    || word.key == "في" && index + 1 < limit
                        && ["الاونه", "وقت", "الوقت", "نفس", "حين", "هذا"].contains(reading.words[index + 1].key)
                    || word.key == "في" && index + 1 < limit && reading.words[index + 1].isPossessed && reading.words[index + 1].traits.isEmpty
                {
                    break
                }
                if word.has(.preposition), !word.has(.given) {
                    guard mayHavePreposition, Self.inner.contains(word.key) else { break }
                    if head.has(.organisation), !head.has([.role, .document]),
                        word.key != "في" || index + 1 >= limit || !reading.words[index + 1].has(.proper)
                    {
                        break
                    }
                }
                if ["قد", "انه", "النظر", "الانتباه"].contains(word.key) || word.key == "رويترز" && !reading.words[index - 1].has(.organisation) {
                    break
                }
                if head.has(.organisation), word.isPossessed, word.traits.isEmpty, index > start + 1 { break }
                if seenDefinite, head.has(.organisation), !head.has([.role, .given]), isNewPhrase(index) { break }
                let before = reading.words[index - 1]
                if ["باسمه", "باسمها"].contains(word.key), !before.has(.role) { break }
                if word.has(.object), !word.isDefinite, !word.has(.heads),
                    before.isDefinite || before.has(.given) || head.has(.organisation) && index > start + 1
                {
                    break
                }
                if word.isDefinite { seenDefinite = true }
            }
            index += 1
        }
        index = min(index, limit)
        while index > start + 1,
            reading.isMark(index - 1) && reading.quotes.pair(around: index - 1).map({ $0.open < start }) ?? true
                || Self.trailing.contains(reading.words[index - 1].key)
                || reading.words[index - 1].has(.preposition) && !reading.words[index - 1].has(.given)
        {
            index -= 1
        }
        return index
    }

    /// An indefinite noun behind a definite one is no part of an organisation's name.
    private func isNewPhrase(_ index: Int) -> Bool {
        let word = reading.words[index]
        return reading.tokens[index].kind == .word && !word.isDefinite && word.preposition == nil && !word.isConjoined
            && !word.has([.given, .bin, .preposition])
            && !["و", "ل", "ب", "ك"].contains { word.key.hasPrefix($0) } && reading.words[index - 1].isDefinite
    }

    /// Words that belong to what follows a source.
    private static let trailing: Set<String> = ["باسم", "اي", "ايضا", "كل", "ثم", "و", "ذلك", "هذا", "هذه", "نفسه", "له", "لها"]

    private static let inner: Set<String> = ["في", "من", "الي", "لدي", "علي", "حول", "عن", "بين", "ضد", "داخل", "بشان", "ضمن"]

}
