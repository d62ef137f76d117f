import Basics
import Foundation
import HTTPTypes
import Markup
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("What is kept about a reader, on her pages")
struct PrivacyTests {
    @Test("the page names every kind of record, each cookie and what is never kept, in both languages", arguments: TestEngine.allCases)
    func page(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let layla = try await news.reader(client)
            for language in Language.allCases {
                let answer = try await layla.get("/\(language.rawValue)/account/privacy")
                #expect(answer.status == .ok && answer.headers[.cacheControl] == "no-store")
                let reader = try #require(try await news.newsroom.database.read { try Readers.find($0, EmailAddress(trusted: "layla@mail.example")) })
                for kept in try await news.newsroom.database.read({ try news.site.accounts.kept($0, of: reader) }) {
                    for words in [kept.set.name, kept.set.reason, kept.set.retention] {
                        #expect(answer.text.contains(HTML(escaping: words[language]).text), "\(kept.set.key)")
                    }
                }
                for cookie in Cookies.Name.allCases { #expect(answer.text.contains("__Host-\(cookie.rawValue)</code>")) }
                #expect(answer.text.contains(PrivacyWords.never[0][language]))
            }
        }
    }

    @Test("the export holds what is the reader's, as a file, and nothing of anybody else", arguments: TestEngine.allCases)
    func export(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let (layla, ben) = (try await news.reader(client), try await news.reader(client, "ben@port.example"))
            try await layla.post("/en/articles/quay-handed-over/vote", ["vote": "down"])
            try await ben.post("/en/articles/quay-handed-over/vote", ["vote": "up"])
            let json = try await layla.get("/en/account/export.json", headers: [.ifNoneMatch: "*"])
            #expect(
                json.status == .ok && json.headers[.cacheControl] == "no-store" && json.headers[.contentType] == "application/json; charset=utf-8")
            #expect(json.headers[.contentDisposition] == "attachment; filename=\"news.example-2020-05-31.json\"")
            #expect(json.headers[.contentSecurityPolicy] == SecurityHeaders.policy && json.headers[.eTag] == nil)
            let whole = try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
            let kept = try #require(whole["kept"] as? [String: [String: Any]])
            let account = try #require((kept["account"]?["records"] as? [[String: Any]])?.first)
            #expect(account["address"] as? String == "layla@mail.example" && account["hasPassword"] as? Bool == true)
            let vote = try #require((kept["votes"]?["records"] as? [[String: Any]])?.first)
            #expect(vote["vote"] as? String == "down" && vote["story"] as? String == "Quay handed over")
            #expect(
                vote["page"] as? String == "https://news.example/en/articles/quay-handed-over" && vote["votedAt"] as? String == "2020-05-31T18:20:00Z"
            )
            #expect(kept["votes"]?["count"] as? Int == 1 && kept["votes"]?["why"] != nil)
            let html = try await layla.get("/ar/account/export.html")
            #expect(html.headers[.contentDisposition] == "attachment; filename=\"news.example-2020-05-31.html\"")
            #expect(html.text.contains("<html lang=\"ar\" dir=\"rtl\">") && html.text.contains("تسليم الرصيف") && !html.text.contains("<script"))
            #expect(!html.text.contains("src=") && !html.text.contains("<link"))
            for text in [json.text, html.text] {
                #expect(!text.contains("ben@port.example") && text.contains("layla@mail.example") && !text.contains("argon2"))
                for secret in await layla.jar.values { #expect(!text.contains(secret)) }
            }
            for path in ["/en/account/export.json", "/en/account/export.html"] {
                let stranger = try await client.execute(uri: path, method: .get)
                #expect(stranger.status == .seeOther && stranger.headers[.location]?.hasPrefix("/en/log-in?next=") == true)
            }
        }
    }

    @Test("what is kept is given out as often as its reader needs it, and not as fast as a script can ask")
    func exportsBounded() async throws {
        try await WebNewsroom.serve { news, client in
            let (layla, ben) = (try await news.reader(client), try await news.reader(client, "ben@mail.example"))
            for _ in 0..<10 { #expect(try await layla.get("/en/account/export.json").status == .ok) }
            let eleventh = try await layla.get("/en/account/export.html")
            #expect(eleventh.status == .tooManyRequests && eleventh.headers[.retryAfter] != nil)
            #expect(try await ben.get("/en/account/export.json").status == .ok)
        }
    }

    @Test("an account is erased a week after its reader said so and ticked the box, unless she thinks better of it", arguments: TestEngine.allCases)
    func erase(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let layla = try await news.reader(client)
            let phone = Browser(client)
            try await phone.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password])
            let unsure = try await layla.post("/en/account/erase", [:])
            #expect(unsure.status == .badRequest && unsure.text.contains(PrivacyWords.tick.en))
            #expect(try await news.letters().allSatisfy { $0.kind != "erasing-asked" })
            let asked = try await layla.post("/en/account/erase", ["sure": "on"])
            #expect(asked.status == .seeOther && asked.headers[.location] == "/en/account/privacy?done=asked")
            #expect(try await phone.get("/en/account").status == .seeOther)
            for path in ["/en/account", "/en/account/privacy"] {
                let page = try await layla.get(path)
                #expect(page.text.contains("7 June 2020") && page.text.contains("action=\"/en/account/keep\""))
                #expect(!page.text.contains("action=\"/en/account/erase\""))
            }
            // Sent again by a reload, or by somebody in a hurry: nothing more happens.
            for _ in 1...3 { try await layla.post("/en/account/erase", ["sure": "on"]) }
            #expect(try await news.letters().count { $0.kind == "erasing-asked" } == 1)
            // Logging in is not thinking better of it.
            try await phone.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password])
            #expect(try await phone.get("/ar/account").text.contains("سيُمحى حسابك"))
            #expect(try await phone.post("/ar/account/keep", [:]).headers[.location] == "/ar/account/privacy?done=kept")
            #expect(try await !layla.get("/en/account").text.contains("action=\"/en/account/keep\""))
            try await layla.post("/en/account/erase", ["sure": "on"])
            news.clock.advance(seconds: 7 * 86_400)
            #expect(try await news.site.accounts.eraseDue().count == 1)
            #expect(try await layla.get("/en/account").status == .seeOther)
            #expect(try await layla.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password]).status == .unauthorized)
            #expect(try await news.letters().map(\.kind) == ["erased"])
        }
    }

    @Test("fifty wishes at once are one letter")
    func race() async throws {
        try await WebNewsroom.serve { news, client in
            let layla = try await news.reader(client)
            let cookie = await layla.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            try await withThrowingTaskGroup(of: HTTPResponse.Status.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        try await client.execute(
                            uri: "/en/account/erase", method: .post,
                            headers: [.cookie: cookie, .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded"],
                            body: "sure=on"
                        ).status
                    }
                }
                for try await status in group { #expect(status == .seeOther) }
            }
            #expect(try await news.letters().count { $0.kind == "erasing-asked" } == 1)
        }
    }
}

