import Basics

/// A name that the text spells in two ways.
struct NameVariantCheck: Check {
    let id = "name-variant"

    func hits(in reading: Reading) -> [Hit] {
        let known = HouseNames(reading.house.names)
        let dictionary = SpellingDictionary.of(reading.language)
        return NameVariants.found(in: reading.prose, isOrdinary: dictionary.map { dictionary in { dictionary.knowsInSomeForm($0) } }).compactMap {
            variant in
            let said = reading.prose.text(variant.range)
            // What the house knows as right, or as somebody else's, is for the house's own check.
            if !reading.house.names.isEmpty, let match = known.match(said), match.standing == .form { return nil }
            return Hit(
                range: variant.range, suggestion: variant.suggestion,
                words: ["usual": variant.suggestion.phrase, "count": "\(variant.count)".phrase],
                fold: said)
        }
    }
}

/// A name that the house spells otherwise.
struct HouseNameCheck: Check {
    let id = "house-name"

    func hits(in reading: Reading) -> [Hit] {
        guard !reading.house.names.isEmpty else { return [] }
        let names = HouseNames(reading.house.names)
        return NameMentions.mentions(in: reading.prose).compactMap { mention in
            guard let match = names.match(mention.text), match.standing != .form, let form = match.name.form[reading.language], form != mention.text
            else { return nil }
            // A full name found by its likeness alone may be a relative's: every part must be like.
            guard match.standing == .variant || match.score >= 0.6 else { return nil }
            return Hit(
                range: mention.range, suggestion: form, message: match.standing == .variant ? "message" : "likely", words: ["form": form.phrase],
                fold: mention.text)
        }
    }
}

/// A name that the archive spells otherwise, many times more often.
struct ArchiveNames: Check {
    let id = "name-archive"

    func hits(in reading: Reading) -> [Hit] {
        let archive = reading.context.archive
        guard !archive.isEmpty else { return [] }
        var byKey: [String: [String]] = [:]
        for spelling in archive.keys.sorted() {
            for key in NameMatch.keys(of: Self.lastPart(spelling)) { byKey[key, default: []].append(spelling) }
        }
        return NameMentions.mentions(in: reading.prose).compactMap { mention in
            let own = archive[mention.text] ?? 0
            var candidates: Set<String> = []
            for key in NameMatch.keys(of: Self.lastPart(mention.text)) { candidates.formUnion((byKey[key] ?? []).prefix(40)) }
            candidates.remove(mention.text)
            let parts = mention.words.count
            let usual = candidates.filter {
                $0.split(separator: " ").count >= parts && (archive[$0] ?? 0) >= max(5, 5 * own) && Self.isSameScript($0, mention.text)
                    && NameMatch.score($0, mention.text) >= 0.6
            }.max { (archive[$0] ?? 0, $1) < (archive[$1] ?? 0, $0) }
            guard let usual, usual.split(separator: " ").count == mention.text.split(separator: " ").count else { return nil }
            return Hit(
                range: mention.range, suggestion: usual, words: ["usual": usual.phrase, "count": "\(archive[usual] ?? 0)".phrase], fold: mention.text)
        }
    }

    private static func lastPart(_ name: String) -> String { name.split(separator: " ").last.map(String.init) ?? name }

    private static func isSameScript(_ a: String, _ b: String) -> Bool {
        a.unicodeScalars.contains(where: \.isArabicLetter) == b.unicodeScalars.contains(where: \.isArabicLetter)
    }
}

/// An organisation named in two ways: "Arraed network", "Arraed Network", "Arraed".
struct OrganisationNames: Check {
    let id = "org-name-variant"

    func hits(in reading: Reading) -> [Hit] {
        guard reading.language == .en else { return [] }
        let (tokens, kinds) = (reading.tokens, WordLists.list("org-words"))
        // A name and the word behind it, with and without a capital.
        var forms: [String: [String: [Range<Int>]]] = [:]
        for index in tokens.indices.dropFirst() where kinds.contains(tokens[index].key) && !reading.isHeading(index) {
            let name = tokens[index - 1]
            guard name.kind == .word, name.isCapitalised, !tokens[index].isAcronym, reading.sentence[index] == reading.sentence[index - 1],
                !reading.beginsSentence(index - 1), reading.capitals[name.key] == reading.counts[name.key], !Self.places.contains(name.key),
                index < 2 || !tokens[index - 2].isCapitalised || reading.beginsSentence(index - 2)
            else { continue }
            forms["\(name.key) \(tokens[index].key)", default: [:]][tokens[index].text, default: []].append(reading.range(index - 1..<index + 1))
        }
        var hits: [Hit] = []
        for (_, spellings) in forms where spellings.count > 1 {
            let order = spellings.sorted { ($0.value.count, -$0.value[0].lowerBound) > ($1.value.count, -$1.value[0].lowerBound) }
            guard let usual = order.first else { continue }
            for (_, places) in order.dropFirst() {
                let fix = reading.prose.text(usual.value[0])
                hits.append(Hit(range: places[0], suggestion: fix, words: ["usual": fix.phrase], also: Array(places.dropFirst())))
            }
        }
        return hits.sorted { $0.range.lowerBound < $1.range.lowerBound }
    }

    private static let places = WordLists.list("en-capital")
}
