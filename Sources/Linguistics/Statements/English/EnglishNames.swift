/// Given names that tell whether "he" or "she" goes on with a speaker, and organisations known by one word.
enum EnglishNames {
    static let feminine = set("feminine")
    static let masculine = set("masculine")
    static let organisations = set("organisation")

    private static func set(_ name: String) -> Set<String> {
        for line in BuiltInFile.lines("english-names.tsv") {
            let fields = line.split(separator: "\t")
            if fields.count == 2, fields[0] == name { return Set(fields[1].split(separator: " ").map(String.init)) }
        }
        return []
    }
}
