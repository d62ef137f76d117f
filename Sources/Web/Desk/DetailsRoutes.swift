import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// What stands around a story's text, and whose it is.
struct DetailsRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil, nil)
    }

    func save(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        return try await change(request, context, signedIn, form) { [order = site.newsroom.face.sectionOrder] tx, id, actor in
            let details = Desk.Details(
                section: form["section"].isEmpty ? nil : ID(try form.number("section")), topics: Self.names(form["topics"]),
                byline: Self.names(form["byline"]), slug: form["slug"], isPinned: form.has("pinned"))
            try Desk.setDetails(tx, id, details, tree: try Sections.tree(tx, order: order), by: actor)
        }
    }

    func setPicture(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        return try await change(request, context, signedIn, form) { tx, id, actor in
            try Desk.setPicture(tx, id, form["picture"].isEmpty ? nil : ID(try form.number("picture")), by: actor)
        }
    }

    func assign(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        return try await change(request, context, signedIn, form) { tx, id, actor in
            let people = try Readers.staff(tx).map(\.id).filter { form.has("reader-\($0)") }
            try Desk.assign(tx, id, to: Set(people), by: actor)
        }
    }

    private func change(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ form: FormBody,
        _ work: @escaping @Sendable (Transaction, ID<Edition>, Reader) throws -> Void
    ) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        do {
            try await site.newsroom.database.write { tx in try work(tx, id, try Desk.actor(tx, signedIn.session.id, .look)) }
            return site.seeOther(SitePath.desk(language, .part(id, .details)).text + "?done=placed")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal, form)
        }
    }

    /// Names in a line, parted by commas of either script.
    private static func names(_ text: String) -> [String] {
        text.split { ",،\n".contains($0) }.map { String($0.drop(while: \.isWhitespace)) }.filter { !$0.allSatisfy(\.isWhitespace) }
    }

    private func page(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?, _ typed: FormBody?
    ) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let news = DeskWords.done(request.query("done") ?? "")
        let words = String((request.query("q") ?? "").prefix(200))
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            guard let edition = try Articles.edition(tx, id), let work = try Articles.work(tx, edition.workID),
                let head = try Articles.newest(tx, of: id)
            else { throw Missing() }
            var page = try DeskPage(
                tx, site, language, .part(id, .details), DeskWords.details[language], for: signedIn.reader, news: news)
            let byline = try People.bylines(tx, of: [id])[id] ?? []
            let topics = try Topics.of(tx, work.id)
            let written = edition.language
            let comma = written == .ar ? "، " : ", "
            let value = { (name: String, kept: String) in typed.map { $0[name] } ?? kept }
            let role = signedIn.reader.role
            let pinned: HTML? =
                role.may(.arrange)
                ? "<p class=\"check\"><label><input type=\"checkbox\" name=\"pinned\"\(work.isPinned ? " checked" as HTML : "")> \(DeskWords.pinned[language])</label></p>"
                : work.isPinned ? "<input type=\"hidden\" name=\"pinned\" value=\"1\">" : nil
            let form = FormHTML(
                action: .desk(language, .part(id, .details)), language: language,
                fields: [
                    .init(name: "slug", label: DeskWords.slug, value: value("slug", edition.slug.text), hint: DeskWords.slugHint, longest: 200),
                    .init(
                        name: "byline", label: DeskWords.byline, value: value("byline", byline.map { $0.name(in: written) }.joined(separator: comma)),
                        hint: DeskWords.namesHint, isRequired: false),
                    .init(
                        name: "topics", label: DeskWords.topics,
                        value: value("topics", topics.compactMap { $0.names[written]?.name }.joined(separator: comma)), hint: DeskWords.namesHint,
                        isRequired: false),
                ], more: "\(DeskFields.sections(page.chrome, chosen: typed.map { Int64($0["section"]).map { ID($0) } } ?? work.sectionID))\(pinned)",
                button: DeskWords.saveDetails, refusal: refusal)
            let assigned = try Desk.assigned(tx, [id])[id] ?? []
            let people = try Readers.staff(tx).map { person -> HTML in
                let checked: HTML = assigned.contains { $0.id == person.id } ? " checked" : ""
                return "<label><input type=\"checkbox\" name=\"reader-\(person.id.rawValue)\"\(checked)> <bdi>\(person.called)</bdi></label>"
            }
            let assignment: HTML =
                role.may(.edit)
                ? FormHTML(
                    action: .desk(language, .part(id, .assignment)), language: language,
                    more: "<fieldset class=\"rows\"><legend class=\"aside-text\">\(DeskWords.assigned[language])</legend>\(people)</fieldset>",
                    button: DeskWords.assign
                ).html : "<p>\(DeskFields.names(assigned.map(\.called), language))</p>"
            let mayChange = try Desk.mayWrite(tx, edition, signedIn.reader) && (edition.visibility != .published || role.may(.publish))
            let picture = try LeadPictureHTML(tx, page.chrome, edition, work, head.content, words: words, mayChange: mayChange)
            page.content = """
                \(StoryFormHTML.back(edition, head.content.headline, language))\
                \(mayChange ? form.html : "<p>\(DeskWords.mayNot[language])</p>")\
                \(ReaderPart(id: "picture", title: DeskWords.picture, language: language, content: picture.html).html)\
                \(ReaderPart(id: "assigned", title: DeskWords.assigned, language: language, content: assignment).html)
                """
            return page
        }
    }
}
