/// How many letters part two words.
enum LetterDistance {
    typealias Word = [Unicode.Scalar]

    /// Whether one letter more, one less, another one, or two that changed places make one word the other (Damerau 1964).
    static func isOne(_ a: Word, _ b: Word) -> Bool {
        guard abs(a.count - b.count) <= 1, let first = zip(a, b).enumerated().first(where: { $1.0 != $1.1 })?.offset ?? differentEnd(a, b) else {
            return false
        }
        let (restA, restB) = (a[first...], b[first...])
        if a.count != b.count { return a.count > b.count ? restA.dropFirst().elementsEqual(restB) : restB.dropFirst().elementsEqual(restA) }
        if restA.dropFirst().elementsEqual(restB.dropFirst()) { return true }
        return restA.count > 1 && a[first] == b[first + 1] && a[first + 1] == b[first] && restA.dropFirst(2).elementsEqual(restB.dropFirst(2))
    }

    /// What is left of a word without one of its letters, and the word: two words one letter apart have one of these in common.
    static func neighbourhood(_ word: Word) -> Set<Word> {
        Set(
            word.indices.map { index in
                var rest = word
                rest.remove(at: index)
                return rest
            }
        ).union([word])
    }

    private static func differentEnd(_ a: Word, _ b: Word) -> Int? { a.count == b.count ? nil : min(a.count, b.count) }
}
