/// Who the sources of a text are: full names, roles and pronouns, remembered in reading order.
struct EnglishSpeakers {
    struct Speaker {
        var name: String
        var role: String?
        var sourceClass: Statement.SourceClass
        var isFeminine = false
        var isMasculine = false
        var isPlural = false
    }

    struct Answer {
        var sourceClass: Statement.SourceClass
        var speaker: String?
        var role: String?
    }

    /// By the last part of a name in lower case.
    private var byFamilyName: [String: Speaker] = [:]
    /// The family name by its consonants, for one that is spelled in two ways.
    private var byBones: [String: String] = [:]
    /// Family names in the order of their last mention, a few.
    private var recent: [String] = []
    private var last: Speaker?
    private var lastGroup: Speaker?

    /// Reads the names of a unit, so that a family name alone can be answered later.
    mutating func read(_ unit: EnglishUnit) {
        guard !unit.isTitleCase else { return }
        let words = unit.words
        var index = 0
        while index < words.count {
            guard let name = EnglishName(at: index, in: unit) else {
                index += 1
                continue
            }
            if name.parts.count > 1 { note(name, in: unit) }
            index = max(name.range.upperBound, index + 1)
        }
    }

    private mutating func note(_ name: EnglishName, in unit: EnglishUnit) {
        guard let family = name.parts.last?.key, !name.isOrganisation else { return }
        var speaker = byFamilyName[family] ?? Speaker(name: name.text(unit), role: nil, sourceClass: .person)
        if speaker.name.split(separator: " ").count < name.parts.count, speaker.sourceClass == .person { speaker.name = name.text(unit) }
        if speaker.name != name.text(unit), !speaker.name.hasSuffix(name.text(unit)), name.parts.count > 1,
            speaker.name.split(separator: " ").first.map(String.init)?.lowercased() != name.parts[0].key
        {
            // Another person of the same family name: the last named is meant from here on.
            speaker = Speaker(name: name.text(unit), role: nil, sourceClass: .person)
        }
        if speaker.role == nil { speaker.role = name.role(unit) }
        noteGender(of: name, in: unit, &speaker)
        keep(speaker, as: family)
    }

    private mutating func keep(_ speaker: Speaker, as family: String) {
        byFamilyName[family] = speaker
        if family.utf8.count > 4 { byBones[EnglishName.bones(family)] = family }
        if recent.last != family {
            recent.append(family)
            if recent.count > 8 { recent.removeFirst() }
        }
    }

    private func noteGender(of name: EnglishName, in unit: EnglishUnit, _ speaker: inout Speaker) {
        let first = name.parts.first?.key ?? ""
        if EnglishNames.feminine.contains(first) { speaker.isFeminine = true }
        if EnglishNames.masculine.contains(first) { speaker.isMasculine = true }
        for index in max(0, name.range.lowerBound - 4)..<name.range.lowerBound {
            let classes = unit.words[index].classes
            guard classes.contains(.title) || classes.contains(.role) else { continue }
            if classes.contains(.feminine) { speaker.isFeminine = true }
            if classes.contains(.masculine) { speaker.isMasculine = true }
        }
    }

    /// Who a source is.
    mutating func answer(_ source: Range<Int>?, in unit: EnglishUnit) -> Answer {
        guard let source else { return Answer(sourceClass: .vague) }
        let words = unit.words
        let first = words[source.lowerBound]
        if source.count == 1,
            first.part == .pronoun || first.part == .that || first.classes.contains(.pronoun) || first.classes.contains(.possessive),
            first.key != "one"
        {
            return pronoun(first.key, source, unit)
        }
        if let name = headName(of: source, in: unit) { return named(name, source, unit) }
        return unnamed(source, unit)
    }

