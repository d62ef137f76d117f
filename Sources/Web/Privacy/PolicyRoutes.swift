import Basics
import Hummingbird
import Newsroom
import Storage

/// The versions of the privacy policy, what changed between them, and their acceptance.
struct PolicyRoutes: Sendable {
    let site: Site

    func version(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug, number) = (try context.language(site), try context.slug(), try context.version("version"))
        return try await site.respond(request, .version(language, slug, number)) { [site] tx in
            try PolicyVersionPage(tx, site, language, slug, number)
        }
    }

    func changes(_ request: Request, _ context: SiteContext) async throws -> Response {
        let (language, slug) = (try context.language(site), try context.slug())
        let (number, earlier) = (try context.version("version"), try context.version("earlier"))
        return try await site.respond(request, .changes(language, slug, number, since: earlier)) { [site] tx in
            try PolicyChangesPage(tx, site, language, slug, number, since: earlier)
        }
    }

    /// Accepts the version that the form names, in the language she read it in.
    func accept(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let version = Int(try form.number("version"))
        guard let read = Language(rawValue: form["language"]) else { throw Missing() }
        let policy = site.newsroom.face.policy
        try await site.newsroom.database.write { try Policies.accept($0, by: signedIn.reader.id, policy, read, version: version) }
        return site.lead(to: .account, language, done: "accepted")
    }

    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.lead(to: .account, try context.language(site))
    }
}
