import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import Synchronization

@testable import Web

/// Asks the site as the server would, without a socket.
struct SiteClient: Sendable {
    let responder: FrontResponder

    struct Answer: Sendable {
        let status: HTTPResponse.Status
        let headers: HTTPFields
        let body: ByteBuffer

        var text: String { String(buffer: body) }
    }

    func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields = [:], authority: String = "news.example", body: String = ""
    ) async throws -> Answer {
        try await execute(uri: uri, method: method, headers: headers, authority: authority, body: ByteBuffer(string: body))
    }

    func execute(
        uri: String, method: HTTPRequest.Method, headers: HTTPFields, authority: String = "news.example", body: ByteBuffer
    ) async throws -> Answer {
        let head = HTTPRequest(method: method, scheme: "http", authority: authority, path: uri, headerFields: headers)
        let source = ApplicationRequestContextSource(channel: EmbeddedChannel(), logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() })
        let request = Request(head: head, body: RequestBody(buffer: body))
        let response = try await responder.respond(to: request, context: SiteContext(source: source))
        let bytes = Collected()
        try await response.body.write(Collector(bytes: bytes))
        return Answer(status: response.status, headers: response.headers, body: bytes.buffer.withLock { $0 })
    }

    private final class Collected: Sendable {
        let buffer = Mutex(ByteBuffer())
    }

    private struct Collector: ResponseBodyWriter {
        let bytes: Collected

        mutating func write(_ buffer: ByteBuffer) async throws {
            bytes.buffer.withLock { whole in _ = whole.writeImmutableBuffer(buffer) }
        }

        consuming func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
