import Basics
import HTTPTypes
import Hummingbird
import Logging
import Newsroom

/// The first of the framework to see a request. A page that is in memory is answered here, without the router; all else goes on to it, and what goes wrong
/// there becomes a page. Every answer leaves with the same security headers.
struct FrontResponder: HTTPResponder {
    typealias Context = SiteContext

    private let site: Site
    private let router: RouterResponder<SiteContext>
    private let origins: CrossSiteGuard
    private let history: HistoryRoutes

    init(_ site: Site) {
        self.site = site
        router = SiteRoutes(site: site).table().router.buildResponder()
        origins = CrossSiteGuard(origin: site.origin)
        history = HistoryRoutes(site: site)
    }

    func respond(to request: Request, context: SiteContext) async throws -> Response {
        switch request.method {
        case .get:
            let answer = await page(request, context)
            history.note(request, answer)
            return answer
        case .head:
            var head = request.head
            head.method = .get
            return await page(Request(head: head, body: request.body), context).createHeadResponse()
        case .post, .put, .delete: return await change(request, context)
        default: return Self.notAllowed
        }
    }

    private func page(_ request: Request, _ context: SiteContext) async -> Response {
        if let page = site.cache.page(PageCache.key(of: request.head.path ?? "/")) { return page.response(to: request.headers) }
        return await route(request, context) { await missing(request, context) }
    }

    /// What would change something goes on only from the site's own pages.
    private func change(_ request: Request, _ context: SiteContext) async -> Response {
        guard origins.allows(request.headers) else { return bare(request, .forbidden, Words.refused, Words.elsewhere) }
        return await route(request, context) { Self.notAllowed }
    }

    /// The router's own word for an address of no route; an answer of ours bears its headers, and a page of ours that is missing throws.
    private static func isUnrouted(_ response: Response) -> Bool {
        response.status == .notFound && response.headers[.contentSecurityPolicy] == nil
    }

    private static let notAllowed: Response = {
        var headers = SecurityHeaders.fields
        headers[.allow] = "GET, HEAD"
        headers[.cacheControl] = Caching.never
        return Response(status: .methodNotAllowed, headers: headers)
    }()

    /// The router's answer, or `unrouted` for an address of no route; what goes wrong becomes a page.
    private func route(_ request: Request, _ context: SiteContext, unrouted: () async -> Response) async -> Response {
        do {
            let response = try await router.respond(to: request, context: context)
            return Self.isUnrouted(response) ? await unrouted() : response
        } catch is Missing {
            return await missing(request, context)
        } catch let refusal as Refusal {
            return bare(request, refusal.kind.status, Words.refused, refusal.words)
        } catch let error as any HTTPResponseError {
            return bare(request, error.status, Words.refused, Words.notFoundAdvice)
        } catch {
            return fault(request, error, context)
        }
    }

    /// An old address leads to its page of today; any other is a 404 in the newspaper's own frame.
    private func missing(_ request: Request, _ context: SiteContext) async -> Response {
        do {
            if let path = try await site.redirect(for: request.head.path ?? "/") { return Redirect.permanent(to: path) }
            if request.uri.query != nil, let path = try await site.redirect(for: request.uri.path) { return Redirect.permanent(to: path) }
            let language = language(of: request)
            return try await site.respond(request, key: "404 \(language.rawValue)") { [site] tx in
                let page = NotFoundPage(chrome: try Chrome(tx, site, language))
                return Draft(tags: [.face], lifetime: page.chrome.untilMidnight) { codings in
                    FinishedPage(Layout(page: page).html, status: .notFound, language: language, caching: Caching.never, codings)
                }
            }
        } catch {
            return fault(request, error, context)
        }
    }

    /// Plain to the reader, whole in the log.
    private func fault(_ request: Request, _ error: any Error, _ context: SiteContext) -> Response {
        context.logger.error("a page could not be made", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
        if let refusal = error as? Refusal { return bare(request, refusal.kind.status, Words.fault, Words.faultAdvice) }
        return bare(request, .internalServerError, Words.fault, Words.faultAdvice)
    }

    private func bare(_ request: Request, _ status: HTTPResponse.Status, _ title: Phrase, _ advice: Phrase) -> Response {
        let language = language(of: request)
        let page = BarePage(status: status, title: title[language], advice: advice[language], language: language, assets: site.assets).page
        var response = page.response(to: request.headers)
        response.headers[.retryAfter] = status.retryAfter
        return response
    }

    /// The language of the part of the site that was asked for, or the reader's.
    private func language(of request: Request) -> Language {
        let languages = site.newsroom.face.languages
        let first = request.uri.path.split(separator: "/").first.flatMap { Language(rawValue: String($0)) }
        return first.flatMap { languages.contains($0) ? $0 : nil } ?? AcceptLanguage.choose(request.headers[.acceptLanguage], from: languages)
    }
}
