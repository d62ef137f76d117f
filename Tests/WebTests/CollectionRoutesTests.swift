import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Pages of collections")
struct CollectionRoutesTests {
    static let story = "/en/articles/quay-handed-over"

    /// A newsroom whose reader Layla has a collection "Bases" with two stories and a note, and one who is not her.
    private struct Shelf: Sendable {
        let news: WebNewsroom
        let client: SiteClient
        let layla: Browser
        let mallory: Browser
        let code: String

        var path: String { "/en/collections/\(code)" }

        func items() async throws -> [String] {
            let page = try await layla.get(path).text
            return page.components(separatedBy: "data-item=\"").dropFirst().map { String($0.prefix(12)) }
        }

        /// The headlines in the order of the page.
        func order(_ browser: Browser? = nil) async throws -> [String] {
            try await (browser ?? layla).get(path).text.components(separatedBy: "<h2><a href=\"").dropFirst().map { part in
                String(part.drop { $0 != ">" }.dropFirst().prefix { $0 != "<" })
            }
        }

        /// All that is kept, to see that nothing has changed.
        func rows() async throws -> [String] {
            try await news.newsroom.database.read { tx in
                try tx.all("SELECT code, name, description, visibility, sorting, coalesce(cover_work_id, 0) AS cover FROM collections ORDER BY id") {
                    "\(try $0["code"] as String) \(try $0["name"] as String) \(try $0["description"] as String) \(try $0["visibility"] as String) \(try $0["sorting"] as String) \(try $0["cover"] as Int64)"
                }
                    + tx.all("SELECT collection_id, work_id, position, note FROM collection_items ORDER BY collection_id, work_id") {
                        "\(try $0["collection_id"] as Int64) \(try $0["work_id"] as Int64) \(try $0["position"] as Int64) \(try $0["note"] as String)"
                    }
            }
        }

        func link() async throws -> String? {
            let page = try await layla.get(path + "/edit").text
            return page.components(separatedBy: "data-copy=\"https://news.example").dropFirst().first.map { String($0.prefix { $0 != "\"" }) }
        }
    }

