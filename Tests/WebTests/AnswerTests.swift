import Basics
import HTTPTypes
import Newsroom
import NIOCore
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Answers")
struct AnswerTests {
    private static let path = "/en/articles/quay-handed-over"

    @Test("every answer, whatever its status, carries the same security headers")
    func securityHeaders() async throws {
        try await WebNewsroom.serve { _, client in
            for (path, method) in [
                ("/en", HTTPRequest.Method.get), (Self.path, .get), ("/nothing", .get), ("/", .get), ("/robots.txt", .get), (Self.path, .post),
                ("/en", .head),
                ("/en/feed.xml", .get),
            ] {
                let answer = try await client.execute(uri: path, method: method)
                for field in SecurityHeaders.fields { #expect(answer.headers[field.name] == field.value, "\(method) \(path)") }
            }
        }
    }

    @Test(
        "methods that change something are refused: nothing here can be changed",
        arguments: [HTTPRequest.Method.post, .put, .delete, .patch, .trace, .options])
    func methods(method: HTTPRequest.Method) async throws {
        try await WebNewsroom.serve { _, client in
            let answer = try await client.execute(uri: Self.path, method: method)
            #expect(answer.status == .methodNotAllowed)
            #expect(answer.headers[.allow] == "GET, HEAD")
        }
    }

    @Test("HEAD answers as GET does, without the body")
    func head() async throws {
        try await WebNewsroom.serve { _, client in
            let get = try await client.execute(uri: Self.path, method: .get)
            let head = try await client.execute(uri: Self.path, method: .head)
            #expect(head.status == .ok)
            #expect(head.body.readableBytes == 0)
            #expect(head.headers[.contentLength] == String(get.body.readableBytes))
            #expect(head.headers[.eTag] == get.headers[.eTag])
        }
    }

    @Test("a page that the reader has is not sent again, in any encoding")
    func notModified() async throws {
        try await WebNewsroom.serve { _, client in
            for encoding in ["identity", "gzip", "br"] {
                let first = try await client.execute(uri: Self.path, method: .get, headers: [.acceptEncoding: encoding])
                let etag = try #require(first.headers[.eTag])
                #expect(!etag.hasPrefix("W/"))
                for known in [etag, "\"other\", \(etag)", "W/\(etag)", "*"] {
                    let again = try await client.execute(uri: Self.path, method: .get, headers: [.acceptEncoding: encoding, .ifNoneMatch: known])
                    #expect(again.status == .notModified)
                    #expect(again.body.readableBytes == 0)
                    #expect(again.headers[.eTag] == etag)
                }
                let changed = try await client.execute(uri: Self.path, method: .get, headers: [.acceptEncoding: encoding, .ifNoneMatch: "\"other\""])
                #expect(changed.status == .ok)
            }
        }
    }

    @Test("the reader's encodings decide the encoding, with their qualities")
    func encodings() async throws {
        try await WebNewsroom.serve { _, client in
            for (accepted, encoding) in [
                ("gzip, deflate, br", "br"), ("gzip", "gzip"), ("br;q=0, gzip;q=0.5", "gzip"), ("gzip;q=0.0", nil), ("identity", nil), ("", nil),
                ("brr", nil),
            ] {
                let answer = try await client.execute(uri: Self.path, method: .get, headers: [.acceptEncoding: accepted])
                #expect(answer.headers[.contentEncoding] == encoding, "\(accepted)")
                #expect(answer.headers[.vary] == "Accept-Encoding")
            }
        }
    }

    @Test("a page is stale the moment its story changes, and other pages are not")
    func staleness() async throws {
        try await WebNewsroom.serve { newsroom, client in
            try await newsroom.addStory("other", "Other story")
            var follower = OutboxFollower()
            try await newsroom.refresh(&follower)
            let paths = [Self.path, "/en/articles/other", "/en"]
            for path in paths { _ = try await client.execute(uri: path, method: .get) }
            for path in paths { #expect(newsroom.site.cache.page(path) != nil, "\(path)") }
            try await newsroom.newsroom.database.write { [work = newsroom.work] tx in
                let arabic = try #require(try Articles.editions(tx, of: work).first { $0.language == .ar })
                try Articles.withdraw(tx, arabic.id, reason: "x")
            }
            try await newsroom.refresh(&follower)
            #expect(newsroom.site.cache.page(Self.path) == nil)
            let page = try await client.execute(uri: Self.path, method: .get)
            #expect(page.text.contains("There is no Arabic edition"))
        }
    }

    @Test("a made-up query neither makes a page anew nor takes memory")
    func queries() async throws {
        try await WebNewsroom.serve { newsroom, client in
            let plain = try await client.execute(uri: Self.path, method: .get)
            let before = newsroom.site.cache.size.pages
            for number in 0..<50 {
                let answer = try await client.execute(uri: "\(Self.path)?utm=\(number)", method: .get)
                #expect(answer.headers[.eTag] == plain.headers[.eTag])
            }
            for number in 0..<50 { _ = try await client.execute(uri: "/en/search?q=word\(number)", method: .get) }
            #expect(newsroom.site.cache.size.pages == before)
        }
    }

    @Test("odd headers never change what others get")
    func poisoning() async throws {
        try await WebNewsroom.serve { newsroom, client in
            let odd: HTTPFields = [
                .accept: "application/json", .cookie: "a=b", .acceptLanguage: "ar", .userAgent: "x", .referer: "https://evil.example",
            ]
            for path in ["/en", Self.path, "/en/feed.xml", "/en/sections/politics"] {
                newsroom.site.cache.removeAll()
                let first = try await client.execute(uri: path, method: .get, headers: odd, authority: "evil.example")
                let second = try await client.execute(uri: path, method: .get)
                newsroom.site.cache.removeAll()
                let clean = try await client.execute(uri: path, method: .get)
                #expect(first.text == clean.text)
                #expect(second.text == clean.text)
                #expect(!clean.text.contains("evil"))
            }
        }
    }

    @Test("nothing in a redirect comes from the request but a known address")
    func redirects() async throws {
        try await WebNewsroom.serve { _, client in
            for path in ["//evil.example", "/%5Cevil.example", "/en/articles/x%0d%0aSet-Cookie:a=b", "/?p=%0d%0aX:1", "/?next=https://evil.example"] {
                let answer = try await client.execute(uri: path, method: .get)
                let location = answer.headers[.location] ?? ""
                #expect(!location.contains("evil") && !location.contains("\r"), "\(path)")
            }
        }
    }
}
