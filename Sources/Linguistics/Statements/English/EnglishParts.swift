/// Decides what each word of a unit is in its place: a verb, a part of a noun phrase, an adverb.
///
/// It is no tagger with weights: a word that may be a verb is one unless what stands before or behind it says otherwise.
struct EnglishParts {
    private var words: [EnglishWord]
    private let isTitleCase: Bool

    static func assigned(to words: [EnglishWord], isTitleCase: Bool) -> [EnglishWord] {
        var parts = EnglishParts(words: words, isTitleCase: isTitleCase)
        for index in words.indices { parts.words[index].part = parts.part(index) }
        return parts.words
    }

    private func part(_ index: Int) -> EnglishWord.Part {
        let word = words[index]
        if word.part != .nominal { return word.part }
        let classes = word.classes
        let before = previous(index)
        let next = index + 1 < words.count ? words[index + 1] : nil
        switch word.key {
        case "'s":
            let pronouns: Set = ["he", "she", "it", "that", "there", "who", "what", "here"]
            return index > 0 && pronouns.contains(words[index - 1].key) ? .auxiliary : .genitive
        case "that": return that(index, before)
        case "to": return isBase(after: index) ? .to : .preposition
        case "her": return next.map { startsVerbOrMark($0) } ?? true ? .pronoun : .determiner
        case "like", "likes", "liked":
            if before?.part == .pronoun || before?.part == .auxiliary && before?.classes.contains(.modal) == true { return .verb }
        case "so": return next?.key == "that" ? .subordinator : .adverb
        case "as", "since", "before", "after", "until":
            return .subordinator
        case "no": return .determiner
        case "including", "excluding", "regarding", "concerning": return .preposition
        case "may", "will", "march", "august":
            if word.isCapital, index > 0, !isTitleCase { return .nominal }
        case "mean", "found", "felt": break
        default: break
        }
        if word.isCapital, index > 0, !isTitleCase, !classes.isDisjoint(with: [.day, .month]) { return .nominal }
        // “…,” Read said: a name, since no sentence begins behind a quotation here.
        if word.isCapital, index > 0, !isTitleCase, words[index - 1].part == .quote, !word.isQuoted, classes.isDisjoint(with: .notVerb) {
            return .nominal
        }
        if !classes.isDisjoint(with: .auxiliary), !(classes.contains(.month) && word.isCapital) { return auxiliary(index, classes) }
        if classes.contains(.negation) { return .negation }
        if classes.contains(.coordinator) { return .coordinator }
        if word.isCapital, index > 0, !isTitleCase, words[index - 1].part != .quote, words[index - 1].part != .stop {
            return properPart(word, before)
        }
        if classes.contains(.subordinator) { return .subordinator }
        if classes.contains(.preposition), classes.isDisjoint(with: .verb) { return .preposition }
        if classes.contains(.determiner) { return determiner(word, next) }
        if classes.contains(.pronoun) || classes.contains(.object) { return .pronoun }
        if !classes.isDisjoint(with: .verb) { return verb(index, classes, before, next) }
        if classes.contains(.preposition) { return .preposition }
        if classes.contains(.adverb) { return classes.contains(.plural) && before?.part == .determiner ? .nominal : .adverb }
        return .nominal
    }

    private func properPart(_ word: EnglishWord, _ before: EnglishWord?) -> EnglishWord.Part {
        let small: EnglishLexicon.Classes = [.pronoun, .preposition]
        if word.key == "i" { return .pronoun }
        if !word.classes.isDisjoint(with: small), before?.part == .colon || before?.part == .dash {
            return word.classes.contains(.pronoun) ? .pronoun : .preposition
        }
        return .nominal
    }

    /// The word before, without adverbs.
    private func previous(_ index: Int) -> EnglishWord? {
        var index = index - 1
        while index >= 0, words[index].part == .adverb || words[index].part == .negation { index -= 1 }
        return index >= 0 ? words[index] : nil
    }

    private func that(_ index: Int, _ before: EnglishWord?) -> EnglishWord.Part {
        guard index + 1 < words.count else { return .pronoun }
        let next = words[index + 1]
        if before?.part == .preposition { return .determiner }
        if !next.classes.isDisjoint(with: .auxiliary) || next.key == "'s" { return before?.part == .nominal ? .that : .pronoun }
        return .that
    }

    /// Whether an infinitive stands behind "to", adverbs between.
    private func isBase(after index: Int) -> Bool {
        var next = index + 1
        while next < words.count, next < index + 3,
            words[next].classes == .adverb || words[next].classes.contains(.negation) || words[next].part == .quote
        { next += 1 }
        guard next < words.count else { return false }
        let word = words[next]
        if word.classes.isEmpty, word.part == .nominal, !word.isCapital, !word.key.hasSuffix("s"), next + 1 < words.count,
            !words[next + 1].classes.isDisjoint(with: [.determiner, .object, .possessive])
                || ["from", "with", "into", "by"].contains(words[next + 1].key)
        {
            return true  // a verb of no list, with its object
        }
        return (word.classes.contains(.base) || !word.classes.isDisjoint(with: [.be, .have, .do]) && ["be", "have", "do"].contains(word.key))
            && (!word.isCapital || isTitleCase)
    }

