/// A letter or a group of letters that stands for a sound in a name, of the Latin or the Arabic script. Letters of other scripts have raw values
/// from `firstForeign` on.
enum Sound: UInt8, CaseIterable {
    case b, p, t, th, d, dh, j, dj, ch, tch, k, q, kh, g, softG, gh, f, v, s, softC, z, zh, sh, x, r, l, m, n, h, w, y
    case a, aa, e, i, ee, o, u, ou, oo
    case firstAlef, alef, beh, teh, theh, jeem, hah, khah, dal, thal, reh, zain, seen, sheen, sad, dad, tah, zah, ain, ghain
    case feh, qaf, kaf, lam, meem, noon, heh, waw, yeh, hamza, lastHeh, lastYeh, peh, tcheh, gaf, veh

    static let count = 96
    /// How many letters of other scripts are told apart.
    static let firstForeign = UInt8(allCases.count)
    /// A sound of an article or of the vowel before it: it may be missing at almost no cost.
    static let soft: UInt8 = 0x80

    var isLatinVowel: Bool { rawValue >= Sound.a.rawValue && rawValue <= Sound.oo.rawValue }
    var isArabic: Bool { rawValue >= Sound.firstAlef.rawValue }

    /// The first letter of a group with h, which a hand that knows no such sound splits: "th" for t and h.
    var withoutH: Sound? {
        switch self {
        case .th: .t
        case .dh: .d
        case .kh: .k
        case .gh: .g
        case .sh: .s
        case .ch: .softC
        case .zh: .z
        default: nil
        }
    }

    /// Three codes that stand for a letter of another script.
    static func foreign(_ scalar: Unicode.Scalar) -> [UInt8] {
        let kinds = UInt32(count - allCases.count)
        return [scalar.value, scalar.value / kinds, scalar.value / kinds / kinds].map { firstForeign + UInt8($0 % kinds) }
    }
}
