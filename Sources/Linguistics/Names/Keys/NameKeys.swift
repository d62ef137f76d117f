/// Keys of names: consonant skeletons, the same for every script. They find candidates; `NameMatch` judges them.
package enum NameKeys {
    /// The keys a token of a text is filed under, three at most: its own, and those of its readings with و, ب, ل, ف or ك taken off.
    package static func index(of token: String) -> [String] {
        guard let word = NameLetters.words(of: token).first(where: { !$0.letters.isEmpty }) else { return [] }
        guard word.script == .arabic else { return query(of: token).prefix(3).map { $0 } }
        var keys: [String] = []
        for letters in ArabicClitics.readings(of: word.letters) {
            let key = skeleton(ArabicSounds.sounds(of: letters), alternatives: false)
            for one in key where !keys.contains(one) && keys.count < 3 { keys.append(one) }
        }
        return keys
    }

    /// The keys to look a name part up by, likeliest first, eight at most.
    package static func query(of part: String) -> [String] {
        NameParts(part).whole.map { keys(of: $0) } ?? []
    }

    static func keys(of part: NamePart) -> [String] {
        skeleton(part.sounds, alternatives: !part.isArabic)
    }

    private static func skeleton(_ sounds: [UInt8], alternatives: Bool) -> [String] {
        var keys: [[UInt8]] = [[]]
        let sounding = sounds.filter { $0 & Sound.soft == 0 }
        for (index, code) in sounding.enumerated() {
            let classes: [[UInt8]]
            if let sound = Sound(rawValue: code) {
                classes = Self.classes(sound, isFirst: index == 0, isLast: index == sounding.count - 1)
            } else {
                classes = [[code]]
            }
            let most = alternatives ? classes.count : min(classes.count, 2)
            guard !classes.isEmpty else { continue }
            if most == 1 {
                for key in keys.indices { keys[key] += classes[0] }
            } else {
                var longer: [[UInt8]] = []
                for choice in classes.prefix(most) { for key in keys where longer.count < 8 { longer.append(key + choice) } }
                keys = longer
            }
        }
        return keys.map { $0.isEmpty ? "-" : String(decoding: $0, as: UTF8.self) }
    }

    /// The key letters a sound may stand for, likeliest first; none for what falls away.
    private static func classes(_ sound: Sound, isFirst: Bool, isLast: Bool) -> [[UInt8]] {
        switch sound {
        case .b, .p, .beh, .peh: [b]
        case .t, .teh, .tah: [t]
        case .th: [t, t + h, s, z]
        case .theh: [t, s]
        case .d: [d, z]
        case .dh: [z, d, d + h]
        case .dal, .dad: [d]
        case .thal, .zah: [z]
        case .j, .dj, .jeem, .zh: [j]
        case .softG: [j, g, k]
        case .g: [g, j, k]
        case .gh, .ghain: [g]
        case .gaf: [g, k]
        case .ch: [sh, k]
        case .tch, .tcheh: [sh]
        case .k, .q, .qaf, .kaf: [k]
        case .kh: [x, k]
        case .khah: [x]
        case .f, .v, .feh, .veh: [f]
        case .s, .softC, .seen, .sad: [s]
        case .z, .zain: [z]
        case .sh: [sh, s + h]
        case .sheen: [sh]
        case .x: [k]
        case .r, .reh: [r]
        case .l, .lam: [l]
        case .m, .meem: [m]
        case .n, .noon: [n]
        case .h: isLast ? [[], h] : [h]
        case .hah: [h]
        case .heh: isLast ? [] : [h]
        case .w, .waw: isFirst ? [w] : []
        case .ou: isFirst ? [[], w] : []
        case .y, .yeh: isFirst ? [y] : []
        case .a, .aa, .e, .i, .ee, .o, .u, .oo, .firstAlef, .alef, .ain, .hamza, .lastHeh, .lastYeh: []
        }
    }

    private static let (b, t, d, z, j, g, k, x) = (key("b"), key("t"), key("d"), key("z"), key("j"), key("g"), key("k"), key("x"))
    private static let (f, s, sh, r, l, m, n, h) = (key("f"), key("s"), key("S"), key("r"), key("l"), key("m"), key("n"), key("h"))
    private static let (w, y) = (key("w"), key("y"))
    private static func key(_ letter: String) -> [UInt8] { Array(letter.utf8) }
}
