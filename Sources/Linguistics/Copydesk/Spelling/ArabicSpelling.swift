import Basics

/// Arabic words that the dictionary does not know and that are one slip away from one it knows.
///
/// The dictionary alone flags one running word in thirty: hamzas that many papers do not write, and names of the whole world. So a word is marked
/// only when a form that people mistake for it exists; the hamza is a check of its own.
struct ArabicSpelling: Check {
    enum Part { case spelling, hamza }
    let part: Part

    var id: String { part == .spelling ? "spelling" : "hamza" }

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .ar, let dictionary = SpellingDictionary.of(.ar) else { return [] }
        var places: [String: [Range<Int>]] = [:]
        for word in Self.words(of: reading) { places[word.key, default: []].append(word.range) }
        let right = reading.house.words
        let listed = places.keys.filter { Misspellings.arabic[$0] != nil }
        let unknown = dictionary.unknown(among: Array(places.keys)).union(listed).filter { !right.contains($0) && !Self.isAccepted($0) }
        guard !unknown.isEmpty else { return [] }
        let names = ArabicNameSurroundings.names(in: reading, among: unknown)
        // The papers of Egypt write every ى for ي; one alone is a foreign name, or a poet's.
        let isEgyptian = unknown.count { $0.hasSuffix("ى") } > 1 || unknown.contains { Self.alefMaqsura.contains($0) }
        var hits: [Hit] = []
        for word in unknown.count > Self.mostUnknown ? Array(unknown.sorted().prefix(Self.mostUnknown)) : Array(unknown) {
            guard let ranges = places[word]?.sorted(by: { $0.lowerBound < $1.lowerBound }), let first = ranges.first,
                let correction = ArabicCorrection.of(word, dictionary)
            else { continue }
            let form = correction.form
            guard (form.slip == .hamza) == (part == .hamza) else { continue }
            if names.contains(word), Misspellings.arabic[word] == nil { continue }
            if form.slip == .seat, ranges.count > 1 { continue }
            // A rarer spelling of a word that the text itself has.
            if form.slip == .sound, ranges.count > 1 || word.unicodeScalars.count < 6 || !Self.stands(form.word, in: places) { continue }
            let isMaqsura = form.slip == .ending && word.hasSuffix("ى")
            if isMaqsura, !isEgyptian { continue }
            let fold = form.slip == .hamza ? "hamza" : isMaqsura ? "alef maqsura" : nil
            // Where there are two ways to put the hamza, and nothing to choose by, the editor knows.
            hits.append(Hit(range: first, suggestion: correction.isSure ? form.word : nil, also: Array(ranges.dropFirst()), fold: fold))
        }
        return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    /// A text with more words that nobody knows is in no language of ours.
    private static let mostUnknown = 1_000

    private static func stands(_ word: String, in places: [String: [Range<Int>]]) -> Bool {
        if places[word] != nil { return true }
        let bare = word.withoutClitics
        return bare.unicodeScalars.count > 3 && (places[bare] != nil || places["ال" + bare] != nil)
    }

    /// Words of Arabic letters, those joined by hyphens each for itself.
    static func words(of reading: Reading) -> [(key: String, range: Range<Int>)] {
        var words: [(key: String, range: Range<Int>)] = []
        for token in reading.tokens where token.kind == .word {
            // Scripture and verse come with their vowels and have words of their own.
            if token.text.unicodeScalars.count(where: { (0x064B...0x0652).contains($0.value) }) > 2 { continue }
            if token.key.unicodeScalars.allSatisfy(\.isArabicLetter) {
                words.append((token.key, token.range))
            } else if token.text.unicodeScalars.contains("-") {
                var start = token.range.lowerBound
                let parts = token.text.unicodeScalars.split(separator: "-", omittingEmptySubsequences: false)
                for part in parts {
                    let key = Prose.key(String(part))
                    if !key.isEmpty, key.unicodeScalars.allSatisfy(\.isArabicLetter) { words.append((key, start..<start + part.count)) }
                    start += part.count + 1
                }
            }
        }
        return words
    }

    private static func isAccepted(_ word: String) -> Bool { accepted.contains(word) || word.withoutConjunction.map(accepted.contains) ?? false }

    private static let alefMaqsura: Set<String> = ["فى", "التى", "الذى", "هى", "وفى", "والتى", "والذى"]
    private static let accepted = WordLists.list("ar-accepted")
}
