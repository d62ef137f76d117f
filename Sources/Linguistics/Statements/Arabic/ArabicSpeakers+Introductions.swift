/// Where the text introduces somebody.
extension ArabicSpeakers {
    /// Where the text names somebody in full whose one name is given.
    func introduction(of key: String, before limit: Int, except own: Int) -> ArabicSource? {
        for place in (placesOfKey[key] ?? []).prefix(20) where place < limit && place != own {
            let words = reading.words
            var start = place
            while start > 0, place - start < 7, !reading.isMark(start - 1) {
                let before = words[start - 1]
                if before.has([.given, .bin]), before.preposition == nil {
                    start -= 1
                } else if start >= 2, words[start - 2].has([.given, .bin]), !before.has([.preposition, .opener, .time]), !reading.isMark(start - 2) {
                    start -= 2
                } else {
                    break
                }
            }
            if start > 0, words[start].key == "بن", reading.tokens[start - 1].kind == .word { start -= 1 }
            if start == place, !words[place].has(.given), isFirstName(place - 1) { start -= 1 }
            guard start < place || words[place].has(.given) else { continue }
            let limit = reading.sentence(of: place).upperBound
            var end = place + 1
            if words[place].has(.given) || end < limit && words[end].has(.bin) { end = reader.endOfName(from: start, before: limit) }
            guard end - start > 1, end > place else { continue }
            var found = ArabicSource(tokens: start..<end, sourceClass: .person, role: role(before: start), name: start..<end, head: start)
            if found.role == nil { found.role = reader.appositive(after: end, limit: reading.sentence(of: place).upperBound) }
            return found
        }
        return nil
    }

    /// Whether an unknown word behind a role must be a first name: "وزير الطاقة يوفال شتاينتس".
    func isFirstName(_ index: Int) -> Bool {
        guard index > 1, reading.tokens[index].kind == .word else { return false }
        let (word, before) = (reading.words[index], reading.words[index - 1])
        return word.traits.isEmpty && word.cue == nil && !word.isDefinite && before.isDefinite && role(before: index) != nil
    }

    /// The role that stands before a name: "وزير الخارجية عادل الجبير".
    func role(before name: Int) -> Range<Int>? {
        var head: Int?
        var index = name - 1
        let first = max(reading.sentence(of: name).lowerBound, name - 12)
        while index >= first, !reading.isMark(index) {
            let word = reading.words[index]
            if word.has([.role]), word.preposition == nil || index == first { head = index }
            if word.has([.preposition, .opener, .relative, .time]) && head != nil || word.cue?.isVerb ?? false { break }
            index -= 1
        }
        guard let head, let source = reader.source(in: head..<name + 1), let role = source.role else { return nil }
        return role
    }

    /// Whether the text names in full whom a single word at a place means.
    func isIntroduced(_ place: Int) -> Bool { introduction(of: Self.bare(reading.words[place]), before: .max, except: place) != nil }

    /// Whether a name is that of somebody who spoke or is named in full before.
    func isKnown(_ name: Range<Int>) -> Bool {
        let keys = keys(of: name)
        return known[remembered].contains { speaker in speaker.sourceClass == .person && keys.allSatisfy(speaker.keys.contains) }
            || keys.count == 1 && introduction(of: keys[0], before: name.lowerBound, except: name.lowerBound) != nil
    }

    /// Whether an organisation or a document with this noun has been named.
    func knowsThing(_ head: Int) -> Bool {
        let bare = Self.bare(reading.words[head])
        return known[remembered].contains { $0.sourceClass != .person && $0.head == bare }
    }

    func personBefore(_ token: Int) -> Int? { known[remembered].lastIndex { $0.sourceClass == .person } }

}
