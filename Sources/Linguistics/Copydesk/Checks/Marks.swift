import Basics

/// Latin commas and question marks in an Arabic text.
struct MarksOfScript: Check {
    let id = "marks-script"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .ar else { return [] }
        let tokens = reading.tokens
        var hits: [Hit] = []
        for index in tokens.indices where tokens[index].kind == .mark && index > 0 {
            guard let arabic = Self.arabic[tokens[index].key], tokens[index - 1].kind == .word, reading.block[index] == reading.block[index - 1],
                tokens[index - 1].key.unicodeScalars.allSatisfy(\.isArabicLetter),
                !(index + 1 < tokens.count && tokens[index + 1].key.unicodeScalars.contains(where: \.isLatinLetter))
            else { continue }
            hits.append(Hit(range: tokens[index].range, suggestion: arabic, fold: tokens[index].key))
        }
        return hits
    }

    private static let arabic = [",": "،", ";": "؛", "?": "؟"]
}

/// Two systems of quotation marks, or of digits, in one text.
struct MixedSystems: Check {
    enum Matter: String { case quotationMarks = "quotation-marks", digits = "digits-mixed" }
    let matter: Matter
    var id: String { matter.rawValue }

    func hits(in reading: Reading) -> [Hit] {
        var places: [Int: [Range<Int>]] = [:]
        for token in reading.tokens where matter == .digits ? token.kind != .mark : token.kind == .mark {
            guard let system = matter == .digits ? Self.digits(token) : Self.marks[token.key] else { continue }
            places[system, default: []].append(token.range)
        }
        // The majority is the text's way; a tie is nobody's, and a single one may be a quotation in a quotation.
        guard places.count == 2, let most = places.max(by: { ($0.value.count, -$0.key) < ($1.value.count, -$1.key) }),
            let few = places.first(where: { $0.key != most.key }), few.value.count * 2 < most.value.count
        else { return [] }
        guard let first = few.value.first else { return [] }
        let suggestion = matter == .digits ? Self.written(reading.prose.text(first), few.key) : nil
        return [Hit(range: first, suggestion: suggestion, also: matter == .digits ? [] : Array(few.value.dropFirst()))]
    }

    private static let marks = ["\"": 0, "“": 1, "”": 1]

    private static func digits(_ token: Prose.Token) -> Int? {
        guard let first = token.text.unicodeScalars.first(where: \.isDigit) else { return nil }
        // B2 and F16 are written so in any text.
        if token.text.unicodeScalars.contains(where: \.isLatinLetter) { return nil }
        return first.value < 0x80 ? 0 : 1
    }

    /// The number in the other digits.
    private static func written(_ number: String, _ system: Int) -> String {
        if system == 0 { return Digits.arabicIndic.write(number) }
        return number.unicodeScalars.map { scalar in
            scalar.properties.numericType == .decimal ? String(Int(scalar.properties.numericValue ?? 0)) : String(scalar)
        }.joined()
    }
}

/// A quotation mark that opens and never closes.
struct OpenQuotation: Check {
    let id = "quotation-open"

    func hits(in reading: Reading) -> [Hit] {
        var hits: [Hit] = []
        for quotation in reading.quotations where !quotation.isClosed {
            guard let first = quotation.tokens.first else { continue }
            // A quotation of several paragraphs opens each of them and closes the last.
            let block = reading.block[first]
            if block + 1 < reading.prose.blocks.count, let next = reading.prose.blocks[block + 1].tokens.first,
                ["“", "\"", "«", "„", "'", "‘"].contains(reading.tokens[next].key)
            {
                continue
            }
            // A straight mark may as well be the closing one; ” opens in some Arabic papers.
            guard ["“", "«"].contains(reading.tokens[first].key) else { continue }
            hits.append(Hit(range: reading.tokens[first].range, fold: "open"))
        }
        return hits
    }
}
