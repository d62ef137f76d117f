/// Finds the statements of one unit.
struct EnglishFinder {
    let unit: EnglishUnit
    let words: [EnglishWord]
    let phrases: EnglishPhrases
    let lexicon = EnglishLexicon.shared
    var drafts: [EnglishDraft] = []
    /// The subject of the last finite verb read, for what follows without one: ", adding that", "and said".
    var lastSubject: Range<Int>?

    init(_ unit: EnglishUnit) {
        self.unit = unit
        words = unit.words
        phrases = EnglishPhrases(unit)
    }

    static func drafts(in unit: EnglishUnit) -> [EnglishDraft] {
        var finder = EnglishFinder(unit)
        finder.read()
        return finder.drafts.filter { draft in !finder.drafts.contains { $0.holds(draft) } }
    }

    private mutating func read() {
        if let draft = colon() ?? signature() { drafts.append(draft) }
        var index = 0
        while index < unit.end {
            defer { index += 1 }
            guard !words[index].isQuoted else { continue }
            if words[index].key == "according", index + 1 < unit.end, words[index + 1].key == "to" {
                if let draft = according(index) { drafts.append(draft) }
                continue
            }
            if words[index].part == .nominal, let cue = lexicon.nounCues[words[index].key], let draft = noun(index, cue) {
                drafts.append(draft)
                continue
            }
            if let cue = lexicon.adjectiveCues[words[index].key], index > 0, let draft = adjective(index, cue) {
                noteSubject(draft.cue.lowerBound)
                drafts.append(draft)
                continue
            }
            guard [.verb, .participle, .ing, .infinitive].contains(words[index].part) else { continue }
            guard let (cue, end) = cue(at: index) else {
                let group = groupStart(index)
                if words[index].part == .verb || group < index && words[group..<index].contains(where: { $0.part == .auxiliary }) {
                    noteSubject(group)
                }
                continue
            }
            if let draft = verb(index, cue, end) { drafts.append(draft) }
        }
    }

    // MARK: Cues

    /// The longest cue phrase that begins at `index`, and the end of its words.
    func cue(at index: Int) -> (EnglishCue, Int)? {
        guard let candidates = lexicon.cues[words[index].key] else { return nil }
        for cue in candidates {
            var place = index + 1
            for word in cue.words.dropFirst() {
                while place < words.count, place < index + 3, words[place].part == .adverb, words[place].key != word { place += 1 }
                guard place < words.count, words[place].key == word, !words[place].isQuoted else {
                    place = -1
                    break
                }
                place += 1
            }
            if place > 0 { return (cue, place) }
        }
        return nil
    }

    /// Where a verb's group begins: its auxiliaries, adverbs and negation before it.
    func groupStart(_ verb: Int) -> Int {
        var start = verb
        while start > 0, [.auxiliary, .adverb, .negation].contains(words[start - 1].part), !words[start - 1].isQuoted { start -= 1 }
        // An adverb that opens the sentence or follows a comma is not of the verb.
        while start < verb, words[start].part == .adverb, start == 0 || words[start - 1].part == .comma { start += 1 }
        return start
    }

    /// Keeps the subject of a main clause; one in a content, a relative or another dependent clause is nobody who goes on speaking.
    private mutating func noteSubject(_ group: Int) {
        if let subject = phrases.subject(before: group), !isDependent(subject), !(drafts.last?.content.contains { $0.contains(group) } ?? false) {
            lastSubject = subject
        }
    }

    func isDependent(_ subject: Range<Int>) -> Bool {
        if subject.count == 1, ["who", "which", "that", "what"].contains(words[subject.lowerBound].key) { return true }
        guard subject.lowerBound > 0 else { return false }
        let before = words[subject.lowerBound - 1]
        return before.part == .subordinator && subject.lowerBound > 1 || before.part == .that
    }

    // MARK: Verbs

