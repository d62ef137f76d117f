import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// The desk's first page, and beginning a story.
struct DeskRoutes: Sendable {
    let site: Site

    func home(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let query = { (name: String) in request.query(name) ?? "" }
        let tray = query("tray").isEmpty ? Board.Tray.mine : Board.Tray(rawValue: query("tray"))
        guard let tray else { throw Missing() }
        guard let number = request.pageNumber else { throw Missing() }
        let filter = Board.Filter(
            language: Language(rawValue: query("language")), section: Int64(query("section")).map { ID($0) },
            person: Int64(query("person")).map { ID($0) }, words: String(query("q").prefix(200)))
        let news: Phrase? = query("done") == "deleted" ? DeskWords.deleted : nil
        return try await site.personal(request) { [site] tx in
            let midnight = site.newsroom.face.midnight(before: tx.now)
            let board = BoardHTML(
                chrome: try Chrome(tx, site, language), tray: tray, filter: filter,
                page: try Board.page(tx, tray, filter, for: signedIn.reader, midnight: midnight, number: number),
                counts: try Board.counts(tx, filter, for: signedIn.reader, midnight: midnight), staff: try Readers.staff(tx),
                mayWrite: signedIn.reader.role.may(.write))
            var page = try DeskPage(tx, site, language, .home(tray), DeskWords.desk[language], for: signedIn.reader, news: news)
            page.content = board.html
            page.scripts = [.board]
            return page
        }
    }

    func newForm(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await newPage(request, try context.language(site), signedIn)
    }

    func begin(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        do {
            guard let written = Language(rawValue: form["language"]), site.newsroom.face.languages.contains(written) else {
                throw Refusal(.invalid, ar: "اختر لغة من القائمة.", en: "Choose a language from the list.", field: "language")
            }
            let section: ID<Section>? = form["section"].isEmpty ? nil : ID(try form.number("section"))
            let id = try await site.newsroom.database.write { [order = site.newsroom.face.sectionOrder] tx in
                let actor = try Desk.actor(tx, signedIn.session.id, .write)
                let tree = try Sections.tree(tx, order: order)
                if section != nil, tree[id: section] == nil { throw Missing() }
                return try Desk.begin(tx, written, headline: form["headline"], section: section, tree: tree, by: actor)
            }
            return site.seeOther(SitePath.desk(language, .story(id)).text)
        } catch let refusal as Refusal {
            return try await newPage(request, language, signedIn, refusal, form)
        }
    }

    private func newPage(
        _ request: Request, _ language: Language, _ signedIn: SignedIn, _ refusal: Refusal? = nil, _ typed: FormBody? = nil
    ) async throws -> Response {
        try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(tx, site, language, .newStory, DeskWords.newStory[language], for: signedIn.reader)
            let chosen = typed.flatMap { Language(rawValue: $0["language"]) } ?? language
            let languages = page.chrome.face.languages.map { other -> HTML in
                """
                <label><input type="radio" name="language" value="\(other.rawValue)"\(other == chosen ? " checked" as HTML : "")> \
                <span lang="\(other.rawValue)" dir="\(other.direction.rawValue)">\(other.ownName)</span></label>
                """
            }
            let section = typed.flatMap { Int64($0["section"]) }.map { ID<Section>($0) }
            let more: HTML = """
                <fieldset><legend>\(DeskWords.writtenIn[language])</legend>\(languages)</fieldset>\
                \(DeskFields.sections(page.chrome, chosen: section))
                """
            page.content =
                FormHTML(
                    action: .desk(language, .newStory), language: language,
                    fields: [
                        .init(name: "headline", label: DeskWords.headline, value: typed?["headline"] ?? "", longest: DeskLimits.headline)
                    ], more: more, button: DeskWords.begin, refusal: refusal
                ).html
            return page
        }
    }
}
