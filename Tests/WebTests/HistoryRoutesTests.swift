import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Reading history on the site")
struct HistoryRoutesTests {
    static let story = "/en/articles/quay-handed-over"
    static let page = "/en/collections/history"

    private func visits(_ news: WebNewsroom) async throws -> Int {
        try await news.newsroom.database.read { tx in try tx.one("SELECT count(*) AS n FROM collection_items") { try $0["n"] } }
    }

    /// A visit is noted behind the answer: waits until there are so many, or for what should not come.
    private func visits(_ news: WebNewsroom, become count: Int) async throws -> Bool {
        for _ in 0..<200 {
            if try await visits(news) == count { return true }
            try await Task.sleep(for: .milliseconds(50))
        }
        return false
    }

    @Test("off at first; on it keeps what is opened, shows it, forgets one and all, and off again it keeps nothing", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            try await news.addStory("other", "Other")
            let reader = try await news.reader(client)
            #expect(try await reader.get(Self.page).text.contains("The reading history is off"))
            let on = try await reader.post("/en/history", ["history": "on"])
            #expect(on.headers[.location] == Self.page + "?done=history-on")
            for part in ["Secure", "HttpOnly", "SameSite=Lax"] {
                #expect(on.headers[values: .setCookie].contains { $0.hasPrefix("__Host-history=") && $0.contains(part) })
            }
            let answer = try await reader.get(Self.story)
            #expect(answer.status == .ok && answer.headers[values: .setCookie].isEmpty)
            #expect(try await visits(news, become: 1))
            // A story that the browser has already is opened all the same.
            news.clock.advance(seconds: 60)
            let again = try await reader.get("/en/articles/other", headers: [.ifNoneMatch: "*"])
            #expect(again.status == .notModified)
            #expect(try await visits(news, become: 2))
            let history = try await reader.get(Self.page).text
            #expect(history.contains("Quay handed over") && history.contains("Other") && history.contains("Opened on"))
            let item = try #require(history.components(separatedBy: "data-item=\"").dropFirst().first?.prefix(12)).description
            #expect(try await reader.post(Self.page + "/items", ["item": item]).status == .ok)
            #expect(try await visits(news) == 1)
            try await reader.post("/en/history", ["history": "forget"])
            #expect(try await visits(news) == 0)
            #expect(try await reader.get(Self.page).text.contains("You have not opened a story"))
            _ = try await reader.get(Self.story)
            #expect(try await visits(news, become: 1))
            try await reader.post("/en/history", ["history": "off"])
            #expect(try await visits(news) == 0)
            #expect(await reader.jar["__Host-history"] == nil)
        }
    }

    @Test("nothing is noted of strangers, of who did not choose it, of what browsers and scripts fetch, nor of what is no story")
    func unnoted() async throws {
        try await WebNewsroom.serve { news, client in
            try await news.addStory("other", "Other")
            let (layla, ben) = (try await news.reader(client), try await news.reader(client, "ben@mail.example"))
            try await layla.post("/en/history", ["history": "on"])
            _ = try await ben.get(Self.story)
            // A cookie alone, taken from another browser, is no session.
            let jar = await layla.jar
            let cookie = "__Host-history=\(try #require(jar["__Host-history"]))"
            _ = try await client.execute(uri: Self.story, method: .get, headers: [.cookie: cookie])
            // Nor does it make a reader keep a history who has not chosen to.
            _ = try await client.execute(
                uri: Self.story, method: .get, headers: [.cookie: cookie + "; __Host-session=\(try #require(await ben.jar["__Host-session"]))"])
            for (name, value) in [("Sec-Purpose", "prefetch;prerender"), ("Sec-Fetch-Dest", "empty"), ("Purpose", "prefetch")] {
                _ = try await layla.get("/en/articles/other", headers: [try #require(HTTPField.Name(name)): value])
            }
            for path in ["/en", "/en/articles/none", "/en/articles/quay-handed-over/vote", "/en/pages/quay-handed-over"] {
                _ = try await layla.get(path)
            }
            _ = try await client.execute(
                uri: "/en/articles/other", method: .head, headers: [.cookie: jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")])
            // The one that counts is asked for last: those before it would stand beside it.
            _ = try await layla.get(Self.story)
            var works: [ID<Work>] = []
            for _ in 0..<200 where !works.contains(news.work) {
                try await Task.sleep(for: .milliseconds(50))
                works = try await news.newsroom.database.read { tx in
                    try tx.all("SELECT work_id FROM collection_items") { try $0["work_id"] as ID<Work> }
                }
            }
            #expect(works == [news.work])
            let owners = try await news.newsroom.database.read { tx in
                try tx.one("SELECT count(*) AS n FROM collections WHERE kind = 'history'") { try $0["n"] as Int }
            }
            #expect(owners == 1)
        }
    }

    @Test("the choice follows its reader to her other browsers, and is forgotten by a browser she logs out of")
    func otherBrowsers() async throws {
        try await WebNewsroom.serve { news, client in
            let desk = try await news.reader(client)
            let phone = Browser(client)
            let logIn = ["email": "layla@mail.example", "password": WebNewsroom.password]
            try await phone.post("/en/log-in", logIn)
            #expect(await phone.jar["__Host-history"] == nil)
            try await desk.post("/en/history", ["history": "on"])
            _ = try await phone.get(Self.story + "/mine")
            #expect(await phone.jar["__Host-history"] != nil)
            try await phone.post("/en/log-out", [:])
            #expect(await phone.jar["__Host-history"] == nil)
            try await phone.post("/en/log-in", logIn)
            #expect(await phone.jar["__Host-history"] != nil)
            try await desk.post("/en/history", ["history": "off"])
            try await phone.post("/en/mine", ["stories": "en/quay-handed-over"])
            #expect(await phone.jar["__Host-history"] == nil)
        }
    }

    @Test("it has no other words, and no form that it does not know")
    func input() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            for wish in ["", "ON", "1"] { #expect(try await reader.post("/en/history", ["history": wish]).status == .badRequest) }
            #expect(try await reader.get("/en/history").headers[.location] == Self.page)
            #expect(try await Browser(client).post("/en/history", ["history": "on"]).headers[.location]?.hasPrefix("/en/log-in") == true)
        }
    }
}
