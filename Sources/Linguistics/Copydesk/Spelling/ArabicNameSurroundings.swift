import Basics

/// Words of an Arabic text that are parts of names: Arabic has no capitals, so the list of name parts and what stands around a word tell.
enum ArabicNameSurroundings {
    static func names(in reading: Reading, among unknown: Set<String>) -> Set<String> {
        var names = unknown.filter { ArabicNameParts.isKnown(ArabicNameParts.folded($0)) }
        let tokens = reading.tokens
        for index in tokens.indices where unknown.contains(tokens[index].key) {
            let before = index > 0 && reading.block[index - 1] == reading.block[index] ? tokens[index - 1].key : ""
            let after = index + 1 < tokens.count && reading.block[index + 1] == reading.block[index] ? tokens[index + 1].key : ""
            let isBeside = [before, after].contains { introducers.contains($0) || unknown.contains($0) || ArabicNameWords.titles.contains($0) }
            if isBeside || isGivenName(before) || Self.marks.contains(before) { names.insert(tokens[index].key) }
        }
        return names
    }

    private static func isGivenName(_ word: String) -> Bool {
        guard let counts = ArabicNameParts.counts[ArabicNameParts.folded(word)] else { return false }
        return counts.given > 20
    }

    private static let introducers = WordLists.list("ar-name-introducers")
    private static let marks: Set<String> = ["»", "«", "\"", "“", "”", "("]
}
