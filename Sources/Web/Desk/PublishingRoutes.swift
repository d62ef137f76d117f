import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Before and after a story is published: what stands in the way, what will happen, and the moments at which it does.
struct PublishingRoutes: Sendable {
    let site: Site

    func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await page(request, context, signedIn, nil)
    }

    func publish(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .publish, done: "published") { [site] tx, id, form, actor in
            let moment = try form["moment"].isEmpty ? nil : site.newsroom.face.moment(form["moment"], field: "moment")
            let wish = Desk.Publishing(
                revision: ID(try form.number("revision")), moment: moment, correction: form["correction"], overrides: form.has("override"))
            try Desk.publish(tx, id, wish, fourEyes: site.newsroom.face.publishing == .twoEditors, zone: site.newsroom.face.civil, by: actor)
        }
    }

    func approve(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .publish, done: "approved") { tx, id, form, actor in
            try Desk.approve(tx, id, ID(try form.number("revision")), by: actor)
        }
    }

    func withdraw(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .withdraw, done: "withdrawn") { tx, id, form, actor in
            try Desk.withdraw(tx, id, reason: form["reason"], by: actor)
        }
    }

    func setTimes(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .publish, done: "timed") { [face = site.newsroom.face] tx, id, form, actor in
            if form.has("unschedule") { return try Desk.unschedule(tx, id, by: actor) }
            let embargo = try form["embargo"].isEmpty ? nil : face.moment(form["embargo"], field: "embargo")
            let hidden = try form["hidden"].isEmpty ? nil : face.moment(form["hidden"], field: "hidden")
            try Desk.setTimes(tx, id, embargo: embargo, hidden: hidden, by: actor)
        }
    }

    /// Draft, in review, ready.
    func move(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .look, done: "moved", to: { .story($0) }) { tx, id, form, actor in
            guard let workflow = Edition.Workflow(rawValue: form["to"]) else { throw FormBody.unknown }
            try Desk.move(tx, id, to: workflow, by: actor)
        }
    }

    /// A translation has what its original changed.
    func follow(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await act(request, context, signedIn, .look, done: "followed", to: { .story($0) }) { tx, id, form, actor in
            try Desk.follow(tx, id, to: ID(try form.number("revision")), by: actor)
        }
    }

    func translate(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let form = try await FormBody(request)
        guard let other = Language(rawValue: form["language"]), site.newsroom.face.languages.contains(other) else { throw FormBody.unknown }
        let translation = try await site.newsroom.database.write { tx in
            try Desk.translate(tx, id, into: other, by: try Desk.actor(tx, signedIn.session.id, .translate))
        }
        return site.seeOther(SitePath.desk(language, .story(translation)).text)
    }

    func delete(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let id = try context.edition()
        guard try await FormBody(request).has("sure") else { return try await page(request, context, signedIn, DeskWords.tickToDelete) }
        do {
            try await site.newsroom.database.write { tx in try Desk.delete(tx, id, by: try Desk.actor(tx, signedIn.session.id, .delete)) }
            return site.seeOther(SitePath.desk(language, .home(.mine)).text + "?done=deleted")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal)
        }
    }

    /// Does what a form asks for, and leads on; what is refused is told on the page of publishing.
    private func act(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ duty: Duty, done: String,
        to place: (ID<Edition>) -> DeskPath = { .part($0, .publication) },
        _ work: @escaping @Sendable (Transaction, ID<Edition>, FormBody, Reader) throws -> Void
    ) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let form = try await FormBody(request)
        do {
            try await site.newsroom.database.write { tx in
                let actor = try Desk.actor(tx, signedIn.session.id, duty)
                try work(tx, id, form, actor)
            }
            return site.seeOther(SitePath.desk(language, place(id)).text + "?done=\(done)")
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await page(request, context, signedIn, refusal)
        }
    }

    private func page(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn, _ refusal: Refusal?) async throws -> Response {
        let (language, id) = (try context.language(site), try context.edition())
        let news = DeskWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            guard let publishing = try PublishingHTML(tx, site, language, id, for: signedIn.reader) else { throw Missing() }
            var page = try DeskPage(
                tx, site, language, .part(id, .publication), DeskWords.publication[language], for: signedIn.reader, news: news, refusal: refusal)
            page.content = publishing.html
            return page
        }
    }
}
