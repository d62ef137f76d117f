/// The word lists of the copydesk, from `copydesk-words.tsv`: a list's name, and words parted by spaces; a word of several is joined by `_`.
enum WordLists {
    private static let all: [String: Set<String>] = {
        var lists: [String: Set<String>] = [:]
        for line in BuiltInFile.lines("copydesk-words.tsv") {
            let fields = line.split(separator: "\t", maxSplits: 1)
            guard fields.count == 2 else { continue }
            lists[String(fields[0]), default: []].formUnion(fields[1].split(separator: " ").map { String($0).replacing("_", with: " ") })
        }
        return lists
    }()

    /// A list by its name; a name that is not in the file is an empty list, and a test holds that none is.
    static func list(_ name: String) -> Set<String> { all[name] ?? [] }
}
