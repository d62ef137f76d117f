extension EnglishFinder {
    /// What a cue that ends at `end` brings, and the phrases passed on the way that say where, when or to whom.
    func complement(from end: Int, _ cue: EnglishCue) -> (content: Range<Int>, context: [Range<Int>])? {
        guard end < unit.end, let (start, context) = contentStart(from: end, cue) else { return nil }
        let stop = contentEnd(from: start, cue)
        guard stop > start, stop - start > 1 || words[start].part != .that else { return nil }
        // One word is no content unless it is quoted.
        guard stop - start > 1 || words[start].isQuoted else { return nil }
        guard words[start..<stop].contains(where: { $0.part != .adverb && $0.part != .preposition && $0.part != .quote }) else { return nil }
        return (start..<stop, context)
    }

    /// Where the content begins, when something may follow the cue.
    private func contentStart(from end: Int, _ cue: EnglishCue) -> (Int, [Range<Int>])? {
        let frames = cue.frames
        var place = end
        while place < unit.end, words[place].part == .adverb, words[place].key != "there", words[place].key != "here", !words[place].isQuoted {
            place += 1
        }
        guard place < unit.end else { return nil }
        let takesClause = !frames.isDisjoint(with: [.clause, .that])
        if let found = opener(place, frames) { return (found, []) }
        // On the way to "that", a quotation or a colon: day, place, receiver.
        if takesClause || !frames.isDisjoint(with: [.quotation, .question]) {
            if let (found, context) = opener(behindAdverbialsFrom: place, frames) { return (found, context) }
        }
        if frames.contains(.infinitive), words[place].part == .to { return (place, []) }
        if frames.contains(.object), startsNoun(place), infinitive(behind: place) { return (place, []) }
        if frames.contains(.clause) {
            let (start, context) = behindTime(place)
            if start < unit.end, startsClause(start, sure: cue.grade == 1 && !frames.contains(.noun)) { return (start, context) }
        }
        if frames.contains(.noun), cue.grade < 3 || cue.words.count > 1 {
            // "announced on Monday the new rules"
            if isTime(place) || words[place].part == .preposition && place + 1 < unit.end && isTime(place + 1) {
                var behind = place + 1
                while behind < unit.end, behind - place < 5,
                    isTime(behind) || words[behind - 1].part == .determiner && !words[behind].classes.isDisjoint(with: .time)
                { behind += 1 }
                if behind < unit.end, words[behind].part == .determiner { return (behind, [place..<behind]) }
            }
            if words[place].part == .comma || words[place].part == .stop || words[place].part == .to { return nil }
            if cue.words.count == 1,
                words[place].part == .preposition || words[place].part == .coordinator
                    || words[place].part == .subordinator && words[place].key != "what" && words[place].key != "how"
            {
                return nil
            }
            return (place, [])
        }
        return nil
    }

    /// The content's start when it begins right here with "that", a question word, a quotation or behind a colon.
    private func opener(_ place: Int, _ frames: EnglishCue.Frames) -> Int? {
        let word = words[place]
        if word.part == .quote, word.isQuoted { return place }
        if word.part == .that, !frames.isDisjoint(with: [.clause, .that]) { return place }
        if word.part == .colon || word.part == .comma, place + 1 < unit.end {
            let next = words[place + 1]
            if next.isQuoted, next.part == .quote { return place + 1 }
            if word.part == .colon, !frames.isDisjoint(with: [.clause, .quotation]) { return place + 1 }
        }
        if frames.contains(.question), word.part == .subordinator,
            ["whether", "if", "why", "how", "what", "who", "where", "when", "which"].contains(word.key)
        {
            return place
        }
        return nil
    }

    private func opener(behindAdverbialsFrom start: Int, _ frames: EnglishCue.Frames) -> (Int, [Range<Int>])? {
        let isReceiver = frames.contains(.receiver) && startsNoun(start)
        guard
            isReceiver || words[start].part == .preposition || isTime(start) || words[start].part == .comma || words[start].part == .subordinator
                || words[start].part == .to
        else { return nil }
        var place = start
        while place < unit.end, place - start < 28, !words[place].isQuoted {
            let word = words[place]
            if word.part == .verb || (word.part == .auxiliary && place > start) { return nil }
            if word.part == .semicolon || word.part == .stop || (word.part == .to && !frames.contains(.object)) { return nil }
            if place > start || word.part == .comma {
                var opens = opener(place, frames)
                if word.part == .subordinator, !["whether", "why", "if", "how"].contains(word.key) || word.key == "if" && !isReceiver { opens = nil }
                if word.part == .comma, opens == nil, place + 1 < unit.end, words[place + 1].part == .that, place > start { opens = place + 1 }
                if let opens { return (opens, place > start ? [context(start..<place)] : []) }
                if frames.contains(.receiver), word.part == .to, frames.contains(.object) { return (place, [context(start..<place)]) }
                if isReceiver, !frames.isDisjoint(with: [.clause]), place > start, startsSureClause(place) {
                    return (place, [context(start..<place)])
                }
            }
            place += 1
        }
        // A quotation right at the edge.
        if place < unit.end, words[place].isQuoted, words[place].part == .quote, place > start,
            frames.contains(.quotation) || frames.contains(.clause)
        {
            return (place, [context(start..<place)])
        }
        return nil
    }

    private func context(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, words[start].part == .comma { start += 1 }
        while end > start, words[end - 1].part == .comma || words[end - 1].part == .colon { end -= 1 }
        return start..<end
    }

    func isTime(_ place: Int) -> Bool {
        if !words[place].classes.isDisjoint(with: .time) { return true }
        let counts: Set = ["last", "this", "earlier", "late", "early", "two", "three", "several", "a", "few", "some", "one", "next", "that", "the"]
        guard counts.contains(words[place].key), place + 2 < words.count else { return false }
        return !words[place + 1].classes.isDisjoint(with: .time)
            || counts.contains(words[place + 1].key) && !words[place + 2].classes.isDisjoint(with: .time)
    }

    /// Behind "Monday", "on Monday", "in a statement" that stand before a clause without "that".
    private func behindTime(_ start: Int) -> (Int, [Range<Int>]) {
        var place = start
        while place < unit.end, place - start < 6, isTime(place) { place += 1 }
        if place < unit.end, words[place].part == .preposition, place + 1 < unit.end {
            // A prepositional phrase, then a pronoun or determiner that begins a clause.
            var next = place + 1
            while next < unit.end, next - place < 16, !words[next].isQuoted,
                [.nominal, .determiner, .genitive, .preposition, .adverb].contains(words[next].part) || next == place + 1
            {
                if next > place + 1, startsSureClause(next) { return (next, [context(start..<next)]) }
                next += 1
            }
            if next < unit.end, words[next].part == .pronoun, next > place + 1, startsSureClause(next) { return (next, [context(start..<next)]) }
        }
        return (place, place > start ? [context(start..<place)] : [])
    }

    /// A subject pronoun or a short noun phrase right before a finite verb.
    private func startsSureClause(_ place: Int) -> Bool {
        guard place + 1 < unit.end else { return false }
        let word = words[place]
        let isSubject = word.part == .pronoun && ["he", "she", "they", "it", "we", "i", "there"].contains(word.key)
        if isSubject || word.key == "there" {
            return [.verb, .auxiliary, .adverb, .negation].contains(words[place + 1].part)
        }
        guard place > 0, words[place - 1].part == .nominal, word.part == .determiner, let phrase = phrases.phrase(startingAt: place, apposed: false),
            phrase.upperBound < unit.end
        else { return false }
        return [.verb, .auxiliary].contains(words[phrase.upperBound].part)
    }

    private func startsNoun(_ place: Int) -> Bool { [.nominal, .determiner, .pronoun].contains(words[place].part) }

    /// Whether words from `start` on are a clause: a finite verb stands in them.
    private func startsClause(_ start: Int, sure: Bool) -> Bool {
        guard words[start].part != .comma, words[start].part != .stop, words[start].part != .coordinator, words[start].part != .dash,
            words[start].part != .closing, words[start].part != .colon
        else { return false }
        if sure, words[start].part != .to, words[start].part != .preposition { return true }
        var place = start
        while place < unit.end, place - start < 25 {
            let word = words[place]
            if word.part == .comma || word.part == .semicolon { return false }
            if word.part == .subordinator, place > start { return false }
            if word.part == .verb || word.part == .auxiliary { return place > start }
            place += 1
        }
        return false
    }

    private func infinitive(behind start: Int) -> Bool {
        var place = start
        while place < unit.end, place - start < 14, !words[place].isQuoted {
            if words[place].part == .to { return place > start }
            if words[place].part == .verb || words[place].part == .auxiliary || words[place].part == .comma { return false }
            place += 1
        }
        return false
    }

    // MARK: The end

    /// Where content that begins at `start` ends: with the unit, or where another speaks or something else is told.
    func contentEnd(from start: Int, _ cue: EnglishCue, breaking: Bool = true) -> Int {
        var place = start
        if words[start].isQuoted, words[start].part == .quote {
            let quotation = words[start].quotation
            while place < unit.end, words[place].quotation == quotation { place += 1 }
            if place >= unit.end || endsWhole(place) { return place }
        }
        while place < unit.end, place - start < 400 {
            let word = words[place]
            if !word.isQuoted, place > start, breaking && breaks(place, start) || turns(place, start, cue) { break }
            place += 1
        }
        var end = place
        while end > start, words[end - 1].part == .comma || words[end - 1].part == .coordinator, !words[end - 1].isQuoted { end -= 1 }
        return end
    }

    /// Whether a quotation that ends here ends the content: a point stands in it.
    private func endsWhole(_ end: Int) -> Bool {
        var last = end
        while last > 0, words[last - 1].part == .quote { last -= 1 }
        return last > 0 && last < end && (words[last - 1].part == .stop || words[last - 1].part == .comma)
    }

    private func breaks(_ place: Int, _ start: Int) -> Bool {
        let word = words[place]
        guard place + 1 < unit.end else { return false }
        switch word.part {
        case .semicolon: return true
        case .comma:
            let next = words[place + 1]
            if next.part == .ing, isCue(place + 1) { return true }
            if next.key == "according" { return true }
            if next.key == "who" || next.key == "which" { return false }
            if next.part == .coordinator, place + 2 < unit.end { return speaks(place + 2) }
            return speaks(place + 1)
        case .coordinator: return speaks(place + 1)
        case .nominal: return word.key == "according" && words[place + 1].key == "to"
        case .dash: return false
        default: return false
        }
    }

    /// Whether the text turns away from the content here: ", but", ", which", " - ". It is doubtful, so what is longer than all before is left.
    private func turns(_ place: Int, _ start: Int, _ cue: EnglishCue) -> Bool {
        guard place + 1 < unit.end, place > start + 1 else { return false }
        let word = words[place], next = words[place + 1]
        let isClause = !cue.frames.isDisjoint(with: [.clause, .that])
        let isTurn: Bool
        switch word.part {
        case .comma where next.part == .ing: isTurn = true
        case .comma where isClause:
            isTurn =
                words[start].part == .that
                ? next.key == "although" : ["but", "although", "while", "whereas", "despite", "compared"].contains(next.key)
        case .comma:
            isTurn =
                ["but", "although", "though", "while", "whereas", "which", "who", "whose", "even", "despite", "compared", "when", "where"].contains(
                    next.key)
                || next.part == .coordinator && phrases.hasClause(place + 2..<min(place + 10, unit.end))
        case .dash: isTurn = !isClause
        case .preposition: isTurn = !isClause && word.key == "during"
        case .subordinator: isTurn = !isClause && ["after", "when", "while", "although", "because", "before", "since"].contains(word.key)
        case .coordinator: isTurn = !isClause && word.key == "but"
        default: isTurn = false
        }
        guard isTurn else { return false }
        let head = words[place - 1].range.upperBound - words[start].range.lowerBound
        let tail = words[unit.end - 1].range.upperBound - word.range.lowerBound
        return tail > head
    }

    private func isCue(_ place: Int) -> Bool {
        lexicon.cues[words[place].key]?.contains { $0.grade == 1 } ?? false
    }

    /// Whether a new statement begins: a sure cue in the past or the present, with its subject or without.
    private func speaks(_ place: Int) -> Bool {
        var verb = place
        while verb < unit.end, words[verb].part == .adverb { verb += 1 }
        if verb < unit.end, words[verb].part == .verb, isCue(verb) { return true }
        while verb < unit.end, verb - place < 6, [.nominal, .pronoun, .determiner, .adverb, .auxiliary].contains(words[verb].part),
            !words[verb].isQuoted
        { verb += 1 }
        guard verb < unit.end, verb > place, isCue(verb), !words[verb].isQuoted else { return false }
        if words[verb].part == .verb { return true }
        return words[verb - 1].part == .auxiliary
            && (words[verb].part == .ing || words[verb].part == .participle && words[verb - 1].classes.contains(.have))
    }
}
