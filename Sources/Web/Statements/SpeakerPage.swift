import Basics
import Linguistics
import Markup
import Newsroom
import Storage

/// A speaker of the record, and what she has said in the newsroom's stories of either language.
struct SpeakerPage: SitePage {
    let chrome: Chrome
    let speaker: Speaker
    private let roles: [Speaker.Role]
    private let spellings: [String]
    let statements: ResultPage<SpokenStatement>

    static let size = 20

    /// Nil when there is no such speaker, she has no page, or there is no such page of it.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, number: Int, size: Int = Self.size) throws {
        guard let speaker = try Speakers.find(tx, slug: slug), speaker.visibility != .hidden else { return nil }
        chrome = try Chrome(tx, site, language)
        self.speaker = speaker
        roles = try Speakers.roles(tx, of: speaker.id)
        spellings = (try Speakers.spellings(tx, of: [speaker.id])[speaker.id] ?? []).filter(\.isSame).map(\.text)
        statements = try Statements.spoken(tx, by: speaker.id, number: number, size: size)
        if number > 1, statements.items.isEmpty { return nil }
    }

    private var language: Language { chrome.language }
    var name: String { speaker.name(in: language) }

    var tags: Set<CacheTag> { Set([.speaker(speaker.id)] + chrome.face.languages.map { CacheTag.latest($0) }) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)),
            Trail.Step(title: StatementWords.speakers[language], path: .speakers(language, page: 1)),
            Trail.Step(title: name, path: .speaker(language, speaker.slug, page: 1)),
        ])
    }

    var head: Head {
        var head = Head(
            title: name, description: description, path: .speaker(language, speaker.slug, page: statements.number),
            alternates: statements.number == 1 ? chrome.face.languages.map { ($0, .speaker($0, speaker.slug, page: 1)) } : [], kind: "profile")
        head.isIndexed = speaker.visibility == .listed
        head.feed = ("\(chrome.name): \(name)", .speakerPart(language, speaker.slug, .feed))
        head.structured = [trail?.structured(chrome), HTML(json: structured.text)].compactMap(\.self)
        return head
    }

    private var description: String {
        let own = roles.filter { $0.language == language }.map(\.role)
        return own.isEmpty ? "\(StatementWords.speakers[language]): \(name)" : own.joined(separator: DeskWords.comma[language])
    }

    /// schema.org: who it is, and her Quotations (her own words) and Claims (what she is reported to have said).
    private var structured: JSON {
        let said = statements.items.map { RecordData(spoken: $0, place: chrome.record).structured }
        return .object([
            ("@context", .text("https://schema.org")), ("@type", .text("ProfilePage")), ("mainEntity", RecordData.structured(speaker, chrome.record)),
            ("hasPart", said.isEmpty ? nil : .list(said)),
        ])
    }

    var main: HTML {
        let list: HTML =
            statements.items.isEmpty
            ? "<p class=\"empty\">\(StatementWords.noStatements[language])</p>" : "<ol class=\"statements\">\(statements.items.map(item))</ol>"
        let links = PageLinks(number: statements.number, hasNext: statements.hasNext, chrome: chrome) { [language, speaker] in
            SitePath.speaker(language, speaker.slug, page: $0).text
        }
        return """
            <div class="prose record"><header class="page-head"><h1>\(name)</h1>\(facts)</header>\(list)\(links.html)\(data)</div>
            """
    }

    private var facts: HTML {
        let others = Set(spellings + Array(speaker.names.values)).subtracting([name]).sorted()
        let also: HTML? =
            others.isEmpty
            ? nil
            : """
            <p class="facts">\(StatementWords.variants[language]): \(DeskFields.names(others, language))</p>
            """
        let own = roles.filter { $0.language == language }.map { role -> HTML in
            let time = [role.since, role.until].contains { $0 != nil } ? "\(role.since ?? "")–\(role.until ?? "")" : ""
            let span: HTML? = time.isEmpty ? nil : " <span class=\"time\" dir=\"ltr\">\(chrome.digits.write(time))</span>"
            return "<li>\(role.role)\(span)</li>"
        }
        let list: HTML? = own.isEmpty ? nil : "<ul class=\"roles\">\(own)</ul>"
        return "\(list)\(also)"
    }

    private func item(_ spoken: SpokenStatement) -> HTML {
        let recorded = spoken.recorded
        let marks: HTML = "lang=\"\(spoken.language.rawValue)\" dir=\"\(spoken.language.direction.rawValue)\""
        // The bar before the words stands where they begin, in whatever language the page is.
        let words: HTML = "<p>\(spoken.words)</p>"
        let quotation: HTML =
            recorded.state == .withdrawn
            ? "<blockquote class=\"gone\" \(marks)><del>\(words)</del></blockquote>" : "<blockquote \(marks)>\(words)</blockquote>"
        let path = SitePath.article(spoken.language, spoken.slug).text
        let story: HTML =
            spoken.isStoryWithdrawn
            ? "<a href=\"\(path)\" \(marks)>\(spoken.headline)</a>"
            : "<a href=\"\(path)#said-\(recorded.id.rawValue)\" hreflang=\"\(spoken.language.rawValue)\" \(marks)>\(spoken.headline)</a>"
        var facts: [HTML] = ["<span>\(StatementWords.kind(recorded.kind)[language])</span>"]
        if !recorded.role.isEmpty { facts.append("<bdi>\(recorded.role)</bdi>") }
        if !recorded.context.isEmpty { facts.append("<bdi>\(recorded.context)</bdi>") }
        let states: [HTML] = [
            recorded.state == .withdrawn ? StatementWords.withdrawn[language] : nil,
            spoken.isStoryWithdrawn ? StatementWords.storyWithdrawn[language] : nil,
            spoken.standing == .altered ? StatementWords.altered[language] : nil,
        ].compactMap(\.self).map { "<p class=\"state\">\($0)</p>" }
        let corrected: HTML? = spoken.correctedAt.map { "<p class=\"state\">\(StatementWords.corrected[language]) \(chrome.dateAndClock($0))</p>" }
        return """
            <li id="statement-\(recorded.id.rawValue)">\(quotation)<p class="source">\(story) <span class="dates">\(chrome.dateAndClock(spoken.publishedAt))</span></p>\
            <p class="facts">\(facts.joined(separator: " "))</p>\(states)\(corrected)</li>
            """
    }

    private var data: HTML {
        let links: [(SpeakerPart, HTML)] = [(.feed, "RSS"), (.json, "JSON"), (.csv, "CSV"), (.annotations, "W3C Web Annotation")]
        let items = links.map { part, name -> HTML in
            "<li><a href=\"\(SitePath.speakerPart(language, speaker.slug, part).text)\">\(name)</a></li>"
        }
        return "<footer class=\"as-data\"><p>\(StatementWords.asData[language])</p><ul class=\"chips\">\(items)</ul></footer>"
    }
}