    private func startsVerbOrMark(_ word: EnglishWord) -> Bool {
        word.part != .nominal || !word.classes.isDisjoint(with: [.preposition, .adverb, .determiner, .coordinator, .subordinator, .auxiliary])
    }

    private func auxiliary(_ index: Int, _ classes: EnglishLexicon.Classes) -> EnglishWord.Part {
        words[index].key == "'d" || words[index].key == "'ll" || !classes.isDisjoint(with: .auxiliary) ? .auxiliary : .nominal
    }

    private func determiner(_ word: EnglishWord, _ next: EnglishWord?) -> EnglishWord.Part {
        guard let next else { return .pronoun }
        if word.classes.contains(.pronoun) {
            if next.part != .nominal { return .pronoun }
            if !next.classes.isDisjoint(with: [.auxiliary, .preposition, .adverb]) { return .pronoun }
            if ["who", "that", "which"].contains(next.key) { return .pronoun }
            if !next.classes.isDisjoint(with: [.past, .base]), next.classes.isDisjoint(with: [.timenoun]), word.classes.contains(.plural),
                !next.key.hasSuffix("s")
            {
                return .pronoun
            }
        }
        return .determiner
    }

    private func verb(_ index: Int, _ classes: EnglishLexicon.Classes, _ before: EnglishWord?, _ next: EnglishWord?) -> EnglishWord.Part {
        guard let before else { return opening(index, classes, next) }
        if before.part == .to { return .infinitive }
        if before.part == .auxiliary {
            if before.classes.contains(.be) || before.key == "'s" {
                return classes.contains(.ing) ? .ing : classes.contains(.participle) ? .participle : .nominal
            }
            if before.classes.contains(.have) { return classes.contains(.participle) ? .participle : classes.contains(.ing) ? .ing : .nominal }
            return classes.contains(.base) ? .infinitive : .nominal
        }
        if classes.contains(.ing) { return before.part == .determiner || before.part == .genitive ? .nominal : .ing }
        if afterModal(index), classes.contains(.base) { return .infinitive }
        switch before.part {
        case .determiner, .genitive, .preposition: return .nominal
        case .verb, .participle, .infinitive, .ing:
            if !classes.contains(.past) { return .nominal }
            return next.map(startsNoun) ?? false ? .nominal : .participle
        default: break
        }
        if classes.contains(.past) { return past(index, before, next) }
        if classes.contains(.participle) { return .participle }
        if classes.contains(.third) { return third(index, before, next) }
        return base(index, before, next)
    }

    /// "Will voters back him", "did Trump say": a modal a few words before, its subject between.
    private func afterModal(_ index: Int) -> Bool {
        var place = index - 1
        var steps = 0
        while place >= 0, steps < 4 {
            switch words[place].part {
            case .auxiliary:
                return !words[place].classes.isDisjoint(with: [.modal, .do])
                    && (place == 0 || words[place - 1].part != .nominal && words[place - 1].part != .pronoun)
            case .nominal, .pronoun, .determiner, .adverb, .negation: break
            default: return false
            }
            place -= 1
            steps += 1
        }
        return false
    }

    private func startsNoun(_ word: EnglishWord) -> Bool {
        word.part == .nominal
            && word.classes.isDisjoint(with: [
                .determiner, .preposition, .pronoun, .object, .adverb, .subordinator, .coordinator, .auxiliary, .day, .possessive, .negation,
            ])
            && word.key != "that" && word.key != "to"
    }

    private func past(_ index: Int, _ before: EnglishWord, _ next: EnglishWord?) -> EnglishWord.Part {
        // An adjective: "the alleged attack", "Smith, disputed heir".
        if let next, startsNoun(next), !next.isCapital, before.part == .comma || before.part == .coordinator, index > 1,
            words[index].classes.contains(.participle), EnglishLexicon.shared.cues[words[index].key] == nil
        {
            return .nominal
        }
        if index > 0, words[index - 1].classes.contains(.adverb), let next, startsNoun(next), before.part == .determiner { return .nominal }
        return .verb
    }

