import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import TestSupport

@testable import Web

/// Reads a form with a file whose body comes in parts of a given size.
enum MultipartReading {
    static func read(_ body: [UInt8], boundary: String, parts size: Int, most: Int = 1 << 20) async throws -> (name: String, bytes: [UInt8]) {
        let pieces = stride(from: 0, to: body.count, by: size).map { ByteBuffer(bytes: body[$0..<min($0 + size, body.count)]) }
        let (stream, source) = AsyncStream<ByteBuffer>.makeStream()
        for piece in pieces { source.yield(piece) }
        source.finish()
        return try await read(stream, boundary: boundary, most: most)
    }

    static func read(_ stream: AsyncStream<ByteBuffer>, boundary: String, most: Int) async throws -> (name: String, bytes: [UInt8]) {
        let head = HTTPRequest(
            method: .post, scheme: "http", authority: "news.example", path: "/",
            headerFields: [.contentType: "multipart/form-data; boundary=\(boundary)"])
        return try await withTemporaryFolder { folder in
            let path = folder.appending(path: "given").path
            let form = try await MultipartForm(Request(head: head, body: RequestBody(asyncSequence: stream)), writingTo: path, mostBytes: most)
            return (form.fileName, [UInt8](try Data(contentsOf: URL(filePath: path))))
        }
    }
}

extension Browser {
    /// A form with a field and a file, as browsers write it.
    static func multipart(_ boundary: String, _ name: String, _ bytes: [UInt8]) -> [UInt8] {
        let name = name.replacing("\"", with: "%22")
        return Array(
            """
            --\(boundary)\r\nContent-Disposition: form-data; name="note"\r\n\r\nsomething\r\n\
            --\(boundary)\r\nContent-Disposition: form-data; name="file"; filename="\(name)"\r\nContent-Type: application/octet-stream\r\n\r\n
            """.utf8) + bytes + Array("\r\n--\(boundary)--\r\n".utf8)
    }

    /// Posts a form with a file in it from a page of the site itself.
    func postFile(_ path: String, _ name: String, _ bytes: [UInt8]) async throws -> SiteClient.Answer {
        let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "multipart/form-data; boundary=----line7"]
        return try await send(path, .post, headers, bytes: Self.multipart("----line7", name, bytes))
    }
}