    private static func withShelf(_ engine: TestEngine = .sqlite, _ body: @escaping @Sendable (Shelf) async throws -> Void) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            try await news.addStory("other", "Other")
            let (layla, mallory) = (try await news.reader(client), try await news.reader(client, "mallory@mail.example"))
            let made = try await layla.post("/en/collections", ["name": "Bases"])
            let code = try #require(made.headers[.location]?.split(separator: "/").last?.prefix(12)).description
            try await layla.post(story + "/save", ["put": code])
            news.clock.advance(seconds: 60)
            try await layla.post("/en/articles/other/save", ["put": code])
            try await body(Shelf(news: news, client: client, layla: layla, mallory: mallory, code: code))
        }
    }

    @Test("its owner sees it, orders it, notes on it, renames it, and others find nothing", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await Self.withShelf(engine) { shelf in
            let (layla, path) = (shelf.layla, shelf.path)
            let page = try await layla.get(path)
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store" && page.headers[.referrerPolicy] == "no-referrer")
            #expect(page.text.contains("<h1><bdi>Bases</bdi></h1>") && page.text.contains("2 stories") && page.text.contains("noindex"))
            #expect(try await shelf.order() == ["Other", "Quay handed over"])
            #expect(try await layla.post(path + "/sorting", ["sorting": "oldest"]).headers[.location] == path)
            #expect(try await shelf.order() == ["Quay handed over", "Other"])
            try await layla.post(path + "/sorting", ["sorting": "by-hand"])
            #expect(try await shelf.order() == ["Other", "Quay handed over"])
            let items = try await shelf.items()
            let moved = try await layla.post(path + "/order", ["item": items[1], "to": "up"])
            #expect(moved.headers[.location] == path + "?done=moved#i-\(items[1])")
            #expect(try await shelf.order() == ["Quay handed over", "Other"])
            let placed = try await layla.put(path + "/order", ["item": items[1], "after": items[0]])
            #expect(placed.text == "{\"words\":\"Now at place 2 of 2.\",\"place\":2}")
            #expect(try await layla.put(path + "/order", ["item": items[1], "before": items[0]]).text.contains("\"place\":1"))
            #expect(try await layla.put(path + "/order", ["item": items[1], "to": "down"]).text.contains("\"place\":2"))

            try await layla.post(path + "/notes", ["item": items[0], "note": "Ask <the> port\n\nagain"])
            #expect(try await layla.get(path).text.contains("dir=\"auto\">Ask &lt;the&gt; port\n\nagain</p>"))
            try await layla.post(path + "/edit", ["name": "قواعد في ليبيا", "description": "كل ما كُتب"])
            let edited = try await layla.get(path).text
            #expect(edited.contains("<bdi>قواعد في ليبيا</bdi>") && edited.contains("كل ما كُتب"))
            let overview = try await layla.get("/ar/collections").text
            #expect(overview.contains("قواعد في ليبيا") && overview.contains("خبران") && overview.contains("كل مجموعاتك خاصة"))
            for stranger in [shelf.mallory, Browser(shelf.client)] { #expect(try await stranger.get(path).status == .notFound) }
        }
    }

    @Test("private is a 404 for others everywhere, the same as for what never was")
    func privacy() async throws {
        try await Self.withShelf { shelf in
            for stranger in [shelf.mallory, Browser(shelf.client)] {
                for end in ["", "/page/2", "/feed.xml"] {
                    let (hers, none) = (try await stranger.get(shelf.path + end), try await stranger.get("/en/collections/AAAAAAAAAAAA" + end))
                    #expect(hers.status == .notFound && hers.body == none.body && hers.headers == none.headers, "\(end)")
                }
            }
            // Its owner has no feed of it either: a feed's reader is never logged in.
            #expect(try await shelf.layla.get(shelf.path + "/feed.xml").status == .notFound)
            for end in ["/edit", "/sharing", "/order"] {
                let answer = try await shelf.mallory.get(shelf.path + end)
                #expect(answer.status == .notFound || answer.headers[.location]?.hasPrefix("/en/collections/") == true)
                #expect(!answer.text.contains("Bases"))
            }
            #expect(try await Browser(shelf.client).get("/en/collections").headers[.location] == "/en/log-in?next=%2Fen%2Fcollections")
            #expect(try await Browser(shelf.client).get("/en/collections/later").headers[.location] == "/en/log-in?next=%2Fen%2Fcollections%2Flater")
            #expect(
                try await Browser(shelf.client).get("/en/log-in?next=%2Fen%2Fcollections%2Flater").text.contains("Log in to see what you have saved.")
            )
        }
    }

    @Test("nothing of another reader's can be changed, by any form; nothing changes")
    func forged() async throws {
        try await Self.withShelf { shelf in
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "public"])
            let (before, items) = (try await shelf.rows(), try await shelf.items())
            let forms: [(String, [String: String])] = [
                ("edit", ["name": "Mine now", "description": ""]), ("sharing", ["visibility": "private"]), ("sharing", ["renew": "1"]),
                ("deletion", ["sure": "on"]), ("sorting", ["sorting": "oldest"]), ("order", ["item": items[0], "to": "down"]),
                ("notes", ["item": items[0], "note": "x"]), ("items", ["item": items[0]]), ("cover", ["item": items[0]]), ("cover", ["item": ""]),
                ("items", ["back": "1", "story": "en/other", "note": "", "at": "1", "place": "1"]),
            ]
            for (part, fields) in forms {
                #expect(try await shelf.mallory.post("\(shelf.path)/\(part)", fields).status == .notFound, "\(part)")
                let stranger = try await Browser(shelf.client).post("\(shelf.path)/\(part)", fields)
                #expect(stranger.status == .seeOther && stranger.headers[.location]?.hasPrefix("/en/log-in") == true, "\(part)")
            }
            #expect(try await shelf.mallory.put(shelf.path + "/order", ["item": items[0], "after": items[1]]).status == .notFound)
            #expect(try await shelf.rows() == before)

            // An item's name means nothing in another collection, nor does the database's number.
            let made = try await shelf.mallory.post("/en/collections", ["name": "Hers"])
            let own = try #require(made.headers[.location]?.prefix { $0 != "?" }).description
            try await shelf.mallory.post("/en/articles/other/save", ["put": String(own.suffix(12))])
            for item in items + ["1", "2", "0", "", "-1"] {
                for (part, more) in [("order", ["to": "up"]), ("notes", ["note": "x"]), ("items", [:])] {
                    #expect(
                        try await shelf.mallory.post("\(own)/\(part)", ["item": item].merging(more) { $1 }).status == .notFound, "\(part) \(item)")
                }
            }
        }
    }

    @Test("a public collection is for all, without notes and tools; private again it is gone", arguments: TestEngine.allCases)
    func published(engine: TestEngine) async throws {
        try await Self.withShelf(engine) { shelf in
            let items = try await shelf.items()
            try await shelf.layla.post(shelf.path + "/notes", ["item": items[0], "note": "Secret note"])
            let done = try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "public"])
            #expect(done.headers[.location] == shelf.path + "/edit?done=shared")
            for stranger in [shelf.mallory, Browser(shelf.client)] {
                let page = try await stranger.get(shelf.path)
                #expect(page.status == .ok && page.text.contains("A collection by <bdi>Layla</bdi>") && page.headers[values: .setCookie].isEmpty)
                for hidden in ["Secret note", "data-item", "/notes", "/edit", "layla@"] { #expect(!page.text.contains(hidden), "\(hidden)") }
                #expect(page.text.contains("\(shelf.path)/feed.xml"))
            }
            #expect(try await Browser(shelf.client).get("/ar/collections/\(shelf.code)").text.contains("مجموعة من <bdi>Layla</bdi>"))
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "private"])
            #expect(try await Browser(shelf.client).get(shelf.path).status == .notFound)
            #expect(try await Browser(shelf.client).get(shelf.path + "/feed.xml").status == .notFound)
        }
    }

    @Test("the feed of a public collection is RSS of its stories, in its order, known again by its ETag")
    func feed() async throws {
        try await Self.withShelf { shelf in
            try await shelf.layla.post(shelf.path + "/edit", ["name": "Bases & <ports>", "description": "Line\u{7} one"])
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "public"])
            let feed = try await Browser(shelf.client).get(shelf.path + "/feed.xml")
            #expect(
                feed.status == .ok && feed.headers[.contentType] == "application/rss+xml; charset=utf-8" && feed.headers[.cacheControl] == "no-store")
            func texts(_ tag: String) -> [String] {
                feed.text.components(separatedBy: "<\(tag)>").dropFirst().map { $0.components(separatedBy: "</\(tag)>")[0] }
            }
            #expect(texts("title")[0].contains("Bases &amp; &lt;ports&gt;") && texts("description")[0] == "Line one")
            #expect(texts("title").dropFirst() == ["Other", "Quay handed over"])
            #expect(
                texts("link") == ["https://news.example\(shelf.path)", "https://news.example/en/articles/other", "https://news.example\(Self.story)"])
            let known = try #require(feed.headers[.eTag])
            #expect(try await Browser(shelf.client).get(shelf.path + "/feed.xml", headers: [.ifNoneMatch: known]).status == .notModified)
        }
    }

    @Test("a link opens it to whoever has it, until it is renewed or revoked; it is told to nobody", arguments: TestEngine.allCases)
    func link(engine: TestEngine) async throws {
        try await Self.withShelf(engine) { shelf in
            let none = try await shelf.link()
            #expect(none == nil)
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "unlisted"])
            let first = try #require(try await shelf.link())
            let stranger = Browser(shelf.client)
            let page = try await stranger.get(first)
            #expect(page.status == .ok && page.text.contains("<bdi>Bases</bdi>") && page.headers[.referrerPolicy] == "no-referrer")
            #expect(page.headers[.cacheControl] == "no-store" && page.text.contains("noindex") && !page.text.contains(shelf.code))
            // Its plain address and its feed stay closed, and its owner sees by the link what others see.
            #expect(try await stranger.get(shelf.path).status == .notFound)
            #expect(try await stranger.get(shelf.path + "/feed.xml").status == .notFound)
            #expect(try await shelf.layla.get(first).text.contains("data-item") == false)
            #expect(try await stranger.get(first.replacing("/en/", with: "/ar/")).status == .ok)

            #expect(try await shelf.layla.post(shelf.path + "/sharing", ["renew": "1"]).status == .seeOther)
            let second = try #require(try await shelf.link())
            #expect(try await stranger.get(first).status == .notFound)
            #expect(try await stranger.get(second).status == .ok)
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "private"])
            for dead in [first, second, "/en/shared/\(Token().text)", "/en/shared/x", "/en/shared/\(shelf.code)"] {
                let answer = try await stranger.get(dead)
                #expect(answer.status == .notFound)
            }
            #expect(try await shelf.layla.post(shelf.path + "/sharing", ["renew": "1"]).status == .conflict)
        }
    }

    @Test("a withdrawn story is no longer available, for its owner and others, and can still be taken out and put back")
    func withdrawn() async throws {
        try await Self.withShelf { shelf in
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "public"])
            let items = try await shelf.items()
            let editions = try await shelf.news.newsroom.database.read { [work = shelf.news.work] in try Articles.editions($0, of: work).map(\.id) }
            try await shelf.news.newsroom.database.write { tx in for id in editions { try Articles.withdraw(tx, id, reason: "Untrue") } }
            for browser in [shelf.layla, shelf.mallory] {
                let page = try await browser.get(shelf.path).text
                #expect(page.contains("This story is no longer available.") && !page.contains("Quay handed over"))
            }
            #expect(try await shelf.mallory.get(shelf.path + "/feed.xml").text.contains("Quay") == false)
            let taken = try await shelf.layla.post(shelf.path + "/items", ["item": items[1]])
            #expect(taken.status == .ok && taken.text.contains("Removed from"))
            let undo = try #require(SaveRoutesTests.undo(in: taken.text))
            #expect(undo["story"] == "ar/تسليم-الرصيف")
            #expect(try await shelf.layla.post(shelf.path + "/items", undo).headers[.location] == shelf.path + "?done=back#i-\(items[1])")
            #expect(try await shelf.items() == items)
        }
    }

    @Test("what is taken out comes back to its place with its note")
    func undo() async throws {
        try await Self.withShelf { shelf in
            try await shelf.layla.post(shelf.path + "/sorting", ["sorting": "by-hand"])
            let items = try await shelf.items()
            try await shelf.layla.post(shelf.path + "/notes", ["item": items[0], "note": "mine & yours"])
            let before = try await shelf.rows()
            let taken = try await shelf.layla.post(shelf.path + "/items", ["item": items[0]])
            #expect(try await shelf.items() == [items[1]])
            // Sent twice, it is gone already.
            #expect(try await shelf.layla.post(shelf.path + "/items", ["item": items[0]]).status == .notFound)
            try await shelf.layla.post(shelf.path + "/items", try #require(SaveRoutesTests.undo(in: taken.text)))
            #expect(try await shelf.rows() == before)
            for story in ["en/none", "x", "en/", "/other", "en/other/x"] {
                let form = ["back": "1", "story": story, "note": "", "at": "1", "place": "1"]
                let status = try await shelf.layla.post(shelf.path + "/items", form).status
                #expect(status == .notFound || status == .badRequest, "\(story)")
            }
            #expect(try await shelf.rows() == before)
        }
    }

    @Test("it is deleted only when that is said twice, and takes its link along")
    func deletion() async throws {
        try await Self.withShelf { shelf in
            try await shelf.layla.post(shelf.path + "/sharing", ["visibility": "unlisted"])
            let link = try #require(try await shelf.link())
            let asked = try await shelf.layla.post(shelf.path + "/deletion", [:])
            #expect(asked.status == .badRequest && asked.text.contains("Tick “Yes, delete it” first."))
            #expect(try await shelf.layla.get(shelf.path).status == .ok)
            #expect(try await shelf.layla.post(shelf.path + "/deletion", ["sure": "on"]).headers[.location] == "/en/collections?done=deleted")
            #expect(try await shelf.layla.get(shelf.path).status == .notFound)
            #expect(try await Browser(shelf.client).get(link).status == .notFound)
            #expect(try await shelf.layla.get("/en/collections?done=deleted").text.contains("The collection is deleted."))
        }
    }

    @Test("what everyone has cannot be renamed, shared or deleted, and is there before its first use")
    func standing() async throws {
        try await Self.withShelf { shelf in
            for name in ["later", "favourites", "history"] {
                let page = try await shelf.layla.get("/en/collections/\(name)")
                #expect(page.status == .ok, "\(name)")
                #expect(try await shelf.layla.get("/en/collections/\(name)/edit").status == .notFound)
            }
            try await shelf.layla.post(Self.story + "/save", ["put": "later"])
            let before = try await shelf.rows()
            #expect(try await shelf.layla.post("/en/collections/later/edit", ["name": "x", "description": ""]).status == .forbidden)
            #expect(try await shelf.layla.post("/en/collections/later/sharing", ["visibility": "public"]).status == .forbidden)
            #expect(try await shelf.layla.post("/en/collections/later/deletion", ["sure": "on"]).status == .forbidden)
            #expect(try await shelf.layla.get("/en/collections/later/edit").status == .notFound)
            #expect(try await shelf.rows() == before)
            #expect(try await shelf.mallory.get("/en/collections/later").text.contains("Nothing here yet."))
        }
    }

    @Test("long and hostile names, descriptions and notes are refused at their field or cleaned, and nothing is lost")
    func input() async throws {
        try await Self.withShelf { shelf in
            let (before, items) = (try await shelf.rows(), try await shelf.items())
            let long = String(repeating: "ن", count: 10_000)
            for (path, fields, place) in [
                ("/en/collections", ["name": long], "id=\"e-name\""), ("/en/collections", ["name": "\u{202E}\u{2069}"], "id=\"e-name\""),
                ("/en/collections", ["name": "bases"], "id=\"e-name\""), (shelf.path + "/edit", ["name": long, "description": ""], "id=\"e-name\""),
                (shelf.path + "/edit", ["name": "x", "description": String(repeating: "ن", count: 2_001)], "id=\"e-description\""),
                (shelf.path + "/notes", ["item": items[0], "note": String(repeating: "n", count: 2_001)], "<details class=\"noting\" open>"),
            ] {
                let answer = try await shelf.layla.post(path, fields)
                #expect((answer.status == .badRequest || answer.status == .conflict) && answer.text.contains(place), "\(path)")
            }
            for (path, fields) in [
                ("sorting", ["sorting": "name; DROP TABLE"]), ("order", ["item": items[0], "to": "sideways"]), ("sharing", ["visibility": "all"]),
            ] {
                #expect(try await shelf.layla.post("\(shelf.path)/\(path)", fields).status == .badRequest, "\(path)")
            }
            #expect(try await shelf.rows() == before)
            for path in ["/en/collections/\(long.prefix(300))", "/en/collections/a%00b", "/en/collections/%2e%2e", "/en/collections/\(shelf.code)x"] {
                #expect(try await shelf.layla.get(path).status == .notFound)
            }
            let name = "<script>alert(1)</script>\u{202E}\" onx=\"1"
            try await shelf.layla.post(shelf.path + "/edit", ["name": name, "description": "\u{202E}<img src=x onerror=alert(1)>"])
            for path in [shelf.path, shelf.path + "/edit", "/en/collections", Self.story + "/save"] {
                let page = try await shelf.layla.get(path).text
                #expect(
                    page.contains("&lt;script&gt;") && !page.contains("<script>alert") && !page.contains("<img src=x") && !page.contains("\u{202E}"))
            }
        }
    }

    @Test("a collection of more than a page is turned page by page; beyond the last there is nothing")
    func pages() async throws {
        try await Self.withShelf { shelf in
            for number in 1...20 {
                try await shelf.news.addStory("more-\(number)", "More \(number)")
                try await shelf.layla.post("/en/articles/more-\(number)/save", ["put": shelf.code])
            }
            try await shelf.layla.post(shelf.path + "/sorting", ["sorting": "by-hand"])
            let first = try await shelf.items()
            let second = try await shelf.layla.get(shelf.path + "/page/2")
            #expect(first.count == 20 && second.text.contains("Quay handed over") && second.text.components(separatedBy: "data-item").count == 3)
            for path in ["/page/3", "/page/1", "/page/0", "/page/x"] { #expect(try await shelf.layla.get(shelf.path + path).status == .notFound) }
            // Up from the second page's head is onto the first.
            let item = try #require(second.text.components(separatedBy: "data-item=\"").dropFirst().first?.prefix(12)).description
            try await shelf.layla.post(shelf.path + "/order", ["item": item, "to": "up"])
            #expect(try await shelf.items().last == item)
        }
    }

    @Test("fifty of one name at once are one collection", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await Self.withShelf(engine) { shelf in
            let jar = await shelf.layla.jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
            let statuses = await withTaskGroup(of: HTTPResponse.Status?.self) { group in
                for _ in 0..<50 {
                    group.addTask {
                        let headers: HTTPFields = [
                            .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded", .cookie: jar,
                        ]
                        return try? await shelf.client.execute(uri: "/en/collections", method: .post, headers: headers, body: "name=Race").status
                    }
                }
                return await group.reduce(into: [HTTPResponse.Status: Int]()) { if let status = $1 { $0[status, default: 0] += 1 } }
            }
            #expect(statuses[.seeOther] == 1 && statuses[.internalServerError] == nil, "\(statuses)")
            let made = try await shelf.rows().filter { $0.contains(" Race ") }
            #expect(made.count == 1)
        }
    }
}
