/// Finds noun phrases and the ends of clauses around a place in a unit. Every search is bounded, so that a text without points stays cheap.
struct EnglishPhrases {
    let unit: EnglishUnit
    let words: [EnglishWord]
    static let reach = 60

    init(_ unit: EnglishUnit) { (self.unit, words) = (unit, unit.words) }

    /// The subject of the verb group that begins at `verb`: its noun phrase with its appositions.
    func subject(before verb: Int) -> Range<Int>? {
        var end = verb
        while end > 1 {
            if words[end - 1].part == .adverb {
                end -= 1
            } else if isTimePhrase(end) {
                end = timePhraseStart(end)
            } else if isDay(end - 1) {
                end -= 1
            } else if end < verb || words[end - 1].part == .participle, isShortened(end - 1) {
                end -= 1  // "the poll released Friday shows"
            } else {
                break
            }
        }
        guard end > 0 else { return nil }
        switch words[end - 1].part {
        case .comma, .dash: return apposed(to: end - 1)
        case .closing:
            guard let open = opening(of: end - 1) else { return nil }
            return phrase(endingAt: open).map { $0.lowerBound..<end } ?? nil
        default: return phrase(endingAt: end)
        }
    }

    /// A participle behind a noun, as in "the poll released".
    private func isShortened(_ index: Int) -> Bool {
        let word = words[index]
        return index > 0 && (word.part == .verb || word.part == .participle) && word.classes.contains(.participle)
            && words[index - 1].part == .nominal
            && !EnglishLexicon.shared.takesClause(word.key, surely: true)
    }

    private func isDay(_ index: Int) -> Bool { !words[index].classes.isDisjoint(with: .day) && words[index].part == .nominal }

    /// "on Monday", "last week" right before `end`.
    private func isTimePhrase(_ end: Int) -> Bool {
        end > 1 && !words[end - 1].classes.isDisjoint(with: .time) && timePhraseStart(end) < end
    }

    private func timePhraseStart(_ end: Int) -> Int {
        guard end > 2 else { return end }
        if words[end - 2].part == .preposition, !words[end - 1].classes.isDisjoint(with: .time) { return end - 2 }
        if ["last", "this", "next", "earlier"].contains(words[end - 2].key), !words[end - 1].classes.isDisjoint(with: .time) { return end - 2 }
        return end
    }

    private func opening(of close: Int) -> Int? {
        var index = close - 1
        while index >= 0, close - index < 20 {
            if words[index].part == .opening { return index }
            index -= 1
        }
        return nil
    }

    /// A noun phrase with a part set between commas or dashes behind it: "Smith, the mayor of Leeds,".
    private func apposed(to close: Int) -> Range<Int>? {
        let mark = words[close].part
        var place = close - 1
        var best: Range<Int>?
        var limit = close
        while place > 0, close - place < Self.reach {
            defer { place -= 1 }
            let word = words[place]
            if word.isQuoted, word.part == .quote, let start = quotationStart(place), place - start < 7, start > 0 {
                place = start  // the name of a book or a programme
                continue
            }
            if word.part == .semicolon || word.part == .colon || word.part == .stop
                || (word.isQuoted && word.part == .quote && [.comma, .stop].contains(words[place - 1].part))
            {
                break
            }
            guard word.part == mark, !word.isQuoted else { continue }
            guard place + 1 < limit, isApposition(place + 1..<limit) else { break }
            guard let phrase = phrase(endingAt: skippingBracket(place)) else { break }
            if phrase.isEmpty || isTime(phrase) { break }
            if phrase.lowerBound > 0, words[phrase.lowerBound - 1].part == .preposition { break }
            best = phrase.lowerBound..<close + (mark == .comma ? 0 : 1)
            guard phrase.lowerBound > 1, words[phrase.lowerBound - 1].part == .comma, words[phrase.lowerBound - 2].part == .nominal,
                words[phrase.lowerBound - 2].isCapital || phrase.count < 3
            else { break }
            // "Smith, 54, a teacher in Akron, Ohio, said": go on to the left.
            limit = phrase.lowerBound - 1
            place = phrase.lowerBound - 1
        }
        return best
    }

    private func skippingBracket(_ end: Int) -> Int {
        guard end > 0, words[end - 1].part == .closing, let open = opening(of: end - 1) else { return end }
        return open
    }

    private func isTime(_ phrase: Range<Int>) -> Bool { !words[phrase.upperBound - 1].classes.isDisjoint(with: .time) }

    /// Whether words between two commas say more about the noun before them, and are no clause of their own.
    private func isApposition(_ range: Range<Int>) -> Bool {
        guard let first = range.first else { return false }
        if ["who", "whose", "which", "where"].contains(words[first].key) || words[first].part == .ing { return true }
        if words[first].part == .preposition, ["with", "of", "in", "from", "at", "like", "for", "on", "along", "speaking"].contains(words[first].key)
        {
            return !hasClause(range)
        }
        if words[first].part == .participle || (words[first].part == .verb && words[first].classes.contains(.participle)) { return true }
        if words[first].part == .pronoun && words[first].key != "one" || words[first].part == .subordinator && words[first].key != "as" {
            return false
        }
        return !hasClause(range)
    }

    /// Whether a finite verb stands in a range outside relative clauses.
    func hasClause(_ range: Range<Int>) -> Bool {
        var relative = 0  // 1: its verb is to come, 2: it is being read
        for index in range where !words[index].isQuoted {
            let part = words[index].part
            if ["who", "whose", "which", "that"].contains(words[index].key) {
                relative = 1
            } else if part == .verb || part == .auxiliary {
                if relative == 0 { return true }
                relative = 2
            } else if relative == 2, part != .participle, part != .infinitive, part != .ing, part != .adverb, part != .negation {
                relative = 0
            } else if part == .comma || part == .dash {
                relative = 0
            }
        }
        return false
    }

