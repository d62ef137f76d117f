/// What the reading of English knows about words: closed classes, forms of verbs, cues.
struct EnglishLexicon: Sendable {
    /// Classes a word may belong to, whatever its place in a sentence.
    struct Classes: OptionSet, Sendable {
        let rawValue: UInt64
        /// Their names in the list of words, in the order of their bits.
        static let names = [
            "determiner", "possessive", "pronoun", "object", "preposition", "subordinator", "coordinator", "be", "have", "do", "modal", "negation",
            "adverb", "day", "month", "timenoun", "plural", "abbreviation", "vague", "unnamed", "anonymity", "document", "organisation", "role",
            "title",
            "feminine", "masculine", "base", "third", "past", "participle", "ing",
        ]

        static let determiner = Classes(rawValue: 1 << 0), possessive = Classes(rawValue: 1 << 1), pronoun = Classes(rawValue: 1 << 2)
        static let object = Classes(rawValue: 1 << 3), preposition = Classes(rawValue: 1 << 4), subordinator = Classes(rawValue: 1 << 5)
        static let coordinator = Classes(rawValue: 1 << 6), be = Classes(rawValue: 1 << 7), have = Classes(rawValue: 1 << 8)
        static let `do` = Classes(rawValue: 1 << 9), modal = Classes(rawValue: 1 << 10), negation = Classes(rawValue: 1 << 11)
        static let adverb = Classes(rawValue: 1 << 12), day = Classes(rawValue: 1 << 13), month = Classes(rawValue: 1 << 14)
        static let timenoun = Classes(rawValue: 1 << 15), plural = Classes(rawValue: 1 << 16), abbreviation = Classes(rawValue: 1 << 17)
        static let vague = Classes(rawValue: 1 << 18), unnamed = Classes(rawValue: 1 << 19), anonymity = Classes(rawValue: 1 << 20)
        static let document = Classes(rawValue: 1 << 21), organisation = Classes(rawValue: 1 << 22), role = Classes(rawValue: 1 << 23)
        static let title = Classes(rawValue: 1 << 24), feminine = Classes(rawValue: 1 << 25), masculine = Classes(rawValue: 1 << 26)
        static let base = Classes(rawValue: 1 << 27), third = Classes(rawValue: 1 << 28), past = Classes(rawValue: 1 << 29)
        static let participle = Classes(rawValue: 1 << 30), ing = Classes(rawValue: 1 << 31)
        static let verb: Classes = [.base, .third, .past, .participle, .ing]
        /// All that is no verb form.
        static let notVerb = Classes(rawValue: (1 << 27) - 1)
        static let auxiliary: Classes = [.be, .have, .do, .modal]
        static let time: Classes = [.day, .month, .timenoun]
    }

    static let shared = EnglishLexicon()

    private(set) var classes: [String: Classes] = [:]
    /// Cue phrases by the form of their first word; those of more words come first.
    private(set) var cues: [String: [EnglishCue]] = [:]
    /// Nouns of speech: "his claim that".
    private(set) var nounCues: [String: EnglishCue] = [:]
    /// Adjectives of thought behind "be": "was convinced that".
    private(set) var adjectiveCues: [String: EnglishCue] = [:]

