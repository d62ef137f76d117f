import Basics
import Foundation
import HTTPTypes
import Markup
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("What the public has seen of an article")
struct ArticleHistoryTests {
    private static let path = "/en/articles/quay-handed-over"

    /// Publishes two more texts, an hour apart, with a draft that nobody sees between and behind them.
    private static func write(_ news: WebNewsroom) async throws {
        for (day, draft) in [("Monday", "Secret one"), ("Tuesday", "Secret two")] {
            news.clock.advance(seconds: 3_600)
            try await news.newsroom.database.write { tx in
                let text = { (body: String) in
                    Content(
                        headline: "Quay handed over", standfirst: "",
                        body: StoryParser.html("<p>\(body)</p><h2>What comes next</h2><p>Nobody said.</p>").story)
                }
                let revision = try #require(try Articles.revise(tx, news.english, text("The quay was handed over on \(day)."), author: "test"))
                try Articles.publish(tx, news.english, revision, at: tx.now, updated: tx.now)
                _ = try Articles.revise(tx, news.english, text(draft), author: "test")
            }
        }
    }

    @Test("each text is told with its moment and what changed in it; drafts are nowhere")
    func history() async throws {
        try await WebNewsroom.serve { news, client in
            #expect(try await !client.execute(uri: Self.path, method: .get).text.contains("/versions"))
            try await Self.write(news)
            var follower = OutboxFollower()
            try await news.refresh(&follower)
            news.site.cache.invalidate([.work(news.work)])
            #expect(try await client.execute(uri: Self.path, method: .get).text.contains("\(Self.path)/versions"))
            let list = try await client.execute(uri: Self.path + "/versions", method: .get)
            for number in 1...3 { #expect(list.text.contains("\(Self.path)/versions/\(number)\"")) }
            #expect(list.text.contains("\(Self.path)/versions/3/since/2") && !list.text.contains("versions/4"))
            let first = try await client.execute(uri: Self.path + "/versions/1", method: .get)
            #expect(first.status == .ok && first.text.contains("on Sunday") && first.text.contains("This is an earlier text."))
            let changes = try await client.execute(uri: Self.path + "/versions/3/since/1", method: .get)
            #expect(changes.text.contains("Tuesday</ins>") && changes.text.contains("<del>"))
            for page in ["/versions", "/versions/1", "/versions/2", "/versions/3", "/versions/3/since/1", "/timemap"] {
                #expect(try await !client.execute(uri: Self.path + page, method: .get).text.contains("Secret"), "\(page)")
            }
            for bad in ["/versions/0", "/versions/4", "/versions/01", "/versions/1abc", "/versions/1/since/1", "/versions/1/since/2", "/versions/x"] {
                #expect(try await client.execute(uri: Self.path + bad, method: .get).status == .notFound, "\(bad)")
            }
        }
    }

    @Test("archives find their way: the map, the gate by a moment, and the moment of each text (RFC 7089)")
    func mementos() async throws {
        try await WebNewsroom.serve { news, client in
            let start = news.clock.now
            try await Self.write(news)
            let origin = "https://news.example"
            let original = try await client.execute(uri: Self.path, method: .get)
            let links = try #require(original.headers[.links])
            #expect(links.contains("<\(origin)\(Self.path)/timegate>; rel=\"timegate\"") && links.contains("/timemap>; rel=\"timemap\""))
            let map = try await client.execute(uri: Self.path + "/timemap", method: .get)
            #expect(map.headers[.contentType] == "application/link-format")
            let lines = map.text.split(separator: "\n").map(String.init)
            #expect(lines.count == 6 && lines[0] == "<\(origin)\(Self.path)>; rel=\"original\",")
            #expect(lines[3] == "<\(origin)\(Self.path)/versions/1>; rel=\"first memento\"; datetime=\"\(start.httpDate)\",")
            #expect(lines[5].hasPrefix("<\(origin)\(Self.path)/versions/3>; rel=\"last memento\"; datetime="))
            let memento = try await client.execute(uri: Self.path + "/versions/2", method: .get)
            #expect(memento.headers[.mementoDatetime] == start.adding(seconds: 3_600).httpDate)
            #expect(memento.headers[.links]?.contains("<\(origin)\(Self.path)>; rel=\"original\"") == true)

            for (seconds, number) in [(-86_400, 1), (0, 1), (3_599, 1), (3_600, 2), (7_200, 3), (999_999, 3)] as [(Int64, Int)] {
                let gate = try await client.execute(
                    uri: Self.path + "/timegate", method: .get, headers: [.acceptDatetime: start.adding(seconds: seconds).httpDate])
                #expect(gate.status == .found && gate.headers[.location] == "\(Self.path)/versions/\(number)", "\(seconds)")
                #expect(gate.headers[.vary] == "Accept-Datetime")
            }
            #expect(try await client.execute(uri: Self.path + "/timegate", method: .get).headers[.location] == "\(Self.path)/versions/3")
            let bad = try await client.execute(uri: Self.path + "/timegate", method: .get, headers: [.acceptDatetime: "yesterday"])
            #expect(bad.status == .badRequest)
        }
    }

    @Test("of a withdrawn article the history stays with the reason, and its texts are gone")
    func withdrawn() async throws {
        try await WebNewsroom.serve { news, client in
            try await Self.write(news)
            #expect(try await client.execute(uri: Self.path + "/versions/1", method: .get).status == .ok)
            try await news.newsroom.database.write { try Articles.withdraw($0, news.english, reason: "It was <wrong>.") }
            news.site.cache.invalidate([.work(news.work)])
            let list = try await client.execute(uri: Self.path + "/versions", method: .get)
            #expect(list.status == .ok && list.text.contains("It was &lt;wrong&gt;.") && !list.text.contains("versions/1\""))
            for path in ["/versions/1", "/versions/3/since/1"] {
                let gone = try await client.execute(uri: Self.path + path, method: .get)
                #expect(gone.status == .gone && !gone.text.contains("on Sunday"), "\(path)")
            }
            #expect(try await client.execute(uri: Self.path + "/timemap", method: .get).status == .notFound)
            #expect(try await client.execute(uri: Self.path + "/timegate", method: .get).status == .notFound)
            // Hidden, it was never there.
            _ = try await news.newsroom.database.write { try $0.run("UPDATE editions SET visibility = 'private' WHERE id = \(news.english)") }
            news.site.cache.invalidate([.work(news.work)])
            for path in ["/versions", "/versions/1", "/timemap", "/timegate"] {
                #expect(try await client.execute(uri: Self.path + path, method: .get).status == .notFound, "\(path)")
            }
        }
    }

    @Test(
        "dates of HTTP are read back as they were written, and nothing else is one",
        arguments: [0, 951_782_400, 1_795_824_000, 4_102_444_799] as [Int64])
    func dates(seconds: Int64) {
        let moment = Instant(seconds: seconds)
        #expect(Instant(httpDate: moment.httpDate) == moment)
        for bad in [
            "", "Sun, 31 May 2020 18:20:00 +0000", "Mon, 31 May 2020 18:20:00 GMT", "Sun, 32 May 2020 18:20:00 GMT", "Sun, 31 May 2020 24:20:00 GMT",
        ] {
            #expect(Instant(httpDate: bad) == nil, "\(bad)")
        }
        #expect(Instant(httpDate: "Sun, 31 May 2020 18:20:00 GMT")?.seconds == 1_590_949_200)
    }
}

@Suite("The desk around a story")
struct DeskAroundTests {
    @Test("a draft is previewed as its readers would see it, by those who work here and nobody else, in a frame that only the desk holds")
    func preview() async throws {
        try await WebNewsroom.serve { news, client in
            let ben = try await news.staff(client, "ben", .reporter)
            try await news.newsroom.database.write { tx in
                let content = Content(headline: "Not out yet", standfirst: "", body: StoryParser.html("<p>Draft text.</p>").story)
                _ = try Articles.revise(tx, news.english, content, author: "test")
            }
            let story = "/en/desk/stories/\(news.english)"
            let page = try await ben.get(story + "/preview")
            #expect(page.text.components(separatedBy: "<iframe src=\"\(story)/preview/page\" sandbox=\"allow-same-origin\"").count == 3)
            #expect(page.headers[.contentSecurityPolicy]?.contains("frame-src 'self'") == true)
            #expect(page.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'none'") == true)
            let inside = try await ben.get(story + "/preview/page")
            #expect(inside.text.contains("<h1>Not out yet</h1>") && inside.text.contains("Draft text."))
            #expect(inside.headers[.contentSecurityPolicy]?.contains("frame-ancestors 'self'") == true && inside.headers[.cacheControl] == "no-store")
            #expect(try await !client.execute(uri: "/en/articles/quay-handed-over", method: .get).text.contains("Draft text."))
            for path in ["/preview", "/preview/page"] {
                #expect(try await client.execute(uri: story + path, method: .get).status == .seeOther, "\(path)")
            }
            let reader = try await news.reader(client)
            #expect(try await reader.get(story + "/preview/page").status == .forbidden)
        }
    }

