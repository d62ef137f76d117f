import Basics
import Hummingbird
import Newsroom

struct ArticleRoutes: Sendable {
    let site: Site

    func article(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await edition(request, .article, language, slug, .article(language, slug))
    }

    func page(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        return try await edition(request, .page, language, slug, .page(language, slug))
    }

    /// A published edition's page, or 410 with the reason in place of a withdrawn one.
    private func edition(_ request: Request, _ kind: Work.Kind, _ language: Language, _ slug: Slug, _ path: SitePath) async throws -> Response {
        do {
            return try await site.respond(request, path) { [site] tx in
                guard let edition = try Articles.edition(tx, kind, language, slug: slug) else { return nil }
                switch edition.visibility {
                case .published: return kind == .page ? try StaticPage(tx, site, edition) : try ArticlePage(tx, site, edition)
                case .withdrawn: throw Withdrawn()
                case .private, .scheduled: return nil
                }
            }
        } catch is Withdrawn {
            return try await site.withdrawn(request, kind, language, slug, path)
        }
    }
}

extension Site {
    /// In place of a withdrawn edition at `path`, or of something of it.
    func withdrawn(_ request: Request, _ kind: Work.Kind, _ language: Language, _ slug: Slug, _ path: SitePath) async throws -> Response {
        try await respond(request, key: "410 " + path.text) { [self] tx in
            guard let edition = try Articles.edition(tx, kind, language, slug: slug) else { throw Missing() }
            let page = try WithdrawnPage(tx, self, edition)
            return Draft(tags: page.tags.union([.face]), lifetime: page.chrome.untilMidnight) { codings in
                FinishedPage(Layout(page: page).html, status: .gone, language: language, caching: Caching.never, codings)
            }
        }
    }
}

/// Readers are told that it was withdrawn, and why, in place of what they asked for.
struct Withdrawn: Error {}
