/// Puts the reports of a text together with their sources and contents.
struct ArabicStatementReader {
    let reading: ArabicReading
    let sources: ArabicSourceReader
    var speakers: ArabicSpeakers
    /// The reports by the token of their cue.
    var reports: [ArabicReport?]
    var found: [Found] = []
    /// The content that was measured last.
    var scanned = 0..<0

    /// A statement with what later ones of its sentence need to know.
    struct Found {
        var statement: Statement
        var cue: Int
        var speaker: Int?
        /// The sentence of its cue, by its first token.
        var sentence: Int
        var content: Range<Int>
    }

    init(_ reading: ArabicReading) {
        self.reading = reading
        sources = ArabicSourceReader(reading: reading)
        speakers = ArabicSpeakers(reading: reading)
        reports = []
    }

    mutating func statements() -> [Statement] {
        let reader = ArabicReportReader(reading: reading)
        reports = reading.words.indices.map { reading.words[$0].cue == nil ? nil : reader.report(at: $0) }
        var taken = -1
        for block in reading.prose.blocks.indices {
            readHeadline(block)
            for index in reading.prose.blocks[block].tokens {
                if reading.words[index].has(.according) || isAsSaid(index) { readAccording(index) }
                guard index > taken, let report = reports[index] else { continue }
                if read(report), let carrier = report.carrier { taken = carrier }
            }
        }
        return found.map(\.statement).sorted { first($0) < first($1) }
    }

    private func first(_ statement: Statement) -> Int {
        (statement.source + statement.cue + statement.content).map(\.lowerBound).min() ?? 0
    }

    // MARK: One report

    private mutating func read(_ report: ArabicReport) -> Bool {
        guard let (source, speaker) = speaker(of: report) else { return false }
        let content = content(of: report, source: source)
        guard !content.isEmpty, content.contains(where: { !$0.isEmpty }) else { return false }
        var cue = [reading.tokens[report.cue].range]
        // "ويقول فلان لـ«الصحيفة»، قائلا: «…»": one statement.
        if let last = found.last, last.content.lowerBound == content[0].lowerBound, last.cue != report.cue, !report.form.isVerb {
            found[found.count - 1].statement.cue += cue
            return true
        }
        if let carrier = report.carrier { cue.append(reading.tokens[carrier].range) }
        add(
            report.cue, source: source.map { [$0.tokens] } ?? [], cue: cue, content: content, isColon: report.opening == .colon,
            speaker: speaker, context: context(of: report))
        return true
    }

    mutating func add(
        _ cue: Int, source: [Range<Int>], cue cueSpans: [Range<Int>], content: [Range<Int>], isColon: Bool, speaker: Int, context: Range<Int>?
    ) {
        let known = speakers.known[speaker]
        let isNamed = known.sourceClass != .vague && known.sourceClass != .unnamed
        let statement = Statement(
            source: source.map(reading.span), cue: cueSpans, content: content.map(reading.span), kind: kind(of: content, isColon: isColon),
            sourceClass: known.sourceClass, speaker: isNamed ? known.name : nil, role: known.sourceClass == .person ? known.role : nil,
            context: context.map { speakers.text($0, keepsClitics: true) })
        let whole = content[0].lowerBound..<(content.last?.upperBound ?? 0)
        found.append(Found(statement: statement, cue: cue, speaker: speaker, sentence: reading.sentence(of: cue).lowerBound, content: whole))
    }

    private func kind(of content: [Range<Int>], isColon: Bool) -> Statement.Kind {
        var (words, quoted) = (0, 0)
        for part in content {
            for index in part where !reading.isMark(index) {
                words += 1
                if let pair = reading.quotes.pair(around: index), pair.words > 2 { quoted += 1 }
            }
        }
        if quoted == 0 { return isColon ? .direct : .indirect }
        return quoted * 10 >= words * 8 ? .direct : .mixed
    }

    // MARK: Context

    private func context(of report: ArabicReport) -> Range<Int>? {
        if let range = context(in: report.gap) { return range }
        // "وفي تصريح لقناة ليبيا، قال": at the head of the sentence, before the verb.
        let sentence = reading.sentence(of: report.cue)
        guard report.form.isVerb, report.cue - sentence.lowerBound < 40 else { return nil }
        for index in sentence.lowerBound..<report.cue {
            if reports[index] != nil { return nil }
            if reading.beginsContext(index, before: report.cue) { return index..<reading.endOfContext(index, before: report.cue) }
        }
        return nil
    }

    func context(in gap: Range<Int>) -> Range<Int>? {
        for index in gap where reading.beginsContext(index, before: gap.upperBound) {
            let end = reading.endOfContext(index, before: gap.upperBound)
            if end > index + 1 || reading.words[index].preposition == "ل" { return index..<end }
        }
        return nil
    }
}
