import Hummingbird
import Newsroom

struct TopicRoutes: Sendable {
    let site: Site

    func topic(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.pageNumber())
        return try await site.respond(request, .topic(language, slug, page: number)) { [site] tx in
            try TopicPage(tx, site, language, slug, number: number)
        }
    }
}