/// All whom the record names and readers may find, those first who are quoted most.
struct SpeakersPage: SitePage {
    let chrome: Chrome
    private let page: ResultPage<Speakers.Listed>

    static let size = 60

    init?(_ tx: Transaction, _ site: Site, _ language: Language, number: Int) throws {
        chrome = try Chrome(tx, site, language)
        page = try Speakers.listed(tx, number: number, size: Self.size)
        guard number == 1 || !page.items.isEmpty else { return nil }
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { Set(page.items.map { CacheTag.speaker($0.speaker.id) } + chrome.face.languages.map { CacheTag.latest($0) }) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)),
            Trail.Step(title: StatementWords.speakers[language], path: .speakers(language, page: 1)),
        ])
    }

    var head: Head {
        var head = Head(
            title: StatementWords.speakers[language], description: StatementWords.lead[language], path: .speakers(language, page: page.number),
            alternates: page.number == 1 ? chrome.face.languages.map { ($0, .speakers($0, page: 1)) } : [])
        head.structured = [trail?.structured(chrome)].compactMap(\.self)
        return head
    }

    var main: HTML {
        let items = page.items.map { listed -> HTML in
            let count = StatementWords.statements.text(listed.statements, in: language, digits: chrome.face.digits(in: language))
            return """
                <li><a href="\(SitePath.speaker(language, listed.speaker.slug, page: 1).text)">\(listed.speaker.name(in: language))</a> \
                <span class="count">\(count)</span></li>
                """
        }
        let list: HTML = items.isEmpty ? "<p class=\"empty\">\(StatementWords.noSpeakers[language])</p>" : "<ul class=\"speakers\">\(items)</ul>"
        let links = PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { [language] in SitePath.speakers(language, page: $0).text }
        return """
            <div class="prose record"><header class="page-head"><h1>\(StatementWords.speakers[language])</h1>\
            <p class="description">\(StatementWords.lead[language])</p></header>\(list)\(links.html)</div>
            """
    }
}