    @Test("a translation is told what its original has changed since, and says that it has it")
    func following() async throws {
        try await WebNewsroom.serve(face: "timezone: Africa/Tripoli\n") { news, client in
            let (ada, tara) = (try await news.staff(client, "ada", .administrator), try await news.staff(client, "tara", .translator))
            _ = try await news.newsroom.database.write { try $0.run("DELETE FROM editions WHERE work_id = \(news.work) AND language = 'ar'") }
            let begun = try await tara.post("/en/desk/stories/\(news.english)/translation", ["language": "ar"])
            let translation = try #require(begun.headers[.location])
            let fresh = try await tara.get(translation)
            #expect(fresh.text.contains("class=\"original\"") && !fresh.text.contains("The original has changed"))
            #expect(fresh.text.components(separatedBy: "<div class=\"block\">").count == 4)
            let revision = try await news.newsroom.database.write { tx in
                let content = Content(
                    headline: "Quay handed over", standfirst: "", body: StoryParser.html(WebNewsroom.story.replacing("Sunday", with: "Monday")).story)
                let revision = try #require(try Articles.revise(tx, news.english, content, author: "test"))
                try Articles.publish(tx, news.english, revision, at: tx.now, updated: tx.now)
                return revision
            }
            let behind = try await tara.get(translation)
            #expect(behind.text.contains("The original has changed") && behind.text.contains("Monday</ins>"))
            #expect(try await ada.get("/en/desk?tray=translations").text.contains(translation))
            #expect(try await ada.post(translation + "/original", ["revision": "999"]).status == .notFound)
            #expect(try await tara.post(translation + "/original", ["revision": "\(revision)"]).status == .seeOther)
            #expect(try await !tara.get(translation).text.contains("The original has changed"))
            #expect(try await news.newsroom.database.read { try Audit.newest($0).first?.action } == "edition.followed")
            #expect(try await !ada.get("/en/desk?tray=translations").text.contains(translation))
        }
    }