    private mutating func pronoun(_ key: String, _ source: Range<Int>, _ unit: EnglishUnit) -> Answer {
        switch key {
        case "he", "him", "his":
            return person {
                !$0.isFeminine || $0.isMasculine
            } sure: {
                $0.isMasculine
            } mark: {
                $0.isMasculine = true
            }
        case "she", "her":
            return person {
                !$0.isMasculine || $0.isFeminine
            } sure: {
                $0.isFeminine
            } mark: {
                $0.isFeminine = true
            }
        case "it", "its", "they", "their":
            guard let group = lastGroup else { return Answer(sourceClass: key == "it" ? .document : .vague) }
            return Answer(sourceClass: group.sourceClass, speaker: group.sourceClass == .vague ? nil : group.name, role: nil)
        case "who", "which", "that":
            if let antecedent = EnglishPhrases(unit).phrase(
                endingAt: unit.words[max(0, source.lowerBound - 1)].part == .comma ? source.lowerBound - 1 : source.lowerBound),
                antecedent.upperBound <= source.lowerBound
            {
                return answer(antecedent, in: unit)
            }
            return Answer(sourceClass: .person)
        case "i", "we", "you": return Answer(sourceClass: .person)
        default: return Answer(sourceClass: .vague)
        }
    }

    /// The last speaker when he or she fits, else the last named who surely does.
    private mutating func person(fits: (Speaker) -> Bool, sure: (Speaker) -> Bool, mark: (inout Speaker) -> Void) -> Answer {
        var found = last.flatMap { fits($0) ? $0 : nil }
        if found == nil { found = recent.reversed().lazy.compactMap { [byFamilyName] in byFamilyName[$0] }.first(where: sure) }
        guard var speaker = found else { return Answer(sourceClass: .person) }
        mark(&speaker)
        last = speaker
        if let family = speaker.name.split(separator: " ").last { byFamilyName[EnglishName.familyKey(family.lowercased())] = speaker }
        return Answer(sourceClass: .person, speaker: speaker.name, role: speaker.role)
    }

    /// The name that a source is about: its head, or what stands in apposition to it.
    private func headName(of source: Range<Int>, in unit: EnglishUnit) -> EnglishName? {
        var index = source.lowerBound
        var afterComma = false
        while index < source.upperBound {
            let word = unit.words[index]
            if word.part == .comma { afterComma = true }
            if word.part == .preposition, word.key != "of", !afterComma { return nil }
            if let name = EnglishName(at: index, in: unit), name.range.upperBound <= source.upperBound {
                // "the Pentagon's chief": the name is not the head.
                let next = name.range.upperBound
                if next < source.upperBound, unit.words[next].part == .genitive { index = next + 1; continue }
                if next < source.upperBound, unit.words[next].part == .nominal, !unit.words[next].isCapital { index = next; continue }
                if index > source.lowerBound, unit.words[index - 1].part == .preposition { index = next; continue }
                return name
            }
            index += 1
        }
        return nil
    }

    private mutating func named(_ name: EnglishName, _ source: Range<Int>, _ unit: EnglishUnit) -> Answer {
        let text = name.text(unit)
        let family = name.parts.last?.key ?? text.lowercased()
        let role = name.role(unit)
        let known = byFamilyName[family] ?? similar(family)
        if known == nil, name.parts.count == 1, ["ans", "crats", "ists"].contains(where: { family.hasSuffix($0) }) {
            return Answer(sourceClass: .vague)
        }
        if name.isOrganisation || (known == nil && role == nil && isOrganisationByUse(name, unit)) {
            let sourceClass = documentOrOrganisation(source, unit)
            lastGroup = Speaker(name: text, sourceClass: sourceClass)
            return Answer(sourceClass: sourceClass, speaker: text)
        }
        var speaker = known ?? Speaker(name: text, role: nil, sourceClass: .person)
        if name.parts.count > 1, known == nil || !speaker.name.lowercased().hasSuffix(text.lowercased()) { speaker.name = text }
        if let role { speaker.role = role }
        noteGender(of: name, in: unit, &speaker)
        keep(speaker, as: family)
        last = speaker
        return Answer(sourceClass: .person, speaker: speaker.name, role: role ?? speaker.role)
    }

    /// A family name spelled in another way here: Al-Jazawi, Al-Jazwi.
    private func similar(_ family: String) -> Speaker? {
        guard family.utf8.count > 4, let known = byBones[EnglishName.bones(family)] else { return nil }
        return byFamilyName[known]
    }