    private init() {
        for line in BuiltInFile.lines("english-words.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count == 2, let index = Classes.names.firstIndex(of: String(fields[0])) else { continue }
            for word in fields[1].split(separator: " ") { classes[String(word), default: []].insert(Classes(rawValue: 1 << UInt64(index))) }
        }
        var irregular: [String: (past: String, participle: String)] = [:]
        for line in BuiltInFile.lines("english-verbs.txt") {
            let forms = line.split(separator: " ").map(String.init)
            if forms.count == 3 { irregular[forms[0]] = (forms[1], forms[2]) }
            add(EnglishVerb(forms[0], irregular: irregular[forms[0]]))
        }
        var single: [String: EnglishCue] = [:]
        for line in BuiltInFile.lines("english-cues.tsv") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let cue = EnglishCue(phrase: fields[0], frames: fields[1], grade: fields[2]) else { continue }
            let verb = EnglishVerb(cue.words[0], irregular: irregular[cue.words[0]])
            add(verb)
            if cue.words.count == 1 {
                single[verb.lemma] = single[verb.lemma]?.joined(with: cue) ?? cue
            } else {
                for form in verb.forms { cues[form, default: []].append(cue) }
            }
        }
        for (lemma, cue) in single {
            for form in EnglishVerb(lemma, irregular: irregular[lemma]).forms { cues[form, default: []].append(cue) }
        }
        nounCues = Self.cues(in: "english-noun-cues.tsv")
        adjectiveCues = Self.cues(in: "english-adjective-cues.tsv")
        for form in cues.keys { cues[form]!.sort { $0.words.count > $1.words.count } }
    }

    private static func cues(in file: String) -> [String: EnglishCue] {
        var cues: [String: EnglishCue] = [:]
        for line in BuiltInFile.lines(file) {
            let fields = line.split(separator: "\t")
            if fields.count == 2 { cues[String(fields[0])] = EnglishCue(phrase: fields[0], frames: fields[1], grade: "1") }
        }
        return cues
    }

    private mutating func add(_ verb: EnglishVerb) {
        classes[verb.lemma, default: []].insert(.base)
        classes[verb.third, default: []].insert(.third)
        for form in verb.pasts { classes[form, default: []].insert(.past) }
        for form in verb.participles { classes[form, default: []].insert(.participle) }
        for form in verb.ings { classes[form, default: []].insert(.ing) }
    }

    /// Whether a clause may follow a form of a verb; surely when no other word between is needed.
    func takesClause(_ key: String, surely: Bool = false) -> Bool {
        cues[key]?.contains { surely ? $0.frames.contains(.clause) && $0.grade == 1 : !$0.frames.isDisjoint(with: [.clause, .that]) } ?? false
    }

    /// The classes of a word, guessed by its ending when it is not known.
    func classes(of key: String) -> Classes {
        if let known = classes[key] { return known }
        if key.utf8.count > 4 {
            if key.hasSuffix("ed") { return [.past, .participle] }
            if key.hasSuffix("ing") { return .ing }
            if key.hasSuffix("ly") { return .adverb }
        }
        return []
    }
}

/// The forms of a verb.
struct EnglishVerb {
    let lemma: String
    let third: String
    let pasts: [String]
    let participles: [String]
    /// With and without a doubled last letter; the one that nobody writes does no harm.
    let ings: [String]

    var forms: Set<String> { Set([lemma, third] + pasts + participles + ings) }

    init(_ lemma: String, irregular: (past: String, participle: String)?) {
        self.lemma = lemma
        let letters = Array(lemma)
        let last = letters.last ?? " "
        let vowels = Set("aeiou")
        let afterConsonant = letters.count > 1 && !vowels.contains(letters[letters.count - 2])
        let y = last == "y" && afterConsonant
        let stem = y ? lemma.dropLast() + "i" : Substring(lemma)
        third =
            lemma == "have"
            ? "has"
            : y ? stem + "es" : ["s", "x", "z", "o"].contains(last) || lemma.hasSuffix("sh") || lemma.hasSuffix("ch") ? lemma + "es" : lemma + "s"
        var regular = [last == "e" ? lemma + "d" : stem + "ed"]
        var ings = [last == "e" && !lemma.hasSuffix("ee") ? lemma.dropLast() + "ing" : lemma + "ing"]
        if lemma.hasSuffix("ie") { ings = [lemma.dropLast(2) + "ying"] }
        if letters.count > 2, !vowels.contains(last), !["w", "x", "y", "h"].contains(last), !afterConsonant {
            regular.append(lemma + "\(last)ed")
            ings.append(lemma + "\(last)ing")
        }
        self.ings = ings
        pasts = irregular.map { [$0.past] } ?? regular
        participles = irregular.map { [$0.participle] } ?? regular
    }
}
