import Hummingbird
import Newsroom

struct PersonRoutes: Sendable {
    let site: Site

    func person(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.pageNumber())
        return try await site.respond(request, .person(language, slug, page: number)) { [site] tx in
            try PersonPage(tx, site, language, slug, number: number)
        }
    }
}
