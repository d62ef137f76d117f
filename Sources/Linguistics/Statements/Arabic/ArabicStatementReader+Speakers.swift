/// Whose report it is.
extension ArabicStatementReader {
    /// The source where the report names one, and the speaker; nil when nobody can be meant.
    mutating func speaker(of report: ArabicReport) -> (source: ArabicSource?, speaker: Int)? {
        let cue = report.form
        switch cue.form {
        case .past, .present:
            if let source = subject(of: report) {
                guard fits(source, report), let speaker = speakers.resolve(source, cue: cue) else { return nil }
                speakers.speak(speaker)
                return (source, speaker)
            }
            return pronoun(report).map { (nil, $0) }
        case .participle, .noun:
            if let quoted = quotedSource(of: report), let speaker = speakers.resolve(quoted, cue: nil) {
                speakers.speak(speaker)
                return (quoted, speaker)
            }
            return continued(report).map { (nil, $0) }
        }
    }

    /// The subject behind the verb, else before it.
    private func subject(of report: ArabicReport) -> ArabicSource? {
        // "جاء في البيان أن".
        if ["جاء", "ورد"].contains(report.form.lemma) {
            guard report.gap.count > 1, reading.words[report.gap.lowerBound].key == "في" else { return nil }
            return sources.source(in: report.gap.lowerBound + 1..<report.gap.upperBound)
        }
        if report.gap.count > 0, var source = sources.source(in: report.gap) {
            // "حث المواطنين على": a genitive plural is whom the verb is about.
            let lemma = report.form.lemma
            let mayAddress = Self.addressing.contains(lemma)
            // "طالب علي السبعان وزير التعليم": whom he calls upon is no role of his.
            if mayAddress, let name = source.name, let role = source.role, role.lowerBound == name.upperBound { source.role = nil }
            if mayAddress, reading.words[report.cue].isConjoined, !source.isCertain, !(source.name.map(speakers.isKnown) ?? false) {
                return subjectBefore(report)
            }
            if mayAddress || report.opening == .noun, source.sourceClass == .vague, reading.words[source.head].key.hasSuffix("ين"),
                !reading.words[source.head].has(.unnamed)
            {
                return subjectBefore(report)
            }
            // "وكانت النقابة قد حذرت، الأسبوع الماضي، من".
            if !source.isCertain, let before = subjectBefore(report) { return before }
            return source
        }
        return subjectBefore(report) ?? anyPhrase(report)
    }

    /// "وقالت تلميذته، العازفة هالة نجار: «…»": what no list knows, before words that are surely said.
    private func anyPhrase(_ report: ArabicReport) -> ArabicSource? {
        guard Self.plain.contains(report.form.lemma), [.that, .colon, .quote].contains(report.opening), (1..<12).contains(report.gap.count),
            let first = report.gap.first(where: { !reading.isMark($0) }), reading.words[first].preposition == nil,
            !reading.words[first].has([.preposition, .time, .particle, .relative, .aside, .context, .interruption, .negation]),
            !reading.beginsContext(first, before: report.gap.upperBound), reading.words[first].key.unicodeScalars.count > 2
        else { return nil }
        var end = first + 1
        while end < report.gap.upperBound, !reading.isMark(end), !reading.beginsContext(end, before: report.gap.upperBound) { end += 1 }
        if let behind = sources.source(in: end..<report.gap.upperBound), behind.isCertain, behind.name != nil { return behind }
        return ArabicSource(tokens: first..<end, sourceClass: .unnamed, head: first)
    }

    private func fits(_ source: ArabicSource, _ report: ArabicReport) -> Bool {
        let frames = report.form.frames
        if report.form.lemma == "عبر", source.sourceClass == .document { return false }
        // "بين إيران والدول": between; the verb has its doubling written, a conjunction, or a person behind it.
        if report.form.lemma == "بين", !reading.tokens[report.cue].text.unicodeScalars.contains("\u{0651}") {
            if source.tokens.contains(where: {
                $0 > source.head && reading.words[$0].key.hasPrefix("و") && !reading.words[$0].has(.given) && source.name == nil
            }) {
                return false
            }
            if !reading.words[report.cue].isConjoined, source.sourceClass != .person { return false }
        }
        // "طالب وطالبة": nouns; "فرد": a person.
        let head = reading.words[source.head]
        if head.isConjoined, !head.has(.given), source.head == report.cue + 1 { return false }
        if report.form.lemma == "رد", !source.isCertain { return false }
        if frames.contains(.document) { return [.document, .organisation, .vague].contains(source.sourceClass) }
        if source.isCertain { return true }
        // "قال X إن": whatever stands between speaks.
        if report.opening == .that, report.form.isVerb, Self.plain.contains(report.form.lemma), report.gap.count < 16 { return true }
        guard isTight(source, report) else { return false }
        let isKnown = source.name.map { $0.count <= 2 && speakers.isKnown($0) } ?? false
        if isKnown { return true }
        let word = reading.words[source.head]
        if frames.contains(.doubtful) {
            return report.opening == .that && source.tokens.count <= 3 && word.isDefinite && report.gap.count <= 6
                && reading.words[report.cue].isConjoined
        }
        if frames.isDisjoint(with: [.that, .quote]), report.opening != .noun { return false }
        if report.opening == .noun, frames.isDisjoint(with: [.object, .about]), source.tokens.count == 1, word.isDefinite, report.gap.count <= 2 {
            return true
        }
        if report.opening == .noun { return source.tokens.count == 1 && word.isDefinite && reading.words[report.content].has(.object) }
        return !frames.contains(.named)
    }

