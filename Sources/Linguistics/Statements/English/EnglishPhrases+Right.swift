extension EnglishPhrases {
    /// The noun phrase that begins at `start`, with what belongs to it: "Smith, a lawyer from Leeds".
    func phrase(startingAt start: Int, apposed: Bool = true) -> Range<Int>? {
        guard let end = simpleEnd(start) else { return nil }
        guard apposed else { return start..<end }
        var last = end
        while last + 1 < unit.end, words[last].part == .comma, !words[last].isQuoted {
            let next = words[last + 1]
            if next.isQuoted { break }
            if ["who", "whose", "which"].contains(next.key) {
                last = clauseEnd(last + 1)
                continue
            }
            var first = last + 1
            if ["of", "from", "now", "then", "also", "formerly"].contains(next.key), first + 1 < unit.end { first += 1 }
            guard words[first].part == .determiner || words[first].part == .nominal || words[first].key == "one",
                words[first].classes.isDisjoint(with: .time), let piece = simpleEnd(first)
            else { break }
            if piece < unit.end, words[piece].part == .preposition {
                // "the adviser on Libya", but not "the adviser in an interview"
                last = tellsWhere(piece) ? piece : clauseEnd(piece)
                continue
            }
            let stops = piece >= unit.end || [.comma, .stop, .quote, .dash, .semicolon, .colon].contains(words[piece].part)
            guard stops || words[piece].key == "who" else { break }
            last = words[min(piece, words.count - 1)].key == "who" && piece < unit.end ? clauseEnd(piece) : piece
        }
        return start..<last
    }

    private func clauseEnd(_ start: Int) -> Int {
        var place = start
        while place < unit.end, place - start < 40, words[place].part != .comma, !words[place].isQuoted, words[place].part != .dash { place += 1 }
        return place
    }

    private func simpleEnd(_ start: Int) -> Int? {
        var place = start
        while place < unit.end, place - start < 30, !words[place].isQuoted {
            let word = words[place]
            switch word.part {
            case .pronoun where place == start: return place + 1
            case .nominal:
                if place > start, !words[place].classes.isDisjoint(with: .day) { return place }
                place += 1
                continue
            case .determiner where place == start || words[place - 1].part == .preposition || words[place - 1].part == .coordinator,
                .genitive where place > start:
                place += 1
                continue
            case .adverb where place + 1 < unit.end && words[place + 1].part == .nominal && place == start:
                place += 1
                continue
            case .opening:
                var close = place
                while close < unit.end, words[close].part != .closing, close - place < 12 { close += 1 }
                place = close + 1
                continue
            case .preposition where place > start && ["of", "for", "from", "at", "in", "with", "to", "on"].contains(word.key):
                guard place + 1 < unit.end, leads(place) else { break }
                place += 1
                continue
            case .coordinator
            where place > start && place + 1 < unit.end && word.key == "and"
                && (words[place + 1].part == .nominal || words[place + 1].part == .determiner):
                if hasClause(place + 1..<min(place + 6, unit.end)) { break }
                place += 1
                continue
            default: break
            }
            break
        }
        return place > start ? min(place, unit.end) : nil
    }

    /// Whether a preposition leads on within a noun phrase, and not to when or where something was said.
    private func leads(_ preposition: Int) -> Bool {
        let next = words[preposition + 1]
        guard next.part == .nominal || next.part == .determiner || next.part == .genitive, !next.isQuoted else { return false }
        switch words[preposition].key {
        case "of", "for", "from": return true
        case "at", "with", "in", "to", "on":
            if tellsWhere(preposition) { return false }
            return words[preposition].key == "at" || words[preposition].key == "in" && !(words[preposition - 1].isCapital && next.isCapital)
        default: return false
        }
    }

    /// Whether a preposition brings when or where something was said.
    private func tellsWhere(_ preposition: Int) -> Bool {
        for place in (preposition + 1..<preposition + 5).prefix(while: { $0 < unit.end }) {
            if !words[place].classes.isDisjoint(with: .time)
                || [
                    "statement", "interview", "speech", "email", "e-mail", "tweet", "rally", "conference", "letter", "debate", "twitter",
                    "facebook", "phone", "response", "reference", "television",
                ].contains(words[place].key)
            {
                return true
            }
        }
        return false
    }
}