    private func third(_ index: Int, _ before: EnglishWord, _ next: EnglishWord?) -> EnglishWord.Part {
        guard
            before.part == .nominal || before.part == .pronoun || before.part == .comma || before.part == .quote || before.part == .coordinator
                || before.part == .closing || before.part == .that || before.part == .subordinator || before.part == .dash
        else { return .nominal }
        guard let next else { return before.part == .pronoun || before.isCapital ? .verb : .nominal }
        if before.part == .pronoun { return .verb }
        if next.part != .nominal {
            return next.part == .quote || next.part == .colon || next.part == .comma || next.part == .stop
                ? (before.isCapital || isSingular(before) ? .verb : .nominal) : .nominal
        }
        if Self.onlyVerbs.contains(words[index].key) { return .verb }
        if hasVerb(before: index) { return .nominal }
        if !next.classes.isDisjoint(with: .auxiliary) || next.key == "of" || next.classes.contains(.ing) { return .nominal }
        if words[index - 1].key.contains("-"), !words[index - 1].isCapital { return .nominal }
        if next.classes.contains(.past), !next.classes.contains(.base), !next.classes.contains(.preposition) { return .nominal }
        if before.part == .coordinator, !hasThird(before: index) { return .nominal }
        if !next.classes.isDisjoint(with: [.determiner, .pronoun, .object, .possessive, .subordinator, .adverb, .negation]) || next.key == "that"
            || next.key == "to"
        {
            return .verb
        }
        if before.isCapital, isSingular(before), !isTitleCase || index < 6 { return .verb }
        if next.isCapital, isSingular(before) { return .verb }
        if next.classes.contains(.preposition) { return isSingular(before) && before.isCapital ? .verb : .nominal }
        return isSingular(before) && EnglishLexicon.shared.cues[words[index].key]?.contains(where: { $0.grade == 1 }) == true ? .verb : .nominal
    }

    /// Whether the clause up to here has its verb: "rated most of his claims". A verb that takes a clause opens a new one.
    private func hasVerb(before index: Int) -> Bool {
        var place = index - 1
        while place >= 0, index - place < 14 {
            switch words[place].part {
            case .verb: return !EnglishLexicon.shared.takesClause(words[place].key)
            case .infinitive where words[place].classes.isDisjoint(with: .auxiliary):
                return !EnglishLexicon.shared.takesClause(words[place].key)
            case .nominal, .determiner, .genitive, .preposition, .adverb, .pronoun: place -= 1
            default: return false
            }
        }
        return false
    }

    /// Forms in -s that are hardly ever nouns.
    private static let onlyVerbs: Set<String> = [
        "says", "tells", "wants", "thinks", "believes", "argues", "insists", "knows", "adds", "writes", "seems", "appears", "admits", "explains",
        "warns",
        "denies", "agrees", "acknowledges", "accuses", "describes", "suggests", "asserts", "announces", "confirms", "contends", "maintains",
        "recalls",
    ]

    private func hasThird(before index: Int) -> Bool {
        words[max(0, index - 25)..<index].contains { $0.part == .verb && $0.classes.contains(.third) || $0.part == .auxiliary }
    }

    private func isSingular(_ word: EnglishWord) -> Bool {
        word.part == .nominal && !word.classes.contains(.plural) && (!word.key.hasSuffix("s") || word.key.hasSuffix("ss") || word.isCapital)
    }

    private func base(_ index: Int, _ before: EnglishWord, _ next: EnglishWord?) -> EnglishWord.Part {
        if words[index].key == "say", before.part == .nominal || before.part == .closing || before.part == .comma { return .verb }
        let plural: Set = [
            "i", "we", "they", "you", "who", "that", "which", "some", "many", "most", "others", "both", "few", "these", "those", "all",
        ]
        let fits =
            plural.contains(before.key) || before.part == .nominal && !isSingular(before) || before.part == .closing
            || before.part == .comma && index > 1 || before.part == .quote
        guard fits else {
            guard before.part == .coordinator, let next else { return .nominal }
            // "… say A and believe B"
            let earlier = words[max(0, index - 25)..<index].contains { $0.part == .infinitive || $0.part == .verb && $0.classes.contains(.base) }
            return earlier && (!startsNoun(next) || next.isCapital) && next.part == .nominal ? .infinitive : .nominal
        }
        if before.part == .comma || before.part == .quote {
            return next?.part == .stop || next?.part == .comma || next == nil
                ? .nominal : next!.classes.isDisjoint(with: [.determiner, .pronoun]) ? .nominal : .verb
        }
        if before.isCapital, before.part == .nominal, before.key.hasSuffix("s"), next.map({ startsNoun($0) && !$0.isCapital }) ?? false {
            return .nominal
        }
        guard let next else { return .verb }
        if !next.classes.isDisjoint(with: .auxiliary), next.part == .nominal { return .nominal }
        if before.part == .pronoun || before.part == .that { return .verb }
        if next.part == .nominal, next.classes.contains(.past), next.classes.isDisjoint(with: [.base, .adverb]) { return .nominal }
        return .verb
    }

    /// A verb at the very start: an imperative or a participle.
    private func opening(_ index: Int, _ classes: EnglishLexicon.Classes, _ next: EnglishWord?) -> EnglishWord.Part {
        if classes.contains(.ing) { return .ing }
        guard let next, !startsNoun(next) || next.isCapital else { return .nominal }
        if classes.contains(.past) { return next.part == .nominal && next.classes.isDisjoint(with: [.preposition, .be]) ? .verb : .participle }
        return .nominal
    }
}
