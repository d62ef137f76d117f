/// Where the name of a person stands in a phrase.
extension ArabicSourceReader {
    func name(in range: Range<Int>) -> Range<Int>? {
        let head = reading.words[range.lowerBound]
        if head.has([.organisation, .document]), !head.has([.role, .rank, .given, .honorific]) { return nil }
        guard let start = afterHonorific(range) ?? atGivenName(range) ?? afterDefiniteRole(range) else { return nil }
        let end = endOfName(from: start, before: range.upperBound)
        return end > start ? start..<end : nil
    }

    /// "الدكتور توكل", "اللواء أحمد المسماري": behind the last title, unless it is part of an institution's name (جامعة الملك سعود).
    private func afterHonorific(_ range: Range<Int>) -> Int? {
        let words = reading.words
        for index in range.reversed() {
            let word = words[index]
            guard word.has([.honorific, .rank]), word.preposition == nil else { continue }
            let abbreviated = word.key.unicodeScalars.count == 1
            if abbreviated, index + 1 < range.upperBound, ![".", "/"].contains(reading.tokens[index + 1].key) { continue }
            guard word.isDefinite || Self.bareTitles.contains(word.key) || abbreviated else { continue }
            if index > range.lowerBound, Self.patrons.contains(word.key), isInstitution(index - 1) { continue }
            var next = index + 1
            while next < range.upperBound, reading.isMark(next) || Self.rankWords.contains(words[next].key) { next += 1 }
            guard next < range.upperBound, mayName(next), !words[next].has(.role) || words[next].has(.given) || words[next].isDefinite else {
                continue
            }
            if word.key == "الملك", words[next].isDefinite { continue }
            if word.has(.rank), Self.ordinals.contains(words[next].key) || word.key == "الفريق" && words[next].isDefinite { continue }
            if word.has(.rank), words[next].isDefinite, !word.has(.honorific), words[next].has(.nouns) { continue }
            return next
        }
        return nil
    }

    /// Titles after whose bearers institutions are called: "جامعة الملك سعود".
    private static let patrons: Set<String> = ["الملك", "الملكه", "الامير", "الشيخ", "الامام", "السلطان", "الحاج", "السيد", "الاميره"]
    private static let ordinals: Set<String> = ["الاول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع"]
    private static let bareTitles: Set<String> = ["معالي", "سعاده", "فضيله", "سماحه", "سمو", "فخامه", "جلاله"]
    private static let rankWords: Set<String> = ["الركن", "المتقاعد", "الطيار", "حقوقي", "اول", "ركن", "الملكي", "دكتور", "مهندس"]

    /// An institution that may be called after somebody: the word is an indefinite noun of an organisation or a place.
    private func isInstitution(_ index: Int) -> Bool {
        let word = reading.words[index]
        guard !word.isDefinite, !reading.isMark(index), !word.has(.proper) else { return false }
        return word.has(.organisation) || Self.institutions.contains(word.key) || word.preposition != nil && word.has(.organisation)
    }

    private static let institutions: Set<String> = [
        "مدينه", "شارع", "حي", "طريق", "ملعب", "استاد", "جائزه", "كرسي", "مسجد", "جامع", "ميدان", "قاعده", "كاس", "دوري", "منطقه", "محافظه", "قصر",
        "دار", "بمدينه",
        "بجامعه", "بمستشفي", "مجمع", "مشروع", "حضره", "حرم", "قاعه", "ميناء",
    ]

    /// The first given name that does not belong to an institution.
    private func atGivenName(_ range: Range<Int>) -> Int? {
        let words = reading.words
        for index in range where words[index].has(.given) || Self.compound.contains(words[index].key) {
            // "عبد" is a name only with another word.
            if words[index].key == "عبد" || words[index].key == "ابو", index + 1 >= range.upperBound || reading.isMark(index + 1) { continue }
            if index == range.lowerBound { return words[index].has([.role, .organisation, .document, .vague]) ? nil : index }
            let before = words[index - 1]
            // "المتحدث باسم": no Basim.
            if words[index].key == "باسم",
                before.has(.role) || index + 1 >= range.upperBound || words[index + 1].isDefinite || words[index + 1].has(.organisation)
            {
                continue
            }
            if isInstitution(index - 1) { continue }
            if before.isDefinite, index >= range.lowerBound + 2, before.has([.honorific, .role]), isInstitution(index - 2) { continue }
            if words[index].has([.role, .organisation, .document, .object]), !before.isDefinite { continue }
            if before.has([.preposition, .object]) { continue }
            if !before.isDefinite, before.has(.role), before.key != "مواطن", !words[index - 1].key.hasSuffix("ي") {
                // "وزير محمد" is no name, "خادم الحرمين" neither.
                continue
            }
            // First names that no list knows: "السفيرة أليس سمعان", "الكوري تشونغ مونغ جون".
            var first = index
            while first > range.lowerBound + 1, index - first < 3, isUnknown(first - 1) { first -= 1 }
            return first < index && words[first - 1].isDefinite ? first : index
        }
        return nil
    }

    private static let compound: Set<String> = ["عبد", "ابو", "بن"]

