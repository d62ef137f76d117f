/// Who has been named so far, and who spoke last.
struct ArabicSpeakers {
    struct Speaker {
        var name: String?
        var role: String?
        var sourceClass: Statement.SourceClass
        var isFeminine = false
        var isPlural = false
        /// The parts of the name, bare; the head of the role or of the organisation, bare.
        var keys: [String] = []
        var head: String
    }

    let reading: ArabicReading
    let reader: ArabicSourceReader
    private(set) var known: [Speaker] = []
    /// Indices of those who spoke, the last one at the end.
    private var spoke: [Int] = []
    private var placesOfKey: [String: [Int]]

    init(reading: ArabicReading) {
        self.reading = reading
        reader = ArabicSourceReader(reading: reading)
        placesOfKey = [:]
        for index in reading.words.indices where reading.tokens[index].kind == .word { placesOfKey[Self.bare(reading.words[index]), default: []].append(index) }
    }

    /// A word without its conjunction, preposition and article.
    static func bare(_ word: ArabicWord) -> String {
        var key = Substring(word.key)
        if word.isConjoined { key = key.dropFirst() }
        if word.preposition != nil {
            if key.hasPrefix("لل") { return String(key.dropFirst(2)) }
            key = key.dropFirst()
        }
        if key.hasPrefix("ال"), key.unicodeScalars.count > 4 { key = key.dropFirst(2) }
        return String(key)
    }

    mutating func speak(_ index: Int) {
        spoke.removeAll { $0 == index }
        spoke.append(index)
    }

    /// The last speaker whom a form of a verb can mean.
    func last(agreeingWith cue: ArabicCue) -> Int? {
        spoke.suffix(6).last { known[$0].isFeminine == cue.feminine && known[$0].isPlural == cue.plural }
    }

    /// Who is meant by a source; remembers a new one. A headline's speaker may be named in full behind it.
    mutating func resolve(_ source: ArabicSource, cue: ArabicCue?, isHeadline: Bool = false) -> Int? {
        switch source.sourceClass {
        case .person: return source.isPronoun ? spoke.last { known[$0].sourceClass == .person } ?? personBefore(source.head) : person(source, cue, isHeadline: isHeadline)
        case .organisation, .document: return thing(source, cue)
        case .vague, .unnamed: return add(Speaker(sourceClass: source.sourceClass, head: Self.bare(reading.words[source.head])), source, cue)
        }
    }

    private mutating func add(_ speaker: Speaker, _ source: ArabicSource, _ cue: ArabicCue?) -> Int {
        var speaker = speaker
        let head = reading.words[source.head]
        if let cue, cue.isVerb {
            (speaker.isFeminine, speaker.isPlural) = (cue.feminine, cue.plural)
        } else if speaker.sourceClass != .person {
            speaker.isFeminine = head.key.hasSuffix("ه") || head.has(.feminine)
        }
        known.append(speaker)
        return known.count - 1
    }

    // MARK: Persons

    private mutating func person(_ source: ArabicSource, _ cue: ArabicCue?, isHeadline: Bool = false) -> Int? {
        guard let name = source.name else { return titled(source, cue) }
        let keys = keys(of: name)
        guard !keys.isEmpty else { return nil }
        let role = source.role.map { text($0) }
        // A first name alone means only who spoke last.
        func means(_ index: Int) -> Bool {
            let speaker = known[index]
            guard speaker.sourceClass == .person, keys.allSatisfy(speaker.keys.contains) else { return false }
            return keys.count > 1 || speaker.keys.count == 1 || keys[0] != speaker.keys[0] || spoke.last == index
        }
        if let index = known.indices.last(where: means) {
            if known[index].role == nil { known[index].role = role }
            return index
        }
        if !source.isCertain, let index = known.lastIndex(where: { $0.sourceClass != .person && $0.name?.contains(text(name)) ?? false }) { return index }
        let head = source.role.map { Self.bare(reading.words[$0.lowerBound]) } ?? ""
        var speaker = Speaker(name: text(name), role: role, sourceClass: .person, keys: keys, head: head)
        if keys.count == 1, let full = introduction(of: keys[0], before: isHeadline ? .max : source.tokens.lowerBound, except: name.lowerBound) {
            speaker.name = full.name.map { text($0) }
            speaker.keys = full.name.map { self.keys(of: $0) } ?? keys
            if role == nil, let found = full.role {
                speaker.role = text(found)
                speaker.head = Self.bare(reading.words[found.lowerBound])
            }
        }
        return add(speaker, source, cue)
    }

