/// Organisations and documents.
extension ArabicSpeakers {
    /// "الوزارة نفسها", "البيان المذكور".
    private static let same: Set<String> = ["نفسه", "نفسها", "ذاته", "ذاتها", "المذكور", "المذكوره"]

    mutating func thing(_ source: ArabicSource, _ cue: ArabicCue?) -> Int? {
        let word = reading.words[source.head]
        let head = Self.bare(word)
        if word.isDefinite, source.tokens.count == 1 || source.tokens.count == 2 && Self.same.contains(reading.words[source.head + 1].key) {
            if let index = known[remembered].lastIndex(where: { $0.sourceClass == source.sourceClass && $0.head == head }) { return index }
            for place in places(of: head, before: source.head) where !reading.words[place].isDefinite {
                if let found = reader.source(in: place..<min(place + 12, reading.sentence(of: place).upperBound)),
                    found.sourceClass == source.sourceClass,
                    found.tokens.count > 1
                {
                    return add(Speaker(name: text(found.tokens), sourceClass: found.sourceClass, head: head), source, cue)
                }
            }
        }
        let name = text(source.tokens)
        if let index = known[remembered].lastIndex(where: { $0.name == name }) { return index }
        return add(Speaker(name: name, sourceClass: source.sourceClass, head: head), source, cue)
    }

}