    /// Behind a role that ends with a definite noun, an indefinite word begins a name: "المبعوث الأممي غسان".
    private func afterDefiniteRole(_ range: Range<Int>) -> Int? {
        guard reading.words[range.lowerBound].has(.role), !reading.words[range.lowerBound].has(.organisation), range.count > 1 else { return nil }
        for index in range.dropFirst() {
            let (before, word) = (reading.words[index - 1], reading.words[index])
            let isBehindQuotation = reading.quotes.pair(around: index - 1).map { $0.close == index - 1 } ?? false
            guard before.isDefinite || isBehindQuotation, !word.isDefinite, !reading.isMark(index), mayName(index) else { continue }
            guard !word.has(ArabicTraits.nouns.union([.preposition, .time, .object])), word.preposition == nil, !word.looksLikeVerbalNoun else {
                continue
            }
            guard !Self.adverbs.contains(word.key) else { continue }
            let letters = word.key.unicodeScalars
            if letters.count < 3 || ["ب", "ل", "ك", "و", "ف"].contains(letters.first!) && !word.has(.given) && letters.dropFirst().first == "ا" {
                continue
            }
            if "وبل".unicodeScalars.contains(letters.first!), !word.has(.given) { continue }
            return index
        }
        return nil
    }

    private static let kin: Set<String> = ["نظيره", "نظيرته", "نظيرها", "نائبه", "نائبها", "زوجته", "زوجها", "شقيقه", "نجله", "والده", "والدته"]
    /// Second halves of given names: صلاح الدين, نصر الله.
    private static let seconds: Set<String> = ["الدين", "الله", "الحق", "الاسلام", "العابدين"]
    private static let adverbs: Set<String> = [
        "عددا", "باسم", "لشؤون", "لشئون", "سابقا", "حاليا", "عام", "مساعد", "غير", "كل", "هو", "هي", "انه", "ضد", "لدي", "عبر", "نفسه", "نفسها",
        "ذاته",
        "ايضا", "معا", "امس",
        "لقطاع", "بقطاع", "بوزاره", "بجامعه", "بمنطقه", "لمنطقه", "بمحافظه", "بهيئه", "بشركه", "ذلك", "هذا", "هذه", "تلك", "وغيرهم",
    ]

    private func isUnknown(_ index: Int) -> Bool {
        let word = reading.words[index]
        return word.traits.isEmpty && word.cue == nil && !word.isDefinite && mayName(index) && !word.key.hasPrefix("ب") && !word.key.hasPrefix("ل")
    }

    func mayName(_ index: Int) -> Bool {
        let word = reading.words[index]
        return !reading.isMark(index) && reading.tokens[index].kind == .word
            && !word.has([.preposition, .opener, .relative, .time, .particle, .context, .question])
            && (word.has(.given) || word.preposition == nil && !word.has([.organisation, .document, .vague]))
    }

    func endOfName(from start: Int, before limit: Int) -> Int {
        let words = reading.words
        var index = start
        var chained = true
        while index < min(limit, start + 9) {
            let word = words[index]
            if reading.isMark(index) {
                // A point behind an initial.
                if reading.tokens[index].key == ".", index > start, words[index - 1].key.unicodeScalars.count == 1 {
                    index += 1
                    continue
                }
                break
            }
            if reading.tokens[index].kind != .word { break }
            let isName = word.has([.given, .bin])
            if index > start, !isName, words[index - 1].key != "بن" {
                if word.has([.preposition, .opener, .relative, .time, .particle, .context, .question, .object, .carrier, .interruption, .according]) {
                    break
                }
                if word.has(.nouns), !chained || !word.isDefinite, !(word.key == "شيخ" && index + 1 < limit && words[index + 1].has([.given, .role]))
                {
                    break
                }
                if word.preposition != nil || word.isDefinite && word.has(.document) { break }
                if word.key.hasPrefix("ل"), word.key.hasSuffix("نا") { break }
                if word.looksLikeVerbalNoun, !words[index - 1].has(.bin) { break }
                // "سرحان بمواقف": a preposition, unless the name ends here.
                if word.key.hasPrefix("ب") || word.key.hasPrefix("ل"), index + 1 < limit, !reading.isMark(index + 1),
                    !words[index + 1].has([.opener, .preposition, .bin])
                {
                    break
                }
                if word.cue != nil, !chained { break }
                // "يحيى رباح الخبير في": a role behind the name.
                if word.has(.role), word.isDefinite, index - start > 1, index + 1 < limit,
                    words[index + 1].isDefinite || words[index + 1].has(.preposition) || words[index + 1].key == "باسم"
                {
                    break
                }
                // "نظيره": his counterpart.
                if word.isPossessed, word.traits.isEmpty, !chained || Self.kin.contains(word.key) { break }
                if reading.beginsContext(index, before: limit) { break }
                // Behind a family name with the article another word without it begins something else.
                if !chained, words[index - 1].isDefinite, !word.isDefinite { break }
                if !chained, index - start >= 5 { break }
                // A family name ends the name: "ناجي الأحمدي العاملات".
                if !chained, words[index - 1].isDefinite, word.isDefinite { break }
            }
            chained = isName || index > start && (words[index - 1].key == "عبد" || Self.seconds.contains(word.key))
            index += 1
        }
        while index > start + 1, ["بن", "ابن", "بنت"].contains(words[index - 1].key) { index -= 1 }
        return index
    }
}
