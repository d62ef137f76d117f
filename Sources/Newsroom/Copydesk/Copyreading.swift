package import Basics
package import Linguistics
package import Markup
package import Storage

/// A reading of one text of an edition: who says what in it, and what a copy editor would mark.
package struct Copyreading: Sendable {
    package let text: StoryProse
    package let statements: [Statement]
    /// In order of place; what an editor left as it is is not among them.
    package let findings: [Finding]
    package let rules: HouseRules

    package var prose: Prose { text.prose }

    /// What is to be seen to before the text is published.
    package var open: [Finding] { rules.required.map { required in findings.filter { $0.level >= required } } ?? [] }

    /// The time of the clocks in the newsroom: what day a text is of, and what "Monday 1 March" is in it.
    package typealias Zone = (Instant) -> CivilTime
    package static let utc: @Sendable (Instant) -> CivilTime = { $0.civil() }

    /// By the rules as they stand, unless whoever asks has read them.
    package static func of(
        _ tx: Transaction, _ edition: Edition, _ content: Content, rules: HouseRules? = nil, zone: Zone = utc
    ) throws -> Copyreading {
        let text = StoryProse(content, language: edition.language)
        let statements = Attribution.statements(in: text.prose)
        let rules = try rules ?? HouseRules.read(tx)
        let speakers = try speakers(tx, in: text.prose)
        var house = Copydesk.House()
        house.levels = rules.levels
        house.words = Set(rules.words)
        house.names = try names(tx, speakers)
        let exceptions = try self.exceptions(tx, edition.id)
        var context = try self.context(tx, edition, content, text, zone)
        context.archive = try archive(tx, speakers)
        let findings = Copydesk(house: house).findings(in: text.prose, statements: statements, context: context, exceptions: exceptions)
        return Copyreading(text: text, statements: statements, findings: findings, rules: rules)
    }

    // MARK: What the desk knows beyond the words

    private static func context(
        _ tx: Transaction, _ edition: Edition, _ content: Content, _ text: StoryProse, _ zone: Zone
    ) throws -> Copydesk.Context {
        var context = Copydesk.Context()
        context.date = zone(edition.publishedAt ?? edition.scheduledAt ?? tx.now)
        let original = try Desk.original(tx, of: edition)?.now.editionID
        context.editions = try Articles.editions(tx, of: edition.workID).filter { $0.id != edition.id }.compactMap { other in
            guard let head = try Articles.newest(tx, of: other.id) else { return nil }
            let prose = StoryProse(head.content, language: other.language).prose
            return Copydesk.OtherEdition(prose: prose, statements: Attribution.statements(in: prose), isOriginal: other.id == original)
        }
        let items = try Media.items(tx, content.media)
        context.pictures = content.body.pictures.map { picture in
            guard case .media(let number) = picture.source, let item = items[ID(number)] else {
                return Copydesk.Picture(name: "", alt: picture.alt)
            }
            let own = item.texts[edition.language]?.alt ?? ""
            return Copydesk.Picture(name: item.fileName, alt: picture.alt.isEmpty ? own : picture.alt)
        }
        context.links = content.body.links.map { words in Copydesk.Link(range: text.prose.range(of: words, near: 0), text: words) }
        return context
    }

    /// The house forms of their names, with the other spellings.
    private static func names(_ tx: Transaction, _ ids: [ID<Speaker>]) throws -> [Copydesk.HouseName] {
        let speakers = try Speakers.all(tx, Set(ids))
        let spellings = try Speakers.spellings(tx, of: ids)
        return ids.compactMap { id in
            speakers[id].map { speaker in
                let known = spellings[id] ?? []
                return Copydesk.HouseName(
                    form: speaker.names, variants: known.filter(\.isSame).map(\.text), others: known.filter { !$0.isSame }.map(\.text))
            }
        }
    }

    /// Whose names the text may hold, in whatever spelling.
    private static func speakers(_ tx: Transaction, in prose: Prose) throws -> [ID<Speaker>] {
        let words = Set(prose.tokens.lazy.filter { $0.kind == .word && (prose.language == .ar || $0.text.first?.isUppercase == true) }.map(\.text))
        let keys = Set(words.flatMap { NameMatch.keys(of: $0) }).sorted()
        var found: Set<ID<Speaker>> = []
        for start in stride(from: 0, to: keys.count, by: 1_000) {
            let some = Array(keys[start..<min(keys.count, start + 1_000)])
            found.formUnion(
                try tx.all("SELECT DISTINCT speaker_id FROM speaker_keys WHERE key IN \(list: some) LIMIT 2000") {
                    try $0["speaker_id"] as ID<Speaker>
                })
        }
        return found.sorted()
    }

    /// How often the record spells their names in which way.
    private static func archive(_ tx: Transaction, _ ids: [ID<Speaker>]) throws -> [String: Int] {
        guard !ids.isEmpty else { return [:] }
        let rows = try tx.all("SELECT name, count(*) AS n FROM statements WHERE speaker_id IN \(list: ids) AND name <> '' GROUP BY name") {
            (try $0["name"] as String, try $0["n"] as Int)
        }
        return Dictionary(uniqueKeysWithValues: rows)
    }

    // MARK: What was left as it is

    static func exceptions(_ tx: Transaction, _ edition: ID<Edition>) throws -> [Copydesk.Exception] {
        try tx.all("SELECT check_id, quoted, text_before, text_after FROM copydesk_exceptions WHERE edition_id = \(edition) ORDER BY id") { row in
            Copydesk.Exception(check: try row["check_id"], quoted: try row["quoted"], before: try row["text_before"], after: try row["text_after"])
        }
    }

    static func leave(_ tx: Transaction, _ edition: ID<Edition>, _ exception: Copydesk.Exception) throws {
        try tx.run(
            """
            INSERT INTO copydesk_exceptions (edition_id, check_id, quoted, text_before, text_after, created_at)
            VALUES (\(edition), \(exception.check), \(exception.quoted), \(exception.before), \(exception.after), \(tx.now))
            """)
    }
}

extension Story {
    /// The words of the links in the text.
    fileprivate var links: [String] {
        var links: [String] = []
        func walk(_ blocks: [Block]) {
            for block in blocks {
                switch block {
                case .paragraph(let line), .heading(_, let line): links += line.inlines.linkTexts
                case .list(let list): list.items.forEach { walk($0) }
                case .quotation(let quotation): walk(quotation.blocks)
                default: break
                }
            }
        }
        walk(blocks)
        return links
    }
}