    private func isOrganisationByUse(_ name: EnglishName, _ unit: EnglishUnit) -> Bool {
        let start = name.range.lowerBound
        return start == name.parts[0].index && start > 0 && unit.words[start - 1].part == .determiner
            || name.text(unit).allSatisfy { $0.isUppercase || $0 == "." }
            || EnglishNames.organisations.contains(name.parts[0].key)
    }

    private func documentOrOrganisation(_ source: Range<Int>, _ unit: EnglishUnit) -> Statement.SourceClass {
        for index in source.lowerBound..<source.upperBound where unit.words[index].part == .preposition || unit.words[index].part == .comma {
            return head(source.lowerBound..<index, unit)
        }
        return head(source, unit)
    }

    private func head(_ range: Range<Int>, _ unit: EnglishUnit) -> Statement.SourceClass {
        range.last.map { unit.words[$0].classes.contains(.document) && !unit.words[$0].classes.contains(.organisation) } ?? false
            ? .document : .organisation
    }

    /// "on condition of anonymity", "asked not to be named".
    private func asksNotToBeNamed(_ unit: EnglishUnit) -> Bool {
        let words = unit.words
        return words.indices.contains { index in
            words[index].classes.contains(.anonymity) && !words[index].isQuoted
                || index > 0 && ["named", "identified", "quoted"].contains(words[index].key) && words[index - 1].key == "be"
        }
    }

    /// A source without a name: officials, a report, the ministry.
    private mutating func unnamed(_ source: Range<Int>, _ unit: EnglishUnit) -> Answer {
        let words = unit.words
        var headEnd = source.lowerBound
        while headEnd < source.upperBound,
            ![.preposition, .comma, .verb, .participle, .subordinator, .that, .auxiliary, .opening].contains(words[headEnd].part)
                || words[headEnd].key == "'s"
        { headEnd += 1 }
        let head = words[max(source.lowerBound, headEnd - 1)]
        let text = unit.text(source.lowerBound..<max(headEnd, source.lowerBound + 1))
        let isBare = source.count < 3 && source.contains { words[$0].classes.contains(.vague) }
        let isHidden = source.contains { words[$0].classes.contains(.anonymity) } || asksNotToBeNamed(unit)
        if isHidden, head.classes.contains(.unnamed) { return Answer(sourceClass: .unnamed) }
        if head.classes.contains(.document) {
            let isSome =
                words[source.lowerBound].part == .determiner || source.count > 1 && words[source.lowerBound].isCapital && source.lowerBound > 0
            if head.classes.contains(.vague), !isSome || head.key.hasSuffix("s") && source.count < 3 { return Answer(sourceClass: .vague) }
            if head.key.hasSuffix("s"), source.count == 1 { return Answer(sourceClass: .vague) }
            lastGroup = Speaker(name: text, sourceClass: .document)
            return Answer(sourceClass: .document, speaker: text)
        }
        if isBare || head.classes.contains(.vague) && head.key.hasSuffix("s") {
            lastGroup = Speaker(name: text, sourceClass: .vague)
            return Answer(sourceClass: .vague)
        }
        if head.classes.contains(.organisation) {
            lastGroup = Speaker(name: text, sourceClass: .organisation)
            return Answer(sourceClass: .organisation, speaker: text)
        }
        if head.classes.contains(.unnamed) { return Answer(sourceClass: .unnamed) }
        if head.classes.contains(.role) {
            guard words[source.lowerBound].key == "the" else { return Answer(sourceClass: .unnamed) }
            // "the minister": who was introduced as one, else who spoke last.
            let known = recent.reversed().lazy.compactMap { [byFamilyName] in byFamilyName[$0] }.first {
                $0.role?.lowercased().contains(head.key) == true
            }
            if let speaker = known ?? last { return Answer(sourceClass: .person, speaker: speaker.name, role: speaker.role) }
        }
        return Answer(sourceClass: head.key.hasSuffix("s") ? .vague : .person)
    }
}
