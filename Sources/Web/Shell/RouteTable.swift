import Basics
import HTTPTypes
import Hummingbird
import Newsroom

/// Who may ask for a route. Every route says: there is no way to add one without.
enum Access: Hashable, Sendable, CaseIterable {
    /// Anyone; the answer is the same for all.
    case everyone
    /// Anyone; the answer is one visitor's own.
    case visitor
    /// Readers who are logged in; others are led to the log-in page and back.
    case reader
}

/// Someone logged in.
struct SignedIn: Sendable {
    let reader: Reader
    let session: Session
}

/// The router, and what it holds as a list that tests go through.
final class RouteTable {
    struct Entry: Hashable, Sendable {
        let method: HTTPRequest.Method
        let path: String
        let access: Access
    }

    private(set) var entries: [Entry] = []
    let router = Router(context: SiteContext.self)
    private let site: Site

    init(_ site: Site) { self.site = site }

    /// A page that is the same for everyone.
    func page(_ path: RouterPath, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response) {
        add(.get, path, .everyone, handler)
    }

    /// What a visitor gets or does without being logged in.
    func visitor(
        _ method: HTTPRequest.Method, _ path: RouterPath, use handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        add(method, path, .visitor, handler)
    }

    /// What a reader gets or does: the handler is given who it is, by the session and nothing else.
    func reader(
        _ method: HTTPRequest.Method, _ path: RouterPath,
        use handler: @escaping @Sendable (Request, SiteContext, SignedIn) async throws -> Response
    ) {
        add(method, path, .reader) { [site] request, context in
            guard let signedIn = try await site.signedIn(request) else { return site.askToLogIn(request, try context.language(site)) }
            return try await handler(request, context, signedIn)
        }
    }

    private func add(
        _ method: HTTPRequest.Method, _ path: RouterPath, _ access: Access,
        _ handler: @escaping @Sendable (Request, SiteContext) async throws -> Response
    ) {
        entries.append(Entry(method: method, path: path.description, access: access))
        router.on(path, method: method, use: handler)
    }
}
