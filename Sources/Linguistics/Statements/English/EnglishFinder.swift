/// Finds the statements of one unit.
struct EnglishFinder {
    let unit: EnglishUnit
    let words: [EnglishWord]
    let phrases: EnglishPhrases
    let lexicon = EnglishLexicon.shared
    private(set) var drafts: [EnglishDraft] = []
    /// The subject of the last finite verb read, for what follows without one: ", adding that", "and said".
    private var lastSubject: Range<Int>?

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
            guard [.verb, .participle, .ing, .infinitive].contains(words[index].part) else { continue }
            guard let (cue, end) = cue(at: index) else {
                let group = groupStart(index)
                if words[index].part == .verb || group < index && words[group..<index].contains(where: { $0.part == .auxiliary }) { noteSubject(group) }
                continue
            }
            if let draft = verb(index, cue, end) { drafts.append(draft) }
        }
    }

    /// What carries words without being who says them.
    private static let vessels: Set<String> = [
        "statement", "statements", "speech", "conference", "tweet", "tweets", "post", "email", "letter", "remarks", "interview", "message", "ad",
        "note", "appearance",
    ]

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

    private func isDependent(_ subject: Range<Int>) -> Bool {
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
    private func isCoordinated(_ group: Int) -> Bool {
        guard group > 0 else { return false }
        var place = group - 1
        while place > 0, words[place].part == .adverb || words[place].part == .comma { place -= 1 }
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
        draft.mayGoOn = words[content.upperBound - 1].isQuoted && cue.frames.contains(.quotation)
        return draft
    }

    /// ", saying that", "by calling him", "a letter urging".
    private mutating func gerund(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int) -> EnglishDraft? {
        guard let (content, context) = complement(from: end, cue) else { return nil }
        var source: Range<Int>?
        if group > 0 {
            let before = words[group - 1]
            if before.part == .subordinator, cue.grade > 1 { return nil }
            if before.part == .preposition, !["by", "in", "despite", "with"].contains(before.key) { return nil }
        }
        if group > 0, words[group - 1].part == .nominal || words[group - 1].part == .pronoun {
            guard words[content.lowerBound].part == .that || words[content.lowerBound].isQuoted || words[group - 1].isCapital, words[group - 1].key != "worth" else { return nil }
            source = phrases.phrase(endingAt: group)
            // "issued a statement calling": the statement is somebody's.
            if let head = source?.upperBound, Self.vessels.contains(words[head - 1].key), let lastSubject { source = lastSubject }
        } else if group == 0 || drafts.isEmpty && lastSubject == nil {
            // "Calling it a mistake, Smith resigned."
            source = mainSubject(after: content.upperBound)
        } else {
            source = lastSubject
        }
        guard let source, source.isEmpty == false else { return nil }
        let isMain = words[0..<group].contains { $0.part == .verb || $0.part == .auxiliary }
        return EnglishDraft(source: source, cue: group..<end, content: [isMain ? content : beforeComma(content)], context: context)
    }

    /// A content in a dependent clause that opens the sentence ends with that clause, at its comma.
    private func beforeComma(_ content: Range<Int>) -> Range<Int> {
        for place in content where words[place].part == .comma && !words[place].isQuoted && place > content.lowerBound + 1 {
            if phrases.hasClause(place + 1..<unit.end) { return content.lowerBound..<place }
        }
        return content
    }

    /// "As Smith put it, …": what stands behind the comma is said.
    private func asClause(_ subject: Range<Int>, _ span: Range<Int>, _ cue: EnglishCue) -> EnglishDraft? {
        guard cue.frames.contains(.parenthesis) else { return nil }
        var comma = span.upperBound
        while comma < unit.end, comma - span.upperBound < 12, words[comma].part != .comma, words[comma].part != .that { comma += 1 }
        guard comma + 2 < unit.end, words[comma].part == .comma, !words[comma].isQuoted else { return nil }
        var draft = EnglishDraft(source: subject, cue: span, content: [comma + 1..<contentEnd(from: comma + 1, cue)])
        draft.mayGoOn = true
        return draft
    }

    private func mainSubject(after place: Int) -> Range<Int>? {
        var verb = place
        while verb < unit.end, verb - place < EnglishPhrases.reach {
            if words[verb].part == .verb || words[verb].part == .auxiliary, !words[verb].isQuoted {
                return phrases.subject(before: groupStart(verb))
            }
            verb += 1
        }
        return nil
    }

    /// "was first reported by the paper", "is expected to", "was asked whether".
    private mutating func passive(_ group: Int, _ index: Int, _ cue: EnglishCue, _ end: Int) -> EnglishDraft? {
        guard let subject = phrases.subject(before: group) else { return nil }
        lastSubject = subject
        if end < unit.end, words[end].key == "by", let agent = phrases.phrase(startingAt: end + 1) {
            guard cue.frames.contains(.noun) || cue.frames.contains(.clause), words[agent.lowerBound].part != .ing else { return nil }
            return EnglishDraft(source: agent, cue: group..<end + 1, content: [subject])
        }
        if cue.words.count == 1, cue.words[0] == "expect" || cue.words[0] == "believe", end < unit.end, words[end].part == .to {
            let stop = contentEnd(from: end, cue)
            guard stop > end + 1 else { return nil }
            return EnglishDraft(source: nil, cue: group..<end, content: [subject, end..<stop])
        }
        if cue.words[0] == "ask" || cue.words[0] == "tell", let (content, _) = complement(from: end, cue) {
            return EnglishDraft(source: nil, cue: group..<end, content: [content])
        }
        return nil
    }
}