    /// "الوزير": the last person with that role, or one whom the text has introduced without letting her speak.
    private mutating func titled(_ source: ArabicSource, _ cue: ArabicCue?) -> Int? {
        let head = Self.bare(reading.words[source.head])
        let role = text(source.role ?? source.tokens)
        if source.tokens.count == 1, let index = known.lastIndex(where: { $0.sourceClass == .person && $0.keys.count > 1 && $0.keys.last == head }) { return index }
        if source.tokens.count <= 3, reading.words[source.head].isDefinite {
            if let index = known.lastIndex(where: { $0.sourceClass == .person && $0.head == head && (source.tokens.count == 1 || $0.role?.contains(role) ?? false) }) { return index }
            for place in (placesOfKey[head] ?? []).reversed() where place < source.head && reading.words[place].has([.role, .rank]) {
                if let found = reader.source(in: place..<min(place + 24, reading.sentence(of: place).upperBound)), found.name != nil, found.isCertain, found.role != nil
                {
                    return person(found, cue)
                }
            }
        } else if let index = known.lastIndex(where: { $0.sourceClass == .person && $0.head == head && $0.role.map { role.hasPrefix($0) || $0.hasPrefix(role) } ?? false }) {
            return index
        }
        return add(Speaker(role: role, sourceClass: .person, head: head), source, cue)
    }

    /// Where the text names somebody in full whose one name is given.
    private func introduction(of key: String, before limit: Int, except own: Int) -> ArabicSource? {
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
            if start == place, !words[place].has(.given), isFirstName(place - 1) { start -= 1 }
            guard start < place || words[place].has(.given) else { continue }
            let end = reader.endOfName(from: start, before: reading.sentence(of: place).upperBound)
            guard end - start > 1, end > place else { continue }
            var found = ArabicSource(tokens: start..<end, sourceClass: .person, role: role(before: start), name: start..<end, head: start)
            if found.role == nil { found.role = reader.appositive(after: end, limit: reading.sentence(of: place).upperBound) }
            return found
        }
        return nil
    }

    /// Whether an unknown word behind a role must be a first name: "وزير الطاقة يوفال شتاينتس".
    private func isFirstName(_ index: Int) -> Bool {
        guard index > 1, reading.tokens[index].kind == .word else { return false }
        let (word, before) = (reading.words[index], reading.words[index - 1])
        return word.traits.isEmpty && word.cue == nil && !word.isDefinite && before.isDefinite && role(before: index) != nil
    }

    /// The role that stands before a name: "وزير الخارجية عادل الجبير".
    private func role(before name: Int) -> Range<Int>? {
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
        return known.contains { speaker in speaker.sourceClass == .person && keys.allSatisfy(speaker.keys.contains) }
            || keys.count == 1 && introduction(of: keys[0], before: name.lowerBound, except: name.lowerBound) != nil
    }

    private func personBefore(_ token: Int) -> Int? { known.lastIndex { $0.sourceClass == .person } }

    // MARK: Organisations and documents

    /// "الوزارة نفسها", "البيان المذكور".
    private static let same: Set<String> = ["نفسه", "نفسها", "ذاته", "ذاتها", "المذكور", "المذكوره"]

    private mutating func thing(_ source: ArabicSource, _ cue: ArabicCue?) -> Int? {
        let word = reading.words[source.head]
        let head = Self.bare(word)
        if word.isDefinite, source.tokens.count == 1 || source.tokens.count == 2 && Self.same.contains(reading.words[source.head + 1].key) {
            if let index = known.lastIndex(where: { $0.sourceClass == source.sourceClass && $0.head == head }) { return index }
            for place in (placesOfKey[head] ?? []).reversed() where place < source.head && !reading.words[place].isDefinite {
                if let found = reader.source(in: place..<min(place + 12, reading.sentence(of: place).upperBound)), found.sourceClass == source.sourceClass,
                    found.tokens.count > 1
                {
                    return add(Speaker(name: text(found.tokens), sourceClass: found.sourceClass, head: head), source, cue)
                }
            }
        }
        let name = text(source.tokens)
        if let index = known.lastIndex(where: { $0.name == name }) { return index }
        return add(Speaker(name: name, sourceClass: source.sourceClass, head: head), source, cue)
    }

    // MARK: Words

    private func keys(of name: Range<Int>) -> [String] {
        var keys: [String] = []
        var first = ""
        for index in name where !reading.isMark(index) && reading.words[index].key != "بن" {
            let word = reading.words[index]
            // "عبد الغني" and "عبدالغني" are one name.
            if ["عبد", "ابو"].contains(word.key), index + 1 < name.upperBound {
                first = word.key
            } else {
                keys.append(first.isEmpty ? Self.bare(word) : first + word.key)
                first = ""
            }
        }
        return keys
    }

    /// The words of a phrase as written, without a conjunction or preposition joined to the first, without marks around.
    func text(_ phrase: Range<Int>, keepsClitics: Bool = false) -> String {
        var (start, end) = (phrase.lowerBound, phrase.upperBound)
        while start < end, reading.isMark(start), !reading.words[start].has(.opener), start + 1 < end, reading.quotes.pair(openingAt: start)?.close ?? end >= end - 1 { start += 1 }
        while end > start + 1, reading.isMark(end - 1), reading.quotes.pair(around: end - 1).map({ $0.open < start }) ?? true { end -= 1 }
        var range = reading.span(start..<end)
        let word = reading.words[start]
        var dropped = keepsClitics || !word.isConjoined ? 0 : 1
        if !keepsClitics, word.preposition != nil, !word.isDefinite { dropped += 1 }
        range = min(range.lowerBound + dropped, range.upperBound - 1)..<range.upperBound
        let text = reading.prose.text(range)
        return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
