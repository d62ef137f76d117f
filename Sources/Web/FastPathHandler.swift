import Basics
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// Stands between the HTTP codec and the framework on a connection, and answers what the fast path can. Everything else goes on untouched.
///
/// Answers leave in the order of their requests (RFC 9112, 9.3.2): while the framework owes one, all goes on to it. So it does while the client does not read, for only the
/// framework waits for it.
final class FastPathHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private let fastPath: FastPath
    /// Requests that went on and are not answered yet.
    private var pending = 0
    /// Whether what is being read belongs to a request that is answered already.
    private var isAnswered = false
    private var isToFlush = false
    /// When a request last went on: the framework closes connections on which it has seen none for a while.
    private var lastPassed = NIODeadline.uptimeNanoseconds(0)
    private var date = (second: Int64(0), text: "")

    /// The framework sees a request of a busy connection at least this often.
    private static let mostSilence = TimeAmount.seconds(10)
    /// Longer bodies go out by the framework, which sends them as they are read.
    private static let longestBody = 64 * 1_024

    init(_ fastPath: FastPath) { self.fastPath = fastPath }

    func handlerAdded(context: ChannelHandlerContext) { lastPassed = context.eventLoop.now }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head):
            if let answer = answer(to: head, context) {
                isAnswered = true
                send(answer, context)
                return
            }
            pending += 1
            lastPassed = context.eventLoop.now
        case .body: if isAnswered { return }
        case .end:
            if isAnswered {
                isAnswered = false
                return
            }
        }
        context.fireChannelRead(data)
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if isToFlush {
            isToFlush = false
            context.flush()
        }
        context.fireChannelReadComplete()
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { pending -= 1 }
        context.write(data, promise: promise)
    }

    private func answer(to head: HTTPRequestHead, _ context: ChannelHandlerContext) -> PreparedAnswer? {
        guard head.method == .GET, pending == 0, head.version == .http1_1, head.isKeepAlive, context.channel.isWritable,
            context.eventLoop.now - lastPassed < Self.mostSilence, let request = GetRequest(head), let answer = fastPath.answer(to: request),
            answer.body?.readableBytes ?? 0 <= Self.longestBody
        else { return nil }
        return answer
    }

    private func send(_ answer: PreparedAnswer, _ context: ChannelHandlerContext) {
        var headers = HTTPHeaders()
        headers.reserveCapacity(answer.headers.count + 1)
        for field in answer.headers { headers.add(name: field.name.rawName, value: field.value) }
        headers.add(name: "Date", value: now())
        let head = HTTPResponseHead(version: .http1_1, status: HTTPResponseStatus(statusCode: answer.status.code), headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        if let body = answer.body { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
        isToFlush = true
    }

    private func now() -> String {
        let now = Instant.now
        let second = now.milliseconds / 1_000
        if date.second != second { date = (second, now.httpDate) }
        return date.text
    }
}

extension GetRequest {
    /// Nil when a body may follow.
    fileprivate init?(_ head: HTTPRequestHead) {
        let headers = head.headers
        guard !headers.contains(name: "Content-Length"), !headers.contains(name: "Transfer-Encoding") else { return nil }
        func whole(_ name: String) -> String? {
            let values = headers[name]
            return values.isEmpty ? nil : values.joined(separator: ", ")
        }
        self.init(
            target: head.uri, acceptEncoding: whole("Accept-Encoding"), ifNoneMatch: whole("If-None-Match"), cookies: headers["Cookie"])
    }
}

/// HTTP/1.1 as Hummingbird has it, with the fast path below it.
struct FastPathChannel: ServerChildChannel, HTTPChannelHandler {
    let base: HTTP1Channel
    let fastPath: FastPath

    var responder: Responder { base.responder }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
        base.setup(channel: channel, logger: logger).flatMapThrowing { value in
            let pipeline = channel.pipeline.syncOperations
            let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
            try pipeline.addHandler(FastPathHandler(fastPath), position: .after(decoder))
            return value
        }
    }

    func handle(value: HTTP1Channel.Value, logger: Logger) async { await base.handle(value: value, logger: logger) }
}

extension HTTPServerBuilder {
    static func withFastPath(_ fastPath: FastPath, idleTimeout: TimeAmount) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            FastPathChannel(base: HTTP1Channel(responder: responder, configuration: .init(idleTimeout: idleTimeout)), fastPath: fastPath)
        }
    }
}