    @Test("the front page is put in order by a form; readers see it at once")
    func front() async throws {
        try await WebNewsroom.serve { news, client in
            for (slug, name) in [("a", "Alpha"), ("b", "Beta"), ("c", "Gamma")] { try await news.addStory(slug, name) }
            let (ada, ben) = (try await news.staff(client, "ada", .editor), try await news.staff(client, "ben", .reporter))
            func lead() async throws -> String {
                news.site.cache.invalidate([.latest(.en)])
                let text = try await client.execute(uri: "/en", method: .get).text
                return String(try #require(text.firstMatch(of: /<h2[^>]*><a [^>]*>([^<]*)</)?.output.1))
            }
            #expect(try await lead() == "Gamma")
            let page = try await ada.get("/ar/desk/front/en")
            #expect(page.text.contains("<option value=\"\(news.work)\">\u{2068}Quay handed over\u{2069}"))
            #expect(
                try await ada.post("/ar/desk/front/en", ["place-0": "\(news.work)", "place-1": "", "place-2": "", "place-3": ""]).status == .seeOther)
            #expect(try await lead() == "Quay handed over")
            #expect(try await ada.get("/ar/desk/front/en").text.contains("<option value=\"\(news.work)\" selected>\u{2068}Quay handed over\u{2069}"))
            let twice = try await ada.post("/en/desk/front/en", ["place-0": "\(news.work)", "place-1": "\(news.work)"])
            #expect(twice.status == .badRequest && twice.text.contains("A story stands at two places."))
            #expect(try await ben.get("/en/desk/front/en").status == .forbidden)
            for bad in ["/en/desk/front/fr", "/en/desk/front/EN"] { #expect(try await ada.get(bad).status == .notFound, "\(bad)") }
        }
    }
}
