import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Second steps")
struct SecondStepTests {
    @Test("an app's codes: set up by the first of them, then asked for at every log-in, each once", arguments: TestEngine.allCases)
    func codes(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let owner = try await news.reader(client)
            #expect(try await owner.post("/en/account/security/codes", [:]).headers[.location] == "/en/account/security/codes")
            let page = try await owner.get("/en/account/security/codes")
            let app = try await news.app("totp_waiting")
            #expect(page.text.contains("<svg") && page.text.contains(app.spelled) && page.headers[.cacheControl] == "no-store")
            let wrong = try await owner.post("/en/account/security/codes/first", ["code": "000 000"])
            #expect(wrong.status == .badRequest && wrong.text.contains("not the app") && wrong.text.contains(app.spelled))
            let confirmed = try await owner.post("/en/account/security/codes/first", ["code": app.code(step: TOTP.step(at: news.clock.now))])
            #expect(confirmed.status == .ok && confirmed.text.components(separatedBy: "<li><code>").count == 11)
            #expect(try await news.letters().last?.kind == "factor-changed")

            let browser = Browser(client)
            #expect(try await browser.logIn().headers[.location] == "/en/log-in/second-step?next=%2Far%2Faccount")
            let halfway = try #require(await browser.jar["__Host-session"])
            #expect(await browser.jar["__Host-device"] == nil)
            #expect(try await browser.get("/en/account").headers[.location] == "/en/log-in/second-step")
            let used = app.code(step: TOTP.step(at: news.clock.now))
            #expect(try await browser.post("/en/log-in/second-step", ["code": used]).status == .badRequest, "the code that set it up is used up")
            news.clock.advance(seconds: 30)
            let code = app.code(step: TOTP.step(at: news.clock.now))
            let done = try await browser.post("/en/log-in/second-step", ["code": code, "next": "/ar/account"])
            #expect(done.status == .seeOther && done.headers[.location] == "/ar/account")
            #expect(await browser.jar["__Host-session"] != halfway, "a new token for the whole session")
            #expect(try await browser.get("/en/account").status == .ok)
            // The half of it is gone, and the code cannot be used again.
            let thief = Browser(client)
            _ = try await thief.logIn()
            #expect(try await thief.post("/en/log-in/second-step", ["code": code]).status == .badRequest)
            #expect(try await thief.get("/en/account").headers[.location] == "/en/log-in/second-step")
        }
    }

    @Test("a recovery code stands in for the app once, and the owner is told")
    func recovery() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            let codes = try await news.setUpCodes(owner)
            #expect(Set(codes).count == 10)
            let browser = Browser(client)
            _ = try await browser.logIn()
            #expect(try await browser.post("/en/log-in/second-step", ["code": codes[0].lowercased()]).headers[.location] == "/en/account")
            let letter = try #require(try await news.letters().last)
            #expect(letter.kind == "recovery-code-used" && letter.plain.contains("9 are left"))
            let again = Browser(client)
            _ = try await again.logIn()
            #expect(try await again.post("/en/log-in/second-step", ["code": codes[0]]).status == .badRequest)
            // New ones end the old ones.
            let fresh = try await owner.post("/en/account/security/recovery-codes", [:])
            #expect(fresh.status == .ok && !fresh.text.contains(codes[1]))
            #expect(try await again.post("/en/log-in/second-step", ["code": codes[1]]).status == .badRequest)
            let kept = try await news.newsroom.database.read { try $0.all("SELECT digest FROM recovery_codes") { try $0["digest"] as Digest } }
            #expect(kept.count == 10)
        }
    }

    @Test("of ten who finish one log-in at once with one code, one is in")
    func race() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            _ = try await news.setUpCodes(owner)
            news.clock.advance(seconds: 60)
            let app = try await news.app("totp_seed")
            let code = app.code(step: TOTP.step(at: news.clock.now))
            let browser = Browser(client)
            _ = try await browser.logIn()
            let cookie = try #require(await browser.jar["__Host-session"])
            let sessions = try await withThrowingTaskGroup { group in
                for _ in 0..<5 {
                    group.addTask {
                        try await client.execute(
                            uri: "/en/log-in/second-step", method: .post,
                            headers: [
                                .secFetchSite: "same-origin", .cookie: "__Host-session=\(cookie)",
                                .contentType: "application/x-www-form-urlencoded",
                            ], body: "code=\(code)"
                        ).headers[values: .setCookie].contains { $0.hasPrefix("__Host-device=") }
                    }
                }
                return try await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(sessions == 1)
        }
    }

    @Test("codes that are guessed: few at once, a hundred in a row, and then none")
    func guesses() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            _ = try await news.setUpCodes(owner)
            let hasty = Browser(client)
            _ = try await hasty.logIn()
            var statuses: [HTTPResponse.Status] = []
            for _ in 0..<6 { statuses.append(try await hasty.post("/en/log-in/second-step", ["code": "123456"]).status) }
            #expect(statuses == Array(repeating: .badRequest, count: 5) + [.tooManyRequests])
            news.clock.advance(seconds: 31)
            var looked = 5
            for _ in 0..<15 {
                let thief = Browser(client)
                _ = try await thief.logIn()
                for _ in 0..<10 {
                    let answer = try await thief.post("/en/log-in/second-step", ["code": "123456"])
                    if answer.status == .badRequest { looked += 1 } else { #expect(answer.status == .tooManyRequests) }
                    news.clock.advance(seconds: 31)
                }
            }
            #expect(looked == 100)
        }
    }

    @Test("turning the codes off takes the recovery codes along; a new password does not turn them off")
    func off() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            _ = try await news.setUpCodes(owner)
            _ = try await owner.post("/en/forgot-password", ["email": "layla@mail.example"])
            _ = try await owner.get(try #require(try await news.letters().last?.link))
            try await owner.post("/en/choose-password", ["password": "another row of herons"])
            #expect(try await owner.logIn("another row of herons").headers[.location]?.hasPrefix("/en/log-in/second-step") == true)
            news.clock.advance(seconds: 60)
            let code = try await news.app("totp_seed").code(step: TOTP.step(at: news.clock.now))
            try await owner.post("/en/log-in/second-step", ["code": code])
            #expect(try await owner.post("/en/account/security/codes/removal", [:]).headers[.location] == "/en/account/security?done=no-codes")
            #expect(try await Browser(client).logIn("another row of herons").headers[.location] == "/ar/account")
            let left = try await news.newsroom.database.read { try $0.one("SELECT count(*) AS n FROM recovery_codes") { try $0["n"] as Int } }
            #expect(left == 0)
        }
    }

    @Test("what matters for the account asks again after a while, for the password and the code")
    func proof() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            _ = try await news.setUpCodes(owner)
            #expect(try await owner.get("/en/account/email").status == .ok)
            news.clock.advance(seconds: 901)
            #expect(try await owner.get("/en/account/email").headers[.location] == "/en/log-in/again?next=%2Fen%2Faccount%2Femail")
            #expect(try await owner.post("/en/account/email", ["email": "x"]).status == .badRequest, "a form may be filled in for a while")
            news.clock.advance(seconds: 2_700)
            #expect(try await owner.post("/en/account/email", ["email": "new@mail.example"]).headers[.location]?.contains("/log-in/again") == true)
            #expect(try await owner.get("/en/account").status == .ok)

            let code = try await news.app("totp_seed").code(step: TOTP.step(at: news.clock.now))
            let next = "/en/account/email"
            #expect(try await owner.post("/en/log-in/again", ["password": "wrong", "code": code, "next": next]).status == .badRequest)
            #expect(try await owner.post("/en/log-in/again", ["password": WebNewsroom.password, "next": next]).status == .badRequest)
            let shown = try await owner.post("/en/log-in/again", ["password": WebNewsroom.password, "code": code, "next": next])
            #expect(shown.headers[.location] == next)
            #expect(try await owner.get("/en/account/email").status == .ok)
        }
    }

    @Test("staff without a second step can do nothing but set one up, and cannot take the last one away")
    func staff() async throws {
        try await WebNewsroom.serve { news, client in
            let editor = try await news.reader(client)
            try await news.site.accounts.setRole(.editor, of: try #require(EmailAddress("layla@mail.example")))
            #expect(try await editor.get("/en/account").headers[.location]?.hasPrefix("/en/log-in") == true, "another role is another session")
            #expect(try await editor.logIn().status == .seeOther)
            #expect(try await editor.get("/en/account").headers[.location] == "/en/account/security")
            #expect(try await editor.put("/en/articles/quay-handed-over/vote", ["vote": "up"]).status == .unauthorized)
            #expect(try await editor.get("/en/log-in").headers[.location] == "/en/account/security")
            #expect(try await editor.get("/en/account/security").text.contains("needs a second step"))
            _ = try await news.setUpCodes(editor)
            #expect(try await editor.get("/en/account").status == .ok)
            #expect(try await editor.put("/en/articles/quay-handed-over/vote", ["vote": "up"]).status == .ok)
            let refused = try await editor.post("/en/account/security/codes/removal", [:])
            #expect(refused.status == .conflict && refused.text.contains("add another"))
        }
    }

    @Test("an editor closes the voting on a story and opens it again; its page says so at once")
    func closing() async throws {
        try await WebNewsroom.serve { news, client in
            let editor = try await news.reader(client)
            let path = "/en/articles/quay-handed-over/vote"
            #expect(try await editor.post(path + "/closing", ["closed": "1"]).status == .forbidden)
            #expect(try await !editor.get(path).text.contains("/closing"))
            try await news.site.accounts.setRole(.editor, of: try #require(EmailAddress("layla@mail.example")))
            _ = try await editor.logIn()
            _ = try await news.setUpCodes(editor)
            var follower = OutboxFollower()
            try await news.refresh(&follower)
            #expect(try await client.execute(uri: "/en/articles/quay-handed-over", method: .get).text.contains("data-vote"))
            #expect(try await editor.get(path).text.contains("/closing"))
            #expect(try await editor.post(path + "/closing", ["closed": "1"]).status == .seeOther)
            try await news.refresh(&follower)
            #expect(try await !client.execute(uri: "/en/articles/quay-handed-over", method: .get).text.contains("data-vote"))
            #expect(try await editor.put(path, ["vote": "up"]).status == .conflict)
            try await editor.post(path + "/closing", ["closed": "0"])
            #expect(try await editor.put(path, ["vote": "up"]).status == .ok)
        }
    }
}

extension Browser {
    /// Logs in with the password, to be led on to the Arabic account page.
    func logIn(_ password: String = WebNewsroom.password, email: String = "layla@mail.example") async throws -> SiteClient.Answer {
        try await post("/en/log-in", ["email": email, "password": password, "next": "/ar/account"])
    }
}

extension WebNewsroom {
    /// The app on the reader's phone: the seed it was given, from the column that holds it.
    func app(_ column: String) async throws -> TOTP {
        let box = site.accounts.box
        return try await newsroom.database.read { tx in
            let found = try tx.one("SELECT id, totp_seed, totp_waiting FROM readers WHERE totp_seed IS NOT NULL OR totp_waiting IS NOT NULL") {
                (id: try $0["id"] as Int64, sealed: try $0[column] as [UInt8])
            }
            return TOTP(seed: try #require(box.open(found.sealed, owner: "totp of reader \(found.id)")))
        }
    }

    /// Sets an app up in the browser of someone logged in; gives the recovery codes that were shown.
    func setUpCodes(_ browser: Browser) async throws -> [String] {
        try await browser.post("/en/account/security/codes", [:])
        let code = try await app("totp_waiting").code(step: TOTP.step(at: clock.now))
        let shown = try await browser.post("/en/account/security/codes/first", ["code": code])
        return shown.text.components(separatedBy: "<li><code>").dropFirst().map { String($0.prefix { $0 != "<" }) }
    }
}
