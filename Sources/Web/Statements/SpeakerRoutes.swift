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

    func json(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await data(request, context, .json, type: "application/json") { page in
            JSON.list(page.statements.items.map { RecordData(spoken: $0, chrome: page.chrome).json }).text
        }
    }

    func csv(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await data(request, context, .csv, type: "text/csv; charset=utf-8") { page in
            RecordData.csv([RecordData.columns] + page.statements.items.map { RecordData(spoken: $0, chrome: page.chrome).row })
        }
    }

    func annotations(_ request: Request, _ context: SiteContext) async throws -> Response {
        try await data(request, context, .annotations, type: "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"") { page in
            let items = page.statements.items.map { RecordData(spoken: $0, chrome: page.chrome).annotation }
            let own = page.chrome.absolute(.speakerPart(page.chrome.language, page.speaker.slug, .annotations))
            return JSON.object([
                ("@context", .text("http://www.w3.org/ns/anno.jsonld")), ("id", .text(own)), ("type", .text("AnnotationPage")),
                ("items", .list(items)),
            ]).text
        }
    }

    private func data(
        _ request: Request, _ context: SiteContext, _ part: SpeakerPart, type: String, _ write: @escaping @Sendable (SpeakerPage) -> String
    ) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, key: SitePath.speakerPart(language, slug, part).text) { [site] tx in
            guard let page = try SpeakerPage(tx, site, language, slug, number: 1, size: Self.most) else { throw Missing() }
            return Draft(tags: page.tags.union([.face]), lifetime: nil) { codings in
                FinishedPage(Array(write(page).utf8), type: type, language: language, caching: Caching.page, codings)
            }
        }
    }
}
