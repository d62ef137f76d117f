/// A name cut into its parts: articles are gone, عبد and دين stand in one part with what they belong to.
struct NameParts: Sendable {
    private(set) var parts: [NamePart] = []

    init(_ name: some StringProtocol) {
        self.init(words: NameLetters.words(of: name))
    }

    init(words: [NameLetters]) {
        var index = 0
        var servant: NamePart?
        while index < words.count {
            let word = words[index]
            let next = index + 1 < words.count ? words[index + 1] : nil
            index += 1
            if let next, Self.isArticle(word, before: next) { continue }
            var part = Self.part(word, next: next)
            if let first = servant {
                part = first.joined(part)
                servant = nil
            } else if next != nil, Self.isServant(word) {
                servant = part
                continue
            } else if Self.isFaith(word), let last = parts.last, last.kind == .name, last.script == part.script {
                parts[parts.count - 1] = last.joined(part)
                continue
            }
            if !part.sounds.isEmpty { parts.append(part) }
        }
        if let servant { parts.append(servant) }
    }

    /// All parts as one; nil when there is none.
    var whole: NamePart? {
        guard let first = parts.first else { return nil }
        return parts.dropFirst().reduce(first) { $0.joined($1) }
    }

    private static func part(_ word: NameLetters, next: NameLetters?) -> NamePart {
        let kind = self.kind(word, next: next)
        if kind == .particle, isSon(word) {
            return NamePart(kind: kind, script: word.script, sounds: word.script == .arabic ? son.arabic : son.latin)
        }
        let sounds =
            switch word.script {
            case .latin: LatinSounds.sounds(of: word.letters)
            case .arabic: ArabicSounds.sounds(of: word.letters)
            case .other: word.letters
            }
        return NamePart(kind: kind, script: word.script, sounds: sounds)
    }

    private static let son: (latin: [UInt8], arabic: [UInt8]) = (
        [Sound.b.rawValue, Sound.e.rawValue, Sound.n.rawValue], [Sound.beh.rawValue, Sound.noon.rawValue]
    )

    private static func kind(_ word: NameLetters, next: NameLetters?) -> NamePart.Kind {
        if word.letters.count == 1, word.script != .other { return .initial }
        let known = words(word.script)
        if next != nil {
            if known.particles.contains(word.letters) { return .particle }
            if known.kunya.contains(word.letters) { return .kunya }
            if known.titles.contains(word.letters) { return .title }
        }
        return .name
    }

    /// Whether a word is a particle, and whether it may be the first half of a name, as عبد is in عبد الرحمن and بن in بن ناصر for Bennaceur.
    static func standing(of word: NameLetters) -> (isParticle: Bool, isHalf: Bool) {
        (words(word.script).particles.contains(word.letters), isServant(word) || isSon(word) || words(word.script).kunya.contains(word.letters))
    }

    private static func isSon(_ word: NameLetters) -> Bool { words(word.script).sons.contains(word.letters) }
    private static func isServant(_ word: NameLetters) -> Bool { words(word.script).servants.contains(word.letters) }
    private static func isFaith(_ word: NameLetters) -> Bool { words(word.script).faiths.contains(word.letters) }

    /// Al, el, l, and before a sun letter the forms that take it on: ash-Shami.
    private static func isArticle(_ word: NameLetters, before next: NameLetters) -> Bool {
        guard word.letters.count <= 4, word.script == next.script else { return false }
        if words(word.script).articles.contains(word.letters) { return true }
        guard word.script == .latin, word.letters.count >= 2, LatinSounds.isArticleVowel(word.letters[0]) else { return false }
        let consonants = word.letters.dropFirst()
        return next.letters.starts(with: consonants) && consonants.allSatisfy { "tdrszhnc".utf8.contains($0) }
    }

    /// Words with a meaning of their own in names, as the letters of their script.
    private struct Words {
        let articles, particles, sons, kunya, servants, faiths, titles: Set<[UInt8]>

        init(latin list: [String: String]) {
            self.init { (list[$0] ?? "").split(separator: " ").map { Array($0.utf8) } }
        }

        init(arabic list: [String: String]) {
            self.init { (list[$0] ?? "").split(separator: " ").map { $0.unicodeScalars.compactMap { ArabicSounds.sound(of: $0)?.rawValue } } }
        }

        private init(_ words: (String) -> [[UInt8]]) {
            sons = Set(words("sons"))
            particles = Set(words("particles")).union(sons)
            (articles, kunya, servants) = (Set(words("articles")), Set(words("kunya")), Set(words("servants")))
            (faiths, titles) = (Set(words("faiths")), Set(words("titles")))
        }
    }

    private static func words(_ script: NameLetters.Script) -> Words {
        switch script {
        case .latin: latin
        case .arabic: arabic
        case .other: none
        }
    }

    private static let none = Words(latin: [:])
    private static let latin = Words(latin: [
        "articles": "al el ul il le l",
        "sons": "bin ben ibn bn ebn",
        "particles": "bint bent bat ould oulad wuld walad ait ag ap de da di du von van der den the and of",
        "kunya": "abu abou abo aboul abul abi aba bou bu umm oum um om",
        "servants": "abd abdu abdel abdul abdal abdol abdoul abdil abdur abdar abder abdus abdes abdel abed",
        "faiths": "din deen dine eddine eddin uddin addin edin aldin adin eldin eldine eldeen aldeen",
        "titles": """
        mr mrs ms dr prof sir lord president king queen prince princess emir sheikh shaikh sheik cheikh shaykh sheikha imam haji hajj hadj mullah
        ayatollah general gen colonel col major captain minister senator sen rep gov governor mayor judge justice pope
        """,
    ])
    private static let arabic = Words(arabic: [
        "articles": "ال",
        "sons": "بن ابن",
        "particles": "بنت ولد آل ايت دي فان فون دو دا",
        "kunya": "ابو أبي أبا بو ام",
        "servants": "عبد",
        "faiths": "الدين دين",
        "titles":
            "د الدكتور الدكتورة الشيخ السيد السيدة الرئيس الملك الأمير الأميرة اللواء العميد العقيد المهندس الأستاذ الحاج الإمام الفريق النائب الوزير",
    ])
}
