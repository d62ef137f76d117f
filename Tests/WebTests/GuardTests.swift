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
            #expect(Set(entries.map(\.access).filter { !$0.isForPrograms }) == Set(Access.allCases))
            for entry in entries where entry.access.isForPrograms {
                for cookie in ["", "__Host-session=\(Token().text)"] {
                    let answer = try await client.execute(
                        uri: Self.path(entry), method: entry.method, headers: [.secFetchSite: "same-origin", .cookie: cookie])
                    #expect(answer.status == .unauthorized, "\(entry)")
                }
            }
            for entry in entries where entry.access != .everyone && entry.access != .visitor && !entry.access.isForPrograms {
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
                    let isData = answer.headers[.contentType]?.hasPrefix("application/") == true
                    #expect(isData || answer.headers[.referrerPolicy] == "no-referrer" || answer.status == .notFound, "\(entry)")
                }
            }
        }
    }

    @Test("who may ask for what: every route, for each way of being logged in")
    func standings() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client, "layla@mail.example")
            let plain = try await news.reader(client, "ben@mail.example")
            let staff = try await news.reader(client, "ada@mail.example")
            _ = try await news.setUpCodes(owner)
            let halfway = Browser(client)
            _ = try await halfway.logIn()
            try await news.site.accounts.setRole(.reporter, of: try #require(EmailAddress("ada@mail.example")))
            _ = try await staff.logIn(email: "ada@mail.example")
            let fresh = try await Self.refusals(news, client, plain)
            let duties = Duty.allCases.map(Access.duty)
            func led(_ accesses: [Access], to target: String) -> [Access: String] { accesses.reduce(into: [:]) { $0[$1] = target } }
            #expect(fresh == led(duties, to: "403").merging([.halfway: "/en/account"]) { $1 })
            #expect(
                try await Self.refusals(news, client, halfway)
                    == led([.reader, .proved, .enrolling, .enrollingProved] + duties, to: "/en/log-in/second-step"))
            #expect(try await Self.refusals(news, client, staff) == led([.reader, .proved, .halfway] + duties, to: "/en/account/security"))
            // Each role does what the table says, and nothing else; what matters, within an hour of showing who it is.
            for role in Reader.Role.allCases.filter(\.isStaff) {
                let browser = try await news.staff(client, role.rawValue, role)
                let mayNot = duties.filter { if case .duty(let duty) = $0 { !role.may(duty) } else { false } }
                #expect(try await Self.refusals(news, client, browser) == led(mayNot, to: "403").merging([.halfway: "/en/account"]) { $1 }, "\(role)")
            }
            news.clock.advance(seconds: 3_601)
            #expect(
                try await Self.refusals(news, client, plain)
                    == led(duties, to: "403").merging([
                        .halfway: "/en/account", .proved: "/en/log-in/again", .enrollingProved: "/en/log-in/again",
                    ]) { $1 })
        }
    }

    /// Where a browser is led, by every route of each access, instead of what it asked for; an access that lets it in is left out. The log-out, which
    /// ends its session, is not asked.
    private static func refusals(_ news: WebNewsroom, _ client: SiteClient, _ browser: Browser) async throws -> [Access: String] {
        let cookie = await browser.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        var led: [Access: Set<String>] = [:]
        for entry in SiteRoutes(site: news.site).table().entries {
            guard entry.access != .everyone, entry.access != .visitor, !entry.access.isForPrograms, !entry.path.contains("log-out") else { continue }
            let answer = try await client.execute(
                uri: path(entry), method: entry.method, headers: [.secFetchSite: "same-origin", .cookie: cookie])
            let target = answer.headers[.location].map { String($0.prefix { $0 != "?" }) }
            let isLed = target.map { ["/en/log-in/second-step", "/en/log-in/again", "/en/account/security", "/en/account"].contains($0) } ?? false
            let isOwn =
                target == "/en/account/security" && entry.path.contains("security") || target == "/en/account" && entry.path.contains("account")
            let isDuty = if case .duty = entry.access { true } else { false }
            let isRefused = answer.status == .forbidden && isDuty
            led[entry.access, default: []].insert(isRefused ? "403" : isLed && !isOwn ? target ?? "" : "in")
        }
        for (access, targets) in led where targets.count > 1 { Issue.record("\(access): \(targets)") }
        return led.compactMapValues { $0 == ["in"] ? nil : $0.sorted().joined(separator: " ") }
    }

    @Test("guesses that are refused take nothing from others, and those of neighbours nothing from an owner's browser")
    func neighbours() async throws {
        try await WebNewsroom.serve { news, client in
            let owner = try await news.reader(client)
            _ = try await news.reader(client, "ben@mail.example")
            let right = ["email": "layla@mail.example", "password": WebNewsroom.password]
            // All in one network, which has spent its tries after thirty.
            var statuses: [HTTPResponse.Status] = []
            for number in 0..<40 {
                statuses.append(try await Browser(client).post("/en/log-in", ["email": "nobody\(number)@mail.example", "password": "x"]).status)
            }
            #expect(statuses == Array(repeating: .unauthorized, count: 30) + Array(repeating: .tooManyRequests, count: 10))
            #expect(try await Browser(client).post("/en/log-in", right).status == .tooManyRequests)
            #expect(try await owner.post("/en/log-in", right).status == .seeOther)
        }
    }

    @Test("refusals for now say when to try again")
    func retryAfter() async throws {
        try await WebNewsroom.serve { news, client in
            for _ in 0..<10 { try await Browser(client).post("/en/forgot-password", ["email": "layla@mail.example"]) }
            let refused = try await Browser(client).post("/en/forgot-password", ["email": "layla@mail.example"])
            #expect(refused.status == .tooManyRequests && refused.headers[.retryAfter] == "60")
            #expect(HTTPResponse.Status.serviceUnavailable.retryAfter == "5" && HTTPResponse.Status.ok.retryAfter == nil)
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
            // Her log-in has forgiven them.
            #expect(try await stranger.post("/en/log-in", ["email": "layla@mail.example", "password": "x"]).status == .unauthorized)
        }
    }

    @Test(
        "a form is read strictly: what is good by itself is refused with something wrong beside it",
        arguments: [
            "email=layla%40mail.example", "%65mail=layla%40mail.example", "x=1&x=2", "x=%FF", "x=a%00b", "x%00=a", "x=%", "x=%ZZ",
            (1...100).map { "x\($0)=b" }.joined(separator: "&"), "x=" + String(repeating: "a", count: 65_536),
        ])
    func forms(more: String) async throws {
        try await WebNewsroom.serve { _, client in
            let (form, good) = ("application/x-www-form-urlencoded", "email=layla%40mail.example")
            var answers: [HTTPResponse.Status] = []
            for (body, type) in [
                (good, form), (good, "Application/X-WWW-Form-Urlencoded; charset=UTF-8"), ("\(good)&\(more)", form), (good, "text/plain"),
                (good, "multipart/form-data; boundary=x"), (good, "application/json"), (good, ""),
            ] {
                let headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: type]
                answers.append(try await client.execute(uri: "/en/forgot-password", method: .post, headers: headers, body: body).status)
            }
            #expect(answers == [.ok, .ok, .badRequest, .badRequest, .badRequest, .badRequest, .badRequest])
        }
    }

    /// The entry's path with something in each of its holes.
    static func path(_ entry: RouteTable.Entry) -> String {
        let parts = entry.path.split(separator: "/").map { part -> String in
            switch part.trimmingCharacters(in: CharacterSet(charactersIn: ":{}")) {
            case "language": "en"
            case "token": Token().text
            case "number", "version": "2"
            case "earlier": "1"
            case "code": "later"
            case "slug": "politics"
            case "name": "x"
            default: String(part)
            }
        }
        return "/" + parts.joined(separator: "/")
    }
}
