import Foundation
import Synchronization

/// A server of HTTP on the loopback address, for one test: it reads a request's head and lets `answer` write what it likes.
final class LocalServer: Sendable {
    /// Where an answer is written to; false once the client has gone.
    typealias Writer = (_ bytes: [UInt8]) -> Bool

    let port: Int
    private let listener: Int32
    private let seen = Mutex<[String]>([])
    private let read: @Sendable ([UInt8]) -> Void

    var host: String { "127.0.0.1:\(port)" }
    /// The heads of the requests that came in.
    var requests: [String] { seen.withLock { $0 } }

    /// `read` is given each body that comes with a request.
    init(read: @escaping @Sendable ([UInt8]) -> Void, answer: @escaping @Sendable (_ path: String, _ write: Writer) -> Void) throws {
        self.read = read
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.listener = listener
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) == 0 && getsockname(listener, $0, &size) == 0 }
        }
        guard bound, listen(listener, 16) == 0 else { throw POSIXError(.EADDRINUSE) }
        port = Int(UInt16(bigEndian: address.sin_port))
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener, nil, nil)
                guard client >= 0 else { return }
                Thread.detachNewThread { [self] in
                    serve(client, answer)
                    close(client)
                }
            }
        }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve(_ client: Int32, _ answer: (String, Writer) -> Void) {
        var head: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 4096)
        while !head.suffix(4).elementsEqual([13, 10, 13, 10]) {
            // One at a time: what follows the head is the body.
            let count = recv(client, &buffer, 1, 0)
            guard count > 0 else { return }
            head += buffer.prefix(count)
        }
        let text = String(decoding: head, as: UTF8.self)
        let length = text.split(separator: "\r\n").first { $0.lowercased().hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
        if length > 0 {
            var body: [UInt8] = []
            while body.count < length {
                let count = recv(client, &buffer, min(buffer.count, length - body.count), 0)
                guard count > 0 else { return }
                body += buffer.prefix(count)
            }
            read(body)
        }
        seen.withLock { $0.append(text) }
        let path = text.split(separator: " ").dropFirst().first.map(String.init) ?? "/"
        answer(path) { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { send(client, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                guard count > 0 else { return false }
                rest = rest.dropFirst(count)
            }
            return true
        }
    }
}

/// A whole answer of HTTP.
func response(_ status: Int = 200, _ headers: [String] = [], body: [UInt8] = []) -> [UInt8] {
    Array(("HTTP/1.1 \(status) X\r\nContent-Length: \(body.count)\r\n" + headers.map { $0 + "\r\n" }.joined() + "\r\n").utf8) + body
}

/// Gives `body` a running server.
func withServer<Value>(
    read: @escaping @Sendable ([UInt8]) -> Void = { _ in }, isolation: isolated (any Actor)? = #isolation,
    answer: @escaping @Sendable (String, LocalServer.Writer) -> Void,
    _ body: (LocalServer) async throws -> Value
) async throws -> Value {
    let server = try LocalServer(read: read, answer: answer)
    defer { server.stop() }
    return try await body(server)
}
