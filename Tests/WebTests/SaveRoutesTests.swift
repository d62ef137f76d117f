import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Saving a story")
struct SaveRoutesTests {
    static let path = "/en/articles/quay-handed-over/save"
    static let mine = "/en/articles/quay-handed-over/mine"

    /// How many items and collections there are.
    private func rows(_ news: WebNewsroom) async throws -> [Int] {
        try await news.newsroom.database.read { tx in
            [
                try tx.one("SELECT count(*) AS n FROM collection_items") { try $0["n"] },
                try tx.one("SELECT count(*) AS n FROM collections") { try $0["n"] },
            ]
        }
    }

    @Test("a reader saves, sees where, makes a collection in place, takes it out and undoes that, by forms", arguments: TestEngine.allCases)
    func forms(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let reader = try await news.reader(client)
            let saved = try await reader.post(Self.path, ["put": "later"])
            #expect(saved.status == .seeOther && saved.headers[.location] == Self.path + "?in=later")
            let page = try await reader.get(Self.path + "?in=later")
            #expect(page.status == .ok && page.text.contains("Saved in Read Later.") && page.headers[.cacheControl] == "no-store")
            #expect(page.text.contains("name=\"take\" value=\"later\" aria-pressed=\"true\""))
            #expect(page.text.contains("name=\"put\" value=\"favourites\" aria-pressed=\"false\""))

            let made = try await reader.post(Self.path, ["name": " The\u{202E} quay "])
            let name = try #require(made.headers[.location]?.split(separator: "=").last.map(String.init))
            let noted = try await news.newsroom.database.write { [work = news.work] tx in
                let id = try #require(try Collections.find(tx, code: name))
                let owner = try #require(try Readers.find(tx, EmailAddress(trusted: "layla@mail.example"))).id
                try Collections.setNote(tx, "Ask <the> port", on: work, in: id, by: owner)
                return try Collections.find(tx, id, of: owner).name
            }
            #expect(noted == "The quay")
            let taken = try await reader.post(Self.path, ["take": name])
            #expect(
                taken.status == .ok && taken.text.contains("Removed from \u{2068}The quay\u{2069}.") && taken.text.contains("Ask &lt;the&gt; port"))
            #expect(try await rows(news) == [1, 2])
            let undo = try #require(Self.undo(in: taken.text))
            #expect(try await reader.post(Self.path, undo).status == .seeOther)
            let note = try await news.newsroom.database.read { tx in
                try tx.all("SELECT note FROM collection_items WHERE note <> ''") { try $0["note"] as String }
            }
            #expect(note == ["Ask <the> port"])
            #expect(try await reader.post(Self.path, ["take": "favourites"]).text.contains("It is not saved in Favourites."))
        }
    }

    /// The fields of the form that undoes a removal.
    static func undo(in html: String) -> [String: String]? {
        guard let form = html.split(separator: "<div class=\"news undo\">").dropFirst().first?.split(separator: "</form>").first else { return nil }
        var fields: [String: String] = [:]
        for tag in form.split(separator: "<").map(String.init) where tag.hasPrefix("input") || tag.hasPrefix("button") {
            let parts = tag.components(separatedBy: "\"")
            guard let name = parts.firstIndex(of: parts.first { $0.hasSuffix("name=") } ?? ""),
                let value = parts.firstIndex(where: { $0 == " value=" })
            else { continue }
            fields[parts[name + 1]] = parts[value + 1].replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&amp;", with: "&")
        }
        return fields.isEmpty ? nil : fields
    }

    @Test("the script is answered with what stands, and with what undoes a removal", arguments: TestEngine.allCases)
    func script(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let reader = try await news.reader(client)
            #expect(try await reader.get(Self.mine).text.contains("\"words\":\"You have not saved this story.\""))
            let saved = try await reader.put(Self.path, ["put": "favourites"])
            #expect(saved.status == .ok && saved.text.contains("{\"code\":\"favourites\",\"name\":\"Favourites\",\"holds\":true}"))
            #expect(saved.text.contains("\"news\":\"Saved in Favourites.\"") && saved.headers[.cacheControl] == "no-store")
            #expect(try await reader.get(Self.mine).text.contains("\"words\":\"Saved in Favourites.\""))
            let taken = try await reader.put(Self.path, ["take": "favourites"])
            #expect(taken.text.contains("\"undo\":{\"back\":\"favourites\",\"note\":\"\",\"at\":\"") && taken.text.contains("\"holds\":false"))
            #expect(try await reader.put(Self.path, [:]).status == .badRequest)
            #expect(try await Browser(client).put(Self.path, ["put": "later"]).status == .unauthorized)
            #expect(try await rows(news)[0] == 0)
        }
    }

    @Test("the article and the lists are the same bytes for all, and bear the control")
    func sameBytes() async throws {
        try await WebNewsroom.serve { news, client in
            let paths = ["/en/articles/quay-handed-over", "/en", "/en/sections/politics"]
            var before: [SiteClient.Answer] = []
            for path in paths { before.append(try await Browser(client).get(path)) }
            let reader = try await news.reader(client)
            try await reader.post(Self.path, ["put": "later"])
            for (path, first) in zip(paths, before) {
                let after = try await reader.get(path)
                #expect(
                    after.body == first.body && after.headers[values: .setCookie].isEmpty && first.text.contains("action=\"\(Self.path)\""), "\(path)"
                )
            }
        }
    }

    @Test("a list asks once which of its stories are to be read later")
    func list() async throws {
        try await WebNewsroom.serve { news, client in
            try await news.addStory("other", "Other")
            let reader = try await news.reader(client)
            try await reader.post(Self.path, ["put": "later"])
            try await reader.post("/en/articles/other/save", ["put": "favourites"])
            let stories = "en/quay-handed-over\nen/other\nar/تسليم-الرصيف\nen/none\nnonsense\nen/../x"
            let answer = try await reader.post("/en/mine", ["stories": stories])
            #expect(answer.text == "{\"reader\":\"Layla\",\"later\":[\"en/quay-handed-over\",\"ar/تسليم-الرصيف\"]}")
            #expect(try await Browser(client).post("/en/mine", ["stories": stories]).text == "{}")
            let many = (0...100).map { "en/story-\($0)" }.joined(separator: "\n")
            #expect(try await reader.post("/en/mine", ["stories": many]).status == .badRequest)
        }
    }

    @Test("a guest's click is finished after the log-in, which says so before", arguments: ["later", "favourites"])
    func guestsClick(shelf: String) async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            try await browser.post("/en/log-out", [:])
            let led = try await browser.post(Self.path, ["put": shelf])
            let logIn = try #require(led.headers[.location])
            #expect(logIn == "/en/log-in?next=%2Fen%2Farticles%2Fquay-handed-over%2Fsave&save=\(shelf)")
            #expect(try await browser.get(logIn).text.contains("Once you are logged in, the story is "))
            let fields = ["email": "layla@mail.example", "password": WebNewsroom.password, "next": Self.path, "save": shelf]
            let back = try await browser.post("/en/log-in", fields)
            #expect(back.headers[.location] == Self.path)
            let name = shelf == "later" ? "Read Later" : "Favourites"
            #expect(try await browser.get(Self.path).text.contains("Saved in \(name)."))
        }
    }

    @Test("what does not fit together is not done after the log-in, and hinders nobody")
    func brokenErrands() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            for (next, save) in [
                (Self.path, "history"), (Self.path, "own"), ("/en/articles/quay-handed-over/vote", "later"), ("/en/articles/none/save", "later"),
                ("/en/x/quay-handed-over/save", "later"), (Self.path, String(repeating: "a", count: 9_000)),
            ] {
                try await browser.post("/en/log-out", [:])
                let fields = ["email": "layla@mail.example", "password": WebNewsroom.password, "next": next, "save": save]
                #expect(try await browser.post("/en/log-in", fields).headers[.location] == next)
            }
            #expect(try await rows(news) == [0, 0])
        }
    }

    @Test("two hundred saves at once by one reader are one", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let reader = try await news.reader(client)
            let jar = await reader.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            let statuses = await withTaskGroup(of: HTTPResponse.Status?.self) { group in
                for _ in 0..<200 {
                    group.addTask {
                        let headers: HTTPFields = [
                            .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded", .cookie: jar,
                        ]
                        return try? await client.execute(uri: Self.path, method: .put, headers: headers, body: "put=later").status
                    }
                }
                return await group.reduce(into: [HTTPResponse.Status: Int]()) { if let status = $1 { $0[status, default: 0] += 1 } }
            }
            #expect(try await rows(news) == [1, 1])
            #expect(statuses[.ok] ?? 0 > 0 && statuses[.internalServerError] == nil)
        }
    }

    @Test("another reader's collections, and what is none, take nothing; nothing changes")
    func strangers() async throws {
        try await WebNewsroom.serve { news, client in
            let (layla, mallory) = (try await news.reader(client), try await news.reader(client, "mallory@mail.example"))
            let made = try await layla.post(Self.path, ["name": "Hers"])
            let name = try #require(made.headers[.location]?.split(separator: "=").last.map(String.init))
            let before = try await rows(news)
            for fields in [
                ["put": name], ["take": name], ["back": name, "note": "x", "at": "1", "place": "1"], ["put": "history"], ["put": "own"],
                ["put": "1"], ["put": ""], ["take": "history"], ["put": String(repeating: "a", count: 10_000)],
            ] {
                #expect(try await mallory.post(Self.path, fields).status == .notFound, "\(fields)")
                #expect(try await mallory.put(Self.path, fields).status == .notFound, "\(fields)")
            }
            #expect(try await rows(news) == before)
        }
    }

    @Test("names are cleaned, bounded, and told apart from those she has; what is undone is bounded, too")
    func input() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            for name in [String(repeating: "a", count: 10_000), "\u{202E}\u{2066}\u{200B}", "  ", ""] {
                let answer = try await reader.post(Self.path, ["name": name])
                #expect(answer.status == .badRequest && answer.text.contains("id=\"e-name\""))
            }
            #expect(try await reader.post(Self.path, ["name": "Libya"]).status == .seeOther)
            let again = try await reader.post(Self.path, ["name": " LIBYA "])
            #expect(
                again.status == .conflict && again.text.contains("You have a collection of this name.") && again.text.contains("value=\" LIBYA \""))
            let headers: HTTPFields = [
                .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded",
                .cookie: await reader.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
            ]
            #expect(try await client.execute(uri: Self.path, method: .post, headers: headers, body: "name=a%00b").status == .badRequest)
            for (at, place, status) in [
                ("-9223372036854775808", "-9223372036854775808", HTTPResponse.Status.seeOther),
                ("9223372036854775807", "9223372036854775807", .seeOther),
                ("x", "1", .badRequest), ("1", "99999999999999999999", .badRequest),
            ] {
                #expect(try await reader.post(Self.path, ["back": "later", "note": "", "at": at, "place": place]).status == status, "\(at) \(place)")
            }
            let long = ["back": "favourites", "note": String(repeating: "ن", count: 2_001), "at": "1", "place": "1"]
            #expect(try await reader.post(Self.path, long).status == .badRequest)
            #expect(try await rows(news) == [2, 2])
        }
    }

    @Test("the 501st collection and the 5,001st story are refused in plain words")
    func limits() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            try await news.newsroom.database.write { [politics = news.politics] tx in
                let owner = try #require(try Readers.find(tx, EmailAddress(trusted: "layla@mail.example"))).id
                for number in 1...CollectionLimits.collections { _ = try Collections.add(tx, name: "List \(number)", by: owner) }
                let tree = try Sections.tree(tx)
                let id = try Collections.save(
                    tx, try #require(try Articles.edition(tx, .article, .en, slug: Slug(trusted: "quay-handed-over"))).workID, in: .favourites,
                    by: owner
                ).collection
                for number in 2...CollectionLimits.items {
                    let work = try Articles.add(tx, .article, section: politics, tree: tree)
                    try tx.run(
                        "INSERT INTO collection_items (collection_id, work_id, position, saved_at) VALUES (\(id), \(work), \(number), \(tx.now))")
                }
            }
            let fourth = try await reader.post(Self.path, ["name": "One more"])
            #expect(fourth.status == .conflict && fourth.text.contains("You have 500 collections"))
            #expect(try await reader.get("/en/collections").text.contains("Delete one to make another."))
            try await news.addStory("other", "Other")
            let full = try await reader.post("/en/articles/other/save", ["put": "favourites"])
            #expect(full.status == .conflict && full.text.contains("This collection holds 5000 stories"))
            #expect(try await reader.put("/en/articles/other/save", ["put": "favourites"]).status == .conflict)
        }
    }

    @Test("what is not published has no page to save it; one that was withdrawn is gone from it")
    func unpublished() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            for path in ["/en/articles/none/save", "/en/articles/-/save", "/fr/articles/quay-handed-over/save"] {
                #expect(try await reader.get(path).status == .notFound)
                #expect(try await reader.post(path, ["put": "later"]).status == .notFound)
            }
            try await news.newsroom.database.write { [edition = news.english] in try Articles.withdraw($0, edition, reason: "wrong") }
            #expect(try await reader.post(Self.path, ["put": "later"]).status == .notFound)
            #expect(try await reader.put(Self.path, ["put": "later"]).status == .notFound)
            #expect(try await rows(news) == [0, 0])
        }
    }

    @Test("a reader's own pages show her name; pages that are the same for all do not")
    func name() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            #expect(try await reader.get("/en/collections").text.contains("href=\"/en/account\" data-reader><bdi>Layla</bdi>"))
            #expect(try await reader.get("/en/account").text.contains("data-reader><bdi>Layla</bdi>"))
            #expect(try await reader.get("/en").text.contains("href=\"/en/account\"><bdi>Account</bdi>"))
            #expect(try await Browser(client).get("/en/log-in").text.contains("href=\"/en/account\"><bdi>Account</bdi>"))
        }
    }
}
