import Basics
import Hummingbird
import Newsroom

struct FrontRoutes: Sendable {
    let site: Site

    /// To the front page in the reader's language; to wherever an old address of the form `/?p=7` leads today.
    func root(_ request: Request, _ context: SiteContext) async throws -> Response {
        if let query = request.uri.query, !query.isEmpty, let path = try await site.redirect(for: "/?" + query) {
            return Redirect.permanent(to: path)
        }
        let language = AcceptLanguage.choose(request.headers[.acceptLanguage], from: site.newsroom.face.languages)
        return Redirect.temporary(to: .front(language))
    }

    func front(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        return try await site.respond(request, .front(language)) { [site] tx in try FrontPage(tx, site, language) }
    }
}
