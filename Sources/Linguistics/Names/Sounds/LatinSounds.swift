/// Reads plain Latin letters as sounds: English and French spellings alike.
enum LatinSounds {
    /// The sounds of a word in plain lower-case letters. Doubled consonants count once; an article grown together with the word is soft.
    static func sounds(of letters: [UInt8]) -> [UInt8] {
        var sounds: [UInt8] = []
        sounds.reserveCapacity(letters.count)
        let softened = softLetters(letters)
        var place = 0
        while place < letters.count {
            let (sound, length) = sound(at: place, in: letters)
            let isSoft = place < softened.upperBound && place >= softened.lowerBound
            append(sound, soft: isSoft, to: &sounds)
            if sound == .x, length == 1 { append(.s, soft: false, to: &sounds) }
            place += length
        }
        return sounds
    }

    private static func append(_ sound: Sound, soft: Bool, to sounds: inout [UInt8]) {
        let code = soft ? sound.rawValue | Sound.soft : sound.rawValue
        if let last = sounds.last, last & ~Sound.soft == sound.rawValue, !sound.isLatinVowel {
            // The l of an article before a word that begins with l is that word's.
            sounds[sounds.count - 1] = last & code
            return
        }
        sounds.append(code)
    }

    private static func sound(at place: Int, in letters: [UInt8]) -> (Sound, Int) {
        func letter(_ offset: Int) -> UInt8 { place + offset < letters.count ? letters[place + offset] : 0 }
        let next = letter(1)
        switch letters[place] {
        case ascii("a"): return next == ascii("a") ? (.aa, 2) : (.a, 1)
        case ascii("b"): return (.b, 1)
        case ascii("c"):
            if next == ascii("h") { return (.ch, 2) }
            if next == ascii("k") { return (.k, 2) }
            return next == ascii("e") || next == ascii("i") || next == ascii("y") ? (.softC, 1) : (.k, 1)
        case ascii("d"):
            if next == ascii("h") { return (.dh, 2) }
            if next == ascii("j") { return (.dj, 2) }
            return next == ascii("d") && letter(2) == ascii("h") ? (.dh, 3) : (.d, 1)
        case ascii("e"): return next == ascii("e") ? (.ee, 2) : (.e, 1)
        case ascii("f"): return (.f, 1)
        case ascii("g"):
            if next == ascii("h") { return (.gh, 2) }
            if next == ascii("u"), letter(2) == ascii("e") || letter(2) == ascii("i") { return (.g, 2) }
            return next == ascii("e") || next == ascii("i") || next == ascii("y") ? (.softG, 1) : (.g, 1)
        case ascii("h"): return (.h, 1)
        case ascii("i"): return next == ascii("i") || next == ascii("y") ? (.ee, 2) : (.i, 1)
        case ascii("j"): return (.j, 1)
        case ascii("k"): return next == ascii("h") ? (.kh, 2) : (.k, 1)
        case ascii("l"): return (.l, 1)
        case ascii("m"): return (.m, 1)
        case ascii("n"): return (.n, 1)
        case ascii("o"):
            if next == ascii("u") { return (.ou, 2) }
            return next == ascii("o") ? (.oo, 2) : (.o, 1)
        case ascii("p"): return next == ascii("h") ? (.f, 2) : (.p, 1)
        case ascii("q"): return next == ascii("u") && (letter(2) == ascii("e") || letter(2) == ascii("i")) ? (.k, 2) : (.q, 1)
        case ascii("r"): return (.r, 1)
        case ascii("s"):
            if next == ascii("h") { return (.sh, 2) }
            if next == ascii("c"), letter(2) == ascii("h") { return (.sh, 3) }
            return next == ascii("s") && letter(2) == ascii("h") ? (.sh, 3) : (.s, 1)
        case ascii("t"):
            if next == ascii("h") { return (.th, 2) }
            if next == ascii("c"), letter(2) == ascii("h") { return (.tch, 3) }
            if next == ascii("s"), letter(2) == ascii("h") { return (.tch, 3) }
            return next == ascii("t") && letter(2) == ascii("h") ? (.th, 3) : (.t, 1)
        case ascii("u"): return next == ascii("u") ? (.oo, 2) : (.u, 1)
        case ascii("v"): return (.v, 1)
        case ascii("w"): return (.w, 1)
        case ascii("x"): return (.x, 1)
        case ascii("y"): return next == ascii("y") ? (.y, 2) : (.y, 1)
        default: return next == ascii("h") ? (.zh, 2) : (.z, 1)
        }
    }

    /// The letters of an article, or of the vowel in its place, that a word may be grown together with: *al*mulla, *e*rrachid, Abd*el*aziz,
    /// Abd*e*rrahman, Nour*e*ddine.
    private static func softLetters(_ letters: [UInt8]) -> Range<Int> {
        let count = letters.count
        if count >= 5, isArticleVowel(letters[0]) {
            if letters[1] == ascii("l") { return 0..<2 }
            if isSunPair(letters, 1) { return 0..<1 }
        }
        if count >= 5, letters[0] == ascii("a"), letters[1] == ascii("b"), letters[2] == ascii("d"), isArticleVowel(letters[3]) {
            let end = letters[3] == ascii("o") && letters[4] == ascii("u") ? 5 : 4
            guard end < count else { return 0..<0 }
            if letters[end] == ascii("l") { return 3..<end + 1 }
            return 3..<end
        }
        if count >= 7, let din = dinStart(letters), din >= 3, isArticleVowel(letters[din - 1]) {
            return din - (letters[din - 1] == ascii("u") && letters[din - 2] == ascii("o") ? 2 : 1)..<din
        }
        return 0..<0
    }

    /// Where "ddin", "ddine" or "ddeen" begins at the end of a word.
    private static func dinStart(_ letters: [UInt8]) -> Int? {
        for ending in dinEndings where letters.count > ending.count && letters.suffix(ending.count).elementsEqual(ending) {
            return letters.count - ending.count
        }
        return nil
    }

    private static let dinEndings: [[UInt8]] = ["ddine", "ddin", "ddeen", "dine", "din", "deen"].map { Array($0.utf8) }

    static func isArticleVowel(_ letter: UInt8) -> Bool {
        letter == ascii("a") || letter == ascii("e") || letter == ascii("u") || letter == ascii("i") || letter == ascii("o")
    }

    /// Whether a doubled sun letter stands at a place: rr, ss, shsh and ch before ch.
    private static func isSunPair(_ letters: [UInt8], _ place: Int) -> Bool {
        guard place + 1 < letters.count else { return false }
        let letter = letters[place]
        if letter == letters[place + 1] { return "tdrszn".utf8.contains(letter) }
        let pair = [letter, letters[place + 1]]
        guard pair == [ascii("s"), ascii("h")] || pair == [ascii("c"), ascii("h")], place + 3 < letters.count else { return false }
        return letters[place + 2] == pair[0] && letters[place + 3] == pair[1]
    }
}

/// The byte of an ASCII letter.
@inline(__always) func ascii(_ letter: Unicode.Scalar) -> UInt8 { UInt8(truncatingIfNeeded: letter.value) }
