/// Light stemming of Arabic: what is written together with a word is taken off (and, the, by the; the endings of number, gender and possession), its root is
/// left alone. After light10 (Larkey, Ballesteros and Connell, 2007).
enum ArabicStem {
    /// In bytes: a word of three letters.
    static let shortestBehindClitic = 6
    static let clitics = bytes(["ل", "ب"])

    /// The stem of a folded word in UTF-8. A word that would become too short keeps what is in question.
    static func stem(_ word: [UInt8]) -> [UInt8] {
        // Each letter is two bytes.
        guard word.count >= 6 else { return word }
        var rest = word[...]
        if rest.count >= 8, rest.starts(with: waw) { rest = rest.dropFirst(2) }
        for prefix in prefixes where rest.count >= prefix.count + 4 && rest.starts(with: prefix) {
            rest = rest.dropFirst(prefix.count)
            break
        }
        for suffix in suffixes where rest.count >= suffix.count + 4 && rest.suffix(suffix.count).elementsEqual(suffix) {
            rest = rest.dropLast(suffix.count)
        }
        return Array(rest)
    }

    /// Whether a letter's two bytes are one of و ف ب ل ك.
    static func isClitic(_ first: UInt8, _ second: UInt8) -> Bool { joined.contains { $0[0] == first && $0[1] == second } }

    private static let waw = Array("و".utf8)
    private static let joined = bytes(["و", "ف", "ب", "ل", "ك"])
    /// The longest first.
    private static let prefixes = bytes(["وال", "بال", "كال", "فال", "لل", "ال"])
    private static let suffixes = bytes(["ها", "ان", "ات", "ون", "ين", "يه", "ه", "ي"])

    private static func bytes(_ list: [String]) -> [[UInt8]] { list.map { Array($0.utf8) } }
}
