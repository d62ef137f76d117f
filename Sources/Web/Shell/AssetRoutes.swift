import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// What the program itself serves.
struct AssetRoutes: Sendable {
    let site: Site

    func asset(_ request: Request, _ context: SiteContext) async throws -> Response {
        guard let page = site.assets.page(request.uri.path) else { throw Missing() }
        return page.response(to: request.headers)
    }

    /// Everything may be read but the results of searches.
    func robots(_ request: Request, _ context: SiteContext) -> Response {
        let rules = "User-agent: *\nDisallow: /ar/search\nDisallow: /en/search\n"
        return FinishedPage(Array(rules.utf8), type: "text/plain; charset=utf-8").response(to: request.headers)
    }

    /// Whether the database answers: for whoever watches over the server.
    func health(_ request: Request, _ context: SiteContext) async throws -> Response {
        _ = try await site.newsroom.database.read { tx in try tx.exists("SELECT 1") }
        return FinishedPage(Array("ok\n".utf8), type: "text/plain; charset=utf-8", caching: Caching.never).response(to: request.headers)
    }
}
