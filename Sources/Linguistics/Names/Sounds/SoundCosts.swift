/// What it costs to take one sound for another, or to leave one out, between two spellings of a name. Read from `name-costs.tsv`.
struct SoundCosts: Sendable {
    /// By the sounds of both sides; symmetric.
    var exchange: [Float]
    /// A sound left out within one script and between two; the same for the last sound of a part.
    var loss: [Float]
    var crossLoss: [Float]
    var lastLoss: [Float]
    var lastCrossLoss: [Float]
    var settings: [Float]

    enum Setting: Int, CaseIterable, Sendable {
        /// A sound of an article left out.
        case soft
        /// "th" for t and h.
        case split
        /// What a difference at the first sound counts more than elsewhere.
        case first
        /// A part's cost at which two are as likely one name as two: `base` and `perConsonant` for each of the shorter one's.
        case base, perConsonant
        /// The same between the scripts.
        case crossBase, crossPerConsonant
        /// The same within the Arabic script.
        case arabicBase, arabicPerConsonant
        /// How steep the score falls.
        case steepness
        /// What a part's cost counts in a name of several.
        case part, crossPart
        /// A part that only one of the names has: at the head, in the middle, at the end.
        case missingFirst, missingMiddle, missingLast
        /// Both names have parts that the other lacks.
        case conflict
        /// Only one part of a longer name is shared.
        case alone
        /// Particles, titles and the like missing.
        case particle
        /// The parts stand in another order.
        case order
        /// An initial for a name.
        case initial
        /// Half a name for the whole: Kader for Abdelkader.
        case half
    }

    subscript(_ setting: Setting) -> Float { settings[setting.rawValue] }

    static let standard = SoundCosts(lines: BuiltInFile.lines("name-costs.tsv"))

    /// Lines of `same sounds sounds cost`, `loss sounds cost crossCost`, `last sounds cost crossCost`, `set name value`.
    init(lines: [Substring]) {
        let count = Sound.count
        exchange = Array(repeating: 1, count: count * count)
        loss = Array(repeating: 0.9, count: count)
        (crossLoss, lastLoss, lastCrossLoss) = (loss, loss, loss)
        settings = Array(repeating: 0, count: Setting.allCases.count)
        for a in Sound.allCases {
            for b in Sound.allCases where a.isVowelLike != b.isVowelLike { exchange[Int(a.rawValue) * count + Int(b.rawValue)] = 2 }
        }
        for index in 0..<count { exchange[index * count + index] = 0 }
        for line in lines {
            let fields = line.split(separator: "\t")
            switch fields.first {
            case "same" where fields.count == 4: readSame(fields)
            case "loss" where fields.count == 4, "last" where fields.count == 4: readLoss(fields)
            case "set" where fields.count == 3: readSetting(fields)
            default: preconditionFailure("name-costs.tsv: \(line)")
            }
        }
    }

    private mutating func readSetting(_ fields: [Substring]) {
        guard let setting = Setting.allCases.first(where: { "\($0)" == fields[1] }), let value = Float(fields[2]) else {
            preconditionFailure("name-costs.tsv: \(fields)")
        }
        settings[setting.rawValue] = value
    }

    private mutating func readSame(_ fields: [Substring]) {
        guard let cost = Float(fields[3]) else { preconditionFailure("name-costs.tsv: \(fields)") }
        for a in Self.sounds(fields[1]) {
            for b in Self.sounds(fields[2]) where a != b {
                exchange[Int(a) * Sound.count + Int(b)] = cost
                exchange[Int(b) * Sound.count + Int(a)] = cost
            }
        }
    }

    private mutating func readLoss(_ fields: [Substring]) {
        guard let cost = Float(fields[2]), let cross = Float(fields[3]) else { preconditionFailure("name-costs.tsv: \(fields)") }
        for sound in Self.sounds(fields[1]).map(Int.init) {
            lastLoss[sound] = cost
            lastCrossLoss[sound] = cross
            if fields[0] == "loss" { (loss[sound], crossLoss[sound]) = (cost, cross) }
        }
    }

    private static let byName = Dictionary(uniqueKeysWithValues: Sound.allCases.map { ("\($0)", $0.rawValue) })

    private static func sounds(_ names: Substring) -> [UInt8] {
        names.split(separator: " ").map { name in
            guard let sound = byName[String(name)] else { preconditionFailure("name-costs.tsv: no sound \(name)") }
            return sound
        }
    }
}

extension Sound {
    fileprivate var isVowelLike: Bool {
        if isLatinVowel { return true }
        switch self {
        case .w, .y, .firstAlef, .alef, .ain, .waw, .yeh, .hamza, .lastHeh, .lastYeh, .h: return true
        default: return false
        }
    }
}