    private mutating func verb(_ index: Int, _ cue: EnglishCue, _ end: Int) -> EnglishDraft? {
        var group = groupStart(index)
        let isPassive = words[index].part == .participle && words[group..<index].contains { $0.classes.contains(.be) || $0.key == "'s" }
        switch words[index].part {
        case .infinitive where words[group..<index].allSatisfy({ $0.part != .auxiliary }):
            guard let governed = governor(of: group) else { return nil }
            group = governed.group
            if let place = drafts.firstIndex(where: { $0.cue.lowerBound == group && $0.content.first?.contains(index) == true }) {
                // "refused to say" is one cue; in "vowed to call for" the vow is.
                guard let (outer, _) = self.cue(at: drafts[place].cue.upperBound - 1), outer.frames == .infinitive else { return nil }
                drafts.remove(at: place)
            }
            return finite(group, index, cue, end, governed.subject)
        case .participle where !words[group..<index].contains(where: { $0.part == .auxiliary }): return nil
        case .ing where !words[group..<index].contains(where: { $0.part == .auxiliary }):
            return gerund(group, index, cue, end)
        default: break
        }
        if words[group..<index].contains(where: { $0.classes.contains(.modal) && $0.key != "can't" && $0.key != "cannot" || $0.key == "never" }) {
            return nil
        }
        if isPassive { return passive(group, index, cue, end) }
        let subject = phrases.subject(before: group)
        if let subject, isIdle(subject, cue) {
            noteSubject(group)
            return nil
        }
        if let draft = inverted(group, index, cue, end, subject) { return draft }
        if subject == nil, !isCoordinated(group) { return nil }
        return finite(group, index, cue, end, subject)
    }

    /// A clause that tells of no statement: "what he calls", "if they say", "you know".
    private func isIdle(_ subject: Range<Int>, _ cue: EnglishCue) -> Bool {
        let first = words[subject.lowerBound]
        if subject.count == 1, ["that", "you", "what", "there"].contains(first.key) { return true }
        if subject.count == 1, ["who", "which"].contains(first.key), cue.grade > 1 { return true }
        guard subject.lowerBound > 0, !words[subject.lowerBound - 1].isQuoted else { return false }
        return ["what", "if", "unless", "whether", "because", "where", "while", "how", "that"].contains(words[subject.lowerBound - 1].key)
    }

    /// "and said", ", then added": a verb that shares the subject before.
    func isCoordinated(_ group: Int) -> Bool {
        guard group > 0 else { return false }
        var place = group - 1
        while place > 0,
            words[place].part == .adverb || words[place].part == .comma || !words[place].classes.isDisjoint(with: .time)
                || words[place].part == .preposition && !words[place + 1].classes.isDisjoint(with: .time)
        { place -= 1 }
        return words[place].part == .coordinator
    }

    /// The verb that governs "to say", with its subject.
    private func governor(of start: Int) -> (group: Int, subject: Range<Int>?)? {
        var place = start
        while place > 0, words[place].part != .to || place == start {
            guard words[place - 1].part == .to || words[place - 1].part == .adverb || words[place - 1].part == .negation else { break }
            place -= 1
        }
        guard place > 1, words[place].part == .to || words[place - 1].part == .to else { return nil }
        var verb = (words[place].part == .to ? place : place - 1) - 1
        var steps = 0
        while verb >= 0, steps < 3, ![.verb, .ing, .participle, .infinitive].contains(words[verb].part) {
            guard
                words[verb].part == .adverb || words[verb].part == .negation || words[verb].part == .preposition
                    || words[verb].part == .nominal && !words[verb].isCapital
            else { return nil }
            verb -= 1
            steps += 1
        }
        guard verb >= 0, [.verb, .ing, .participle].contains(words[verb].part), !words[verb].isQuoted else { return nil }
        let group = groupStart(verb)
        guard let subject = phrases.subject(before: group) ?? (isCoordinated(group) || words[verb].part == .ing ? lastSubject : nil) else {
            return nil
        }
        return (group, subject)
    }

    private mutating func finite(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int, _ subject: Range<Int>?) -> EnglishDraft? {
        let source = subject ?? (drafts.last?.isClause == true ? drafts.last?.source : nil) ?? lastSubject
        guard let source else { return nil }
        if let subject, !isDependent(subject) { lastSubject = subject }
        let span = min(group, index)..<end
        if cue.frames.contains(.parenthesis), let subject, let draft = parenthesis(subject, span, cue) { return draft }
        if end >= unit.end - 1, end < words.count, words[end].part == .colon, cue.frames.contains(.quotation) {
            // He said: and what he said is the next paragraph.
            return EnglishDraft(source: source, cue: span, content: [], awaits: true)
        }
        if let subject, subject.lowerBound > 0, words[subject.lowerBound - 1].key == "as" { return asClause(subject, span, cue) }
        guard let (found, context) = complement(from: end, cue) else { return nil }
        let isOpening = subject.map { isDependent($0) && ($0.count > 1 || words[$0.lowerBound].part == .pronoun) } ?? false
        let content = isOpening ? beforeComma(found) : found
        var draft = EnglishDraft(source: source, cue: span, content: [content], context: context)
        draft.isClause = true
        draft.takesNoun = cue.frames.isDisjoint(with: [.clause, .that])
        draft.mayGoOn = words[content.upperBound - 1].isQuoted && cue.frames.contains(.quotation)
        return draft
    }
}
