/// Statements without a verb of their own: "بحسب وزارة الصحة", "نقلا عن", and the headline "حفتر: لن نتراجع".
extension ArabicStatementReader {
    /// "كما أعلن الوزير" behind what he announced.
    func isAsSaid(_ index: Int) -> Bool {
        if reading.words[index].key == "حد", index > 0, index + 1 < reading.tokens.count, reading.words[index - 1].key.hasSuffix("علي") {
            return ["قول", "تعبير", "وصف", "زعم"].contains(reading.words[index + 1].key)
        }
        // "في رأي الخبير", "من وجهة نظر الخبير", at the head of the sentence.
        if let cue = Self.opinions[reading.words[index].key], index > 0, index + 1 < reading.tokens.count {
            return reading.words[index - 1].key.hasSuffix(cue) && index - reading.sentence(of: index).lowerBound <= 2
        }
        // "على ما أفاد مصدر".
        if reading.words[index].key == "علي", index + 2 < reading.tokens.count, reading.words[index + 1].key == "ما" {
            return reading.words[index + 2].cue.map { $0.isVerb && !$0.frames.contains(.doubtful) } ?? false
        }
        guard reading.words[index].key == "كما", index + 1 < reading.tokens.count, let cue = reading.words[index + 1].cue else { return false }
        return cue.isVerb && reports[index + 1] == nil && !cue.frames.contains(.doubtful)
    }

    /// Nouns of opinion with the end of the word before them.
    private static let opinions = ["راي": "في", "نظر": "وجهه", "تقدير": "في"]

    mutating func readAccording(_ index: Int) {
        let sentence = reading.sentence(of: index)
        // "وذكرت الوكالة، نقلا عن الشرطة، أن": the agency's own report.
        if reports[max(sentence.lowerBound, index - 20)..<index].contains(where: { $0?.gap.contains(index) ?? false }) { return }
        if let pair = reading.quotes.pair(around: index), pair.words > 4 { return }
        let words = reading.words
        var start = index + 1
        var cue = [reading.tokens[index].range]
        while start < sentence.upperBound,
            ["ما", "لما", "في", "قول", "تعبير", "وصف", "زعم", "عن", "تصريحات", "لتصريحات", "اقوال", "تصريح", "رواية"].contains(words[start].key)
                || words[start].cue?.isVerb ?? false
        {
            if words[start].cue != nil { cue.append(reading.tokens[start].range) }
            start += 1
        }
        guard start < sentence.upperBound, var source = self.source(at: start, before: min(sentence.upperBound, start + 24)) else { return }
        if source.sourceClass == .person, source.name == nil, source.role == nil { return }
        guard source.isCertain, !words[start].has(.object), words[start].key != "عدد" else { return }
        // The phrase must begin with the role or the name: no "وفق توجيهات الوزير".
        if source.sourceClass == .person, source.name?.lowerBound != source.head, source.role?.lowerBound != source.head, !words[start].has(.heads) {
            return
        }
        // "وفقا للموقع والمساحة": the site may be a place.
        if source.sourceClass == .organisation, words[start].isDefinite, !words[start].has(.proper),
            source.tokens.count == 1 || words[start + 1].key.hasPrefix("وال"),
            !speakers.knowsThing(start)
        {
            return
        }
        // "وفق دراسة" in the midst of a sentence tells how a thing was done.
        if ["وفق", "حسب"].contains(words[index].key), source.sourceClass == .document, index > sentence.lowerBound, !reading.isComma(index - 1) {
            return
        }
        let content: Range<Int>
        if let behind = contentBehind(source, index, sentence) {
            content = behind
        } else if !found.suffix(12).contains(where: { $0.content.contains(index) }), let before = contentBefore(index, sentence) {
            content = before
        } else {
            return
        }
        if source.tokens.upperBound > content.lowerBound, source.tokens.lowerBound < content.lowerBound {
            source.tokens = source.tokens.lowerBound..<content.lowerBound
        }
        guard let speaker = speakers.resolve(source, cue: nil) else { return }
        speakers.speak(speaker)
        add(index, source: [source.tokens], cue: cue, content: [content], isColon: false, speaker: speaker, context: nil)
    }

