import Basics
import HTTPTypes
import Hummingbird
import Markup
import Newsroom
import Storage

/// Answers that are one visitor's own: kept by nobody, and telling no other site where the visitor came from.
extension Site {
    var cookies: Cookies { Cookies(origin: origin) }

    /// Who is logged in by the request's session, if its time is not over and nothing is awaited of it.
    func signedIn(_ request: Request) async throws -> SignedIn? {
        guard let token = cookies.token(.session, in: request.headers) else { return nil }
        let database = newsroom.database
        guard let (session, reader) = try await database.read({ try Sessions.find($0, token) }), !session.awaitsFactor else { return nil }
        if Sessions.isDue(session, at: database.now) { try await database.write { try Sessions.touch($0, session.id) } }
        return SignedIn(reader: reader, session: session)
    }

    func visitor(_ request: Request, _ context: SiteContext) -> Visitor {
        Visitor(address: context.remoteAddress, userAgent: request.headers[.userAgent])
    }

    /// A page for this visitor alone.
    func personal(
        _ request: Request, status: HTTPResponse.Status = .ok, cookies: [String] = [],
        load: @escaping @Sendable (Transaction) throws -> any SitePage
    ) async throws -> Response {
        let page = try await newsroom.database.read(load)
        let codings = Codings(accepted: request.headers[.acceptEncoding]).best
        let finished = FinishedPage(
            Layout(page: page).html, status: status, language: page.chrome.language, caching: Caching.never, codings)
        var response = finished.response(to: request.headers)
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.eTag] = nil
        response.headers[.retryAfter] = status.retryAfter
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    /// Leads on after a form was posted, so that going back or reloading sends nothing twice.
    func seeOther(_ path: String, cookies: [String] = [], clearing: Bool = false) -> Response {
        var headers = SecurityHeaders.fields
        headers[.location] = path
        headers[.cacheControl] = Caching.never
        headers[.referrerPolicy] = "no-referrer"
        if clearing { headers[.clearSiteData] = "\"cache\", \"storage\"" }
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return Response(status: .seeOther, headers: headers)
    }

    /// To the log-in page, and from there back to the page that was asked for.
    func askToLogIn(_ request: Request, _ language: Language) -> Response {
        let back = request.method == .get ? request.uri.path : SitePath.reader(language, .account).text
        return seeOther(SitePath.reader(language, .logIn).text + "?next=" + URLComponent.encode(back))
    }
}

/// Where a reader is led back to: a path of this site out of a form or an address, and never anything else.
struct NextPath: Sendable {
    let text: String

    /// Nil for what is no plain path below a language: another site's address in any disguise is none.
    init?(_ text: String) {
        guard text.utf8.count <= 500, Language.allCases.contains(where: { text == "/\($0.rawValue)" || text.hasPrefix("/\($0.rawValue)/") }),
            !text.contains("//"), !text.contains("\\"),
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
        else { return nil }
        self.text = text
    }
}
