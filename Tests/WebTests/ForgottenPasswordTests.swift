import Basics
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Forgotten passwords")
struct ForgottenPasswordTests {
    static let email = "layla@mail.example"
    static let fresh = "eleven brown barrels rolling"

    /// A reader, and the link that a forgotten password brought her.
    private func asked(_ news: WebNewsroom, _ client: SiteClient) async throws -> (reader: Browser, link: String) {
        let reader = try await news.reader(client)
        try await Browser(client).post("/en/forgot-password", ["email": Self.email])
        return (reader, try #require(try await news.letters().last?.link))
    }

    @Test("a new password by the letter: all sessions end, the owner is told, nobody is logged in by it", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let (reader, link) = try await asked(news, client)
            let browser = Browser(client)
            try await browser.post("/en/log-in", ["email": Self.email, "password": WebNewsroom.password])
            #expect(await browser.jar["__Host-session"] != nil)
            // A mail scanner opens the link ten times, and uses nothing up.
            for _ in 0..<10 { _ = try await Browser(client).get(link) }
            let opened = try await browser.get(link)
            #expect(opened.headers[.cacheControl] == "no-store" && !(opened.headers[.location] ?? "").contains(link.suffix(43)))
            #expect(try await browser.get("/en/choose-password").status == .ok)
            let done = try await browser.post("/en/choose-password", ["password": Self.fresh])
            #expect(done.headers[.location] == "/en/log-in?done=reset")
            #expect(await browser.jar["__Host-session"] == nil)
            // No browser is trusted more than another now: whoever has the old one may be the one that it was changed for.
            let isAnyKnown = try await news.newsroom.database.read { try $0.exists("SELECT 1 FROM known_devices") }
            #expect(!isAnyKnown)
            #expect(try await reader.get("/en/account").status == .seeOther)
            #expect(try await news.letters().last?.kind == "password-changed")
            #expect(try await browser.post("/en/log-in", ["email": Self.email, "password": WebNewsroom.password]).status == .unauthorized)
            #expect(try await browser.post("/en/log-in", ["email": Self.email, "password": Self.fresh]).status == .seeOther)
            // The link is used up, and its page says so with the way to ask again.
            _ = try await browser.get(link)
            let used = try await browser.get("/en/choose-password")
            #expect(used.status == .gone && used.text.contains("used already") && used.text.contains("action=\"/en/forgot-password\""))
        }
    }

    @Test("the answer is one for known and unknown addresses; only a known one gets a letter, at the stored address")
    func oneAnswer() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client)
            let before = try await news.letters().count
            let stranger = Browser(client)
            let known = try await stranger.post("/en/forgot-password", ["email": "LAYLA@MAIL.example"])
            let unknown = try await stranger.post("/en/forgot-password", ["email": "ben@mail.example"])
            #expect(known.status == unknown.status && known.text == unknown.text)
            for likeness in ["lay\u{0131}a@mail.example", "layla@ma\u{0131}l.example", "\u{212A}ayla@mail.example", "laylа@mail.example"] {
                try await stranger.post("/en/forgot-password", ["email": likeness])
            }
            let letters = try await news.letters()
            #expect(letters.count == before + 1 && letters.last?.recipient == Self.email)
        }
    }

    @Test("the link is on the configured origin, whatever the request says of itself")
    func origin() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client)
            var headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"]
            if let name = HTTPField.Name("X-Forwarded-Host") { headers[name] = "evil.example" }
            _ = try await client.execute(
                uri: "/en/forgot-password", method: .post, headers: headers, authority: "evil.example", body: "email=layla%40mail.example")
            let letter = try #require(try await news.letters().last)
            #expect(letter.kind == "reset" && letter.link != nil && !letter.plain.contains("evil"))
        }
    }

    @Test("a link dies after an hour, when it is replaced, and when the password was changed; each page says which")
    func deaths() async throws {
        try await WebNewsroom.serve { news, client in
            let (reader, first) = try await asked(news, client)
            let browser = Browser(client)
            func says(_ link: String) async throws -> String {
                _ = try await browser.get(link)
                let page = try await browser.get("/en/choose-password")
                #expect(page.status == .gone || page.status == .notFound)
                let refused = try await browser.post("/en/choose-password", ["password": Self.fresh])
                #expect(refused.status == .gone || refused.status == .notFound)
                return page.text
            }
            // Within the minute no second letter goes out; after it the first link is replaced.
            try await browser.post("/en/forgot-password", ["email": Self.email])
            #expect(try await news.letters().last?.link == first)
            news.clock.advance(seconds: 61)
            try await browser.post("/en/forgot-password", ["email": Self.email])
            let second = try #require(try await news.letters().last?.link)
            #expect(second != first)
            #expect(try await says(first).contains("replaced by a newer one"))
            news.clock.advance(seconds: 3_601)
            #expect(try await says(second).contains("expired"))
            try await browser.post("/en/forgot-password", ["email": Self.email])
            let third = try #require(try await news.letters().last?.link)
            try await reader.post("/en/account/password", ["old": WebNewsroom.password, "password": "a third and quite long one"])
            #expect(try await says(third).contains("replaced by a newer one"))
            #expect(try await says("/en/link/" + Token().text).contains("not right"))
            #expect(try await says("/en/link/nonsense").contains("not right"))
            // None of it changed the password.
            #expect(
                try await Browser(client).post("/en/log-in", ["email": Self.email, "password": "a third and quite long one"]).status == .seeOther)
        }
    }

    @Test("of fifty who use a link at once one succeeds", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let (_, link) = try await asked(news, client)
            let token = try #require(Token(link.suffix(43)))
            let uses = await withTaskGroup(of: Bool.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        do {
                            try await news.newsroom.database.write { _ = try AccountLinks.use($0, token, for: .reset) }
                            return true
                        } catch { return false }
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(uses == 1)
        }
    }

    @Test("five letters an hour for an account, however often it is asked")
    func mailbox() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client)
            for _ in 0..<9 {
                try await Browser(client).post("/en/forgot-password", ["email": Self.email])
                _ = try await news.letters()
                news.clock.advance(seconds: 61)
            }
            #expect(try await news.letters().count { $0.kind == "reset" } == 5)
        }
    }
}
