import Basics
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Moving an account to another address, and the first administrator")
struct MovingTests {
    @Test("an account moves when both mailboxes agree, in either order", arguments: TestEngine.allCases, ["move-from", "move-to"])
    func move(engine: TestEngine, first: String) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let owner = try await news.reader(client)
            let elsewhere = Browser(client)
            _ = try await elsewhere.logIn()
            #expect(try await owner.post("/en/account/email", ["email": "layla@new.example"]).headers[.location] == "/en/account/email?done=sent")
            let letters = try await news.letters().suffix(2)
            #expect(letters.map(\.recipient) == ["layla@mail.example", "layla@new.example"])
            #expect(letters.first?.plain.contains("layla@new.example") == true)
            let links = Dictionary(uniqueKeysWithValues: try letters.map { ($0.kind, try #require($0.link)) })
            let mailbox = Browser(client)
            #expect(try await mailbox.get(try #require(links[first])).headers[.location] == "/en/agree")
            // Looking agrees to nothing.
            for _ in 0..<3 { #expect(try await mailbox.get("/en/agree").text.contains("layla@new.example")) }
            #expect(try await mailbox.post("/en/agree", [:]).text.contains("has to agree as well"))
            #expect(try await Browser(client).logIn(email: "layla@new.example").status == .unauthorized)
            let other = try #require(links[first == "move-from" ? "move-to" : "move-from"])
            _ = try await owner.get(other)
            #expect(try await owner.post("/en/agree", [:]).text.contains("has moved"))
            #expect(try await news.letters().suffix(2).map(\.recipient) == ["layla@mail.example", "layla@new.example"])
            // The session that it was finished in stays, all others end; the old address opens nothing.
            #expect(try await owner.get("/en/account").text.contains("layla@new.example"))
            #expect(try await elsewhere.get("/en/account").status == .seeOther)
            #expect(try await Browser(client).logIn().status == .unauthorized)
            #expect(try await Browser(client).logIn(email: "layla@new.example").status == .seeOther)
            #expect(try await mailbox.get(try #require(links[first])).status == .seeOther)
            #expect(try await mailbox.get("/en/agree").status == .gone)
        }
    }

    @Test("one mailbox alone moves nothing; a newer request and a new password end the older links")
    func replaced() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            try await owner.post("/en/account/email", ["email": "one@new.example"])
            let old = try await news.letters().suffix(2).compactMap(\.link)
            #expect(try await owner.post("/en/account/email", ["email": "two@new.example"]).status == .tooManyRequests)
            news.clock.advance(seconds: 61)
            try await owner.post("/en/account/email", ["email": "two@new.example"])
            let new = try await news.letters().suffix(2).compactMap(\.link)
            for link in old {
                _ = try await owner.get(link)
                #expect(try await owner.post("/en/agree", [:]).status == .gone)
            }
            _ = try await owner.get(new[1])
            #expect(try await owner.post("/en/agree", [:]).status == .ok)
            try await owner.post("/en/account/password", ["old": WebNewsroom.password, "password": "another row of herons"])
            _ = try await owner.get(new[0])
            #expect(try await owner.post("/en/agree", [:]).status == .gone)
            #expect(try await owner.get("/en/account").text.contains("layla@mail.example"))
        }
    }

