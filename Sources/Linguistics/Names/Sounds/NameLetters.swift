import Basics

/// A word of a name as plain letters: Latin ones as ASCII, Arabic ones as raw values of `Sound`.
struct NameLetters: Equatable {
    enum Script: Sendable { case latin, arabic, other }

    var script: Script
    var letters: [UInt8]
    /// Whether a hyphen joins it to the word before.
    var hyphened = false
    /// Whether a point stands behind it.
    var pointed = false

    /// Words longer than this are cut, and names of more words.
    static let longest = 40
    static let mostWords = 12

    /// The words of a name. Apostrophes and the signs for hamza and ain are passed over, as are marks of vowels and direction.
    static func words(of name: some StringProtocol) -> [NameLetters] {
        var words: [NameLetters] = []
        var word = NameLetters(script: .latin, letters: [])
        var hyphened = false
        var read = 0
        func close() {
            if !word.letters.isEmpty {
                word.hyphened = hyphened && !words.isEmpty
                words.append(word)
                hyphened = false
            }
            word.letters = []
        }
        for scalar in name.unicodeScalars {
            read += 1
            if words.count == mostWords || read > mostWords * longest { break }
            if scalar.isPassedOver { continue }
            guard let script = scalar.nameScript else {
                if scalar == ".", !word.letters.isEmpty { word.pointed = true }
                let joins = scalar == "-" || scalar == "\u{2010}" || scalar == "\u{2011}"
                close()
                word.pointed = false
                hyphened = joins
                continue
            }
            if script != word.script {
                close()
                word.script = script
            }
            guard word.letters.count < longest else { continue }
            switch script {
            case .arabic: if let sound = ArabicSounds.sound(of: scalar) { word.letters.append(sound.rawValue) }
            case .latin: _ = LatinLetters.append(scalar, to: &word.letters)
            case .other: word.letters += Sound.foreign(scalar)
            }
        }
        if words.count < mostWords { close() }
        return words
    }

    /// The word's letters as text, for sets of words.
    var text: String {
        script == .latin ? String(decoding: letters, as: UTF8.self) : ""
    }
}

extension Unicode.Scalar {
    /// What stands inside a name without being a letter of it.
    fileprivate var isPassedOver: Bool {
        switch value {
        case 0x27, 0x60, 0xB4, 0x2018, 0x2019, 0x201B, 0x02B9...0x02BF, 0x02C8, 0x0300...0x036F, 0xA78B, 0xA78C: true
        case 0..<0x0300: false
        default: isArabicMark
        }
    }

    fileprivate var nameScript: NameLetters.Script? {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: .latin
        case 0..<0xC0: nil
        case 0xC0...0x24F: value == 0xD7 || value == 0xF7 ? nil : .latin
        case 0x370...0x4FF, 0x1E00...0x1EFF: properties.isAlphabetic ? .latin : nil
        default: isArabicLetter ? .arabic : properties.isAlphabetic ? .other : nil
        }
    }
}
