import Basics
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Newsroom
import Storage

/// Answers that are one visitor's own: kept by nobody, and telling no other site where the visitor came from.
extension Site {
    /// Whose session the request bears, and what it opens; nil when there is none, or its time is over.
    func visit(_ request: Request) async throws -> (signedIn: SignedIn, standing: Session.Standing)? {
        guard let token = cookies.token(.session, in: request.headers) else { return nil }
        let database = newsroom.database
        guard let found = try await database.read({ try Self.visit($0, token) }) else { return nil }
        try await touch(found.signedIn)
        return found
    }

    /// Notes now and then that a session is in use.
    func touch(_ signedIn: SignedIn) async throws {
        guard isDue(signedIn) else { return }
        try await newsroom.database.write { try Sessions.touch($0, signedIn.session.id) }
    }

    func isDue(_ signedIn: SignedIn) -> Bool { Sessions.isDue(signedIn.session, at: newsroom.database.now) }

    private static func visit(_ tx: Transaction, _ token: Token) throws -> (signedIn: SignedIn, standing: Session.Standing)? {
        try Sessions.find(tx, token).map { (SignedIn(reader: $0.reader, session: $0.session), $0.standing) }
    }

    /// Who is logged in, with nothing awaited any more.
    func signedIn(_ request: Request) async throws -> SignedIn? {
        guard let (signedIn, standing) = try await visit(request), standing == .whole else { return nil }
        return signedIn
    }

    /// The same within a transaction.
    static func signedIn(_ tx: Transaction, _ token: Token) throws -> SignedIn? {
        guard let (signedIn, standing) = try visit(tx, token), standing == .whole else { return nil }
        return signedIn
    }

    func visitor(_ request: Request, _ context: SiteContext) -> Visitor {
        let forwarded = request.headers[values: .forwardedFor]
        return Visitor(address: forwarding.address(peer: context.remoteAddress, forwarded: forwarded), userAgent: request.headers[.userAgent])
    }

    /// A page for this visitor alone.
    func personal(
        _ request: Request, status: HTTPResponse.Status = .ok, cookies: [String] = [],
        load: @escaping @Sendable (Transaction) throws -> any SitePage
    ) async throws -> Response {
        let token = self.cookies.token(.session, in: request.headers)
        let (page, reader) = try await newsroom.database.read { tx in (try load(tx), try token.flatMap { try Self.signedIn(tx, $0) }?.reader) }
        let codings = Codings(accepted: request.headers[.acceptEncoding]).best
        let finished = FinishedPage(
            Layout(page: page, reader: reader).html, status: status, language: page.chrome.language, caching: Caching.never, fields: page.fields,
            codings)
        var response = finished.response(to: request.headers)
        response.headers[.referrerPolicy] = "no-referrer"
        response.headers[.eTag] = nil
        response.headers[.retryAfter] = status.retryAfter
        for cookie in cookies { response.headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return response
    }

    /// An answer to a script.
    func json(_ status: HTTPResponse.Status, _ value: JSON, cookies: [String] = []) -> Response { answer(status, value, cookies: cookies).response }

    func answer(_ status: HTTPResponse.Status, _ value: JSON, cookies: [String]) -> PreparedAnswer {
        let body = ByteBuffer(bytes: value.bytes)
        var headers = Self.jsonFields
        headers[.contentLength] = String(body.readableBytes)
        headers[.retryAfter] = status.retryAfter
        for cookie in cookies { headers.append(HTTPField(name: .setCookie, value: cookie)) }
        return PreparedAnswer(status: status, headers: headers, body: body)
    }

    private static let jsonFields: HTTPFields = {
        var fields = SecurityHeaders.fields
        fields[.contentType] = "application/json; charset=utf-8"
        fields[.cacheControl] = Caching.never
        return fields
    }()

    /// The same when all there is to say are words for people.
    func json(_ status: HTTPResponse.Status, words: String) -> Response { json(status, .object([("words", .text(words))])) }

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

    /// To a reader's page, which says what has been `done`.
    func lead(to path: ReaderPath, _ language: Language, done: String? = nil) -> Response {
        seeOther(SitePath.reader(language, path).text + (done.map { "?done=\($0)" } ?? ""))
    }

    /// To the page where she shows once more who it is, and from there back: a form's own address leads to the page that it stands on.
    func askForProof(_ request: Request, _ language: Language) -> Response {
        seeOther(SitePath.reader(language, .again).text + "?next=" + URLComponent.encode(request.uri.path))
    }

    /// To the log-in page, and from there back to the page that was asked for.
    /// Whether a page's script asks, which can make nothing of a page.
    static func isOfScript(_ request: Request) -> Bool { HTTPField.Name("Sec-Fetch-Dest").flatMap { request.headers[$0] } == "empty" }

    /// A script is told so in words: what it has to send is kept, and sent again after the log-in.
    func askToLogIn(_ request: Request, _ language: Language) -> Response {
        if Self.isOfScript(request) { return json(.unauthorized, words: DeskWords.logInAgain[language]) }
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
