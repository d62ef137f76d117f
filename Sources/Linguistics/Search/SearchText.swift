import Foundation

/// The one analysis of text for search, before any engine sees it: words in lower case with their letters folded, parted by single spaces.
///
/// Arabic: forms of alef are one, alef maqsura is ya, ta marbuta is ha, hamza on waw or ya is its bearer; tatweel and vowel marks go.
/// Latin: accents go. Digits of any script are ASCII. Compatibility forms (presentation forms, ligatures, full width) are their plain letters.
package enum SearchText {
    /// Longer runs of letters are no words: only so much of them is kept.
    package static let longestWord = 64

    package static func folded(_ text: String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        forEachWord(of: text) { word, _ in
            if !result.isEmpty { result.append(UInt8(ascii: " ")) }
            result += word
            return true
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Gives each word, folded and in UTF-8, with its place in the text, until `body` wants no more.
    ///
    /// Bytes in one buffer, not strings: an import folds millions of words, and a search thousands.
    package static func forEachWord(of text: String, _ body: (_ folded: [UInt8], _ place: Range<String.Index>) -> Bool) {
        var text = text
        text.makeContiguousUTF8()
        let whole = text
        func index(_ offset: Int) -> String.Index { whole.utf8.index(whole.utf8.startIndex, offsetBy: offset) }
        text.withUTF8 { bytes in
            var reader = WordReader(bytes)
            while reader.next() { if !body(reader.word, index(reader.place.lowerBound)..<index(reader.place.upperBound)) { return } }
        }
    }

    /// Reads the words of a text one by one.
    private struct WordReader {
        private let bytes: UnsafeBufferPointer<UInt8>
        private var end = 0
        private(set) var word: [UInt8] = []
        private(set) var place = 0..<0
        private var length = 0

        init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

        /// Goes on to the next word; false behind the last.
        mutating func next() -> Bool {
            word.removeAll(keepingCapacity: true)
            length = 0
            var start: Int?
            while end < bytes.count {
                let here = end
                let scalar = self.scalar()
                switch scalar < 0x80 ? SearchText.ascii[Int(scalar)] : SearchText.fold(Unicode.Scalar(scalar) ?? "\u{FFFD}") {
                case .nothing: break
                case .boundary:
                    guard let start, !word.isEmpty else {
                        start = nil
                        continue
                    }
                    place = start..<here
                    return true
                case .letter(let letter):
                    start = start ?? here
                    add(letter)
                case .letters(let letters):
                    start = start ?? here
                    letters.forEach { add($0) }
                }
            }
            guard let start, !word.isEmpty else { return false }
            place = start..<end
            return true
        }

        private mutating func add(_ letter: Unicode.Scalar) {
            defer { length += 1 }
            guard length < longestWord else { return }
            switch letter.value {
            case 0..<0x80: word.append(UInt8(letter.value))
            case 0x80..<0x800:
                word.append(0xC0 | UInt8(letter.value >> 6))
                word.append(0x80 | UInt8(letter.value & 0x3F))
            default: word.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter)
            }
        }

        /// The scalar at `end`, which goes behind it. A string's UTF-8 is always valid.
        private mutating func scalar() -> UInt32 {
            let first = UInt32(bytes[end])
            let count = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            var value = count == 1 ? first : first & (0x7F >> UInt32(count))
            for offset in 1..<max(1, count) { value = value << 6 | UInt32(bytes[end + offset]) & 0x3F }
            end += count
            return value
        }
    }

    /// What becomes of each character of ASCII.
    private static let ascii = (0..<0x80).map { fold(Unicode.Scalar(UInt8($0))) }

    private enum Folded {
        case nothing
        case boundary
        case letter(Unicode.Scalar)
        case letters([Unicode.Scalar])
    }

    private static func fold(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.value {
        case 0x61...0x7A, 0x30...0x39: return .letter(scalar)
        case 0x41...0x5A: return .letter(Unicode.Scalar(UInt8(scalar.value + 32)))
        case 0x27, 0x2019: return .nothing  // an apostrophe inside a word: Haftar’s, don't
        case 0x00...0x7F: return .boundary
        case 0x0622, 0x0623, 0x0625, 0x0671: return .letter("\u{0627}")
        case 0x0649, 0x06CC: return .letter("\u{064A}")
        case 0x0629: return .letter("\u{0647}")
        case 0x0624: return .letter("\u{0648}")
        case 0x0626: return .letter("\u{064A}")
        case 0x06A9: return .letter("\u{0643}")
        case 0x0620...0x064A where scalar.value != 0x0640: return .letter(scalar)
        case 0x0640, 0x064B...0x065F, 0x0670, 0x06D6...0x06ED, 0x0610...0x061A, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF, 0xAD:
            return .nothing
        case 0x0660...0x0669: return .letter(Unicode.Scalar(UInt8(scalar.value - 0x0660 + 0x30)))
        case 0x06F0...0x06F9: return .letter(Unicode.Scalar(UInt8(scalar.value - 0x06F0 + 0x30)))
        default: return foldRare(scalar)
        }
    }

    /// All other scripts, by Unicode's own compatibility decomposition and case mapping.
    private static func foldRare(_ scalar: Unicode.Scalar) -> Folded {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark, .format: return .nothing
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .letterNumber, .otherNumber,
            .spacingMark:
            break
        default: return .boundary
        }
        let plain = String(scalar).decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars
        if plain.count == 1, plain.first == scalar { return .letter(scalar) }
        let letters = plain.flatMap { part -> [Unicode.Scalar] in
            if part == scalar { return [part] }
            return switch fold(part) {
            case .letter(let letter): [letter]
            case .letters(let letters): letters
            case .nothing, .boundary: []
            }
        }
        return letters.isEmpty ? .boundary : .letters(letters)
    }
}