    @Test("an address that has an account is told to its owner alone")
    func taken() async throws {
        try await WebNewsroom.serve { news, client in
            _ = try await news.reader(client, "ben@mail.example")
            let owner = try await news.reader(client)
            let taken = try await owner.post("/en/account/email", ["email": "BEN@mail.example"])
            #expect(taken.headers[.location] == "/en/account/email?done=sent")
            let letters = try await news.letters().suffix(2)
            #expect(letters.map(\.kind) == ["move-from", "address-taken"] && letters.last?.link == nil)
            #expect(letters.last?.recipient == "ben@mail.example")
            _ = try await owner.get(try #require(letters.first?.link))
            try await owner.post("/en/agree", [:])
            #expect(try await owner.get("/en/account").text.contains("layla@mail.example"))
        }
    }

    @Test("the first administrator begins at the console's link, which then opens nothing", arguments: TestEngine.allCases)
    func firstAdministrator(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let operatorOf = Browser(client)
            #expect(try await operatorOf.get("/en/set-up").status == .notFound)
            let link = String(news.site.firstSetUpAddress.dropFirst("https://news.example".count))
            #expect(try await operatorOf.get(link).headers[.location] == "/ar/set-up")
            #expect(try await operatorOf.get("/en/set-up").status == .ok)
            let wrong = try await operatorOf.post("/en/set-up", ["email": "ada@mail.example", "name": "Ada", "password": "short"])
            #expect(wrong.status == .badRequest && wrong.text.contains("ada@mail.example"))
            let stranger = Browser(client)
            // Nor does a link that is not the console's open it.
            _ = try await stranger.get("/en/link/\(Token().text)")
            #expect(await stranger.jar["__Host-link"] != nil)
            #expect(try await stranger.post("/en/set-up", ["email": "m@mail.example", "password": WebNewsroom.password]).status == .notFound)
            let made = try await operatorOf.post("/en/set-up", ["email": "ada@mail.example", "name": "Ada", "password": WebNewsroom.password])
            #expect(made.headers[.location] == "/en/account/security")
            #expect(try await operatorOf.get("/en/account").headers[.location] == "/en/account/security", "a second step comes first")
            _ = try await stranger.get(link)
            #expect(try await stranger.post("/en/set-up", ["email": "m@mail.example", "password": WebNewsroom.password]).status == .notFound)
            let staff = try await news.site.accounts.staff()
            #expect(staff.map(\.reader.email.text) == ["ada@mail.example"] && staff.first?.reader.role == .administrator)
        }
    }

    @Test("of many who set up at once one is the administrator")
    func firstRace() async throws {
        try await WebNewsroom.serve { news, _ in
            let accounts = news.site.accounts
            let made = await withTaskGroup { group in
                for number in 0..<8 {
                    group.addTask {
                        let email = EmailAddress(trusted: "ada\(number)@mail.example")
                        let visitor = Visitor(address: nil, userAgent: nil)
                        return (try? await accounts.setUpFirst(email, name: nil, .en, password: WebNewsroom.password, from: visitor)) != nil
                    }
                }
                return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
            }
            #expect(made == 1)
            let staff = try await accounts.staff()
            #expect(staff.count == 1)
        }
    }

    @Test("staff are added by the operator, choose a password by the link, and the last administrator stays one")
    func staff() async throws {
        try await WebNewsroom.serve { news, client in
            let accounts = news.site.accounts
            let ada = try #require(EmailAddress("ada@mail.example"))
            let link = try await accounts.add(ada, name: nil, .en, role: .administrator)
            let browser = Browser(client)
            _ = try await browser.get(String(link.dropFirst("https://news.example".count)))
            try await browser.post("/en/choose-password", ["password": WebNewsroom.password])
            #expect(try await browser.get("/en/account").headers[.location] == "/en/account/security")
            _ = try await news.setUpCodes(browser)
            #expect(try await browser.get("/en/account").status == .ok)
            await #expect(throws: Refusal.self) { try await accounts.add(ada, name: nil, .en, role: .editor) }
            await #expect(throws: Refusal.self) { try await accounts.setRole(.reader, of: ada) }
            news.clock.advance(seconds: 61)
            // Whoever has lost everything is let in anew by the operator, and by nobody else.
            let renewed = try await accounts.renew(ada)
            #expect(try await browser.get("/en/account").headers[.location]?.hasPrefix("/en/log-in") == true)
            _ = try await browser.get(String(renewed.dropFirst("https://news.example".count)))
            try await browser.post("/en/choose-password", ["password": "another row of herons"])
            #expect(try await browser.get("/en/account").headers[.location] == "/en/account/security")
        }
    }
}