    /// The noun phrase that ends right before `end`.
    func phrase(endingAt end: Int) -> Range<Int>? {
        guard end > 0 else { return nil }
        let last = words[end - 1]
        if last.isQuoted { return nil }
        if last.part == .pronoun || last.part == .that || last.part == .subordinator && last.key == "what" {
            return last.key == "there" ? nil : end - 1..<end
        }
        guard last.part == .nominal || last.part == .determiner || last.part == .genitive else { return nil }
        var start = end
        var closed = false  // a determiner was read: the noun phrase begins here unless another leads to it
        scan: while start > 0, end - start < 40 {
            let word = words[start - 1]
            if word.isQuoted {
                // A nickname or a title in quotation marks within a name.
                guard !closed, let open = quotationStart(start - 1), start - open < 7, open > 0,
                    ![.comma, .stop].contains(words[max(open, start - 2)].part),
                    words[open - 1].part == .determiner || words[open - 1].part == .nominal
                else { break }
                start = open
                continue
            }
            switch word.part {
            case .nominal where !closed: start -= 1
            case .genitive where !closed: start -= 1
            case .determiner where !closed:
                start -= 1
                closed = true
            case .determiner where ["all", "both", "many", "some", "such"].contains(word.key): start -= 1
            case .pronoun
            where start < end
                && ["some", "many", "most", "one", "others", "all", "few", "both", "none", "another", "neither", "those"].contains(word.key)
                && words[start].part == .preposition:
                start -= 1
                closed = true
            case .adverb where !closed && start < end && (words[start].part == .nominal || words[start].part == .participle): start -= 1
            case .ing
            where !closed && start < end && words[start].part == .nominal && start > 1 && [.determiner, .genitive].contains(words[start - 2].part):
                start -= 1
            case .participle where !closed && start < end && words[start].part == .nominal: start -= 1
            case .closing where !closed && start < end:
                guard let open = opening(of: start - 1) else { break scan }
                start = open
            case .preposition where start < end && start > 1:
                guard let head = headBefore(start - 1) else { break scan }
                start = head
                closed = false
            case .coordinator where start < end && start > 1 && word.key != "but":
                guard words[start - 2].part == .nominal || words[start - 2].part == .closing,
                    let other = phrase(endingAt: start - 1), joins(other.lowerBound)
                else { break scan }
                start = listStart(other.lowerBound)
                break scan
            default:
                guard let relative = relativeStart(start - 1, end) else { break scan }
                start = relative
                closed = false
            }
        }
        while start < end, words[start].part == .adverb || isDay(start) && start + 1 < end && words[start + 1].part == .nominal { start += 1 }
        guard start < end, words[start..<end].contains(where: { $0.part != .determiner || $0.classes.contains(.pronoun) }) else { return nil }
        return start..<end
    }

    private func quotationStart(_ index: Int) -> Int? {
        let quotation = words[index].quotation
        var start = index
        while start > 0, words[start - 1].quotation == quotation, index - start < 10 { start -= 1 }
        return start
    }

    /// The end of the noun that a prepositional phrase belongs to; nil when it stands by itself.
    private func headBefore(_ preposition: Int) -> Int? {
        let before = words[preposition - 1]
        if before.isQuoted { return nil }
        if before.part == .closing
            || before.part == .pronoun
                && ["some", "many", "most", "one", "others", "all", "few", "both", "none", "neither", "those", "either", "another"].contains(
                    before.key)
        {
            return preposition
        }
        if before.part == .nominal, before.classes.isDisjoint(with: .time) || words[preposition].key == "of" { return preposition }
        // "a report released on Monday by the panel": a shortened relative clause.
        var place = preposition - 1
        if !before.classes.isDisjoint(with: .time), place > 0 { place -= 1 }
        let verb = words[place]
        guard place > 0, verb.part == .verb || verb.part == .participle, verb.classes.contains(.participle), words[place - 1].part == .nominal,
            !EnglishLexicon.shared.takesClause(verb.key, surely: true)
        else { return nil }
        return place
    }

    /// Whether a noun phrase that begins here may be the first of two joined by "and": nothing before it governs it.
    private func joins(_ start: Int) -> Bool {
        guard start > 0 else { return true }
        switch words[start - 1].part {
        case .preposition, .verb, .infinitive, .participle, .ing, .to: return false
        default: return true
        }
    }

    /// "A, B and C": the first of a list.
    private func listStart(_ end: Int) -> Int {
        var start = end
        while start > 1, end - start < Self.reach, words[start - 1].part == .comma, words[start - 2].part == .nominal, !words[start - 2].isQuoted,
            let other = phrase(endingAt: start - 1),
            other.count < 5, joins(other.lowerBound), !isTime(other)
        {
            start = other.lowerBound
        }
        return start
    }

    /// The start of "who support him" in "voters who support him", when the words up to `index` are such a clause.
    private func relativeStart(_ index: Int, _ end: Int) -> Int? {
        guard [.verb, .auxiliary, .infinitive, .to, .ing, .participle, .adverb, .negation, .pronoun].contains(words[index].part) else { return nil }
        if words[index].part == .verb,
            EnglishLexicon.shared.takesClause(words[index].key)
        {
            return nil
        }
        var place = index
        while place > 0, index - place < 14 {
            let word = words[place]
            if word.isQuoted || [.comma, .semicolon, .colon, .stop, .dash, .coordinator].contains(word.part) { return nil }
            if word.part == .subordinator && word.key != "where" { return nil }
            if word.key == "who" || word.key == "which" || word.part == .that {
                return words[place - 1].part == .nominal || words[place - 1].part == .pronoun ? place : nil
            }
            place -= 1
        }
        return nil
    }
}
