/// A part of a name: a given name, a family name, or a particle.
struct NamePart: Sendable {
    enum Kind: Sendable {
        case name
        /// Bin, ould, de: may be missing.
        case particle
        /// Abu, umm: a name's first half.
        case kunya
        /// Mr, Sheikh, الدكتور.
        case title
        /// A single letter for a name.
        case initial
    }

    var kind: Kind
    var script: NameLetters.Script
    /// Raw values of `Sound`, some with `Sound.soft`.
    var sounds: [UInt8]

    var isArabic: Bool { script == .arabic }

    /// How many sounds of it are consonants that do not fall away.
    var weight: Int {
        var weight = 0
        for code in sounds where code & Sound.soft == 0 {
            switch Sound(rawValue: code) {
            case .a, .aa, .e, .i, .ee, .o, .u, .ou, .oo, .firstAlef, .alef, .hamza, .lastHeh, .ain, .y, .yeh, .lastYeh, .h, .w, .waw: break
            default: weight += 1
            }
        }
        return weight
    }

    /// This part and the next as one word.
    func joined(_ next: NamePart) -> NamePart {
        var sounds = self.sounds
        for code in next.sounds {
            let sound = Sound(rawValue: code & ~Sound.soft)
            if let last = sounds.last, last & ~Sound.soft == code & ~Sound.soft, sound?.isLatinVowel != true {
                sounds[sounds.count - 1] = last & code
            } else {
                sounds.append(code)
            }
        }
        return NamePart(kind: .name, script: script, sounds: Array(sounds.prefix(NameLetters.longest)))
    }

    /// The other half of a name that may be written in two words: of Abdelaziz, Benkirane and Bouteflika what follows, of Noureddine what precedes.
    var halves: [NamePart] {
        let plain = sounds.map { $0 & ~Sound.soft }
        let firsts: [[Sound]] = [
            [.a, .b, .d], [.b, .e, .n], [.b, .i, .n], [.b, .ou], [.a, .b, .ou], [.a, .b, .u], [.ain, .beh, .dal], [.firstAlef, .beh, .waw],
            [.beh, .noon],
        ]
        var halves: [NamePart] = []
        for first in firsts where plain.count > first.count + 1 && plain.starts(with: first.map(\.rawValue)) {
            halves.append(NamePart(kind: .name, script: script, sounds: Array(sounds[first.count...])))
        }
        let lasts: [[Sound]] = [[.d, .i, .n, .e], [.d, .i, .n], [.d, .ee, .n], [.dal, .yeh, .noon]]
        for last in lasts where plain.count > last.count + 2 && plain.suffix(last.count).elementsEqual(last.map(\.rawValue)) {
            halves.append(NamePart(kind: .name, script: script, sounds: Array(sounds.dropLast(last.count))))
            break
        }
        return halves
    }
}
