import Basics

/// A day that the text names: "Monday, May 23, 2016", "23 مايو".
struct TextDate: Sendable {
    let tokens: Range<Int>
    let day: Int
    let month: Int
    let year: Int?
    /// 0 is Sunday; nil when the text does not say.
    let weekday: Int?
    let weekdayToken: Int?

    static func found(in reading: Reading) -> [TextDate] {
        let tokens = reading.tokens
        var found: [TextDate] = []
        for index in tokens.indices {
            guard let month = months[tokens[index].key], reading.language == .ar || tokens[index].isCapitalised else { continue }
            let isAlone = tokens[index].text.unicodeScalars.count > 3 || reading.language == .ar
            var day: (value: Int, tokens: Range<Int>)?
            var behind = index + 1
            if behind < tokens.count, tokens[behind].is("."), tokens[behind].joined { behind += 1 }
            if reading.language == .en, behind < tokens.count, let number = ordinal(tokens[behind]), (1...31).contains(number) {
                day = (number, index..<behind + 1)
            } else if index > 0, let number = ordinal(tokens[index - 1]), (1...31).contains(number) {
                day = (number, index - 1..<index + 1)
            } else if reading.language == .en, index > 1, tokens[index - 1].is("of"), let number = ordinal(tokens[index - 2]),
                (1...31).contains(number)
            {
                day = (number, index - 2..<index + 1)
            }
            guard let day, isAlone || day.tokens.count > 1, reading.block[day.tokens.lowerBound] == reading.block[day.tokens.upperBound - 1] else {
                continue
            }
            // "March 14-16", "May 5 to 7" are spans; "May 20,000" is no day.
            var end = day.tokens.upperBound
            while end < tokens.count, [",", "،", "عام", "سنة", "of", "("].contains(tokens[end].key), end < day.tokens.upperBound + 2 { end += 1 }
            let year = end < tokens.count && tokens[end].kind == .number ? NumberWords.digits(tokens[end].text).map { Int($0) } : nil
            let start = day.tokens.lowerBound
            let nameBehind = (1...3).first {
                start >= $0 && weekdays[tokens[start - $0].key] != nil
                    && (1..<$0).allSatisfy { [",", "،", "(", "the", "on", ".", "الموافق"].contains(tokens[start - $0].key) }
            }
            found.append(
                TextDate(
                    tokens: year.map { (1_000...2_200).contains($0) } == true ? start..<end + 1 : day.tokens, day: day.value, month: month,
                    year: year.flatMap { (1_000...2_200).contains($0) ? $0 : nil }, weekday: nameBehind.flatMap { weekdays[tokens[start - $0].key] },
                    weekdayToken: nameBehind.map { start - $0 }))
        }
        return found
    }

    /// 23, 23rd, ٢٣.
    private static func ordinal(_ token: Prose.Token) -> Int? {
        if token.kind == .number { return NumberWords.digits(token.text).flatMap { $0 < 32 && $0 == $0.rounded() ? Int($0) : nil } }
        let digits = token.key.prefix { $0.isASCII && $0.isNumber }
        return (1...2).contains(digits.count) && ["st", "nd", "rd", "th"].contains(token.key.dropFirst(digits.count)) ? Int(digits) : nil
    }

    static let months: [String: Int] = table("months", first: 1)
    static let weekdays: [String: Int] = table("weekdays", first: 0)

    /// Names in their order, a line for each in `copydesk-units.tsv`.
    private static func table(_ name: String, first: Int) -> [String: Int] {
        var table: [String: Int] = [:]
        for line in BuiltInFile.lines("copydesk-units.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, fields[0] == name, let number = Int(fields[1]) else { continue }
            for word in fields[2].split(separator: " ") { table[String(word)] = number }
        }
        return table
    }
}
