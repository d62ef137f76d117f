/// Where the words end that are reported.
extension ArabicStatementReader {
    /// The content of a report, as ranges of tokens.
    mutating func content(of report: ArabicReport, source: ArabicSource?) -> [Range<Int>] {
        switch report.opening {
        case .quoteBefore: return aroundCue(report)
        case .quote: return quotation(from: report.content)
        case .colon: return behindColon(report)
        case .noun:
            let start = objectBefore(report, source: source) ?? report.content
            let end = end(from: report.content, opening: report.opening)
            return end > start ? [trimmed(start..<end)] : []
        case .that, .loose:
            // "وصف ما رآه بأنه": the object opens the content.
            if report.opening == .that, report.form.lemma == "وصف", let start = objectBefore(report, source: source) {
                let end = end(from: report.content, opening: report.opening)
                return end > start ? [trimmed(start..<end)] : []
            }
            let end = end(from: report.content, opening: report.opening)
            return end > report.content ? [trimmed(report.content..<end)] : []
        }
    }

    /// "دعت البعثة جميع الأطراف إلى ضبط النفس": who is called upon belongs to the content.
    private func objectBefore(_ report: ArabicReport, source: ArabicSource?) -> Int? {
        guard ["دعا", "اتهم", "طالب", "ناشد", "حث", "حذر", "عزا", "ارجع", "وصف", "طمان", "نصح", "ابلغ", "اخبر"].contains(report.form.lemma) else {
            return nil
        }
        var index = max(
            report.gap.lowerBound,
            source.map { $0.tokens.lowerBound < report.cue ? report.gap.lowerBound : $0.tokens.upperBound } ?? report.gap.lowerBound)
        while index < report.content {
            if reading.beginsContext(index, before: report.content) {
                index = max(index + 1, reading.endOfContext(index, before: report.content))
            } else if ["في", "وفي"].contains(reading.words[index].key), index + 2 < report.content,
                ["نفس", "الوقت"].contains(reading.words[index + 1].key)
            {
                index += 3
            } else if reading.isMark(index) || reading.words[index].has(.time) {
                index += 1
            } else {
                break
            }
        }
        return index < report.content && report.content - index < 10 ? index : nil
    }

    /// A quotation, and what goes on in the next paragraphs while it is not closed.
    private func quotation(from open: Int) -> [Range<Int>] {
        guard var pair = reading.quotes.pair(openingAt: open) else { return [] }
        var parts = [pair.open..<pair.close + 1]
        var block = reading.block(of: pair.close)
        while !pair.isClosed, block + 1 < reading.prose.blocks.count, let first = reading.prose.blocks[block + 1].tokens.first,
            let next = reading.quotes.pair(openingAt: first), parts.count < 12
        {
            parts.append(next.open..<next.close + 1)
            (pair, block) = (next, block + 1)
        }
        return parts
    }

    /// "«…»، قال فلان، «…»": before and behind the cue.
    private func aroundCue(_ report: ArabicReport) -> [Range<Int>] {
        guard let pair = reading.quotes.pair(openingAt: report.content) else { return [] }
        var parts = [pair.open..<pair.close + 1]
        var next = report.gap.upperBound
        let end = min(reading.tokens.count, next + 3)
        while next < end, reading.isComma(next) || reading.isStop(next) || reading.isColon(next) { next += 1 }
        if next < end, reading.block(of: next) == reading.block(of: report.cue), reading.quotes.pair(openingAt: next).map({ $0.words > 2 }) ?? false {
            parts += quotation(from: next)
        }
        return parts
    }

    private mutating func behindColon(_ report: ArabicReport) -> [Range<Int>] {
        var start = report.content
        let block = reading.block(of: report.cue)
        let blockEnd = reading.prose.blocks[block].tokens.upperBound
        while start < blockEnd, reading.isDash(start) || reading.isStop(start) || reading.isColon(start) { start += 1 }
        if start >= blockEnd {
            // The words stand in the next paragraph.
            // "كتبت رنا:" alone in its paragraph signs the article.
            guard block + 1 < reading.prose.blocks.count, report.form.lemma != "كتب" || blockEnd - report.cue > 8 else { return [] }
            let next = reading.prose.blocks[block + 1].tokens
            guard let first = next.first else { return [] }
            if reading.quotes.pair(openingAt: first) != nil { return quotation(from: first) }
            return [trimmed(first..<end(from: first, opening: .colon))]
        }
        if let pair = reading.quotes.pair(openingAt: start),
            pair.words > 4 || pair.close + 1 >= blockEnd || reading.isMark(pair.close + 1) || reading.words[pair.close + 1].isConjoined
        {
            var parts = quotation(from: start)
            // A second quotation right behind the first belongs to it.
            if let last = parts.last, last.upperBound < blockEnd, reading.quotes.pair(openingAt: last.upperBound) != nil {
                parts += quotation(from: last.upperBound)
            }
            return parts
        }
        let end = end(from: start, opening: .colon)
        return end > start ? [trimmed(start..<end)] : []
    }

