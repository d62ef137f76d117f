import Basics

/// Words of an Arabic text that are parts of names: Arabic has no capitals, so what stands around them tells.
enum ArabicNameWords {
    static func found(in reading: Reading, unknown: Set<String>) -> Set<String> {
        var names: Set<String> = []
        let tokens = reading.tokens
        for index in tokens.indices where unknown.contains(tokens[index].key) {
            let before = index > 0 && reading.block[index - 1] == reading.block[index] ? tokens[index - 1].key : ""
            let after = index + 1 < tokens.count && reading.block[index + 1] == reading.block[index] ? tokens[index + 1].key : ""
            if introducers.contains(before) || introducers.contains(after) || unknown.contains(before) || unknown.contains(after)
                || GivenNames.holds(before) || ["»", "«", "\"", "“", "”", "(", ")"].contains(before)
            {
                names.insert(tokens[index].key)
            }
        }
        return names
    }

    private static let introducers = WordLists.list("ar-name-introducers")
}

/// Given names common enough to tell that what follows is a family name.
enum GivenNames {
    private static let names = WordLists.list("ar-given-names")
    static func holds(_ word: String) -> Bool { names.contains(word) }
}
