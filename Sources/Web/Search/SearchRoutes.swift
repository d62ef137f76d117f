import Basics
import Hummingbird
import Newsroom

struct SearchRoutes: Sendable {
    let site: Site

    /// Results are made for each question and not kept: there are more questions than memory.
    func search(_ request: Request, _ context: SiteContext) async throws -> Response {
        let language = try context.language(site)
        let parameters = request.uri.queryParameters
        let text = String((parameters["q"].map(String.init) ?? "").prefix(SearchQuery.longestText))
        let scope = parameters["in"].flatMap { Language(rawValue: String($0)) }
        let number = parameters["page"].flatMap { Int($0) }.map { max(1, $0) } ?? 1
        return try await site.respond(request, .search(language, query: text, in: scope, page: number), isKept: false) { [site] tx in
            try SearchPage(tx, site, language, text: text, scope: scope, number: number)
        }
    }
}
