/// What a noun phrase is: a person with role and name, an organisation, a document, somebody unnamed.
extension ArabicSourceReader {
    func phrase(_ range: Range<Int>, limit: Int) -> ArabicSource? {
        let words = reading.words
        let head = range.lowerBound
        let word = words[head]
        let definite = isDefinite(head, in: range)
        if let name = name(in: range) {
            var role = head < name.lowerBound ? trimmedRole(head..<name.lowerBound) : nil
            var source = ArabicSource(tokens: head..<name.upperBound, sourceClass: .person, role: role, name: name, head: head)
            if role == nil, name.upperBound < range.upperBound, words[name.upperBound].has(.role), words[name.upperBound].preposition == nil {
                source.role = name.upperBound..<range.upperBound
                return source
            }
            let isRank = role.map { !words[$0].contains { $0.has(.role) } } ?? true
            if isRank, let appositive = appositive(after: name.upperBound, limit: limit) {
                role = appositive
                source.role = appositive
            }
            return source
        }
        var source = ArabicSource(tokens: range, sourceClass: .person, head: head, isDefinite: definite)
        if word.has(.vague), !word.has(.given) {
            source.sourceClass = .vague
        } else if word.has(.unnamed), !definite || word.key == "مصدر" || word.key == "المصدر" || words[head].key == "احد" || words[head].key == "احدي"
        {
            source.sourceClass = .unnamed
        } else if word.has(.document) {
            source.sourceClass = .document
        } else if word.has(.organisation), !(word.has(.rank) && word.isDefinite && word.key != "الفريق") {
            source.sourceClass = .organisation
        } else if word.has(.role) || word.has(.rank) && word.isDefinite {
            source.role = range
            if let name = nameBehind(range.upperBound, limit: limit) {
                source.name = name
                source.tokens = range.lowerBound..<name.upperBound
                return source
            }
            let isIdafa =
                range.count > 1 && !words[head + 1].has(.preposition) && !words[head + 1].key.hasSuffix("ي") && !words[head + 1].key.hasSuffix("يه")
            if !definite, word.has(.unnamed) || !isIdafa { source.sourceClass = .unnamed }
        } else {
            // A name that no list knows, perhaps with a role behind it: "جانيت يلين رئيسة المجلس".
            if !word.has(.heads),
                let role = range.dropFirst().first(where: {
                    words[$0].has(.role) && words[$0].preposition == nil && !words[$0].isConjoined && isDefinite($0, in: range)
                }), role - head <= 4,
                !range[head..<role].contains(where: { words[$0].preposition != nil || words[$0].has([.object, .preposition]) || reading.isMark($0) }),
                !word.isDefinite
            {
                source.name = head..<role
                source.role = role..<range.upperBound
                return source
            }
            guard word.preposition == nil, !word.has(.object), !range.contains(where: { words[$0].has(.negation) }), range.count <= 6,
                !word.looksLikeVerbalNoun
            else { return nil }
            // A family name with the article ends the name: "وهب القريني بائع".
            let last = range.first {
                words[$0].isDefinite && $0 + 1 < range.upperBound && !words[$0 + 1].isDefinite && !words[$0 + 1].has(.bin)
            }
            source.name = head..<(last.map { $0 + 1 } ?? range.upperBound)
            source.isCertain = false
            source.role = appositive(after: range.upperBound, limit: limit)
            if source.role != nil { source.isCertain = true }
        }
        // "رئيس اللجنة، النائب هشام البدري": the name stands behind a second title.
        if source.name == nil, [.person, .unnamed].contains(source.sourceClass), range.upperBound + 2 < limit, reading.isComma(range.upperBound),
            words[range.upperBound + 1].isDefinite, words[range.upperBound + 1].has([.role, .honorific, .rank]),
            let behind = self.source(in: range.upperBound + 1..<limit), let name = behind.name, behind.tokens.lowerBound == range.upperBound + 1
        {
            source.sourceClass = .person
            source.name = name
            source.role = range
            source.tokens = range.lowerBound..<name.upperBound
        }
        return source
    }

    /// A name between commas behind a role: "مدير الشرطة، روبرتو سغالا،".
    private func nameBehind(_ end: Int, limit: Int) -> Range<Int>? {
        guard end + 2 < limit, reading.isComma(end) || reading.isDash(end), !reading.words[end + 1].isDefinite, mayName(end + 1) else { return nil }
        let last = endOfName(from: end + 1, before: limit)
        guard last - end > 2, last - end < 6, last == limit || reading.isMark(last) || reading.beginsContext(last, before: limit) else { return nil }
        guard
            reading.words[end + 1].has(.given)
                || !reading.words[end + 1].has(.nouns) && reading.words[end + 1].cue == nil && !reading.words[end + 1].isConjoined
        else { return nil }
        return end + 1..<last
    }

    private func isDefinite(_ head: Int, in range: Range<Int>) -> Bool {
        if reading.words[head].isDefinite { return true }
        for index in head + 1..<max(head + 1, min(range.upperBound, head + 5)) where !reading.isMark(index) {
            let word = reading.words[index]
            if word.has(.preposition) { return false }
            if word.isDefinite { return true }
            // Behind an indefinite adjective nothing makes the head definite.
            if word.key.hasSuffix("ي") || word.key.hasSuffix("يه"), !word.has(.role.union(.organisation)) { return false }
        }
        return false
    }

    private func trimmedRole(_ range: Range<Int>) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        func drop(_ index: Int) -> Bool {
            let word = reading.words[index]
            if reading.isMark(index) { return reading.quotes.pair(around: index).map { $0.open < range.lowerBound || $0.open == index } ?? true }
            return word.has(.honorific) && !word.has(.role)
        }
        while end > start + 1,
            drop(end - 1)
                || reading.words[end - 1].has([.honorific, .rank]) && reading.words[end - 1].isDefinite && reading.words[end - 1].preposition == nil
                    // "قائدة الفريق": a team.
                    && (reading.words[end - 1].key != "الفريق" || reading.words[end - 2].isDefinite)
        { end -= 1 }
        while start < end, drop(start) { start += 1 }
        // "المربي مفتاح الحسناوي": a trade that no list knows has the article.
        let isTrade = end - start <= 2 && reading.words[start..<end].allSatisfy { $0.isDefinite && $0.preposition == nil && $0.traits.isEmpty }
        guard start < end, isTrade || reading.words[start..<end].contains(where: { $0.has([.role, .rank]) }) else { return nil }
        if reading.words[start].key == "صاحب", start + 1 < range.upperBound, reading.words[start + 1].key == "السمو" { return nil }
        if end == start + 1, ["الاستاذ", "الدكتور", "الدكتوره", "المهندس", "السيد", "السيده"].contains(reading.words[start].key) { return nil }
        return start..<end
    }

    /// A role behind the name: "أحمد المسماري، الناطق باسم الجيش،".
    func appositive(after end: Int, limit: Int) -> Range<Int>? {
        guard end + 1 < limit, reading.isComma(end) || reading.isDash(end) || reading.tokens[end].key == "(" else { return nil }
        let start = end + 1
        guard reading.words[start].has([.role, .rank]), reading.words[start].preposition == nil else { return nil }
        var index = start
        while index < min(limit, start + 14), !reading.isMark(index), !reading.words[index].has([.opener, .relative]),
            !reading.beginsContext(index, before: limit)
        {
            index += 1
        }
        return start..<index
    }
}
