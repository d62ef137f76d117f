import HTTPTypes
import Hummingbird
import Newsroom
import Storage

/// Answers that lead elsewhere on this site; never to an address out of a request.
enum Redirect {
    static func permanent(to path: SitePath) -> Response { response(.movedPermanently, path, caching: "public, max-age=3600") }

    /// Depends on the reader's languages, so nobody keeps it.
    static func temporary(to path: SitePath) -> Response { response(.found, path, caching: Caching.never) }

    private static func response(_ status: HTTPResponse.Status, _ path: SitePath, caching: String) -> Response {
        var headers = SecurityHeaders.fields
        headers[.location] = path.text
        headers[.cacheControl] = caching
        if status == .found { headers[.vary] = "Accept-Language" }
        return Response(status: status, headers: headers)
    }
}

extension Site {
    /// Where an old address leads today.
    func redirect(for path: String) async throws -> SitePath? {
        try await newsroom.database.read { tx in try Redirects.find(tx, path: path) }
    }
}
