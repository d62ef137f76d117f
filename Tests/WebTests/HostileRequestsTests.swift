import Basics
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

/// What no browser sends by itself: each is refused, on every route there is.
@Suite("Hostile requests")
struct HostileRequestsTests {
    static let form: HTTPFields = [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"]

    @Test("a form comes as a form, each field once, on every route that takes one")
    func contentTypes() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            let cookie = await owner.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            let takers = SiteRoutes(site: news.site).table().entries.filter {
                // What this reader may not ask for is refused before its form is read.
                $0.method != .get && !$0.path.hasSuffix("log-out") && $0.access != .halfway && !$0.access.isForPrograms
                    && !Duty.allCases.map(Access.duty).contains($0.access)
            }
            #expect(takers.count >= 8)
            let broken: [(type: String?, body: String)] = [
                ("application/json", "{\"vote\":\"up\",\"email\":\"layla@mail.example\"}"), ("text/plain", "vote=up&email=layla%40mail.example"),
                ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"vote\"\r\n\r\nup\r\n--x--\r\n"), (nil, "vote=up"),
                ("application/x-www-form-urlencoded", "vote=up&vote=down&name=a&name=b&email=a&email=b&password=a&password=b&session=1&session=2"),
                (
                    "application/x-www-form-urlencoded",
                    "vote=up&%76ote=up&name=a&%6eame=b&email=a&%65mail=b&password=a&%70assword=b&session=1&%73ession=2"
                ),
                ("application/x-www-form-urlencoded", "vote=up&n=%ZZ"), ("application/x-www-form-urlencoded", "vote=up&n=\u{0}%00"),
            ]
            let link = Token()
            for entry in takers {
                for (type, body) in broken {
                    var headers: HTTPFields = [.secFetchSite: "same-origin", .cookie: cookie + "; __Host-link=\(link.text)"]
                    if let type { headers[.contentType] = type }
                    let path = Self.path(entry)
                    let answer = try await client.execute(uri: path, method: entry.method, headers: headers, body: body)
                    #expect(answer.status == .badRequest, "\(entry.method) \(path) \(type ?? "-") \(body)")
                }
            }
            #expect(try await votes(news) == 0)
            #expect(try await owner.get("/en/account").text.contains("value=\"Layla\""))
        }
    }

    @Test("methods that no route has are refused on all of them, and a field that asks for another method is not heard")
    func methods() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            let cookie = await owner.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            let entries = SiteRoutes(site: news.site).table().entries
            let routes = Set(entries.map { "\($0.method.rawValue) \(Self.path($0))" })
            for path in Set(entries.map(Self.path)) {
                for name in ["TRACE", "TRACK", "CONNECT", "OPTIONS", "DELETE", "PATCH", "PROPFIND", "DEBUG", "get", "post", "BREW"] {
                    guard let method = HTTPRequest.Method(rawValue: name), !routes.contains("\(name) \(path)") else { continue }
                    let headers = Self.form.merging([.cookie: cookie])
                    let answer = try await client.execute(uri: path, method: method, headers: headers, body: "vote=up&others=1")
                    #expect(answer.status == .methodNotAllowed && answer.text.isEmpty, "\(name) \(path) \(answer.status)")
                }
            }
            for name in ["X-HTTP-Method-Override", "X-Method-Override", "X-HTTP-Method"] {
                guard let field = HTTPField.Name(name) else { continue }
                for path in ["/en/log-out", VoteRoutesTests.path + "?_method=POST&vote=up"] {
                    _ = try await client.execute(uri: path, method: .get, headers: [field: "POST", .cookie: cookie, .secFetchSite: "same-origin"])
                }
            }
            #expect(try await owner.get("/en/account").status == .ok)
            #expect(try await votes(news) == 0)
        }
    }

    @Test("another spelling of a guarded address gives nothing that the plain one refuses")
    func spellings() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            let cookie = await owner.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            for entry in SiteRoutes(site: news.site).table().entries where entry.access == .reader {
                let path = Self.path(entry)
                for spelling in Self.spellings(of: path) {
                    for method in [entry.method, .head, .get] {
                        var headers = Self.form
                        let stranger = try await client.execute(uri: spelling, method: method, headers: headers, body: "others=1")
                        let leads = stranger.headers[.location].map { $0.hasPrefix("/en/log-in?next=") } ?? false
                        #expect(stranger.status.code >= 400 || leads, "\(method) \(spelling): \(stranger.status)")
                        #expect(!stranger.text.contains(HostileInputTests.email), "\(method) \(spelling)")
                        // From elsewhere the owner's own browser changes nothing by it either.
                        if method == .get || method == .head { continue }
                        headers[.secFetchSite] = "cross-site"
                        headers[.cookie] = cookie
                        let forged = try await client.execute(uri: spelling, method: method, headers: headers, body: "others=1")
                        #expect(forged.status.code >= 400, "\(method) \(spelling): \(forged.status)")
                    }
                }
            }
            #expect(try await owner.get("/en/account").status == .ok)
        }
    }

    private func votes(_ news: WebNewsroom) async throws -> Int {
        try await news.newsroom.database.read { [work = news.work] tx in try Votes.tally(tx, work).up }
    }

    private static func spellings(of path: String) -> [String] {
        let last = path.split(separator: "/").last.map(String.init) ?? ""
        let coded = "%" + String(last.utf8.first ?? 0, radix: 16) + last.dropFirst()
        let folder = String(path.dropLast(last.count))
        return [
            path + "/", "/" + path, folder + "/" + last, path.uppercased(), folder + last.uppercased(), folder + coded, folder + "./" + last,
            folder + "x/../" + last, path + ";a", path + ";/", path + "%00", path + "%20", path + "%2f", path + "/.", path + "?x=1", path + "#x",
            path.replacing("/en/", with: "/en/%2e/"), path.replacing("/en/", with: "/%65n/"), path.replacing("/en/", with: "/en%2f"), path + ".html",
            "http://news.example" + path, "http://evil.example" + path,
        ]
    }

    private static func path(_ entry: RouteTable.Entry) -> String { GuardTests.path(entry) }
}

extension HTTPFields {
    func merging(_ others: HTTPFields) -> HTTPFields {
        var merged = self
        for field in others { merged[field.name] = field.value }
        return merged
    }
}
