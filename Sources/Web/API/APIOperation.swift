import Basics
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Newsroom
import Storage

/// Something that programs can do: its route, what the document says of it, who may, and what it does. Routes and document are made from the same list.
struct APIOperation: Sendable {
    struct Parameter: Sendable {
        let name: String
        let schema: APISchema
        let note: String
        var isInPath = false
    }

    /// What is sent with it.
    enum Body: Sendable {
        case json(APISchema)
        /// A file as it is.
        case file
    }

    let method: HTTPRequest.Method
    /// As OpenAPI writes it, below `/api/v1`: `/stories/{story}`.
    let path: String
    let name: String
    let summary: String
    let scope: APIScope
    let duty: Duty
    var parameters: [Parameter] = []
    var body: Body?
    var status: HTTPResponse.Status = .ok
    /// Nil for an answer without a body.
    var answer: APISchema?
    let run: @Sendable (APICall) async throws -> JSON?

    static let root = "/api/v1"

    /// As the router writes it.
    var route: RouterPath { RouterPath(Self.root.dropFirst() + path.replacing("{", with: ":").replacing("}", with: "")) }
}

/// A request of a program.
struct APICall: Sendable {
    let site: Site
    let operation: APIOperation
    let request: Request
    let context: SiteContext
    /// As it was sent.
    let token: String

    /// Of a body of JSON.
    static let mostBytes = StoryRoutes.mostBytes

    /// Reads one state of the newsroom, as whoever the token is of.
    func read<Value: Sendable>(_ body: @escaping @Sendable (Transaction, Reader) throws -> Value) async throws -> Value {
        try await site.newsroom.database.read { tx in try body(tx, try APITokens.actor(tx, token, operation.scope, operation.duty)) }
    }

    /// Changes it, if she may at that moment.
    func write<Value: Sendable>(_ body: @escaping @Sendable (Transaction, Reader) throws -> Value) async throws -> Value {
        try await site.newsroom.database.write { tx in try body(tx, try APITokens.actor(tx, token, operation.scope, operation.duty)) }
    }

    func id<Kind>(_ name: String) throws -> ID<Kind> { ID(try context.number(name)) }

    func query(_ name: String) -> String { request.query(name) ?? "" }

    /// The number of a list's page.
    func page() throws -> Int {
        guard let number = request.pageNumber else { throw Self.wrong("page") }
        return number
    }

    /// Reads a body of JSON. Refuses with `invalid`, naming the field, what does not have its shape, and with `tooLarge` what is too long.
    func body<Value: Decodable>(_ type: Value.Type) async throws -> Value {
        var bytes = ByteBuffer()
        for try await part in request.body {
            guard bytes.readableBytes + part.readableBytes <= Self.mostBytes else {
                throw Refusal(.tooLarge, ar: DeskWords.tooLong.ar, en: DeskWords.tooLong.en)
            }
            bytes.writeImmutableBuffer(part)
        }
        do { return try JSONDecoder().decode(type, from: Data(bytes.readableBytesView)) } catch let error as DecodingError {
            throw Self.wrong(Self.field(of: error))
        }
    }

    /// A moment as RFC 3339 writes it.
    static func moment(_ text: String, _ field: String) throws -> Instant {
        guard let date = try? Date(text, strategy: .iso8601) else { throw wrong(field) }
        return Instant(date)
    }

    static func wrong(_ field: String) -> Refusal {
        field.isEmpty
            ? Refusal(.invalid, ar: "ليس هذا JSON صالحًا.", en: "This is no JSON.")
            : Refusal(.invalid, ar: "القيمة غير صالحة.", en: "The value is missing, or is none of its kind.", field: field)
    }

    private static func field(of error: DecodingError) -> String {
        let (path, key): ([any CodingKey], (any CodingKey)?) =
            switch error {
            case .keyNotFound(let key, let context): (context.codingPath, key)
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context): (context.codingPath, nil)
            @unknown default: ([], nil)
            }
        return (path + [key].compactMap(\.self)).map(\.stringValue).joined(separator: ".")
    }
}

/// The API as routes: each operation with its token, its answer as JSON, and what goes wrong as a problem (RFC 9457).
struct APIRoutes: Sendable {
    let site: Site

    func answer(_ operation: APIOperation, _ request: Request, _ context: SiteContext) async throws -> Response {
        let language = AcceptLanguage.choose(request.headers[.acceptLanguage], from: site.newsroom.face.languages)
        do {
            guard let field = request.headers[.authorization], field.hasPrefix("Bearer ") else { throw APITokens.unknown }
            let token = String(field.dropFirst(7))
            try site.accounts.admitProgram(token)
            let call = APICall(site: site, operation: operation, request: request, context: context, token: token)
            // Before anything of the body is read; where it is done it is asked again.
            if try await call.read({ tx, _ in try APITokens.isDue(tx, token) }) {
                try await site.newsroom.database.write { try APITokens.touch($0, token) }
            }
            let answer = try await operation.run(call)
            return answer.map { site.json(operation.status, $0) } ?? bare(operation.status)
        } catch let refusal as Refusal {
            return problem(refusal, language)
        } catch is Missing {
            return problem(Refusal(.notFound, ar: Words.notFound.ar, en: Words.notFound.en), language)
        } catch is NewFile.TooLong {
            return problem(Refusal(.tooLarge, ar: DeskWords.fileTooLong.ar, en: DeskWords.fileTooLong.en), language)
        } catch let stale as APIStale {
            return site.json(.conflict, stale.json)
        }
    }

    func document(_ request: Request, _ context: SiteContext) async throws -> Response {
        site.json(.ok, OpenAPIDocument(site: site, operations: SiteRoutes.operations).json)
    }

    private func bare(_ status: HTTPResponse.Status) -> Response {
        var headers = SecurityHeaders.fields
        headers[.cacheControl] = Caching.never
        return Response(status: status, headers: headers)
    }

    private func problem(_ refusal: Refusal, _ language: Language) -> Response {
        let status = refusal.kind.status
        var answer = site.json(
            status,
            .object([
                ("type", .text("about:blank")), ("title", .text(status.reasonPhrase)), ("status", .number(status.code)),
                ("detail", .text(refusal.words[language])), ("field", refusal.field.map(JSON.text)),
            ]))
        answer.headers[.contentType] = "application/problem+json; charset=utf-8"
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "Bearer" }
        return answer
    }
}

/// Somebody else has saved a story meanwhile: nothing was changed, and this is what stands there.
struct APIStale: Error {
    let json: JSON
}
