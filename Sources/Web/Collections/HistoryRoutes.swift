import Basics
import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// Reading history: off unless its reader turns it on.
///
/// Articles are the same bytes for all, out of the cache and without a look at the database. A browser whose reader keeps a history says so by a cookie;
/// only then is a visit noted, behind the answer. Without the cookie nothing is read or written.
struct HistoryRoutes: Sendable {
    let site: Site

    private static let kept = 400 * 86_400

    /// Turns it on; off, which forgets all of it; or only forgets.
    func change(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        let language = try context.language(site)
        let form = try await FormBody(request)
        let page = SitePath.collection(language, ReaderCollection.Kind.history.rawValue).text
        let database = site.newsroom.database
        switch form["history"] {
        case "on":
            try await database.write { try Collections.setHistory($0, isKept: true, by: signedIn.reader.id) }
            return site.seeOther(page + "?done=history-on", cookies: [site.cookies.set(.history, Token(), seconds: Self.kept)])
        case "off":
            try await database.write { try Collections.setHistory($0, isKept: false, by: signedIn.reader.id) }
            return site.seeOther(page + "?done=history-off", cookies: [site.cookies.clear(.history)])
        case "forget":
            try await database.write { try Collections.forgetHistory($0, by: signedIn.reader.id) }
            return site.seeOther(page + "?done=history-forgotten")
        default: throw FormBody.unknown
        }
    }

    func lead(_ request: Request, _ context: SiteContext, _ signedIn: SignedIn) async throws -> Response {
        site.seeOther(SitePath.collection(try context.language(site), ReaderCollection.Kind.history.rawValue).text)
    }

    /// Cookies that make this browser follow what its reader chose, perhaps on another one.
    func cookies(for reader: Reader?, having cookies: [String]) -> [String] {
        let keeps = reader?.keepsHistory == true
        if keeps == (site.cookies.token(.history, in: cookies) != nil) { return [] }
        return [keeps ? site.cookies.set(.history, Token(), seconds: Self.kept) : site.cookies.clear(.history)]
    }

    /// Notes that a reader has opened an article, behind the answer: she does not wait for it, and it may be lost with the server.
    func note(_ request: Request, _ answer: Response) {
        guard answer.status == .ok || answer.status == .notModified, request.headers[.cookie] != nil,
            site.cookies.token(.history, in: request.headers) != nil, let token = site.cookies.token(.session, in: request.headers),
            Self.isOpened(request.headers), let article = ArticleAddress(request.uri.path), article.page == nil
        else { return }
        Task { [database = site.newsroom.database] in
            try? await database.writeTogether { tx in
                guard let reader = try Site.signedIn(tx, token)?.reader,
                    let edition = try Articles.edition(tx, .article, article.language, slug: article.slug)
                else { return }
                try Collections.visit(tx, edition.workID, by: reader.id)
            }
        }
    }

    /// Whether a person opens it, and no script fetches it or browser prepares for it.
    private static func isOpened(_ headers: HTTPFields) -> Bool {
        let purpose = [HTTPField.Name("Sec-Purpose"), HTTPField.Name("Purpose")].compactMap { $0.flatMap { headers[$0] } }
        let target = HTTPField.Name("Sec-Fetch-Dest").flatMap { headers[$0] }
        return !purpose.contains { $0.contains("prefetch") } && (target == nil || target == "document")
    }
}
