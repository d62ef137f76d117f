/// The noun phrase that names a source.
struct ArabicSource: Sendable {
    var tokens: Range<Int>
    var sourceClass: Statement.SourceClass
    /// The role before or behind the name, and the name, without marks.
    var role: Range<Int>?
    var name: Range<Int>?
    /// The token of the noun that the phrase rests on.
    var head: Int
    var isDefinite = false
    /// "سموه", "معاليه": stands for a person named before.
    var isPronoun = false
    /// Whether a list or a name among the known ones says that this is a source.
    var isCertain = true
}

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
        while index < range.upperBound {
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
            if ["من", "ومن", "علي", "الي"].contains(word.key), index + 1 < range.upperBound, reading.words[index + 1].has(.aside) || reading.words[index + 1].key == "ذلك" {
                index += 2
                continue
            }
            if word.has(.interruption) || ["ذلك", "هذا", "هذه", "تلك", "هؤلاء"].contains(word.key) {
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
                if index > start, key == "." && reading.words[index - 1].key.unicodeScalars.count == 1 || key == "/" || key == "»" || key == "”" || key == "\"" {
                    index += 1
                    continue
                }
                break
            }
            let word = reading.words[index]
            if index > start {
                if word.has([.relative, .opener, .question, .time, .carrier, .interruption, .according]) && !word.has(.given) { break }
                if let cue = word.cue, cue.isVerb || cue.form == .participle, !word.has(.heads.union(.given)) { break }
                if reading.beginsContext(index, before: limit) { break }
                if word.key == "ل" || word.key == "في" && index + 1 < limit && ["الاونه", "وقت", "الوقت", "نفس", "حين", "هذا"].contains(reading.words[index + 1].key) { break }
                if word.has(.preposition), !word.has(.given) {
                    guard mayHavePreposition, Self.inner.contains(word.key) else { break }
                    if head.has(.organisation), !head.has([.role, .document]), word.key != "في" { break }
                }
                if word.key == "قد" || word.key == "انه" || word.key == "رويترز" && !reading.words[index - 1].has(.organisation) { break }
                if seenDefinite, head.has(.organisation), !head.has([.role, .given]), isNewPhrase(index) { break }
                let before = reading.words[index - 1]
                if word.has(.object), !word.isDefinite, !word.has(.heads), before.isDefinite || before.has(.given) { break }
                if word.isDefinite { seenDefinite = true }
            }
            index += 1
        }
        index = min(index, limit)
        while index > start + 1, reading.isMark(index - 1) && reading.quotes.pair(around: index - 1).map({ $0.open < start }) ?? true || Self.trailing.contains(reading.words[index - 1].key) || reading.words[index - 1].has(.preposition) && !reading.words[index - 1].has(.given) {
            index -= 1
        }
        return index
    }

    /// An indefinite noun behind a definite one is no part of an organisation's name.
    private func isNewPhrase(_ index: Int) -> Bool {
        let word = reading.words[index]
        return reading.tokens[index].kind == .word && !word.isDefinite && word.preposition == nil && !word.isConjoined && !word.has([.given, .bin, .preposition])
            && !["و", "ل", "ب", "ك"].contains { word.key.hasPrefix($0) } && reading.words[index - 1].isDefinite
    }

    /// Words that belong to what follows a source.
    private static let trailing: Set<String> = ["اي", "ايضا", "كل", "ثم", "و", "ذلك", "هذا", "هذه", "نفسه", "له", "لها"]

    private static let inner: Set<String> = ["في", "من", "الي", "لدي", "علي", "حول", "عن", "بين", "ضد", "داخل", "بشان", "ضمن"]

    private func phrase(_ range: Range<Int>, limit: Int) -> ArabicSource? {
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
        } else if word.has(.unnamed), !definite || word.key == "مصدر" || word.key == "المصدر" || words[head].key == "احد" || words[head].key == "احدي" {
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
            if !definite { source.sourceClass = .unnamed }
        } else {
            // A name that no list knows, perhaps with a role behind it: "جانيت يلين رئيسة المجلس".
            if !word.has(.heads), let role = range.dropFirst().first(where: { words[$0].has(.role) && words[$0].preposition == nil && !words[$0].isConjoined && isDefinite($0, in: range) }), role - head <= 4,
                !range[head..<role].contains(where: { words[$0].preposition != nil || words[$0].has([.object, .preposition]) || reading.isMark($0) }), !word.isDefinite
            {
                source.name = head..<role
                source.role = role..<range.upperBound
                return source
            }
            guard word.preposition == nil, !word.has(.object), !range.contains(where: { words[$0].has(.negation) }), range.count <= 6, !word.looksLikeVerbalNoun else { return nil }
            source.name = range
            source.isCertain = false
            source.role = appositive(after: range.upperBound, limit: limit)
            if source.role != nil { source.isCertain = true }
        }
        return source
    }

    /// A name between commas behind a role: "مدير الشرطة، روبرتو سغالا،".
    private func nameBehind(_ end: Int, limit: Int) -> Range<Int>? {
        guard end + 2 < limit, reading.isComma(end) || reading.isDash(end), !reading.words[end + 1].isDefinite, mayName(end + 1) else { return nil }
        let last = endOfName(from: end + 1, before: limit)
        guard last - end > 2, last - end < 6, last == limit || reading.isMark(last) || reading.beginsContext(last, before: limit) else { return nil }
        guard reading.words[end + 1].has(.given) || !reading.words[end + 1].has(.nouns) && reading.words[end + 1].cue == nil && !reading.words[end + 1].isConjoined else { return nil }
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
            return word.has(.honorific) && !word.has(.role) || word.has([.given, .bin]) && !word.has(.role)
        }
        while end > start + 1, drop(end - 1) || reading.words[end - 1].has([.honorific, .rank]) && reading.words[end - 1].isDefinite && reading.words[end - 1].preposition == nil { end -= 1 }
        while start < end, drop(start) { start += 1 }
        guard start < end, reading.words[start..<end].contains(where: { $0.has([.role, .rank]) }) else { return nil }
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