    /// A source that may have the preposition ل before it: "وفقا لوزارة الصحة".
    private func source(at start: Int, before limit: Int) -> ArabicSource? {
        if reading.words[start].preposition == "ل" || reading.words[start].key == "ل" {
            return sources.source(in: start..<limit, allowsPreposition: true)
        }
        return sources.source(in: start..<limit)
    }

    /// "ووفقا للتقرير، فإن …": at the head of a sentence the words follow.
    private mutating func contentBehind(_ source: ArabicSource, _ index: Int, _ sentence: Range<Int>) -> Range<Int>? {
        guard
            index == sentence.lowerBound || reading.words[index].key == "حد" && index == sentence.lowerBound + 1
                || Self.opinions[reading.words[index].key] != nil
                || reading.words[index].key.hasPrefix("و") && reading.isComma(index - 1)
                    && !["وفق", "وفقا", "وفقما"].contains(reading.words[index].key)
        else { return nil }
        var start = source.tokens.upperBound
        while start < sentence.upperBound, !reading.isComma(start), !reading.words[start].has(.opener) { start += 1 }
        guard start < sentence.upperBound else { return nil }
        if reading.isComma(start) { start += 1 }
        guard start < sentence.upperBound else { return nil }
        let end = end(from: start, opening: .that)
        var last = end
        while last > start + 1, reading.isComma(last - 1) || reading.isStop(last - 1) { last -= 1 }
        return last > start + 2 ? start..<last : nil
    }

    /// "…، بحسب وزارة الصحة": what stands before, from the head of the sentence or the last cut.
    private func contentBefore(_ index: Int, _ sentence: Range<Int>) -> Range<Int>? {
        var start = max(sentence.lowerBound, index - 300)
        if let last = found.last, last.content.upperBound > start, last.content.upperBound <= index { start = last.content.upperBound }
        var end = index
        while end > start, reading.isComma(end - 1) || reading.isDash(end - 1) || reading.words[end - 1].key == "وذلك" { end -= 1 }
        while start < end, reading.isMark(start), reading.quotes.pair(openingAt: start) == nil { start += 1 }
        guard end - start > 3 else { return nil }
        return start..<end
    }

    /// "حفتر: لن نتراجع".
    mutating func readHeadline(_ block: Int) {
        let tokens = reading.prose.blocks[block].tokens
        guard tokens.count > 3, reading.prose.blocks[block].kind != .caption else { return }
        guard let colon = tokens.prefix(10).first(where: { reading.isColon($0) || reading.tokens[$0].key == "…" }), reading.isColon(colon),
            colon > tokens.lowerBound,
            colon + 2 < tokens.upperBound
        else { return }
        let isHeading = [.heading, .headline].contains(reading.prose.blocks[block].kind) && tokens.count < 32
        let before = (reading.isDash(tokens.lowerBound) ? tokens.lowerBound + 1 : tokens.lowerBound)..<colon
        guard !before.isEmpty else { return }
        guard
            !before.contains(where: { reading.words[$0].cue?.isVerb ?? false && !reading.words[$0].has(.heads) || reading.tokens[$0].kind == .number }
            )
        else { return }
        guard let source = sources.source(in: before), source.tokens == before || source.tokens.lowerBound == before.lowerBound && source.role != nil
        else { return }
        if !source.isCertain {
            // A surname that the text knows, or will.
            guard let name = source.name, name.count == 1, speakers.isIntroduced(name.lowerBound) else { return }
        }
        if !isHeading {
            // The label of an answer: a person, and words that are no question.
            guard source.sourceClass == .person || source.sourceClass == .unnamed, tokens.upperBound - colon > 5,
                !reading.isMark(before.lowerBound), !tokens.suffix(2).contains(where: { ["؟", "?"].contains(reading.tokens[$0].key) }),
                source.name.map({ $0.count > 1 || speakers.isKnown($0) || speakers.isIntroduced($0.lowerBound) }) ?? (source.sourceClass == .unnamed)
            else { return }
        }
        guard let speaker = speakers.resolve(source, cue: nil, isHeadline: true) else { return }
        var end = tokens.upperBound
        while end > colon + 2, reading.isStop(end - 1) { end -= 1 }
        add(
            colon, source: [source.tokens], cue: [reading.tokens[colon].range], content: [colon + 1..<end], isColon: true, speaker: speaker,
            context: nil)
    }
}
