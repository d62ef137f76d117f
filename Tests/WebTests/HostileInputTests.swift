import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

/// What nobody types by mistake: each is refused or taken as it stands, and changes nothing that it should not.
@Suite("Hostile input")
struct HostileInputTests {
    static let login = "/en/log-in"
    static let email = "layla@mail.example"

    @Test(
        "an address that looks like another is none, or another account's",
        arguments: [
            "m\u{0131}ke@mail.example", "mi\u{212A}e@mail.example", "mike@ma\u{0131}l.example", "mi\u{FF4B}e@mail.example",
            "mike\u{FF20}mail.example",
            "mike@mail.exam\u{FB02}e", "\u{217F}ike@mail.example",
            "mike@mail.example\u{0000}",
            "mike@mail.example\r\nBcc: evil@evil.example", "mike@mail.example, evil@evil.example", "<mike@mail.example>", "mike@[127.0.0.1]",
            "\"mike\"@mail.example", "mike@evil.example@mail.example", "mike%40mail.example", String(repeating: "m", count: 10_000) + "@mail.example",
        ])
    func likenesses(address: String) async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client, "mike@mail.example")
            let before = try await news.letters()
            let stranger = Browser(client)
            for path in ["/en/forgot-password", "/en/sign-up"] {
                let answer = try await stranger.post(path, ["email": address])
                #expect(answer.status == .badRequest || answer.status == .ok, "\(path)")
            }
            #expect(try await stranger.post(Self.login, ["email": address, "password": WebNewsroom.password]).status != .seeOther)
            let letters = try await news.letters().dropFirst(before.count)
            #expect(!letters.contains { $0.recipient == "mike@mail.example" || $0.plain.contains("evil") })
            #expect(letters.allSatisfy { $0.recipient.utf8.allSatisfy { (0x21...0x7E).contains($0) } })
        }
    }

    @Test("an address in another script is one account with its ASCII form, and mail goes to the stored one")
    func international() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = Browser(client)
            for address in ["layla@بريد.example", "LAYLA@بريد.EXAMPLE", "layla@بريد\u{3002}example", "layla@xn--ngbof4h.example"] {
                #expect(try await browser.post("/en/sign-up", ["email": address]).status == .ok, "\(address)")
                news.clock.advance(seconds: 61)
            }
            let letters = try await news.letters()
            let stored = try await news.newsroom.database.read { try $0.all("SELECT email FROM readers") { try $0["email"] as String } }
            #expect(stored.count == 1 && stored[0].hasPrefix("layla@xn--"))
            #expect(Set(letters.map(\.recipient)) == Set(stored))
        }
    }

    @Test("a field that no form has changes nothing: neither role nor owner nor confirmation", arguments: TestEngine.allCases)
    func massAssignment(engine: TestEngine) async throws {
        let extra = [
            "role": "administrator", "reader_id": "1", "reader": "1", "id": "1", "confirmed_at": "1", "confirmed": "1",
            "email_key": "evil@mail.example",
            "password_hash": "x", "totp_seed": "x", "keeps_history": "1", "erase_at": "1", "is_staff": "1", "awaits_factor": "0", "session_id": "1",
            "author_id": "1", "status": "published", "_method": "DELETE",
        ]
        try await WebNewsroom.serve(engine) { news, client in
            let owner = try await news.reader(client)
            func accounts(_ email: String) async throws -> [String] {
                try await news.newsroom.database.read { tx in
                    try tx.all(
                        """
                        SELECT role, email, email_key, keeps_history, coalesce(erase_at, 0) AS erase_at, coalesce(confirmed_at, 0) AS confirmed_at
                        FROM readers WHERE email_key = \(email)
                        """
                    ) { row in
                        let flags = [try row["keeps_history"] as Int64, try row["erase_at"] as Int64, try row["confirmed_at"] as Int64]
                        return "\(try row["role"] as String) \(try row["email"] as String) \(try row["email_key"] as String) \(flags)"
                    }
                }
            }
            let before = try await accounts(Self.email)
            #expect(before.count == 1 && before[0].hasPrefix("reader layla@mail.example layla@mail.example [0, 0, "))
            let mallory = Browser(client)
            try await mallory.post("/en/sign-up", extra.merging(["email": "mallory@mail.example"]) { $1 })
            let link = try #require(try await news.letters().last?.link)
            #expect(try await accounts("mallory@mail.example") == ["reader mallory@mail.example mallory@mail.example [0, 0, 0]"])
            _ = try await mallory.get(link)
            let chosen = try await mallory.post(
                "/en/choose-password", extra.merging(["password": "a long one of mallory", "email": Self.email, "purpose": "reset"]) { $1 })
            #expect(chosen.status == .seeOther)
            try await mallory.post("/en/account/profile", extra.merging(["name": "M", "language": "en", "email": Self.email]) { $1 })
            try await mallory.post(
                "/en/account/password",
                extra.merging(["old": "a long one of mallory", "password": "another long one of mine", "email": Self.email]) { $1 })
            try await mallory.post("/en/account/sessions", extra.merging(["others": "1", "email": Self.email]) { $1 })
            try await mallory.post("/en/forgot-password", extra.merging(["email": "mallory@mail.example"]) { $1 })
            try await mallory.post(VoteRoutesTests.path, extra.merging(["vote": "up", "value": "1000"]) { $1 })
            try await mallory.post("/en/log-out", extra)
            try await mallory.post(Self.login, extra.merging(["email": "mallory@mail.example", "password": "another long one of mine"]) { $1 })
            let after = try await accounts("mallory@mail.example")
            #expect(after.count == 1 && after[0].hasPrefix("reader mallory@mail.example mallory@mail.example [0, 0, "))
            #expect(try await accounts(Self.email) == before)
            #expect(try await accounts("evil@mail.example").isEmpty)
            #expect(try await owner.get("/en/account").status == .ok)
            #expect(try await votes(news) == 1)
        }
    }

    @Test(
        "a number that only looks like one is none",
        arguments: ["1abc", "01", "+1", "1.0", " 1", "1 ", "1e0", "0x1", "-1", "١", "9223372036854775808", "1,2", "[1]"])
    func numbers(number: String) async throws {
        try await WebNewsroom.serve { news, client in
            let (owner, other) = (try await news.reader(client), Browser(client))
            try await other.post(Self.login, ["email": Self.email, "password": WebNewsroom.password])
            #expect(try await owner.post("/en/account/sessions", ["session": number]).status == .notFound)
            for path in ["/en/sections/politics/page/", "/en/topics/harbour/page/"] {
                #expect(try await owner.get(path + URLComponent.encode(number.replacing("1", with: "2"))).status == .notFound)
            }
            let sessions = try await news.newsroom.database.read { tx in try tx.one("SELECT count(*) AS n FROM sessions") { try $0["n"] as Int } }
            #expect(sessions == 2)
        }
    }

    @Test("a token is good for its own purpose and reader alone")
    func tokens() async throws {
        try await WebNewsroom.serve { news, client in
            let (owner, mallory) = (try await news.reader(client), try await news.reader(client, "mallory@mail.example"))
            try await Browser(client).post("/en/forgot-password", ["email": "mallory@mail.example"])
            let link = String(try #require(try await news.letters().last?.link).suffix(43))
            let tokens = await [link, mallory.jar["__Host-session"] ?? "", mallory.jar["__Host-device"] ?? ""]
            #expect(Set(tokens.map(\.count)) == [43])
            for (index, name) in ["__Host-link", "__Host-session", "__Host-device"].enumerated() {
                for token in tokens where token != tokens[index] {
                    let headers = HostileRequestsTests.form.merging([.cookie: "\(name)=\(token)"])
                    #expect(try await client.execute(uri: "/en/account", method: .get, headers: headers).status == .seeOther)
                    let chosen = try await client.execute(
                        uri: "/en/choose-password", method: .post, headers: headers, body: "password=a+long+one+of+mallory")
                    #expect(chosen.status == .notFound, "\(name)")
                }
            }
            // Her own browser is none of another account's: it is refused with everybody's guesses.
            for _ in 0..<10 { try await Browser(client).post(Self.login, ["email": Self.email, "password": "x"]) }
            #expect(try await mallory.post(Self.login, ["email": Self.email, "password": "x"]).status == .tooManyRequests)
            #expect(try await owner.post(Self.login, ["email": Self.email, "password": WebNewsroom.password]).status == .seeOther)
        }
    }

    @Test(
        "led back by log-in: to a path of this site, and to an Arabic one",
        arguments: [
            ("/ar/articles/%D8%AA%D8%B3%D9%84%D9%8A%D9%85", true), ("/en/articles/x?page=2", true), ("/en/@evil.example", true), ("/en", true),
            ("//user@evil.example", false), ("/\t/evil.example", false), ("/en/%0d%0aSet-Cookie:a=b", true), ("/en/\u{2028}x", false),
            ("\\\\evil.example", false),
            ("/en\\..\\..\\evil.example", false), ("https:/evil.example", false), ("/en/articles/" + String(repeating: "x", count: 500), false),
            ("/en/\"><script>", false), ("/enevil.example", false), ("/en/\\evil.example", false), ("///en/x", false), ("/EN/x", false),
            ("en/x", false), ("/fr/x", false),
        ])
    func next(path: String, isTaken: Bool) async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            let answer = try await browser.post(Self.login, ["email": Self.email, "password": WebNewsroom.password, "next": path])
            let target = isTaken ? path : "/en/account"
            #expect(answer.headers[.location] == target)
            #expect(try await browser.get("/en/log-in?next=" + URLComponent.encode(path)).headers[.location] == target)
        }
    }

    private func votes(_ news: WebNewsroom) async throws -> Int {
        try await news.newsroom.database.read { [work = news.work] tx in try Votes.tally(tx, work).up }
    }
}
