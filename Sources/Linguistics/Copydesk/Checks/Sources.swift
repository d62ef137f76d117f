import Basics

/// What nobody in particular said: the statements of vague sources that the list of phrases does not have.
struct VagueSources: Check {
    let id = "vague-source"

    func hits(in reading: Reading) -> [Hit] {
        reading.statements.filter { $0.sourceClass == .vague }.compactMap { statement in
            guard isNobody(statement, reading), let source = statement.source.first, let cue = statement.cue.first,
                !reading.isQuoted(at: cue.lowerBound)
            else { return nil }
            let range = min(source.lowerBound, cue.lowerBound)..<max(source.upperBound, cue.upperBound)
            guard range.count < 60 else { return nil }
            return Hit(range: range, fold: "\(source.lowerBound)")
        }
    }
}

extension VagueSources {
    /// "They", "several cast members" are somebody whom the text has named: only reports, observers and their like are nobody.
    private func isNobody(_ statement: Statement, _ reading: Reading) -> Bool {
        guard let source = statement.source.first else { return false }
        let tokens = reading.prose.tokens(in: source)
        guard (1...3).contains(tokens.count), let last = tokens.last else { return false }
        let nobody = WordLists.list(reading.language == .ar ? "ar-nobody" : "en-nobody")
        return nobody.contains(reading.tokens[last].key)
            && !tokens.contains { ["the", "these", "those", "his", "her", "their"].contains(reading.tokens[$0].key) }
    }
}

/// A story that rests on one source whose name is held back.
struct SingleUnnamedSource: Check {
    let id = "single-unnamed-source"

    func hits(in reading: Reading) -> [Hit] {
        let unnamed = reading.statements.filter { $0.sourceClass == .unnamed }
        let named = reading.statements.contains { [.person, .organisation, .document].contains($0.sourceClass) }
        guard !named, let first = unnamed.first, let place = first.source.first ?? first.cue.first else { return [] }
        let sources = Set(unnamed.compactMap { $0.source.first.map { reading.prose.text($0).lowercased() } })
        guard sources.count < 2 else { return [] }
        return [Hit(range: place)]
    }
}

/// A quotation of which the text does not say whose it is.
struct QuotationSpeaker: Check {
    let id = "quotation-speaker"

    /// Shorter ones are titles, terms, and words that are only mentioned.
    private static let shortest = 8

    func hits(in reading: Reading) -> [Hit] {
        let words = WordLists.list(reading.language == .ar ? "ar-speech" : "en-speech")
        let contents = reading.statements.filter { !$0.cue.isEmpty || !$0.source.isEmpty }.flatMap(\.content).sorted { $0.lowerBound < $1.lowerBound }
        var lastSaid: Int?
        var hits: [Hit] = []
        for (index, block) in reading.prose.blocks.enumerated() where block.kind == .paragraph {
            let names = block.tokens.contains { token in
                let key = reading.tokens[token].key
                return !reading.isQuoted[token]
                    && (words.contains(key) || key.withoutConjunction.map(words.contains) ?? false || reading.tokens[token].is(":"))
            }
            if names { lastSaid = index }
            // The speaker of the paragraph before may go on.
            guard lastSaid.map({ index - $0 > 1 }) ?? true else { continue }
            for quotation in reading.quotations where quotation.isClosed && block.tokens.contains(quotation.tokens.lowerBound) {
                let count = quotation.tokens.count { reading.tokens[$0].kind == .word }
                let range = reading.range(quotation.tokens)
                guard count >= Self.shortest, !contents.contains(where: { $0.overlaps(range) }) else { continue }
                // Only a quotation that is a sentence by itself: what is worked into another's is about it.
                let sentence = reading.prose.sentences[reading.sentence[quotation.tokens.lowerBound]].tokens
                guard sentence.lowerBound == quotation.tokens.lowerBound, quotation.tokens.upperBound >= sentence.upperBound else { continue }
                hits.append(Hit(range: range))
            }
        }
        return hits
    }
}

/// A statement that only a colon gives to its speaker, in a story that says of the others how they were said.
struct StatementCue: Check {
    let id = "statement-cue"

    /// So many others have a verb, and at most so many have none: a list of answers or of votes is a manner of its own.
    private static let (leastOthers, most) = (2, 2)

    func hits(in reading: Reading) -> [Hit] {
        let told = reading.statements.filter { !$0.source.isEmpty && !isHeading($0, reading) }
        let bare = told.filter { $0.cue.allSatisfy { [":", "：", "-", "–", "—"].contains(reading.prose.text($0)) } }
        guard bare.count <= Self.most, told.count - bare.count >= Self.leastOthers else { return [] }
        return bare.compactMap { statement in statement.source.first.map { Hit(range: $0) } }
    }

    /// A line by itself is a heading, whatever the file calls it.
    private func isHeading(_ statement: Statement, _ reading: Reading) -> Bool {
        guard let source = statement.source.first, let token = reading.prose.tokens(in: source).first else { return true }
        let sentence = reading.prose.sentences[reading.sentence[token]]
        return reading.kind(token) != .paragraph || sentence.tokens == reading.prose.blocks[sentence.block].tokens
    }
}

extension Reading {
    func isQuoted(at place: Int) -> Bool {
        let token = prose.tokens(in: place..<place + 1).lowerBound
        return isQuoted.indices.contains(token) && isQuoted[token]
    }
}
