import Foundation

/// The one analysis of text for search, before any engine sees it: words in lower case with their letters folded, parted by single spaces.
///
/// Arabic: forms of alef are one, alef maqsura is ya, ta marbuta is ha, hamza on waw or ya is its bearer; tatweel and vowel marks go.
/// Latin: accents go. Digits of any script are ASCII. Compatibility forms (presentation forms, ligatures, full width) are their plain letters.
package enum SearchText {
    /// A word of a text, folded, with its place in the text.
    package struct Word: Sendable {
        package let folded: String
        package let range: Range<String.Index>
    }

    /// Longer runs of letters are no words: only so much of them is kept.
    static let longestWord = 64

    package static func folded(_ text: String) -> String {
        // Bytes, not a String that grows by letters: an import folds millions of words.
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count)
        var isOpen = false
        var length = 0
        func add(_ letter: Unicode.Scalar) {
            if !isOpen {
                if !result.isEmpty { result.append(UInt8(ascii: " ")) }
                isOpen = true
                length = 0
            }
            if length < longestWord { result.append(contentsOf: UTF8.encode(letter) ?? UTF8.encodedReplacementCharacter) }
            length += 1
        }
        for scalar in text.unicodeScalars {
            switch fold(scalar) {
            case .nothing: continue
            case .boundary: isOpen = false
            case .letter(let letter): add(letter)
            case .letters(let letters): letters.forEach(add)
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// The words of a text with their places, for marking what matched.
    ///
    /// After each word `isWanted` says whether more of them are.
    package static func words(of text: String, while isWanted: ([Word]) -> Bool = { _ in true }) -> [Word] {
        var words: [Word] = []
        var start: String.Index?
        let scalars = text.unicodeScalars
        func close(at end: String.Index) {
            if let from = start {
                let folded = folded(String(scalars[from..<end]))
                if !folded.isEmpty { words.append(Word(folded: folded, range: from..<end)) }
            }
            start = nil
        }
        for index in scalars.indices {
            switch fold(scalars[index]) {
            case .boundary:
                guard start != nil else { continue }
                close(at: index)
                if !isWanted(words) { return words }
            case .nothing: continue
            case .letter, .letters: if start == nil { start = index }
            }
        }
        close(at: scalars.endIndex)
        return words
    }

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
