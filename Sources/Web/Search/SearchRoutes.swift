import Basics
import Hummingbird
import Newsroom

struct SearchRoutes: Sendable {
    let site: Site

    /// Results are made for each question and not kept: there are more questions than memory.
    func search(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let text = String((request.query("q") ?? "").prefix(SearchQuery.longestText))
        let scope = request.query("in").flatMap(Language.init(rawValue:))
        let number = request.query("page").flatMap { Int($0) }.map { max(1, $0) } ?? 1
        return try await site.respond(request, .search(language, query: text, in: scope, page: number), isKept: false) { [site] tx in
            try SearchPage(tx, site, language, text: text, scope: scope, number: number)
        }
    }
}
