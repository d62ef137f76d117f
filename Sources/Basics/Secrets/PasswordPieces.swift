import Foundation

/// The cheapest way to put a password together of what a guesser tries first: words, names of the account and of the newsroom, rows of keys, years and
/// repetitions. After D. Wheeler, "zxcvbn: Low-Budget Password Strength Estimation" (USENIX Security 2016), with flat prices in place of ranks.
struct PasswordPieces {
    enum Kind { case letter, common, own, run, year, again }

    /// The logarithm to base 2 of the guesses it takes.
    let bits: Double
    /// What the way is made of.
    let kinds: Set<Kind>

    /// So many letters are looked at together; a longer password is read in stretches, whose prices add up.
    private static let stretch = 128
    private static let longestUnit = 32

    /// Looks no further once the price is `enough`.
    init(of text: String, own: Set<String>, enough: Double = .infinity) {
        let folded = Self.withoutRepetition(Array(Self.fold(text).unicodeScalars))
        var bits = 0.0
        var kinds: Set<Kind> = folded.isRepeated ? [.again] : []
        var start = 0
        while start < folded.letters.count, bits < enough {
            let end = min(start + Self.stretch, folded.letters.count)
            let letters = Array(folded.letters[start..<end])
            let ways = [letters, Array(letters.reversed()), Self.readAsLetters(letters)].enumerated().map { index, letters in
                (Self.cheapest(letters, own), index == 0 ? 0.0 : 1.0)
            }
            if let best = ways.min(by: { $0.0.bits + $0.1 < $1.0.bits + $1.1 }) {
                bits += best.0.bits + best.1
                kinds.formUnion(best.0.kinds)
            }
            start = end
        }
        self.bits = bits
        self.kinds = kinds
    }

    /// Compared without case, marks, vowel signs and the different forms of alif, ya and of digits.
    static func fold(_ text: String) -> String {
        var folded = String.UnicodeScalarView()
        for scalar in text.decomposedStringWithCompatibilityMapping.lowercased().unicodeScalars {
            switch scalar.value {
            case 0x300...0x36F, 0x610...0x61A, 0x640, 0x64B...0x65F, 0x670, 0x200C...0x200D, 0xFE00...0xFE0F: continue
            case 0x671: folded.append("\u{627}")
            case 0x649, 0x6CC: folded.append("\u{64A}")
            case 0x6A9: folded.append("\u{643}")
            case 0x629: folded.append("\u{647}")
            case 0x660...0x669, 0x6F0...0x6F9: folded.append(Unicode.Scalar(UInt8(0x30 + scalar.value % 16)))
            default: folded.append(scalar)
            }
        }
        return String(folded)
    }

    /// The shortest beginning that the whole is a repetition of, found with the failure function of Knuth, Morris and Pratt.
    private static func withoutRepetition(_ letters: [Unicode.Scalar]) -> (letters: [Unicode.Scalar], isRepeated: Bool) {
        guard letters.count > 1 else { return (letters, false) }
        var borders = [Int](repeating: 0, count: letters.count)
        for index in 1..<letters.count {
            var border = borders[index - 1]
            while border > 0, letters[border] != letters[index] { border = borders[border - 1] }
            borders[index] = letters[border] == letters[index] ? border + 1 : 0
        }
        let period = letters.count - borders[letters.count - 1]
        return period * 2 <= letters.count ? (Array(letters.prefix(period)), true) : (letters, false)
    }

    /// Digits and signs read as the letters that they are written for.
    private static func readAsLetters(_ letters: [Unicode.Scalar]) -> [Unicode.Scalar] {
        let read: [Unicode.Scalar: Unicode.Scalar] = [
            "0": "o", "1": "i", "3": "e", "4": "a", "5": "s", "7": "t", "@": "a", "$": "s", "!": "i", "€": "e",
        ]
        return letters.map { read[$0] ?? $0 }
    }

    private struct Way {
        var bits: Double
        var from = 0
        var kind = Kind.letter
    }

    private static func cheapest(_ letters: [Unicode.Scalar], _ own: Set<String>) -> PasswordPieces {
        // What is beyond ASCII is in no entry of the list.
        let bytes = letters.map { $0.isASCII ? UInt8($0.value) : 0 }
        var ways = [Way](repeating: Way(bits: .infinity), count: letters.count + 1)
        ways[0].bits = 0
        let longestWord = max(24, own.map(\.unicodeScalars.count).max() ?? 0)
        for start in letters.indices {
            let here = ways[start].bits
            func offer(_ length: Int, _ kind: Kind, _ price: Double) {
                if here + price < ways[start + length].bits { ways[start + length] = Way(bits: here + price, from: start, kind: kind) }
            }
            offer(1, .letter, price(of: letters[start]))
            for length in CommonPasswordList.lengths(in: bytes, from: start) { offer(length, .common, length < 8 ? 10 : 12) }
            var word = ""
            for length in 1...longestWord where start + length <= letters.count {
                word.unicodeScalars.append(letters[start + length - 1])
                if own.contains(word) { offer(length, .own, 2) } else if length > 1, PasswordWords.common.contains(word) { offer(length, .common, 8) }
            }
            if let length = run(letters, start) { offer(length, .run, 5 + log2(Double(length))) }
            if let length = year(letters, start) { offer(length, .year, 6) }
            again(letters, start, ways, offer)
        }
        var kinds: Set<Kind> = []
        var end = letters.count
        while end > 0 {
            kinds.insert(ways[end].kind)
            end = ways[end].from
        }
        return PasswordPieces(bits: ways[letters.count].bits, kinds: kinds)
    }

    private init(bits: Double, kinds: Set<Kind>) {
        self.bits = bits
        self.kinds = kinds
    }

    private static func price(of letter: Unicode.Scalar) -> Double {
        switch letter.value {
        case 0x30...0x39: log2(10)
        case 0x61...0x7A: log2(26)
        default: 5.5
        }
    }

    /// The longest run from here on along a row of keys, an alphabet, or of code points that follow one another; three letters or more.
    private static func run(_ letters: [Unicode.Scalar], _ start: Int) -> Int? {
        var longest = 0
        for row in PasswordWords.rows {
            for place in row.indices where row[place] == letters[start] {
                var length = 1
                while start + length < letters.count, place + length < row.count, letters[start + length] == row[place + length] { length += 1 }
                longest = max(longest, length)
            }
        }
        return longest >= 3 ? longest : nil
    }

    /// A year from 1900 to 2049.
    private static func year(_ letters: [Unicode.Scalar], _ start: Int) -> Int? {
        guard start + 4 <= letters.count, let year = Int(String(String.UnicodeScalarView(letters[start..<start + 4]))) else { return nil }
        return (1900...2049).contains(year) ? 4 : nil
    }

    /// What stands before `start`, once more: a letter many times, or a word twice.
    private static func again(_ letters: [Unicode.Scalar], _ start: Int, _ ways: [Way], _ offer: (Int, Kind, Double) -> Void) {
        guard start > 0 else { return }
        for unit in 1...min(start, longestUnit) {
            var length = 0
            while start + length < letters.count, letters[start + length] == letters[start + length - unit] { length += 1 }
            if length >= unit { offer(length - length % unit, .again, 1 + log2(Double(length / unit))) }
        }
    }
}