    /// Whether an unknown source fills the gap but for adverbs and a context.
    private func isTight(_ source: ArabicSource, _ report: ArabicReport) -> Bool {
        let words = reading.words
        if words[source.head].key.hasPrefix("ل"), words[source.head].traits.isEmpty { return false }
        if source.tokens.dropFirst().contains(where: {
            words[$0].preposition != nil || words[$0].key.hasPrefix("وال") || words[$0].key.hasPrefix("لل")
        }) {
            return false
        }
        var index = source.tokens.upperBound
        while index < report.gap.upperBound {
            if words[index].has(.relative) { return true }
            // "أكار، وفق ما نقلت عنه الوكالة، إن": what stands between two commas is passed over.
            if reading.isComma(index), let close = (index + 1..<max(index + 1, min(report.gap.upperBound, index + 24))).first(where: reading.isComma)
            {
                index = close + 1
                continue
            }
            if reading.beginsContext(index, before: report.gap.upperBound) {
                index = max(index + 1, reading.endOfContext(index, before: report.gap.upperBound))
            } else if let close = reading.endOfBracket(index, before: report.gap.upperBound) {
                index = close
            } else if words[index].has([.time, .particle, .preposition]) || reading.isMark(index) {
                index += 1
            } else {
                return (report.opening == .colon || report.carrier != nil) && source.tokens.count > (report.carrier == nil ? 1 : 0)
            }
        }
        return true
    }

    /// "الوزير قال إن", "وكانت الوزارة قد أعلنت أن", "المتحدث الذي قال إن".
    private func subjectBefore(_ report: ArabicReport) -> ArabicSource? {
        let sentence = reading.sentence(of: report.cue)
        let words = reading.words
        // "أما الوزير فأكد أن".
        let isContrast =
            words[report.cue].key.hasPrefix("ف")
            && words[sentence.lowerBound..<report.cue].suffix(20).contains { $0.key == "اما" || $0.key == "واما" }
        guard !words[report.cue].isConjoined || isContrast else { return nil }
        var end = report.cue
        while end > sentence.lowerBound, Self.between.contains(words[end - 1].key) || reading.isComma(end - 1) && end == report.cue { end -= 1 }
        var start = end
        while start > sentence.lowerBound, end - start < 26 {
            let before = words[start - 1]
            if reading.isComma(start - 1) || reading.isColon(start - 1) || reading.isStop(start - 1) || before.has([.opener, .particle]) { break }
            if before.cue?.isVerb ?? false, !before.has(.heads) { break }
            start -= 1
        }
        guard start < end, !words[start].has(.according), let source = sources.source(in: start..<end),
            source.isCertain || source.name.map({ $0.count <= 2 && speakers.isKnown($0) }) ?? false,
            source.sourceClass != .unnamed || words[source.head].key != "احد"
        else { return nil }
        // Nothing but adverbs and a context may stand between.
        var index = source.tokens.upperBound
        while index < end {
            if reading.beginsContext(index, before: end) {
                index = max(index + 1, reading.endOfContext(index, before: end))
            } else if words[index].has([.time, .particle]) || reading.isMark(index) {
                index += 1
            } else {
                return nil
            }
        }
        return source
    }

    /// Verbs that have hardly another meaning before إن or أن.
    private static let plain: Set<String> = ["قال", "اوضح", "صرح", "اكد", "اضاف", "حكي", "زعم", "اعلن", "يقول"]

    /// Verbs that say something to somebody: what stands behind them may be whom they address.
    private static let addressing: Set<String> = ["دعا", "طالب", "حث", "ناشد", "حذر", "طمان", "ابلغ", "اخبر", "اتهم", "مازح", "نصح", "خاطب"]

