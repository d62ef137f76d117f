import Basics
import Hummingbird
import Newsroom
import Storage

struct SpeakerRoutes: Sendable {
    let site: Site

    /// Of data: the newest so many.
    static let most = 1_000

    func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, number) = (try context.language(site), try context.pageNumber())
        return try await site.respond(request, .speakers(language, page: number)) { [site] tx in try SpeakersPage(tx, site, language, number: number)
        }
    }

    func speaker(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.pageNumber())
        return try await site.respond(request, .speaker(language, slug, page: number)) { [site] tx in
            try SpeakerPage(tx, site, language, slug, number: number)
        }
    }

    func feed(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, key: SitePath.speakerPart(language, slug, .feed).text) { [site] tx in
            guard let page = try SpeakerPage(tx, site, language, slug, number: 1, size: Feed.size) else { throw Missing() }
            return Feed(of: page).draft
        }
    }

    func json(_ request: Request, _ context: SiteContext) async throws -> Response { try await data(request, context, .json, .json) }

    func csv(_ request: Request, _ context: SiteContext) async throws -> Response { try await data(request, context, .csv, .csv) }

    func annotations(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await data(request, context, .annotations, .annotations)
    }

    private func data(_ request: Request, _ context: SiteContext, _ part: SpeakerPart, _ format: RecordFormat) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, key: SitePath.speakerPart(language, slug, part).text) { [site] tx in
            guard let page = try SpeakerPage(tx, site, language, slug, number: 1, size: Self.most) else { throw Missing() }
            let place = page.chrome.record
            let items = page.statements.items.map { RecordData(spoken: $0, place: place) }
            return Draft(tags: page.tags.union([.face]), lifetime: nil) { codings in
                let text = format.text(items, address: place.absolute(.speakerPart(language, slug, part)))
                return FinishedPage(Array(text.utf8), type: format.type, language: language, caching: Caching.page, codings)
            }
        }
    }
}
