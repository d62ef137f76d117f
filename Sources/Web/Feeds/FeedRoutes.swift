import Hummingbird
import Newsroom

struct FeedRoutes: Sendable {
    let site: Site

    func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        return try await site.respond(request, key: SitePath.feed(language).text) { [site] tx in
            try Feed(tx, site, language, section: nil).draft
        }
    }

    func sectionFeed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, key: SitePath.sectionFeed(language, slug).text) { [site] tx in
            guard let id = try Sections.find(tx, language, slug: slug) else { throw Missing() }
            return try Feed(tx, site, language, section: id).draft
        }
    }
}