    /// What may stand between a subject and its verb.
    private static let between: Set<String> = ["قد", "وقد", "الذي", "التي", "الذين", "اللذين", "والذي", "والتي"]

    /// The speaker of a verb without a subject beside it.
    private mutating func pronoun(_ report: ArabicReport) -> Int? {
        let frames = report.form.frames
        // "ورأى أن": goes on with who spoke.
        let goesOn = reading.words[report.cue].isConjoined && report.form.form == .past && report.opening == .that
        // "وجاء فيها": the last document.
        if ["جاء", "ورد"].contains(report.form.lemma), !report.gap.isEmpty, ["فيها", "فيه"].contains(reading.words[report.gap.lowerBound].key) {
            return speakers.known[speakers.remembered].lastIndex { $0.sourceClass == .document }
        }
        if frames.contains(.document) || frames.contains(.named) && !goesOn { return nil }
        if frames.contains(.doubtful), !report.form.plural, !report.form.feminine,
            report.opening != .that && !reading.words[report.cue].isConjoined || report.content > report.cue + 2
        {
            return nil
        }
        let word = reading.words[report.cue]
        let sentence = reading.sentence(of: report.cue)
        let before = report.cue > sentence.lowerBound ? report.cue - 1 : nil
        if !word.isConjoined {
            // "يذكر أن", "يتوقع أن": nobody in particular.
            if report.form.form == .present, report.opening != .colon, report.opening != .quote { return nil }
            if let before, !reading.isMark(before), !reading.words[before].has([.particle, .aside, .time]),
                // "رغم أنها أكدت".
                !reading.words[before].has(.opener) || reading.words[before].key.unicodeScalars.count < 3,
                !reading.followsException(report.cue)
            {
                return nil
            }
        } else if report.form.form == .present, ["ذكر", "اعتقد", "توقع", "رجح", "لفت", "اشار"].contains(report.form.lemma),
            report.content == report.cue + 1, !report.form.feminine
        {
            return nil
        }
        if let last = speakers.last(agreeingWith: report.form) {
            speakers.speak(last)
            return last
        }
        return topic(report) ?? somebody(report)
    }

    /// A participle continues the statement before it in its sentence.
    private mutating func continued(_ report: ArabicReport) -> Int? {
        let sentence = reading.sentence(of: report.cue).lowerBound
        if let last = found.last, last.sentence == sentence || last.content.contains(report.cue) || last.content.upperBound == report.cue,
            let speaker = last.speaker
        {
            return speaker
        }
        if let topic = topic(report) { return topic }
        guard report.form.form == .participle, let last = speakers.last(agreeingWith: report.form) else { return somebody(report) }
        return last
    }

    /// Words that are surely said, by somebody whom the text has not let speak: the last one named in it, or nobody by name.
    private mutating func somebody(_ report: ArabicReport) -> Int? {
        guard [.that, .colon, .quote].contains(report.opening), report.form.form != .noun else { return nil }
        let frames = report.form.frames
        let isSure = reading.words[report.cue].isConjoined && report.opening == .that && frames.isDisjoint(with: [.named, .doubtful, .document])
        guard report.form.form == .participle || Self.plain.contains(report.form.lemma) || isSure else { return nil }
        return speakers.unknown(report.form)
    }

    /// The first person or organisation that the sentence names: "استقبل وزير الخارجية ... مؤكدا أن".
    private mutating func topic(_ report: ArabicReport) -> Int? {
        let sentence = reading.sentence(of: report.cue)
        var index = sentence.lowerBound
        while index < min(report.cue, sentence.lowerBound + 12) {
            let word = reading.words[index]
            if word.has([.role, .organisation, .honorific, .rank, .given]), word.preposition == nil,
                index == sentence.lowerBound || !reading.words[index - 1].has(.preposition), let source = sources.source(in: index..<report.cue),
                source.isCertain,
                source.sourceClass == .person && source.name != nil
                    || source.sourceClass == .organisation && source.tokens.count > 1 && index < sentence.lowerBound + 3
            {
                guard let speaker = speakers.resolve(source, cue: nil) else { return nil }
                speakers.speak(speaker)
                return speaker
            }
            index += 1
        }
        return nil
    }

    /// "نقلت الوكالة عن المتحدث قوله": the source behind عن.
    private func quotedSource(of report: ArabicReport) -> ArabicSource? {
        guard report.form.form == .noun else { return nil }
        let first = max(reading.sentence(of: report.cue).lowerBound, report.cue - 30)
        var index = report.cue - 1
        while index > first {
            if reading.words[index].key == "عن" {
                guard let source = sources.source(in: index + 1..<report.cue) else { return nil }
                return source
            }
            if reading.words[index].has(.opener) { return nil }
            index -= 1
        }
        return nil
    }
}
