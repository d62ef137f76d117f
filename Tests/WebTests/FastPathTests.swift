import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTP1
import Newsroom
import TestSupport
import Testing

@testable import Web

@Suite("Answers below the framework")
struct FastPathTests {
    private static let story = "/en/articles/quay-handed-over"

    @Test("a page in memory is answered as the framework answers it, with the date, and nothing goes on; others go on untouched")
    func pages() async throws {
        try await WebNewsroom.serve { news, client in
            let line = try Line(news)
            #expect(try line.ask(Self.story) == nil && line.passed() == [Self.story])
            line.frameworkAnswers()
            for encoding in ["identity", "gzip", "br, gzip;q=0.5"] {
                let theirs = try await client.execute(uri: Self.story, method: .get, headers: [.acceptEncoding: encoding])
                let ours = try #require(try line.ask(Self.story + "?from=mail", ["Accept-Encoding": encoding]))
                #expect(ours.status == 200 && ours.body == theirs.body)
                for field in theirs.headers { #expect(ours.headers[field.name.rawName] == [field.value]) }
                #expect(ours.headers["Date"].count == 1 && ours.headers.count == theirs.headers.count + 1)
                let etag = try #require(theirs.headers[.eTag])
                let again = try #require(try line.ask(Self.story, ["accept-encoding": encoding, "if-none-match": "\"x\"", "If-None-Match": etag]))
                #expect(again.status == 304 && again.body.readableBytes == 0)
            }
            #expect(line.passed().isEmpty)
            #expect(try line.ask("/en/articles/nothing") == nil && line.passed() == ["/en/articles/nothing"])
        }
    }

    @Test("a file of the site is answered here once it has been made")
    func files() async throws {
        try await WebNewsroom.serve { news, client in
            let line = try Line(news)
            let path = news.site.assets.script.path
            #expect(try line.ask(path) == nil)
            line.frameworkAnswers()
            let theirs = try await client.execute(uri: path, method: .get)
            #expect(try line.ask(path)?.body == theirs.body)
        }
    }

    @Test("an event makes a page stale here, too")
    func staleness() async throws {
        try await WebNewsroom.serve { news, client in
            let line = try Line(news)
            var follower = OutboxFollower()
            try await news.refresh(&follower)
            _ = try await client.execute(uri: "/en", method: .get)
            #expect(try line.ask("/en") != nil)
            try await news.addStory("another", "Another")
            try await news.refresh(&follower)
            #expect(try line.ask("/en") == nil)
        }
    }

    @Test("what the framework owes is answered first, so answers leave in the order of their requests")
    func order() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await client.execute(uri: "/en", method: .get)
            let line = try Line(news)
            #expect(try line.ask("/en/search?q=quay") == nil)
            #expect(try line.ask("/en") == nil && line.passed() == ["/en/search?q=quay", "/en"])
            line.frameworkAnswers()
            #expect(try line.ask("/en") == nil)
            line.frameworkAnswers()
            line.frameworkAnswers()
            #expect(try line.ask("/en") != nil)
        }
    }

    @Test("what ends a connection, has a body, changes something, or asks for the head alone goes on")
    func others() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await client.execute(uri: "/en", method: .get)
            for (method, version, fields) in [
                (HTTPMethod.HEAD, HTTPVersion.http1_1, HTTPHeaders()), (.POST, .http1_1, [:]), (.GET, .http1_0, ["Connection": "keep-alive"]),
                (.GET, .http1_1, ["Connection": "close"]), (.GET, .http1_1, ["Content-Length": "0"]),
                (.GET, .http1_1, ["Transfer-Encoding": "chunked"]),
            ] {
                let line = try Line(news)
                #expect(try line.ask("/en", fields, method: method, version: version) == nil, "\(method) \(version) \(fields)")
                #expect(line.passed() == ["/en"])
            }
        }
    }

    @Test("while a client does not read, only the framework answers, which waits for it")
    func slowReaders() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await client.execute(uri: "/en", method: .get)
            let line = try Line(news)
            line.channel.isWritable = false
            #expect(try line.ask("/en") == nil)
            line.frameworkAnswers()
            line.channel.isWritable = true
            #expect(try line.ask("/en") != nil)
        }
    }

    @Test("the framework sees a request of a busy connection every ten seconds, so it does not take it for idle")
    func silence() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await client.execute(uri: "/en", method: .get)
            let line = try Line(news)
            line.channel.embeddedEventLoop.advanceTime(by: .seconds(9))
            #expect(try line.ask("/en") != nil)
            line.channel.embeddedEventLoop.advanceTime(by: .seconds(1))
            #expect(try line.ask("/en") == nil)
            line.frameworkAnswers()
            #expect(try line.ask("/en") != nil)
        }
    }

    @Test(
        "the private request of a page is answered here where the database is in this process, the same for readers and strangers",
        arguments: TestEngine.allCases)
    func privateRequests(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let reader = try await news.reader(client)
            try await reader.put(Self.story + "/vote", ["vote": "up"])
            let line = try Line(news)
            let session = "__Host-session=\(try #require(await reader.jar["__Host-session"]))"
            for cookie in [session, "theme=dark", "__Host-session=none", "__Host-session=none; \(session)"] {
                let theirs = try await client.execute(uri: Self.story + "/mine", method: .get, headers: [.cookie: cookie])
                let ours = try line.ask(Self.story + "/mine", ["Cookie": cookie])
                guard engine == .sqlite else {
                    #expect(ours == nil)
                    line.frameworkAnswers()
                    continue
                }
                #expect(ours?.status == 200 && ours?.body == theirs.body && ours?.headers["Cache-Control"] == ["no-store"])
                #expect(theirs.text.contains("\"vote\":\"up\"") == (cookie == session))
            }
            #expect(try line.ask("/en/articles/nothing/mine") == nil)
        }
    }

    @Test("the visit of a reader who keeps a history goes on and is noted")
    func history() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            try await reader.post("/en/history", ["history": "on"])
            _ = try await client.execute(uri: Self.story, method: .get)
            let cookie = "__Host-history=\(try #require(await reader.jar["__Host-history"]))"
            let line = try Line(news)
            #expect(try line.ask(Self.story, ["Cookie": "__Host-history="]) != nil)
            #expect(try line.ask(Self.story, ["Cookie": cookie]) == nil)
        }
    }
}