    private func trimmed(_ range: Range<Int>) -> Range<Int> {
        var end = range.upperBound
        while end > range.lowerBound + 1,
            reading.isComma(end - 1) || reading.isStop(end - 1) || reading.isDash(end - 1) || reading.words[end - 1].key == "و"
        { end -= 1 }
        return range.lowerBound..<end
    }

    /// The token behind the content that begins at `start`. A report within the words of another ends where these end.
    mutating func end(from start: Int, opening: ArabicReport.Opening) -> Int {
        if scanned.contains(start), opening != .colon, openedQuotation(at: start) == nil { return scanned.upperBound }
        let end = scannedEnd(from: start, opening: opening)
        if end > start { scanned = start..<end }
        return end
    }

    private func scannedEnd(from start: Int, opening: ArabicReport.Opening) -> Int {
        // A sentence without end is cut: a paragraph of the longest kind has some 200 words.
        var limit = min(reading.sentence(of: start).upperBound, start + 300)
        let blockEnd = reading.prose.blocks[reading.block(of: start)].tokens.upperBound
        var index = start + 1
        var sentences = 0
        if let pair = openedQuotation(at: start) {
            index = pair.close + 1
            limit = max(limit, index < blockEnd && index > limit ? index : limit)
            if endsAfterQuotation(index, before: min(limit, blockEnd)) { return index }
        }
        while true {
            while index < limit {
                if let pair = reading.quotes.pair(openingAt: index) {
                    index = pair.close + 1
                    if index > limit { limit = min(blockEnd, max(index, reading.sentence(of: min(index, reading.tokens.count - 1)).upperBound)) }
                    continue
                }
                if isCut(index, from: start) { return index }
                // "وعد بدراسة الاقتراح، وتسلمت العائلة": behind a noun a clause is one of its own.
                if opening == .noun, reading.isComma(index - 1), isPastVerb(index) { return index }
                index += 1
            }
            // Words behind a colon may be several sentences.
            guard opening == .colon, limit < blockEnd, sentences < 8, goesOn(limit) else { return min(limit, blockEnd) }
            sentences += 1
            limit = reading.sentence(of: limit).upperBound
        }
    }

    /// By its shape a conjoined verb in the past: "وتسلمت", "وأرشدوا".
    private func isPastVerb(_ index: Int) -> Bool {
        let word = reading.words[index]
        guard word.key.hasPrefix("و"), word.key.unicodeScalars.count > 4, !word.has(.nouns), !word.isDefinite else { return false }
        return word.key.hasSuffix("وا") || word.key.hasSuffix("ت") && !word.key.hasSuffix("ات") && !word.key.hasSuffix("وت")
    }

    private func openedQuotation(at start: Int) -> ArabicQuotes.Pair? {
        for index in start..<min(start + 3, reading.tokens.count) {
            if let pair = reading.quotes.pair(openingAt: index), pair.words > 4 { return pair }
            if index > start, !reading.isColon(index) { return nil }
        }
        return nil
    }

    private func endsAfterQuotation(_ index: Int, before limit: Int) -> Bool {
        guard index < limit else { return true }
        if reading.isStop(index) { return true }
        guard reading.isComma(index), index + 1 < limit else { return false }
        return !reading.words[index + 1].key.hasPrefix("و") || reports[index + 1] != nil
    }

    /// Whether something new begins at a token: another report, "من جهته", "حسب".
    private func isCut(_ index: Int, from start: Int) -> Bool {
        let word = reading.words[index]
        if let report = reports[index] {
            if report.form.form == .participle { return true }
            if word.isConjoined && report.form.form != .noun { return true }
            let before = reading.words[index - 1]
            if report.form.isVerb, reading.followsException(index) { return true }
            if report.form.isVerb, ["كما", "فيما", "بينما", "لكنه", "لكنها", "لكنهم", "ولكنه", "ولكنها", "لكن", "ثم", "قبل"].contains(before.key) {
                return true
            }
        }
        guard index > start + 2 else { return false }
        if word.has(.according), reading.isComma(index - 1), index + 1 < reading.tokens.count,
            reading.words[index + 1].has([.organisation, .document, .vague])
        {
            return true
        }
        if ["كما", "فيما", "بينما", "وفيما", "وبينما"].contains(word.key), index + 1 < reading.tokens.count, reports[index + 1]?.form.isVerb ?? false
        {
            return true
        }
        if word.has(.interruption), !word.has(.particle), reading.isComma(index - 1) || reading.isStop(index - 1) { return true }
        if ["من", "ومن"].contains(word.key), index + 1 < reading.tokens.count, reading.words[index + 1].has(.aside),
            reading.words[index + 1].preposition == nil
        {
            return true
        }
        return false
    }

    /// Whether a sentence goes on with the words of the one before.
    private func goesOn(_ first: Int) -> Bool {
        let sentence = reading.sentence(of: first)
        for index in first..<min(sentence.upperBound, first + 10) {
            if reports[index] != nil || reading.words[index].has([.interruption, .aside]) { return false }
        }
        return !reading.words[first].key.hasPrefix("وكان")
    }
}
