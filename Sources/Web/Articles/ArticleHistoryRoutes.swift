import Basics
import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// What the public has seen of an article: for readers, and for archives (RFC 7089).
struct ArticleHistoryRoutes: Sendable {
    let site: Site

    func list(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, .history(language, slug)) { [site] tx in
            try ArticleHistory(tx, site, language, slug).map(ArticleHistoryPage.init)
        }
    }

    func memento(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.version("version"))
        return try await text(request, language, slug, .memento(language, slug, number)) { tx, history in try MementoPage(tx, history, number) }
    }

    func changes(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let (number, earlier) = (try context.version("version"), try context.version("earlier"))
        return try await text(request, language, slug, .mementoChanges(language, slug, number, since: earlier)) { tx, history in
            try MementoChangesPage(tx, history, number, since: earlier)
        }
    }

    /// Of a withdrawn article the texts are gone as well.
    private func text(
        _ request: Request, _ language: Language, _ slug: Slug, _ path: SitePath,
        _ make: @escaping @Sendable (Transaction, ArticleHistory) throws -> (any SitePage)?
    ) async throws -> Response {
        do {
            return try await site.respond(request, path) { [site] tx in
                guard let history = try ArticleHistory(tx, site, language, slug) else { return nil }
                guard !history.isWithdrawn else { throw Withdrawn() }
                return try make(tx, history)
            }
        } catch is Withdrawn {
            return try await site.withdrawn(request, .article, language, slug, path)
        }
    }

    func timeMap(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await site.respond(request, key: SitePath.timeMap(language, slug).text) { [site] tx in
            guard let history = try ArticleHistory(tx, site, language, slug), !history.isWithdrawn else { throw Missing() }
            let map = Memento(chrome: history.chrome, slug: slug).map(history.publications)
            return Draft(tags: history.tags, lifetime: nil) { codings in
                FinishedPage(Array(map.utf8), type: "application/link-format", caching: Caching.page, codings)
            }
        }
    }

    /// Leads to the text that stood there at the moment that the request names, or to the newest. Refuses with `invalid` what is no date of HTTP.
    func timeGate(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let moment = try request.headers[.acceptDatetime].map { text in
            guard let moment = Instant(httpDate: text) else {
                throw Refusal(.invalid, ar: "التاريخ في Accept-Datetime غير مفهوم.", en: "The date in Accept-Datetime cannot be understood.")
            }
            return moment
        }
        let (path, fields) = try await site.newsroom.database.read { [site] tx in
            guard let history = try ArticleHistory(tx, site, language, slug), !history.isWithdrawn,
                let publication = history.publication(at: moment ?? tx.now)
            else { throw Missing() }
            return (SitePath.memento(language, slug, publication.number), Memento(chrome: history.chrome, slug: slug).fieldsOfGate)
        }
        var answer = Redirect.temporary(to: path)
        for field in fields { answer.headers[field.name] = field.value }
        return answer
    }
}
