import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Guards of what changes something")
struct GuardTests {
    /// The table of the decision: what a request says of where it comes from, and whether it may pass.
    static let origins: [(HTTPFields, Bool)] = [
        ([.secFetchSite: "same-origin"], true), ([.secFetchSite: "none"], true), ([.secFetchSite: "cross-site"], false),
        ([.secFetchSite: "same-site"], false), ([.secFetchSite: "cross-site", .origin: "https://news.example"], false),
        ([.origin: "https://news.example"], true), ([.origin: "http://news.example"], false), ([.origin: "https://news.example.evil.example"], false),
        ([.origin: "null"], false), ([.origin: "https://evil.example", .referer: "https://news.example/"], false),
        ([.referer: "https://news.example/en/log-in"], true), ([.referer: "https://news.example.evil.example/"], false),
        ([.referer: "https://evil.example/?https://news.example/"], false), ([:], true), ([.cookie: "__Host-session=x"], false),
    ]

    @Test("each route that changes something asks where the request comes from")
    func everyRoute() async throws {
        try await WebNewsroom.serve { news, client in
            let unsafe = SiteRoutes(site: news.site).table().entries.filter { $0.method != .get }
            #expect(unsafe.count >= 8)
            for entry in unsafe {
                let path = Self.path(entry)
                for (headers, passes) in Self.origins {
                    let answer = try await client.execute(uri: path, method: entry.method, headers: headers)
                    #expect((answer.status != .forbidden) == passes, "\(entry.method) \(path) \(headers)")
                }
            }
        }
    }

    @Test("who may ask for what: every route, for a stranger, and for a session that is none")
    func matrix() async throws {
        try await WebNewsroom.serve { news, client in
            let entries = SiteRoutes(site: news.site).table().entries
            #expect(Set(entries.map(\.access)) == Set(Access.allCases))
            for entry in entries where entry.access == .reader {
                for cookie in ["", "__Host-session=\(Token().text)", "__Host-session=x", "session=\(Token().text)"] {
                    let answer = try await client.execute(
                        uri: Self.path(entry), method: entry.method, headers: [.secFetchSite: "same-origin", .cookie: cookie])
                    #expect(answer.status == .seeOther && answer.headers[.location]?.hasPrefix("/en/log-in?next=") == true, "\(entry)")
                }
            }
            // What is one visitor's own is kept by nobody; what is the same for all sets no cookie.
            for entry in entries where entry.method == .get {
                let answer = try await client.execute(uri: Self.path(entry), method: .get)
                if entry.access == .everyone {
                    #expect(answer.headers[values: .setCookie].isEmpty, "\(entry)")
                } else {
                    #expect(answer.headers[.cacheControl] == "no-store", "\(entry)")
                }
            }
        }
    }

    @Test("guesses: a hundred in a row reach the password, and a browser of the owner's still opens the account")
    func guesses() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            try await owner.post("/en/log-out", [:])
            var reached = 0
            for _ in 0..<300 {
                let answer = try await Browser(client).post("/en/log-in", ["email": "layla@mail.example", "password": "x"])
                if answer.status == .unauthorized { reached += 1 } else { #expect(answer.status == .tooManyRequests) }
                news.clock.advance(seconds: 31)
            }
            #expect(reached == 100)
            let stranger = Browser(client)
            #expect(
                try await stranger.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password]).status == .tooManyRequests)
            #expect(try await owner.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password]).status == .seeOther)
        }
    }

    @Test(
        "a form is read strictly",
        arguments: ["email=a&email=b", "email=%FF", "email=a%00b", String(repeating: "a=b&", count: 101), String(repeating: "a", count: 70_000)])
    func forms(body: String) async throws {
        try await WebNewsroom.serve { _, client in
            let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"]
            let answer = try await client.execute(uri: "/en/forgot-password", method: .post, headers: headers, body: body)
            #expect(answer.status == .badRequest)
        }
    }

    /// The entry's path with something in each of its holes.
    private static func path(_ entry: RouteTable.Entry) -> String {
        let parts = entry.path.split(separator: "/").map { part -> String in
            switch part.trimmingCharacters(in: CharacterSet(charactersIn: ":{}")) {
            case "language": "en"
            case "token": Token().text
            case "code": "later"
            case "number": "2"
            case "slug": "politics"
            case "name": "x"
            default: String(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
