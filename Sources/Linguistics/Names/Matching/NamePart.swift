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
    /// How many sounds of it are عبد with the article behind it, and how many are دين with the article before it, when something else is left.
    var servant = 0
    var faith = 0

    init(kind: Kind, script: NameLetters.Script, sounds: [UInt8]) {
        (self.kind, self.script, self.sounds) = (kind, script, sounds)
        findHalves()
    }

    private mutating func findHalves() {
        let count = sounds.count
        guard kind == .name, count > 4 else { return }
        let isServant =
            isArabic
            ? sounds[0] == Sound.ain.rawValue && sounds[1] == Sound.beh.rawValue && sounds[2] == Sound.dal.rawValue
            : sounds[0] == Sound.a.rawValue && sounds[1] == Sound.b.rawValue && sounds[2] == Sound.d.rawValue
        if isServant, sounds[3] & Sound.soft != 0 { servant = sounds[4] & Sound.soft != 0 ? 5 : 4 }
        for last in Self.faiths where count > last.count + 2 && sounds.suffix(last.count).elementsEqual(last) {
            faith = last.count
            while count - faith > 2, sounds[count - faith - 1] & Sound.soft != 0 { faith += 1 }
            break
        }
        if servant + faith + 2 > count { (servant, faith) = (0, 0) }
    }

    private static let faiths: [[UInt8]] = [
        [Sound.d, .i, .n, .e], [Sound.d, .i, .n], [Sound.d, .ee, .n], [Sound.dal, .yeh, .noon],
    ].map { $0.map(\.rawValue) }

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

    /// Whether this part and the next may be halves of one word.
    func joins(_ next: NamePart) -> Bool { script == next.script && kind != .initial && next.kind != .initial }

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

    /// The other half of a name that may be written in two words: of Abdelaziz, Benkirane and Bouteflika what follows, of Noureddine and Nasrallah
    /// what precedes.
    var halves: [NamePart] {
        var halves: [NamePart] = []
        func add(_ half: ArraySlice<UInt8>) {
            if half.count > 1 { halves.append(NamePart(kind: .name, script: script, sounds: Array(half))) }
        }
        if servant > 0 {
            add(sounds[servant...])
            // Abdullaziz, whose l is doubled by a slip.
            if servant == 4, sounds.count > 7, sounds[4] == Sound.l.rawValue { add(sounds[5...]) }
        }
        if faith > 0 { add(sounds.dropLast(faith)) }
        for first in Self.firstHalves where sounds.count > first.count + 1 && sounds.starts(with: first) { add(sounds.dropFirst(first.count)) }
        for last in Self.lastHalves where sounds.count > last.count + 1 && sounds.suffix(last.count).elementsEqual(last) {
            add(sounds.dropLast(last.count))
        }
        return halves
    }

    private static let firstHalves: [[UInt8]] = [
        [Sound.a, .b, .d], [Sound.ain, .beh, .dal], [Sound.b, .e, .n], [Sound.b, .i, .n], [Sound.b, .ou], [Sound.a, .b, .ou], [Sound.a, .b, .u],
        [Sound.firstAlef, .beh, .waw],
        [Sound.beh, .noon],
    ].map { $0.map(\.rawValue) }

    private static let lastHalves: [[UInt8]] = [
        [Sound.a, .l, .a, .h], [Sound.a, .l, .a], [Sound.u, .l, .a, .h], [Sound.alef, .lam, .lam, .lastHeh],
    ].map { $0.map(\.rawValue) }
}
