import Basics
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Voting on an article")
struct VoteRoutesTests {
    static let path = "/en/articles/quay-handed-over/vote"
    static let mine = "/en/articles/quay-handed-over/mine"

    private func tally(_ news: WebNewsroom) async throws -> Tally {
        try await news.newsroom.database.read { [work = news.work] in try Votes.tally($0, work) }
    }

    @Test("a reader votes, changes her mind and takes it back, by form; both languages show one result", arguments: TestEngine.allCases)
    func form(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let reader = try await news.reader(client)
            for (vote, up, down) in [("up", 1, 0), ("up", 1, 0), ("down", 0, 1), ("none", 0, 0), ("none", 0, 0), ("up", 1, 0)] {
                let answer = try await reader.post(Self.path, ["vote": vote])
                #expect(answer.status == .seeOther && answer.headers[.location] == Self.path)
                let tally = try await tally(news)
                #expect((tally.up, tally.down) == (up, down), "\(vote)")
            }
            #expect(try await reader.get(Self.path).text.contains("<strong>Up</strong>"))
            let arabic = try await reader.get("/ar/articles/%D8%AA%D8%B3%D9%84%D9%8A%D9%85-%D8%A7%D9%84%D8%B1%D8%B5%D9%8A%D9%81/vote")
            #expect(arabic.text.contains("صوت مؤيد واحد") && arabic.text.contains("<strong>مؤيد</strong>"))
            #expect(try await reader.post(Self.path, ["vote": "twice"]).status == .badRequest)
        }
    }

    @Test("the script's vote is answered with what stands; the private request tells the same, and nobody keeps it")
    func script() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            let answer = try await reader.put(Self.path, ["vote": "down"])
            #expect(answer.status == .ok && answer.text.contains("\"vote\":\"down\"") && answer.text.contains("\"down\":1"))
            let mine = try await reader.get(Self.mine)
            #expect(mine.text.contains("\"votes\":" + answer.text) && mine.headers[.cacheControl] == "no-store")
            #expect(mine.text.contains("\"reader\":\"Layla\""))
            let stranger = try await Browser(client).get(Self.mine)
            #expect(!stranger.text.contains("\"vote\":\"down\"") && stranger.text.contains("\"down\":1"))
            #expect(!stranger.text.contains("\"reader\"") && !stranger.text.contains("\"saves\""))
            #expect(try await Browser(client).put(Self.path, ["vote": "up"]).status == .unauthorized)
            #expect(try await tally(news).up == 0)
        }
    }

    @Test("the article is the same bytes for all, before and after votes, logged in or not")
    func sameBytes() async throws {
        try await WebNewsroom.serve { news, client in
            let before = try await Browser(client).get("/en/articles/quay-handed-over")
            let reader = try await news.reader(client)
            try await reader.post(Self.path, ["vote": "up"])
            let after = try await reader.get("/en/articles/quay-handed-over")
            #expect(before.body == after.body && before.headers[.eTag] == after.headers[.eTag] && after.headers[values: .setCookie].isEmpty)
            #expect(before.text.contains("action=\"\(Self.path)\""))
        }
    }

    @Test("a guest's click is finished after the log-in, which says so before")
    func guestsClick() async throws {
        try await WebNewsroom.serve { news, client in
            let browser = try await news.reader(client)
            try await browser.post("/en/log-out", [:])
            let led = try await browser.post(Self.path, ["vote": "up"])
            let logIn = try #require(led.headers[.location])
            #expect(led.status == .seeOther && logIn == "/en/log-in?next=%2Fen%2Farticles%2Fquay-handed-over%2Fvote&vote=up")
            #expect(try await tally(news).up == 0)
            #expect(try await browser.get(logIn).text.contains("Once you are logged in, your vote is counted: up."))
            let back = try await browser.post(
                "/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password, "next": Self.path, "vote": "up"])
            #expect(back.headers[.location] == Self.path)
            #expect(try await tally(news).up == 1)
        }
    }

    @Test("the voter is the session, whatever the form says")
    func forgedVoter() async throws {
        try await WebNewsroom.serve { news, client in
            let (layla, mallory) = (try await news.reader(client), try await news.reader(client, "mallory@mail.example"))
            try await layla.post(Self.path, ["vote": "up"])
            try await mallory.post(Self.path, ["vote": "down", "reader": "1", "reader_id": "1", "author_id": "1", "user": "layla@mail.example"])
            let tally = try await tally(news)
            #expect((tally.up, tally.down) == (1, 1))
        }
    }

    @Test("two hundred at once by one reader are one vote")
    func race() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            let jar = await reader.jar
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<200 {
                    group.addTask {
                        let headers: HTTPFields = [
                            .secFetchSite: "same-origin", .contentType: "application/x-www-form-urlencoded",
                            .cookie: jar.map { "\($0.key)=\($0.value)" }.joined(separator: "; "),
                        ]
                        let body = "vote=\(number.isMultiple(of: 2) ? "up" : "down")"
                        _ = try? await client.execute(uri: Self.path, method: .put, headers: headers, body: body)
                    }
                }
            }
            let tally = try await tally(news)
            #expect(tally.up + tally.down == 1)
            #expect(try await Votes.reconcile(news.newsroom.database).isEmpty)
        }
    }

    @Test("what is not published, withdrawn or closed takes no vote, and says why")
    func refused() async throws {
        try await WebNewsroom.serve { news, client in
            let reader = try await news.reader(client)
            #expect(try await reader.post("/en/articles/no-such-story/vote", ["vote": "up"]).status == .notFound)
            try await news.newsroom.database.write { [work = news.work] in try Votes.close($0, work) }
            let closed = try await reader.post(Self.path, ["vote": "up"])
            #expect(closed.status == .conflict && closed.text.contains("role=\"alert\""))
            #expect(try await reader.put(Self.path, ["vote": "up"]).status == .conflict)
            #expect(try await reader.get(Self.path).text.contains("Voting is closed"))
            try await news.newsroom.database.write { [edition = news.english] in try Articles.withdraw($0, edition, reason: "wrong") }
            #expect(try await reader.post(Self.path, ["vote": "up"]).status == .notFound)
            #expect(try await tally(news).up == 0)
        }
    }

    @Test("guests vote where the newsroom lets them: counted apart, and theirs once they log in")
    func guests() async throws {
        try await WebNewsroom.serve(face: "timezone: Africa/Tripoli\nvoters: everyone\n") { news, client in
            let browser = try await news.reader(client)
            try await browser.post("/en/log-out", [:])
            for _ in 0..<3 { try await browser.post(Self.path, ["vote": "up"]) }
            var tally = try await tally(news)
            #expect((tally.up, tally.guests.up) == (0, 1))
            #expect(try await browser.get(Self.path).text.contains("Votes of guests, which are not in the result: 1 vote up"))
            try await browser.post("/en/log-in", ["email": "layla@mail.example", "password": WebNewsroom.password])
            tally = try await self.tally(news)
            #expect((tally.up, tally.guests.up) == (1, 0))
            #expect(await browser.jar["__Host-guest"] == nil)
        }
    }
}
