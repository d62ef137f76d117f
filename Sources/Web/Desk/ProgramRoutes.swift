import Basics
import Hummingbird
import Markup
import Newsroom
import Storage

/// The keys by which programs work in somebody's name, and the addresses that are told of what is published.
struct ProgramRoutes: Sendable {
    let site: Site

    // MARK: Keys

    func keys(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await keys(request, context, signedIn, secret: nil)
    }

    /// Makes a key, which is shown on this answer and never again, or ends one.
    func changeKeys(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        do {
            if form.has("end") {
                let id: ID<APIToken> = ID(try form.number("end"))
                try await site.newsroom.database.write { tx in
                    try APITokens.end(tx, id, by: try Desk.actor(tx, signedIn.session.id, .connect))
                }
                return site.seeOther(SitePath.desk(try context.language(site), .keys).text + "?done=ended")
            }
            let scopes = Set(APIScope.allCases.filter { form.has("scope-\($0.rawValue)") })
            let days = Int(form["days"]) ?? 0
            let secret = try await site.newsroom.database.write { tx in
                try APITokens.make(tx, name: form["name"], scopes: scopes, days: days, by: try Desk.actor(tx, signedIn.session.id, .connect)).secret
            }
            return try await keys(request, context, signedIn, secret: secret)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await keys(request, context, signedIn, refusal: refusal, typed: form)
        }
    }

    private func keys(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, secret: String? = nil, refusal: Refusal? = nil, typed: FormBody? = nil
    ) async throws -> Response {
        let language = try context.language(site)
        let news = ProgramWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(tx, site, language, .keys, ProgramWords.keys[language], for: signedIn.reader, news: news)
            page.content =
                KeysHTML(
                    chrome: page.chrome, tokens: try APITokens.list(tx, of: signedIn.reader.id), secret: secret, refusal: refusal, typed: typed
                ).html
            return page
        }
    }

    // MARK: Webhooks

    func webhooks(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        try await webhooks(request, context, signedIn, secret: nil)
    }

    func changeWebhooks(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let form = try await FormBody(request)
        let place = SitePath.desk(try context.language(site), .webhooks).text
        do {
            if form.has("remove") {
                let id: ID<Webhook> = ID(try form.number("remove"))
                try await site.newsroom.database.write { tx in try Webhooks.remove(tx, id, by: try Desk.actor(tx, signedIn.session.id, .manage)) }
                return site.seeOther(place + "?done=removed")
            }
            if form.has("test") {
                let id: ID<Webhook> = ID(try form.number("test"))
                try await site.newsroom.database.write { tx in try Webhooks.test(tx, id, by: try Desk.actor(tx, signedIn.session.id, .manage)) }
                return site.seeOther(place + "?done=tested")
            }
            let events = Set(Webhook.Event.told.filter { form.has("event-\($0.rawValue)") })
            let secret = try await site.newsroom.database.write { [site] tx in
                try Webhooks.add(
                    tx, url: form["url"], events: events, policy: site.library.door.policy, box: site.accounts.box,
                    by: try Desk.actor(tx, signedIn.session.id, .manage)
                ).secret
            }
            return try await webhooks(request, context, signedIn, secret: secret)
        } catch let refusal as Refusal where refusal.kind != .notFound {
            return try await webhooks(request, context, signedIn, refusal: refusal, typed: form)
        }
    }

    private func webhooks(
        _ request: Request, _ context: SiteContext, _ signedIn: SignedIn, secret: String? = nil, refusal: Refusal? = nil, typed: FormBody? = nil
    ) async throws -> Response {
        let language = try context.language(site)
        let news = ProgramWords.done(request.query("done") ?? "")
        return try await site.personal(request, status: refusal?.kind.status ?? .ok) { [site] tx in
            var page = try DeskPage(tx, site, language, .webhooks, ProgramWords.webhooks[language], for: signedIn.reader, news: news)
            let webhooks = try Webhooks.list(tx).map { ($0, try Webhooks.deliveries(tx, of: $0.id, limit: 5)) }
            page.content = WebhooksHTML(chrome: page.chrome, webhooks: webhooks, secret: secret, refusal: refusal, typed: typed).html
            return page
        }
    }
}
