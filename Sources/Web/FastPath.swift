import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom

/// What is answered below the framework, on the connection's own event loop: all that needs to wait for nothing and nobody. These are the pages and files that are in memory
/// and, where the database is in this process, the private request of a page.
struct FastPath: Sendable {
    private let site: Site
    private let mine: MineRoutes

    init(_ site: Site) {
        self.site = site
        mine = MineRoutes(site: site)
    }

    /// The answer to a GET without a body; nil for whatever has to go on to `FrontResponder`, which gives the same answers and all others.
    func answer(to request: GetRequest) -> PreparedAnswer? {
        // The visit of a reader who keeps a history is noted on the way.
        if site.cookies.token(.history, in: request.cookies) != nil { return nil }
        let path = PageCache.key(of: request.target)
        if let page = site.cache.page(path) ?? site.assets.finishedPage(path) {
            return page.answer(accepted: request.acceptEncoding, known: request.ifNoneMatch)
        }
        return mine.answerAtOnce(to: request)
    }
}

/// What the fast path knows of a request.
struct GetRequest: Sendable {
    /// The path with its query.
    let target: String
    let acceptEncoding: String?
    let ifNoneMatch: String?
    /// The values of its Cookie fields.
    let cookies: [String]
}

/// An answer all of whose bytes are here.
struct PreparedAnswer: Sendable {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    var body: ByteBuffer?

    var response: Response { Response(status: status, headers: headers, body: body.map { ResponseBody(byteBuffer: $0) } ?? ResponseBody()) }
}
