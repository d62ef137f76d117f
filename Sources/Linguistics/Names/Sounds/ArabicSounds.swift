/// Reads Arabic letters as sounds.
enum ArabicSounds {
    /// The sound of a letter; nil for what is no letter of a name (vowel marks, tatweel) and for what it does not know.
    static func sound(of scalar: Unicode.Scalar) -> Sound? {
        switch scalar {
        case "ا", "أ", "إ", "آ", "ٱ": .alef
        case "ب": .beh
        case "ت", "ٹ": .teh
        case "ث": .theh
        case "ج", "ژ": .jeem
        case "ح": .hah
        case "خ": .khah
        case "د", "ڈ": .dal
        case "ذ": .thal
        case "ر": .reh
        case "ز": .zain
        case "س": .seen
        case "ش": .sheen
        case "ص": .sad
        case "ض": .dad
        case "ط": .tah
        case "ظ": .zah
        case "ع": .ain
        case "غ": .ghain
        case "ف": .feh
        case "ق", "ڨ": .qaf
        case "ك", "ک": .kaf
        case "ل": .lam
        case "م": .meem
        case "ن": .noon
        case "ه", "ہ", "ھ": .heh
        case "و", "ؤ": .waw
        case "ي", "ئ", "ی": .yeh
        case "ء": .hamza
        case "ة": .lastHeh
        case "ى": .lastYeh
        case "پ": .peh
        case "چ": .tcheh
        case "گ", "ڭ": .gaf
        case "ڤ": .veh
        default: nil
        }
    }

    /// The sounds of a word given letter by letter: what stands first or last sounds differently there, and a grown-on article is soft.
    static func sounds(of letters: [UInt8]) -> [UInt8] {
        var sounds = letters
        guard let last = sounds.last else { return sounds }
        if sounds.count > 2, last == Sound.heh.rawValue { sounds[sounds.count - 1] = Sound.lastHeh.rawValue }
        if sounds.count > 2, last == Sound.yeh.rawValue { sounds[sounds.count - 1] = Sound.lastYeh.rawValue }
        for index in sounds.indices.dropLast() {
            if sounds[index] == Sound.lastYeh.rawValue { sounds[index] = Sound.yeh.rawValue }
            if sounds[index] == Sound.lastHeh.rawValue { sounds[index] = Sound.heh.rawValue }
        }
        soften(&sounds)
        if sounds[0] == Sound.alef.rawValue { sounds[0] = Sound.firstAlef.rawValue }
        // A doubled letter of a foreign name: نيللي.
        for index in sounds.indices.dropFirst() where sounds[index] == sounds[index - 1] { sounds[index] |= Sound.soft }
        return sounds
    }

    /// ال at the head of a word, after عبد, and before دين at its end.
    private static func soften(_ sounds: inout [UInt8]) {
        func has(_ article: Int) -> Bool {
            article >= 0 && article + 1 < sounds.count && sounds[article] == Sound.alef.rawValue && sounds[article + 1] == Sound.lam.rawValue
        }
        func soften(_ article: Int) {
            sounds[article] |= Sound.soft
            sounds[article + 1] |= Sound.soft
        }
        let count = sounds.count
        if count >= 4, has(0) { soften(0) }
        if count >= 6, sounds[0] == Sound.ain.rawValue, sounds[1] == Sound.beh.rawValue, sounds[2] == Sound.dal.rawValue, has(3) { soften(3) }
        if count >= 7, sounds[count - 3] == Sound.dal.rawValue, sounds[count - 2] == Sound.yeh.rawValue, sounds[count - 1] == Sound.noon.rawValue,
            has(count - 5)
        {
            soften(count - 5)
        }
    }
}
