import Basics
import Hummingbird
import Markup
import Newsroom
import Storage

/// All corrections of a language, the newest first.
struct CorrectionsPage: SitePage {
    let chrome: Chrome
    private let page: ResultPage<Correction>
    private let stories: [ID<Edition>: (edition: Edition, headline: String)]

    static let size = 20

    /// Nil for a page behind the last.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, number: Int) throws {
        chrome = try Chrome(tx, site, language)
        page = try Corrections.page(tx, language, number: number, size: Self.size)
        guard number == 1 || !page.items.isEmpty else { return nil }
        stories = try Self.stories(tx, page.items)
    }

    static func stories(_ tx: Transaction, _ corrections: [Correction]) throws -> [ID<Edition>: (edition: Edition, headline: String)] {
        try corrections.reduce(into: [:]) { found, correction in
            guard found[correction.editionID] == nil, let edition = try Articles.edition(tx, correction.editionID),
                let revision = try Articles.published(tx, of: edition.id)
            else { return }
            found[correction.editionID] = (edition, revision.content.headline)
        }
    }

    private var language: Language { chrome.language }
    private var path: SitePath { .corrections(language, page: page.number) }

    var tags: Set<CacheTag> { Set(stories.values.map { .work($0.edition.workID) } + [.latest(language)]) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)),
            Trail.Step(title: CorrectionWords.title[language], path: .corrections(language, page: 1)),
        ])
    }

    var head: Head {
        var head = Head(
            title: CorrectionWords.title[language], description: CorrectionWords.lead[language], path: path,
            alternates: page.number == 1 ? chrome.face.languages.map { ($0, .corrections($0, page: 1)) } : [])
        head.structured = [trail?.structured(chrome)].compactMap(\.self)
        head.feed = ("\(chrome.name): \(CorrectionWords.title[language])", .correctionsFeed(language))
        return head
    }

    var main: HTML {
        let items = page.items.map { correction -> HTML in
            "<li>\(headline(correction))\(CorrectionsHTML(corrections: [correction], chrome: chrome).one(correction))</li>"
        }
        let list: HTML = items.isEmpty ? "<p class=\"empty\">\(CorrectionWords.none[language])</p>" : "<ol>\(items)</ol>"
        let links = PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { [language] in
            SitePath.corrections(language, page: $0).text
        }
        return """
            <div class="prose corrections"><header class="page-head"><h1>\(CorrectionWords.title[language])</h1>\
            <p class="description">\(CorrectionWords.lead[language])</p></header>\(list)\(links.html)</div>
            """
    }

    private func headline(_ correction: Correction) -> HTML? {
        stories[correction.editionID].map { edition, headline in
            let gone: HTML? = edition.visibility == .withdrawn ? " — \(CorrectionWords.withdrawn[language])" : nil
            return "<h2><a href=\"\(SitePath.article(language, edition.slug).text)\">\(headline)</a>\(gone)</h2>"
        }
    }
}

struct CorrectionRoutes: Sendable {
    let site: Site

    func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, number) = (try context.language(site), try context.pageNumber())
        return try await site.respond(request, .corrections(language, page: number)) { [site] tx in
            try CorrectionsPage(tx, site, language, number: number)
        }
    }

    func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        return try await site.respond(request, key: SitePath.correctionsFeed(language).text) { [site] tx in
            try Feed(correctionsOf: language, tx, site).draft
        }
    }
}
