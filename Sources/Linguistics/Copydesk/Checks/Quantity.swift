import Basics

/// A number of the text, as digits or as a word, with its noun.
struct Quantity: Sendable {
    let value: Double
    let tokens: Range<Int>
    /// The key of the noun it counts, without plural and clitics; nil when none stands there.
    let noun: String?
    let isPercent: Bool
    /// Whether it is said to be rounded, a bound or a rank: "about 300", "more than 40".
    let isRounded: Bool

    /// All quantities of a text; dates, times, scores and addresses are none.
    static func found(in reading: Reading) -> [Quantity] {
        let tokens = reading.tokens
        var found: [Quantity] = []
        var index = 0
        while index < tokens.count {
            guard let read = NumberWords.read(at: index, tokens, reading.language) else {
                index += 1
                continue
            }
            let behind = index + read.count
            defer { index = behind }
            let before = index > 0 ? tokens[index - 1] : nil
            let next = behind < tokens.count && reading.block[behind] == reading.block[index] ? tokens[behind] : nil
            if let before, before.kind == .mark, tokens[index].joined, ["-", "–", "/", ":", ".", "#"].contains(before.key) { continue }
            if let next, next.kind == .mark, next.joined, ["-", "–", "/", ":", "°"].contains(next.key) { continue }
            let isPercent = next.map { ["%", "٪", "percent"].contains($0.key) || ($0.is("per")) || $0.key.hasPrefix("بالم") || $0.is("في") } ?? false
            let isRounded =
                before.map { rounding.contains($0.key) } ?? false
                || (index > 1 && rounding.contains(tokens[index - 2].key) && ["than", "to", "من", "about", "as"].contains(before?.key ?? ""))
            found.append(
                Quantity(
                    value: read.value, tokens: index..<behind, noun: isPercent ? nil : next.flatMap { noun($0, reading.language) },
                    isPercent: isPercent, isRounded: isRounded))
        }
        return found
    }

    private static func noun(_ token: Prose.Token, _ language: Language) -> String? {
        guard token.kind == .word, token.key.unicodeScalars.count > 2, !WordLists.list("not-counted").contains(token.key) else { return nil }
        if language == .ar {
            var key = token.key.withoutClitics
            for end in ["ين", "ون", "ات", "ا", "ة"] where key.hasSuffix(end) && key.unicodeScalars.count > end.unicodeScalars.count + 2 {
                key = String(key.unicodeScalars.dropLast(end.unicodeScalars.count))
                break
            }
            return key
        }
        if token.isCapitalised { return nil }
        let key = token.key
        if key.hasSuffix("ies") { return key.dropLast(3) + "y" }
        return key.hasSuffix("s") && !key.hasSuffix("ss") ? String(key.dropLast()) : key
    }

    private static let rounding: Set<String> = [
        "about", "around", "nearly", "almost", "over", "roughly", "approximately", "some", "least", "more", "fewer", "less", "most", "up", "several",
        "another", "other", "first", "last", "next", "every", "حوالي", "نحو", "قرابة", "زهاء", "أكثر", "اكثر", "أقل", "يقارب", "يفوق", "تجاوز", "فوق",
        "الأقل", "بضعة", "آخر", "أول", "كل", "إلى", "الى",
    ]
}

/// Numbers written in digits or as words.
enum NumberWords {
    static func read(at index: Int, _ tokens: [Prose.Token], _ language: Language) -> (value: Double, count: Int)? {
        let token = tokens[index]
        var value: Double
        if token.kind == .number {
            guard let number = digits(token.text) else { return nil }
            value = number
        } else if language == .ar, token.key.hasPrefix("و"), let number = digits(String(token.text.dropFirst())) {
            value = number
        } else if token.kind == .word, let number = (language == .ar ? arabic : english)[token.key] {
            value = number
        } else {
            return nil
        }
        if index + 1 < tokens.count, let scale = (language == .ar ? arabicScales : englishScales)[tokens[index + 1].key] {
            value *= scale
            return (value, 2)
        }
        return (value, 1)
    }

    static func digits(_ text: String) -> Double? {
        var view = String.UnicodeScalarView()
        var scalars = Array(text.unicodeScalars)
        // A comma before three digits parts thousands; another one is a decimal's.
        if let comma = scalars.lastIndex(of: ","), scalars.count - comma - 1 != 3 { scalars[comma] = "." }
        for scalar in scalars {
            switch scalar {
            case ",", "٬": continue
            case "٫": view.append(".")
            default:
                guard scalar == "." || scalar.properties.numericType == .decimal else { return nil }
                view.append(scalar == "." ? scalar : Unicode.Scalar(UInt8(0x30 + Int(scalar.properties.numericValue ?? 0))))
            }
        }
        return view.isEmpty || view.count > 15 ? nil : Double(String(view))
    }

    private static let english: [String: Double] = [
        "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
        "thirteen": 13,
        "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
        "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    ]

    private static let arabic: [String: Double] = [
        "ثلاثة": 3, "ثلاث": 3, "أربعة": 4, "أربع": 4, "خمسة": 5, "خمس": 5, "ستة": 6, "ست": 6, "سبعة": 7, "سبع": 7, "ثمانية": 8, "ثماني": 8, "تسعة": 9,
        "تسع": 9, "عشرة": 10, "عشرين": 20, "عشرون": 20, "ثلاثين": 30, "ثلاثون": 30, "أربعين": 40, "أربعون": 40, "خمسين": 50, "خمسون": 50, "مئة": 100,
        "مائة": 100,
    ]

    private static let englishScales: [String: Double] = ["hundred": 100, "thousand": 1_000, "million": 1e6, "billion": 1e9, "trillion": 1e12]
    private static let arabicScales: [String: Double] = [
        "ألف": 1_000, "الف": 1_000, "ألفا": 1_000, "آلاف": 1_000, "مليون": 1e6, "مليونا": 1e6, "ملايين": 1e6, "مليار": 1e9, "مليارا": 1e9,
        "مليارات": 1e9,
    ]
}