/// A connection with the fast path on it and, in place of the framework, the test.
private struct Line {
    struct Answer {
        let status: UInt
        let headers: HTTPHeaders
        var body = ByteBuffer()
    }

    let channel = EmbeddedChannel()

    init(_ news: WebNewsroom) throws { try channel.pipeline.syncOperations.addHandler(FastPathHandler(FastPath(news.site))) }

    /// What is answered at once; nil when nothing is.
    func ask(
        _ path: String, _ fields: HTTPHeaders = [:], method: HTTPMethod = .GET, version: HTTPVersion = .http1_1
    ) throws -> Answer? {
        var headers = fields
        headers.add(name: "Host", value: "news.example")
        try channel.writeInbound(HTTPServerRequestPart.head(HTTPRequestHead(version: version, method: method, uri: path, headers: headers)))
        try channel.writeInbound(HTTPServerRequestPart.end(nil))
        var answer: Answer?
        while let part = try channel.readOutbound(as: HTTPServerResponsePart.self) {
            switch part {
            case .head(let head): answer = Answer(status: head.status.code, headers: head.headers)
            case .body(.byteBuffer(let bytes)): answer?.body.writeImmutableBuffer(bytes)
            default: break
            }
        }
        return answer
    }

    /// The requests that went on since they were last asked for; each has come whole.
    func passed() -> [String] {
        var paths: [String] = []
        var ends = 0
        while let part = try? channel.readInbound(as: HTTPServerRequestPart.self) {
            switch part {
            case .head(let head): paths.append(head.uri)
            case .end: ends += 1
            case .body: break
            }
        }
        return ends == paths.count ? paths : []
    }

    /// Ends the oldest request that went on.
    func frameworkAnswers() {
        channel.pipeline.write(HTTPServerResponsePart.head(HTTPResponseHead(version: .http1_1, status: .ok)), promise: nil)
        channel.pipeline.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
        while (try? channel.readOutbound(as: HTTPServerResponsePart.self)) ?? nil != nil {}
    }
}