@Suite("The privacy policy on the site")
struct PolicyPageTests {
    @Test("signing up accepts the policy in force, in the reader's language; a newer one is told and can be accepted", arguments: TestEngine.allCases)
    func acceptance(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let edition = try await Self.publish(news, "<p>We keep votes.</p><p>For a year.</p>")
            let page = try await client.execute(uri: "/en/sign-up", method: .get)
            #expect(page.text.contains("By signing up you accept our <a href=\"/en/pages/privacy-policy\">privacy policy</a>"))
            #expect(try await client.execute(uri: "/ar/sign-up", method: .get).text.contains("hreflang=\"en\">سياسة الخصوصية</a>"))
            let layla = try await news.reader(client)
            #expect(try await !layla.get("/en/account").text.contains("told-policy"))
            let export = try await layla.get("/en/account/export.json").text
            #expect(export.contains("https://news.example/en/pages/privacy-policy/versions/1"))

            news.clock.advance(seconds: 3_600)
            try await Self.revise(news, edition, "<p>We keep votes.</p><p>For a week.</p>")
            let told = try await layla.get("/en/account")
            #expect(told.status == .ok && told.text.contains("told-policy") && told.text.contains("/en/pages/privacy-policy/versions/2/since/1"))
            #expect(try await layla.get("/ar/account").text.contains("تغيّرت سياسة الخصوصية"))
            let stale = try await layla.post("/en/account/policy", ["version": "1", "language": "en"])
            #expect(stale.status == .conflict)
            for bad in [["version": "2"], ["version": "02", "language": "en"], ["version": "x", "language": "en"]] {
                #expect(try await layla.post("/en/account/policy", bad).status == .notFound)
            }
            let accepted = try await layla.post("/ar/account/policy", ["version": "2", "language": "en"])
            #expect(accepted.headers[.location] == "/ar/account?done=accepted")
            #expect(try await !layla.get("/en/account").text.contains("told-policy"))
        }
    }

    @Test("without a policy nothing is asked and nothing is recorded")
    func none() async throws {
        try await WebNewsroom.serve { news, client in
            #expect(try await !client.execute(uri: "/en/sign-up", method: .get).text.contains("By signing up"))
            let layla = try await news.reader(client)
            #expect(try await !layla.get("/en/account").text.contains("told-policy"))
            #expect(try await layla.post("/en/account/policy", ["version": "1", "language": "en"]).status == .conflict)
            #expect(try await news.newsroom.database.read { try !$0.exists("SELECT 1 FROM policy_acceptances") })
        }
    }

    @Test("the policy lists its versions; each can be read, says whether it is in force, and what changed", arguments: TestEngine.allCases)
    func versions(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            var follower = OutboxFollower()
            let edition = try await Self.publish(news, "<p>We keep votes.</p><p>For a year &amp; a day.</p>")
            try await news.refresh(&follower)
            let path = "/en/pages/privacy-policy"
            #expect(try await client.execute(uri: path, method: .get).text.contains("\(path)/versions/1"))
            #expect(try await client.execute(uri: path + "/versions/1", method: .get).text.contains("This version has been in force since"))
            news.clock.advance(seconds: 86_400)
            try await Self.revise(news, edition, "<p>We keep votes.</p><p>For a week.</p>")
            try await news.refresh(&follower)
            let page = try await client.execute(uri: path, method: .get)
            #expect(page.text.contains("\(path)/versions/2") && page.text.contains("\(path)/versions/2/since/1"))
            let old = try await client.execute(uri: path + "/versions/1", method: .get)
            #expect(
                old.status == .ok && old.text.contains("This is an old version.") && old.text.contains("For a year &amp; a day.")
                    && old.text.contains("noindex"))
            #expect(!old.text.contains("For a week."))
            let changes = try await client.execute(uri: path + "/versions/2/since/1", method: .get)
            #expect(changes.text.contains("<del>For a year &amp; a day.</del>") && changes.text.contains("<ins>For a week.</ins>"))
            for missing in [
                "/versions/3", "/versions/0", "/versions/01", "/versions/x", "/versions/1/since/2", "/versions/2/since/2", "/versions/2/since/0",
            ] {
                #expect(try await client.execute(uri: path + missing, method: .get).status == .notFound, "\(missing)")
            }
            // A revision in work is nobody's to read, and with the page its versions go.
            try await news.newsroom.database.write { _ = try Articles.revise($0, edition, Self.content("<p>Secret plans.</p>"), author: "ada") }
            #expect(try await client.execute(uri: path + "/versions/3", method: .get).status == .notFound)
            try await news.newsroom.database.write { try Articles.unpublish($0, edition) }
            try await news.refresh(&follower)
            #expect(try await client.execute(uri: path + "/versions/1", method: .get).status == .notFound)
        }
    }

    @Test("only the page that newsroom.yaml names keeps its versions in public")
    func named() async throws {
        try await WebNewsroom.serve(face: "timezone: Africa/Tripoli\npolicy: about-you\n") { news, client in
            _ = try await Self.publish(news, "<p>We keep votes.</p>")
            #expect(try await !client.execute(uri: "/en/pages/privacy-policy", method: .get).text.contains("/versions/1"))
            #expect(try await client.execute(uri: "/en/pages/privacy-policy/versions/1", method: .get).status == .notFound)
            _ = try await Self.publish(news, "<p>We keep votes.</p>", slug: "about-you")
            #expect(try await client.execute(uri: "/en/pages/about-you/versions/1", method: .get).status == .ok)
        }
    }

    private static func content(_ html: String) -> Content { Content(headline: "Privacy policy", body: StoryParser.html(html).story) }

    private static func publish(_ news: WebNewsroom, _ html: String, slug: String = "privacy-policy") async throws -> ID<Edition> {
        try await news.newsroom.database.write { tx in
            let work = try Articles.add(tx, .page, tree: try Sections.tree(tx))
            return try WebNewsroom.add(tx, work, .en, slug, "Privacy policy", html, kind: .page)
        }
    }

    private static func revise(_ news: WebNewsroom, _ edition: ID<Edition>, _ html: String) async throws {
        try await news.newsroom.database.write { tx in
            guard let revision = try Articles.revise(tx, edition, content(html), author: "ada") else { return }
            try Articles.publish(tx, edition, revision, at: tx.now)
        }
    }
}
