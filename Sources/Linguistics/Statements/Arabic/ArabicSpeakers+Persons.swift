/// Whom a name or a title means.
extension ArabicSpeakers {
    mutating func person(_ source: ArabicSource, _ cue: ArabicCue?, isHeadline: Bool = false) -> Int? {
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
        if let index = remembered.last(where: means) {
            if known[index].role == nil { known[index].role = role }
            if let cue, cue.isVerb, !known[index].agrees {
                (known[index].isFeminine, known[index].isPlural, known[index].agrees) = (cue.feminine, cue.plural, true)
            }
            return index
        }
        if !source.isCertain, let index = known[remembered].lastIndex(where: { $0.sourceClass != .person && $0.name?.contains(text(name)) ?? false })
        {
            return index
        }
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
    mutating func titled(_ source: ArabicSource, _ cue: ArabicCue?) -> Int? {
        let head = Self.bare(reading.words[source.head])
        let role = text(source.role ?? source.tokens)
        if source.tokens.count == 1,
            let index = known[remembered].lastIndex(where: { $0.sourceClass == .person && $0.keys.count > 1 && $0.keys.last == head })
        {
            return index
        }
        func fits(_ known: String?) -> Bool { source.tokens.count == 1 || isPart(role, of: known) || known.map(role.hasPrefix) ?? false }
        if let index = known[remembered].lastIndex(where: { $0.sourceClass == .person && $0.name != nil && $0.head == head && fits($0.role) }) {
            return index
        }
        for place in places(of: head, before: source.head) where source.tokens.count < 9 && reading.words[place].has([.role, .rank]) {
            if let found = reader.source(in: place..<min(place + 24, reading.sentence(of: place).upperBound)), let name = found.name, found.isCertain,
                reading.words[name.lowerBound].has([.given, .bin]),
                let itsRole = found.role, itsRole.count <= source.tokens.count + 5, fits(text(itsRole))
            {
                return person(found, cue)
            }
        }
        if let index = known[remembered].lastIndex(where: { $0.sourceClass == .person && $0.name == nil && $0.head == head && fits($0.role) }) {
            return index
        }
        return add(Speaker(role: role, sourceClass: .person, head: head), source, cue)
    }

    /// Whether each word of a title stands in a role: "الوزير الإسرائيلي" in "وزير الطاقة الإسرائيلي".
    func isPart(_ title: String, of role: String?) -> Bool {
        guard let role else { return false }
        func bare(_ text: String) -> [Substring] { text.split(separator: " ").map { $0.hasPrefix("ال") ? $0.dropFirst(2) : $0 } }
        let words = Set(bare(role))
        return bare(title).allSatisfy(words.contains)
    }

}
