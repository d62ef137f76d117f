/// Where the letters of a read text stand in the HTML or Markdown it was read from.
///
/// Both are walked once: what the reading left out (tags, marks, addresses) is passed over in the source, what it put in has the place before it.
struct SourceAlignment: Sendable {
    private let places: [Int]

    init(_ text: [Unicode.Scalar], in source: [Unicode.Scalar]) {
        var places = [Int](repeating: 0, count: text.count + 1)
        var place = 0
        for index in text.indices {
            if text[index].isSpaceOrControl {
                places[index] = place
                continue
            }
            if let found = Self.next(index, text, from: place, source) {
                places[index] = found
                place = found + Self.width(at: found, text[index], source)
            } else {
                places[index] = place
            }
        }
        places[text.count] = place
        self.places = places
    }

    func range(_ range: Range<Int>) -> Range<Int> {
        guard let last = places.indices.last else { return 0..<0 }
        let start = places[min(max(0, range.lowerBound), last)]
        guard range.upperBound > range.lowerBound else { return start..<start }
        let end = places[min(max(0, range.upperBound - 1), last)]
        return start..<max(start, end) + 1
    }

    /// How far the source is searched for a letter.
    private static let reach = 4_000
    /// How many letters must follow as well before one that is far away is believed.
    private static let proof = 6

    private static func next(_ index: Int, _ text: [Unicode.Scalar], from start: Int, _ source: [Unicode.Scalar]) -> Int? {
        var place = start
        let end = min(source.count, start + reach)
        while place < end {
            if source[place] == "<", text[index] != "<", let behind = tagEnd(place, source) {
                place = behind
                continue
            }
            let isNear = place - start < 3
            if matches(source, place, text[index]), isNear || follows(index, text, place, source) { return place }
            place += 1
        }
        return nil
    }

    private static func matches(_ source: [Unicode.Scalar], _ place: Int, _ scalar: Unicode.Scalar) -> Bool {
        source[place] == scalar || (source[place] == "&" && !scalar.isWordLetter && width(at: place, scalar, source) > 1)
    }

    /// A character reference is as wide as it is written.
    private static func width(at place: Int, _ scalar: Unicode.Scalar, _ source: [Unicode.Scalar]) -> Int {
        guard source[place] == "&" else { return 1 }
        let end = source[place..<min(source.count, place + 12)].firstIndex(of: ";")
        return end.map { $0 - place + 1 } ?? 1
    }

    private static func follows(_ index: Int, _ text: [Unicode.Scalar], _ place: Int, _ source: [Unicode.Scalar]) -> Bool {
        for step in 1..<proof {
            guard index + step < text.count, place + step < source.count else { return index + step >= text.count }
            if text[index + step].isSpaceOrControl { return source[place + step].isSpaceOrControl || source[place + step] == "<" }
            if source[place + step] != text[index + step] { return "*_<[&\\`".unicodeScalars.contains(source[place + step]) }
        }
        return true
    }

    private static func tagEnd(_ start: Int, _ source: [Unicode.Scalar]) -> Int? {
        guard start + 1 < source.count, source[start + 1].isWordLetter || source[start + 1] == "/" || source[start + 1] == "!" else { return nil }
        return source[start..<min(source.count, start + reach)].firstIndex(of: ">").map { $0 + 1 }
    }
}
