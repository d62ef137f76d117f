import Basics
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Accounts")
struct AccountTests {
    @Test("a reader signs up by the letter, in her language, and is logged in", arguments: TestEngine.allCases)
    func signUp(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let browser = Browser(client)
            let asked = try await browser.post("/ar/sign-up", ["email": "layla@mail.example", "name": "ليلى"])
            #expect(asked.status == .ok && asked.text.contains("راجع بريدك"))
            let letter = try #require(try await news.letters().last)
            #expect(letter.recipient == "layla@mail.example" && letter.subject == "أكّد عنوانك" && letter.plain.contains("مرحبًا ليلى"))
            let link = try #require(letter.link)
            let opened = try await browser.get(link)
            #expect(
                opened.status == .seeOther && opened.headers[.location] == "/ar/choose-password" && opened.headers[.referrerPolicy] == "no-referrer")
            #expect(try await browser.get("/ar/choose-password").text.contains("new-password"))
            let chosen = try await browser.post("/ar/choose-password", ["password": WebNewsroom.password])
            #expect(chosen.status == .seeOther && chosen.headers[.location]?.hasPrefix("/ar/account") == true)
            let account = try await browser.get("/ar/account")
            #expect(account.status == .ok && account.text.contains("layla@mail.example") && account.headers[.cacheControl] == "no-store")
            let session = try #require(chosen.headers[values: .setCookie].first { $0.hasPrefix("__Host-session=") })
            for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] { #expect(session.contains(part)) }
            // What a thief of the database finds is none of what the browser holds.
            let token = try #require(await browser.jar["__Host-session"])
            let kept = try await news.newsroom.database.read { try $0.all("SELECT digest FROM sessions") { try $0["digest"] as Digest } }
            #expect(kept == [Digest(of: token)])
        }
    }

    @Test("a second sign-up for an address looks the same, and its letter says that there is an account")
    func signUpTwice() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client)
            let stranger = Browser(client)
            let known = try await stranger.post("/en/sign-up", ["email": "layla@mail.example"])
            let unknown = try await stranger.post("/en/sign-up", ["email": "ben@mail.example"])
            #expect(known.status == .ok && known.text == unknown.text)
            #expect(try await news.letters().map(\.kind) == ["set-up", "already-here", "set-up"])
        }
    }

    @Test("what a guest wanted to do is done once she has signed up for it, on whatever browser she opens the letter; its page says so before")
    func guestsClick() async throws {
        try await WebNewsroom.serve { news, client in
            let vote = "/en/articles/quay-handed-over/vote"
            let guest = Browser(client)
            let logIn = try #require(try await guest.post(vote, ["vote": "up"]).headers[.location])
            let query = logIn.drop { $0 != "?" }
            #expect(try await guest.get(logIn).text.contains("/en/sign-up\(query.replacing("&", with: "&amp;"))"))
            let form = try await guest.get("/en/sign-up\(query)")
            #expect(form.text.contains("your vote is counted: up") && form.text.contains("name=\"vote\" value=\"up\""))
            try await guest.post("/en/sign-up", ["email": "layla@mail.example", "next": vote, "vote": "up"])
            let link = try #require(try await news.letters().last?.link)
            let phone = Browser(client)
            let page = try #require(try await phone.get(link).headers[.location])
            #expect(page == "/en/choose-password\(query)")
            #expect(try await phone.get(page).text.contains("your vote is counted: up"))
            #expect(try await news.newsroom.database.read { try $0.one("SELECT count(*) AS n FROM votes") { try $0["n"] as Int } } == 0)
            let chosen = try await phone.post("/en/choose-password", ["password": WebNewsroom.password, "next": vote, "vote": "up"])
            #expect(chosen.headers[.location] == vote)
            #expect(try await phone.get(vote).text.contains(VoteWords.yours.en))
            #expect(try await news.newsroom.database.read { try $0.one("SELECT count(*) AS n FROM votes") { try $0["n"] as Int } } == 1)
            // Who has an account already is led to the same by its letter.
            try await guest.post("/en/sign-up", ["email": "layla@mail.example", "next": vote, "vote": "up"])
            let letter = try #require(try await news.letters().last)
            #expect(letter.kind == "already-here" && letter.plain.contains("https://news.example\(logIn)"))
        }
    }

    @Test("one answer for a wrong password, an unknown address, and what is none")
    func oneRefusal() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client)
            let stranger = Browser(client)
            var answers: Set<String> = []
            for (email, password) in [("layla@mail.example", "wrong wrong wrong wrong"), ("ben@mail.example", WebNewsroom.password), ("nobody", "x")]
            {
                let answer = try await stranger.post("/en/log-in", ["email": email, "password": password])
                #expect(answer.status == .unauthorized && answer.headers[values: .setCookie].isEmpty)
                answers.insert(answer.text.replacing(email, with: ""))
            }
            #expect(answers.count == 1)
        }
    }

    @Test("logging in and out: a new session each time, and the old one opens nothing")
    func logInAndOut() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            let first = try #require(await browser.jar["__Host-session"])
            let out = try await browser.post("/en/log-out", [:])
            #expect(out.status == .seeOther && out.headers[.clearSiteData] == "\"cache\", \"storage\"")
            #expect(try await browser.get("/en/account").headers[.location] == "/en/log-in?next=%2Fen%2Faccount")
            let thief = try await client.execute(uri: "/en/account", method: .get, headers: [.cookie: "__Host-session=\(first)"])
            #expect(thief.status == .seeOther)
            let back = try await browser.post(
                "/en/log-in", ["email": " LAYLA@mail.example", "password": WebNewsroom.password, "next": "/en/articles/x", "stays": "on"])
            #expect(back.headers[.location] == "/en/articles/x")
            #expect(await browser.jar["__Host-session"] != first)
            #expect(back.headers[values: .setCookie].contains { $0.hasPrefix("__Host-session=") && $0.contains("Max-Age=7776000") })
        }
    }

    @Test(
        "after log-in nobody is led to another site",
        arguments: [
            "//evil.example", "/\\evil.example", "https://evil.example", "https:evil.example", "/en//evil.example", "/%09//evil.example",
            "\t//evil.example", "/en/\r\nSet-Cookie: a=b", "javascript:alert(1)", "/assets/x", "", "/english",
        ])
    func openRedirect(next: String) async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            let answer = try await browser.post(
                "/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password, "next": next])
            #expect(answer.headers[.location] == "/en/account")
        }
    }

    @Test("sessions are listed, and ended one by one or all; another reader's is none")
    func sessions() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            let other = Browser(client)
            let phone: HTTPFields = [
                .secFetchSite: "same-origin", .userAgent: "Mozilla/5.0 (Android 14; Mobile; rv:128.0) Gecko/128.0 Firefox/128.0",
            ]
            try await other.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password], headers: phone)
            #expect(try await browser.get("/en/account").text.contains("Firefox, Android"))
            let mallory = try await news.reader(client, "mallory@mail.example")
            let ids = try await news.newsroom.database.read { try $0.all("SELECT id FROM sessions ORDER BY id") { try $0["id"] as Int64 } }
            #expect(ids.count == 3)
            for id in ids.prefix(2) {
                #expect(try await mallory.post("/en/account/sessions", ["session": "\(id)"]).status == .notFound)
            }
            for id in ["\(ids[1])abc", "0\(ids[1])", "+\(ids[1])", ""] {
                #expect(try await browser.post("/en/account/sessions", ["session": id]).status == .notFound)
            }
            #expect(try await other.get("/en/account").status == .ok)
            try await browser.post("/en/account/sessions", ["session": "\(ids[1])"])
            #expect(try await other.get("/en/account").status == .seeOther)
            try await other.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password])
            try await browser.post("/en/account/sessions", ["others": "1"])
            #expect(try await other.get("/en/account").status == .seeOther)
            #expect(try await browser.get("/en/account").status == .ok)
            #expect(try await mallory.get("/en/account").status == .ok)
        }
    }

    @Test("a new password needs the old one, ends the other sessions, and the owner is told")
    func changePassword() async throws {
        try await WebNewsroom.serve { news, client in
            let (browser, other) = (try await news.reader(client), Browser(client))
            try await other.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password])
            let wrong = try await browser.post("/en/account/password", ["old": "not the old password", "password": "another long password of mine"])
            #expect(wrong.status == .badRequest && wrong.text.contains("aria-invalid"))
            let short = try await browser.post("/en/account/password", ["old": WebNewsroom.password, "password": "short"])
            #expect(short.status == .badRequest && short.text.contains("15"))
            #expect(try await other.get("/en/account").status == .ok)
            try await browser.post("/en/account/password", ["old": WebNewsroom.password, "password": "another long password of mine"])
            #expect(try await other.get("/en/account").status == .seeOther)
            #expect(try await browser.get("/en/account").status == .ok)
            #expect(try await news.letters().last?.kind == "password-changed")
            let again = Browser(client)
            #expect(try await again.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password]).status == .unauthorized)
        }
    }

    @Test("a name that is too long is refused at its field, and nothing is lost")
    func names() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            let answer = try await browser.post("/en/account/profile", ["name": String(repeating: "a", count: 10_000), "language": "en"])
            #expect(answer.status == .badRequest && answer.text.contains("id=\"e-name\""))
            #expect(try await browser.get("/en/account").text.contains("value=\"Layla\""))
            try await browser.post("/en/account/profile", ["name": "<b>L</b> \"x", "language": "ar"])
            #expect(try await browser.get("/en/account").text.contains("value=\"&lt;b&gt;L&lt;/b&gt; &quot;x\""))
        }
    }

    @Test("what comes along unseen with a pasted name is removed", arguments: ["\u{202E}", "\u{2066}", "\u{7}", "\u{FEFF}"])
    func pastedNames(character: String) async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            #expect(try await browser.post("/en/account/profile", ["name": " Lay\(character)li\n O", "language": "en"]).status == .seeOther)
            #expect(try await browser.get("/en/account").text.contains("value=\"Layli O\""))
        }
    }
}
