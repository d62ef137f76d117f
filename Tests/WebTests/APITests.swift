import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The API")
struct APITests {
    @Test("a story by a program: begun, written, refused when stale, placed, published, corrected, withdrawn, each told in the audit")
    func day() async throws {
        try await WebNewsroom.serve { news, client in
            let program = try await Program(news, client, "ada", .administrator, Set(APIScope.allCases))
            let begun = try await program.send(.post, "/stories", ["language": "en", "headline": "Bridge opened"])
            #expect(begun.status == .created && begun["visibility"] as? String == "private")
            let id = try #require(begun["id"] as? Int)
            let base = try #require((begun["revision"] as? [String: Any])?["id"] as? Int)
            let saved = try await program.send(
                .put, "/stories/\(id)", ["base": base, "standfirst": "At last.", "markdown": "It **opened** on Sunday.\n"])
            #expect(
                saved.status == .ok && saved["html"] as? String == "<p>It <strong>opened</strong> on Sunday.</p>"
                    && saved["headline"] as? String == "Bridge opened")
            let stale = try await program.send(.put, "/stories/\(id)", ["base": base, "html": "<p>Other.</p>"])
            #expect(stale.status == .conflict && stale["html"] as? String == "<p>It <strong>opened</strong> on Sunday.</p>")

            let details: [String: Any] = [
                "section": Int(news.politics.rawValue), "topics": ["Harbour"], "byline": ["Salma al-Khatib"], "slug": "bridge-opened",
            ]
            let placed = try await program.send(.put, "/stories/\(id)/details", details)
            #expect(
                placed.status == .ok && placed["byline"] as? [String] == ["Salma al-Khatib"]
                    && placed["section"] as? Int == Int(news.politics.rawValue))
            let head = try #require((placed["revision"] as? [String: Any])?["id"] as? Int)
            #expect(try await program.send(.post, "/stories/\(id)/publication", ["revision": base]).status == .conflict)
            let published = try await program.send(.post, "/stories/\(id)/publication", ["revision": head])
            #expect(
                published["visibility"] as? String == "published" && published["url"] as? String == "https://news.example/en/articles/bridge-opened")
            #expect(try await client.execute(uri: "/en/articles/bridge-opened", method: .get).text.contains("<strong>opened</strong>"))

            let mended = try await program.send(.put, "/stories/\(id)", ["base": head, "markdown": "It **opened** on Monday.\n"])
            let next = try #require((mended["revision"] as? [String: Any])?["id"] as? Int)
            let corrected = try await program.send(.post, "/stories/\(id)/publication", ["revision": next, "correction": "It was Monday."])
            #expect(corrected.status == .ok && corrected["publishedRevision"] as? Int == next)
            let revisions = try await program.send(.get, "/stories/\(id)/revisions")
            #expect((revisions["revisions"] as? [[String: Any]])?.compactMap { $0["publication"] as? Int } == [2, 1])
            #expect(try await program.send(.post, "/stories/\(id)/translations", ["language": "ar"]).status == .created)
            let withdrawn = try await program.send(.post, "/stories/\(id)/withdrawal", ["reason": "It closed."])
            #expect(withdrawn["withdrawalReason"] as? String == "It closed." && withdrawn["url"] == nil)
            news.site.cache.invalidate([.latest(.en), .work(ID(Int64(try #require(begun["work"] as? Int))))])
            #expect(try await client.execute(uri: "/en/articles/bridge-opened", method: .get).status == .gone)
            let list = try await program.send(.get, "/stories?tray=withdrawn&q=bridge+opened")
            #expect((list["stories"] as? [[String: Any]])?.map { $0["id"] as? Int } == [id])
            let audit = try await news.newsroom.database.read { try Audit.newest($0).map(\.action) }
            #expect(audit.prefix(5) == ["edition.withdrawn", "edition.translated", "edition.corrected", "edition.saved", "edition.published"])
        }
    }

    @Test("without a token, with one that lacks the scope, or one whose owner may not, nothing is done and nothing told")
    func refused() async throws {
        try await WebNewsroom.serve { news, client in
            let read = try await Program(news, client, "ada", .editor, [.read])
            let all = try await Program(news, client, "eve", .editor, Set(APIScope.allCases))
            for operation in SiteRoutes.operations {
                let path = operation.path.replacing("{story}", with: "\(news.english)").replacing("{item}", with: "1").replacing(
                    "{webhook}", with: "1"
                ).replacing("{speaker}", with: "1")
                for headers in [[:], [.authorization: "Bearer matbaa_" + Token().text], [.authorization: "Basic eDp5"]] as [HTTPFields] {
                    let answer = try await client.execute(uri: "/api/v1" + path, method: operation.method, headers: headers, body: "{}")
                    #expect(
                        answer.status == .unauthorized && answer.headers[.wwwAuthenticate] == "Bearer",
                        "\(operation.name): \(answer.status) \(headers)")
                    #expect(answer.headers[.contentType] == "application/problem+json; charset=utf-8" && !answer.text.contains("Quay"))
                }
                if operation.scope != .read {
                    let answer = try await read.send(operation.method, path, [:])
                    #expect(answer.status == .forbidden, "\(operation.name)")
                }
            }
            // An editor manages nobody, whatever her key says.
            #expect(try await all.send(.get, "/webhooks").status == .forbidden)
            let before = try await news.newsroom.database.read { try Articles.newest($0, of: news.english)?.id }
            #expect(
                try await read.send(.put, "/stories/\(news.english)", ["base": Int(try #require(before).rawValue), "headline": "X"]).status
                    == .forbidden)
            #expect(try await read.send(.post, "/stories/\(news.english)/withdrawal", ["reason": "X"]).status == .forbidden)
            #expect(try await news.newsroom.database.read { try Articles.newest($0, of: news.english)?.id } == before)
            #expect(try await read.send(.get, "/stories/\(news.english)").status == .ok)
            // Her role was taken away a second ago.
            _ = try await news.newsroom.database.write { try $0.run("UPDATE readers SET role = 'reader' WHERE email = 'ada@news.example'") }
            #expect(try await read.send(.get, "/stories/\(news.english)").status == .forbidden)
            // An account that is opened anew for its owner has no keys that somebody else may hold.
            #expect(try await all.send(.get, "/sections").status == .ok)
            _ = try await news.site.accounts.renew(try #require(EmailAddress("eve@news.example")))
            #expect(try await all.send(.get, "/sections").status == .unauthorized)
        }
    }

    @Test("what is wrong is named by its field, in the reader's language")
    func problems() async throws {
        try await WebNewsroom.serve { news, client in
            let program = try await Program(news, client, "ada", .administrator, Set(APIScope.allCases))
            let cases: [(HTTPRequest.Method, String, String, String?)] = [
                (.post, "/stories", "{", nil), (.post, "/stories", "{\"language\":\"en\"}", "headline"),
                (.post, "/stories", "{\"language\":\"fr\",\"headline\":\"X\"}", "language"),
                (.post, "/stories", "{\"language\":\"en\",\"headline\":7}", "headline"),
                (.post, "/stories", "{\"language\":\"en\",\"headline\":\"\"}", "headline"),
                (.post, "/stories", "{\"language\":\"en\",\"headline\":\"X\",\"section\":99}", "section"),
                (.put, "/stories/\(news.english)", "{\"base\":1,\"html\":\"a\",\"markdown\":\"b\"}", "markdown"),
                (.post, "/stories/\(news.english)/publication", "{\"revision\":1,\"at\":\"tomorrow\"}", "at"),
                (.post, "/stories/\(news.english)/workflow", "{\"to\":\"done\"}", "to"), (.get, "/stories?tray=none", "", "tray"),
                (.get, "/stories?page=0", "", "page"), (.put, "/media/1", "{\"focus\":{\"x\":101,\"y\":0}}", nil),
                (.post, "/webhooks", "{\"url\":\"http://127.0.0.1/\",\"events\":[\"story.published\"]}", "url"),
                (.post, "/webhooks", "{\"url\":\"https://x.example/\",\"events\":[\"story.eaten\"]}", "events"),
            ]
            for (method, path, body, field) in cases {
                let answer = try await program.send(method, path, text: body)
                #expect(
                    [.badRequest, .notFound].contains(answer.status) && answer["field"] as? String == field, "\(path) \(body): \(answer.members)")
            }
            for bad in ["1abc", "01", "+1", "-1", "999999", "%31", "1%00"] where bad != "%31" || "\(news.english)" != "1" {
                #expect(try await program.send(.get, "/stories/\(bad)").status == .notFound, "\(bad)")
            }
            let arabic = try await program.send(.post, "/stories", text: "{", headers: [.acceptLanguage: "ar"])
            #expect(arabic["detail"] as? String == "ليس هذا JSON صالحًا.")
            let long = try await program.send(.put, "/stories/\(news.english)", ["base": 1, "html": String(repeating: "x", count: 3 << 20)])
            #expect(long.status == .contentTooLarge)
        }
    }

    @Test("the document tells of every route that there is, and of no other")
    func document() async throws {
        try await WebNewsroom.serve { news, client in
            let answer = try await client.execute(uri: "/api/v1/openapi.json", method: .get)
            let document = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            let paths = try #require(document["paths"] as? [String: [String: Any]])
            let told = Set(paths.flatMap { path, operations in operations.keys.map { "\($0.uppercased()) \(path)" } })
            let routes = SiteRoutes(site: news.site).table().entries.filter { $0.path.hasPrefix("/api/v1/") && $0.path != "/api/v1/openapi.json" }
            let there = Set(
                routes.map { entry in
                    let parts = entry.path.dropFirst("/api/v1".count).split(separator: "/").map {
                        $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0)
                    }
                    return "\(entry.method.rawValue) /" + parts.joined(separator: "/")
                })
            #expect(told == there && told.count == SiteRoutes.operations.count)
            #expect(Set(SiteRoutes.operations.map(\.name)).count == SiteRoutes.operations.count)
        }
    }

    @Test("keys are made and ended on the desk; the secret is shown once, and bounded in how often it may ask")
    func desk() async throws {
        try await WebNewsroom.serve { news, client in
            let (ada, ben) = (try await news.staff(client, "ada", .editor), try await news.staff(client, "ben", .reporter))
            #expect(try await ben.get("/en/desk/keys").status == .forbidden)
            let made = try await ada.post("/ar/desk/keys", ["name": "Wire", "scope-stories:read": "on", "days": "30"])
            let secret = String(try #require(made.text.firstMatch(of: /matbaa_[\w-]{43}/)?.output))
            #expect(made.status == .ok && made.headers[.cacheControl] == "no-store")
            let again = try await ada.get("/ar/desk/keys")
            #expect(again.text.contains("Wire") && !again.text.contains(secret))
            func ask() async throws -> HTTPResponse.Status {
                try await client.execute(uri: "/api/v1/stories", method: .get, headers: [.authorization: "Bearer \(secret)"]).status
            }
            #expect(try await ask() == .ok)
            let id = String(try #require(again.text.firstMatch(of: /name="end" value="(\d+)"/)?.output.1))
            #expect(try await ada.post("/en/desk/keys", ["end": id]).status == .seeOther)
            #expect(try await ask() == .unauthorized)
            let refused = try await ada.post("/en/desk/keys", ["name": "", "scope-stories:read": "on", "days": "30"])
            #expect(refused.status == .badRequest && refused.text.contains("Name it, in at most 100 characters."))
            news.clock.advance(seconds: 3_601)
            #expect(
                try await ada.post("/en/desk/keys", ["name": "X", "scope-stories:read": "on", "days": "30"]).headers[.location]?.hasPrefix(
                    "/en/log-in") == true)
            let flood = try await Program(news, client, "eve", .editor, [.read])
            var answers: Set<Int> = []
            for _ in 0..<320 { answers.insert(try await flood.send(.get, "/sections").status.code) }
            #expect(answers == [200, 429])
        }
    }

    @Test("addresses that are told are added and removed on the desk; none that is not public")
    func webhooks() async throws {
        try await WebNewsroom.serve { news, client in
            let omar = try await news.staff(client, "omar", .administrator)
            let refused = try await omar.post("/en/desk/webhooks", ["url": "http://169.254.169.254/latest", "event-story.published": "on"])
            #expect(refused.status == .badRequest && refused.text.contains("not on the public internet") && refused.text.contains("169.254.169.254"))
            let added = try await omar.post("/en/desk/webhooks", ["url": "https://hooks.example/matbaa", "event-story.withdrawn": "on"])
            #expect(added.text.contains("whsec_") && added.text.contains("hooks.example"))
            #expect(try await !omar.get("/en/desk/webhooks").text.contains("whsec_"))
            let id = try #require(try await news.newsroom.database.read { try Webhooks.list($0).first?.id })
            #expect(try await omar.post("/en/desk/webhooks", ["test": "\(id)"]).status == .seeOther)
            #expect(try await omar.get("/en/desk/webhooks").text.contains("Waiting"))
            #expect(try await omar.post("/en/desk/webhooks", ["remove": "\(id)"]).status == .seeOther)
            #expect(try await news.newsroom.database.read { try Webhooks.list($0).isEmpty })
        }
    }
}

/// A program with a token of somebody's.
struct Program: Sendable {
    private let client: SiteClient
    private let secret: String

    struct Answer {
        let status: HTTPResponse.Status
        let members: [String: Any]
        subscript(name: String) -> Any? { members[name] }
    }

    init(_ news: WebNewsroom, _ client: SiteClient, _ name: String, _ role: Reader.Role, _ scopes: Set<APIScope>) async throws {
        self.client = client
        secret = try await news.newsroom.database.write { tx in
            guard let email = EmailAddress("\(name)@news.example") else { throw WebNewsroom.NoLetter() }
            let id = try Readers.add(tx, email, name: try ReaderName(name), .en, role: role)
            guard let reader = try Readers.find(tx, id) else { throw WebNewsroom.NoLetter() }
            return try APITokens.make(tx, name: "test", scopes: scopes, days: 7, by: reader).secret
        }
    }

    func send(_ method: HTTPRequest.Method, _ path: String, _ body: [String: Any]? = nil) async throws -> Answer {
        let text = try body.map { String(decoding: try JSONSerialization.data(withJSONObject: $0), as: UTF8.self) } ?? ""
        return try await send(method, path, text: text)
    }

    func send(_ method: HTTPRequest.Method, _ path: String, text: String, headers: HTTPFields = [:]) async throws -> Answer {
        var headers = headers
        headers[.authorization] = "Bearer \(secret)"
        headers[.contentType] = "application/json"
        let answer = try await client.execute(uri: "/api/v1" + path, method: method, headers: headers, body: text)
        let members = try? JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any]
        return Answer(status: answer.status, members: members ?? [:])
    }
}
