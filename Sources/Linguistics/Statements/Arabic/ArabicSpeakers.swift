/// Who has been named so far, and who spoke last.
struct ArabicSpeakers {
    struct Speaker {
        var name: String?
        var role: String?
        var sourceClass: Statement.SourceClass
        var isFeminine = false
        /// Whether a verb has told gender and number.
        var agrees = false
        var isPlural = false
        /// The parts of the name, bare; the head of the role or of the organisation, bare.
        var keys: [String] = []
        var head: String
    }

    let reading: ArabicReading
    let reader: ArabicSourceReader
    var known: [Speaker] = []
    /// Indices of those who spoke, the last one at the end.
    var spoke: [Int] = []
    /// Where each bare word stands.
    let placesOfKey: [String: [Int]]

    init(reading: ArabicReading) {
        self.reading = reading
        reader = ArabicSourceReader(reading: reading)
        var placesOfKey: [String: [Int]] = [:]
        for index in reading.words.indices where reading.tokens[index].kind == .word {
            placesOfKey[Self.bare(reading.words[index]), default: []].append(index)
        }
        self.placesOfKey = placesOfKey
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
        if spoke.count > 40 { spoke.removeFirst(20) }
    }

    /// Those whom the text still remembers.
    var remembered: Range<Int> { max(0, known.count - 200)..<known.count }

    /// The last places of a word before another, the nearest first.
    func places(of key: String, before limit: Int) -> ReversedCollection<ArraySlice<Int>> {
        let all = placesOfKey[key] ?? []
        var (low, high) = (0, all.count)
        while low < high {
            let middle = (low + high) / 2
            if all[middle] < limit { low = middle + 1 } else { high = middle }
        }
        return all[max(0, low - 20)..<low].reversed()
    }

    /// The last speaker whom a form of a verb can mean.
    func last(agreeingWith cue: ArabicCue) -> Int? {
        spoke.suffix(6).last { !known[$0].agrees || known[$0].isFeminine == cue.feminine && known[$0].isPlural == cue.plural }
    }

    /// Who is meant by a source; remembers a new one. A headline's speaker may be named in full behind it.
    mutating func resolve(_ source: ArabicSource, cue: ArabicCue?, isHeadline: Bool = false) -> Int? {
        switch source.sourceClass {
        case .person:
            return source.isPronoun
                ? spoke.last { known[$0].sourceClass == .person } ?? personBefore(source.head)
                    ?? add(Speaker(sourceClass: .person, head: ""), source, cue)
                : person(source, cue, isHeadline: isHeadline)
        case .organisation, .document: return thing(source, cue)
        case .vague, .unnamed: return add(Speaker(sourceClass: source.sourceClass, head: Self.bare(reading.words[source.head])), source, cue)
        }
    }

    mutating func add(_ speaker: Speaker, _ source: ArabicSource, _ cue: ArabicCue?) -> Int {
        var speaker = speaker
        let head = reading.words[source.head]
        if let cue, cue.isVerb {
            (speaker.isFeminine, speaker.isPlural, speaker.agrees) = (cue.feminine, cue.plural, true)
        } else if speaker.sourceClass != .person {
            speaker.isFeminine = head.key.hasSuffix("ه") || head.has(.feminine)
            speaker.agrees = true
        }
        known.append(speaker)
        return known.count - 1
    }

    /// Somebody of whom only the verb tells.
    mutating func unknown(_ cue: ArabicCue) -> Int {
        known.append(Speaker(sourceClass: .person, isFeminine: cue.feminine, agrees: true, isPlural: cue.plural, head: ""))
        return known.count - 1
    }

    func keys(of name: Range<Int>) -> [String] {
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
        while start < end, reading.isMark(start), !reading.words[start].has(.opener), start + 1 < end,
            reading.quotes.pair(openingAt: start)?.close ?? end >= end - 1
        { start += 1 }
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
