import Basics
import Hummingbird
import Newsroom

struct SearchRoutes: Sendable {
    let site: Site

    /// Results are made for each question and not kept: there are more questions than memory.
    func search(_ request: Request, _ context: SiteContext) async throws -> Response {
        let ask = SearchAsk(request, try context.language(site))
        return try await site.respond(request, ask.path(ask.number), isKept: false) { [site] tx in try SearchPage(tx, site, ask) }
    }
}
