/// Words that are often written wrong, with what is right: what a dictionary's rules of nearness would not put first.
enum Misspellings {
    static let english: [String: String] = list("en")
    /// Words without their hamza of which more than one form is a word.
    static let arabic: [String: String] = list("ar")

    private static func list(_ language: String) -> [String: String] {
        var list: [String: String] = [:]
        for line in BuiltInFile.lines("copydesk-misspellings.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, fields[0] == language else { continue }
            for wrong in fields[1].split(separator: " ") { list[String(wrong)] = String(fields[2]) }
        }
        return list
    }
}
