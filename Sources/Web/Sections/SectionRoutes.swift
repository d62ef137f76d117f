import Hummingbird
import Newsroom

struct SectionRoutes: Sendable {
    let site: Site

    func section(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.pageNumber())
        return try await site.respond(request, .section(language, slug, page: number)) { [site] tx in
            try SectionPage(tx, site, language, slug, number: number)
        }
    }
}
