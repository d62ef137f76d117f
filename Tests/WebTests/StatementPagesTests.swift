import Basics
import Foundation
import HTTPTypes
import Linguistics
import Markup
import NIOCore
import Newsroom
import Storage
import Testing

@testable import Web

@Suite("Who said what, on pages")
struct StatementPagesTests {
    private static let body = "<p>Minister Layla Haddad said the quay opens on Sunday.</p><p>Others doubt it.</p>"

    /// The form by which a statement of that text is confirmed; places in headline, standfirst and text.
    private func form(_ revision: String, _ text: String, words: String, _ more: [String: String] = [:]) -> [String: String] {
        let scalars = Array(text.unicodeScalars)
        let place = { (part: String) -> String in
            let letters = Array(part.unicodeScalars)
            let start = scalars.indices.first { scalars[$0...].starts(with: letters) } ?? 0
            return "\(start)-\(start + letters.count)"
        }
        return [
            "revision": revision, "source": place("Minister Layla Haddad"), "cue": place("said"), "content": place(words), "words": words,
            "kind": "indirect",
            "class": "person", "speaker": "Layla Haddad", "role": "Minister", "context": "", "who": "", "act": "confirm",
        ].merging(more) { $1 }
    }

    private func recorded(_ news: WebNewsroom, _ ada: Browser) async throws -> (story: String, revision: String, text: String) {
        let story = "/en/desk/stories/\(news.english)"
        let (revision, text) = try await news.newsroom.database.write { tx -> (String, String) in
            let head = try #require(try Articles.newest(tx, of: news.english))
            var content = head.content
            content.body = StoryParser.html(Self.body).story
            let actor = try #require(try Readers.staff(tx).first { $0.role == .administrator })
            let saved = try Desk.save(
                tx, news.english, Submission(base: head.id, writer: "w", sequence: 1, isNamed: true, note: "", content: content), by: actor)
            guard case .kept(let revision) = saved else { throw Missing() }
            try Desk.publish(tx, news.english, .init(revision: revision.id), fourEyes: false, by: actor)
            let prose = StoryProse(content, language: .en).prose
            return ("\(revision.id.rawValue)", prose.text(0..<prose.scalars.count))
        }
        let words = "the quay opens on Sunday"
        #expect(try await ada.post(story + "/reading", form(revision, text, words: words)).status == .seeOther)
        return (story, revision, text)
    }

    @Test("a confirmed statement stands below its article, on its speaker’s page, in feed and data; a hidden speaker has none of it")
    func pages() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .administrator)
            _ = try await recorded(news, ada)
            func get(_ path: String) async throws -> (HTTPResponse.Status, String) {
                let answer = try await client.execute(uri: path, method: .get)
                return (answer.status, String(buffer: answer.body))
            }
            let article = try await get("/en/articles/quay-handed-over").1
            #expect(article.contains("Who says what in this story") && article.contains("one named person"))
            let anchor = try #require(article.firstMatch(of: /href="#(said-[0-9]+)"/)?.output.1)
            #expect(article.contains("id=\"\(anchor)\""))
            let page = try await get("/en/speakers/layla-haddad").1
            #expect(
                page.contains("the quay opens on Sunday") && page.contains("/en/articles/quay-handed-over#\(anchor)") && page.contains("\"Claim\""))
            #expect(try await get("/ar/speakers").1.contains("/ar/speakers/layla-haddad"))
            #expect(try await get("/en/speakers/layla-haddad/feed.xml").1.contains("<title>the quay opens on Sunday</title>"))
            let annotations = try await get("/en/speakers/layla-haddad/annotations.jsonld").1
            let data = try #require(try JSONSerialization.jsonObject(with: Data(annotations.utf8)) as? [String: Any])
            #expect(data["type"] as? String == "AnnotationPage" && annotations.contains("\"exact\":\"the quay opens on Sunday\""))
            #expect(try await get("/en/speakers/layla-haddad/statements.csv").1.split(separator: "\r\n").count == 2)
            #expect(try await get("/en/speakers/layla-haddad/statements.json").1.contains("\"sourceClass\":\"person\""))
            #expect(try await get("/en/speakers/nobody").0 == .notFound)
            let mark = "<mark>Quay</mark>"
            #expect(try await get("/en/search?q=quay&said-by=Leila+Haddad").1.contains(mark))
            #expect(try await !get("/en/search?q=quay&said-by=Somebody+Else").1.contains(mark))

            let desk = try #require(try await ada.get("/en/desk/speakers").text.firstMatch(of: /href="(\/en\/desk\/speakers\/[0-9]+)"/)?.output.1)
            let fields = [
                "kind": "person", "visibility": "hidden", "name-en": "Layla Haddad", "name-ar": "ليلى حداد", "roles-en": "Minister | 2019–2021",
                "roles-ar": "",
                "spellings": "Layla Haddad", "others": "", "wikidata": "",
            ]
            var follower = OutboxFollower()
            try await news.refresh(&follower)
            #expect(try await ada.post(String(desk), fields).status == .seeOther)
            try await news.refresh(&follower)
            for part in ["", "/feed.xml", "/statements.json", "/statements.csv", "/annotations.jsonld"] {
                #expect(try await get("/en/speakers/layla-haddad\(part)").0 == .notFound, "\(part)")
            }
            #expect(try await !get("/en/speakers").1.contains("layla-haddad"))
            let after = try await get("/en/articles/quay-handed-over").1
            #expect(after.contains("Layla Haddad</strong>") && !after.contains("speakers/layla-haddad"))
            let refused = try await ada.post(String(desk), fields.merging(["wikidata": "42"]) { $1 })
            #expect(refused.status == .badRequest && refused.text.contains("Write a number of Wikidata"))
        }
    }

    @Test("the whole record as data and what programs read of it: with what became of each statement, and without the name of whoever is hidden")
    func data() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .administrator)
            _ = try await recorded(news, ada)
            func export(_ format: RecordFormat) async throws -> String {
                var text = ""
                var told = 0
                let export = RecordExport(news.newsroom, origin: "https://news.example", language: .en, format)
                #expect(try await export.run(write: { text += $0 }, tell: { done, _ in told = done }) == told)
                return text
            }
            func statements() async throws -> [[String: Any]] {
                try #require(try JSONSerialization.jsonObject(with: Data(try await export(.json).utf8)) as? [[String: Any]])
            }
            let statement = try #require(try await statements().first)
            #expect(statement["speaker"] as? String == "Layla Haddad" && statement["state"] as? String == "published")
            #expect(statement["words"] as? String == "the quay opens on Sunday" && (statement["revision"] as? String)?.count == 64)
            #expect((statement["story"] as? String)?.hasPrefix("https://news.example/en/articles/") == true)
            #expect(try await export(.csv).split(separator: "\r\n").count == 2)
            let page = try JSONSerialization.jsonObject(with: Data(try await export(.annotations).utf8)) as? [String: Any]
            #expect((page?["items"] as? [[String: Any]])?.count == 1 && page?["type"] as? String == "AnnotationPage")

            let program = try await Program(news, client, "eve", .editor, [.read])
            let hits = try await program.send(.get, "/search?q=quay&language=en")["hits"] as? [[String: Any]]
            #expect(hits?.first?["headline"] as? String == "Quay handed over" && hits?.first?["isByName"] as? Bool == false)
            #expect(try await program.send(.get, "/search?q=quay&language=fr")["field"] as? String == "language")
            let found = try await program.send(.get, "/speakers?q=Leila%20Haddad")["speakers"] as? [[String: Any]]
            let id = try #require(found?.first?["id"] as? Int)
            #expect(found?.first?["statements"] as? Int == 1)
            let said = try await program.send(.get, "/speakers/\(id)/statements")["statements"] as? [[String: Any]]
            #expect(said?.map { $0["words"] as? String } == ["the quay opens on Sunday"])
            #expect(try await program.send(.get, "/speakers/99/statements").status == .notFound)

            try await news.newsroom.database.write { tx in
                try tx.run("UPDATE speakers SET visibility = 'hidden'")
                try tx.run("UPDATE statement_places SET state = 'lost'")
            }
            let hidden = try #require(try await statements().first)
            #expect(hidden["state"] as? String == "lost" && hidden["words"] as? String == "the quay opens on Sunday")
            // What stands around the words is the story's own text.
            #expect(hidden["speaker"] == nil && hidden["speakerPage"] == nil && hidden["nameInStory"] == nil)
            let table = try await export(.csv)
            #expect(!table.contains("Haddad"))
        }
    }

    @Test("words that are not in the text, another story’s statement, broken places and unknown acts are refused, and nothing is recorded")
    func refused() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .administrator)
            let (story, revision, text) = try await recorded(news, ada)
            let words = "the quay opens on Sunday"
            let no = try await ada.post(story + "/reading", form(revision, text, words: words, ["words": "what nobody said"]))
            #expect(no.status == .badRequest && no.text.contains("These words are not in the text: “what nobody said”."))
            for bad in [
                ["content": "5-1"], ["content": "a-b"], ["content": "99999999-999999999", "words": ""], ["kind": "loud"], ["class": ""],
                ["act": "publish"],
                ["content": "", "words": ""],
            ] {
                #expect(try await ada.post(story + "/reading", form(revision, text, words: words, bad)).status == .badRequest, "\(bad)")
            }
            #expect(try await ada.post(story + "/reading", form("999999", text, words: words)).status == .badRequest)
            let withdrawal = ["revision": revision, "statement": "1", "act": "withdraw"]
            #expect(try await ada.post("/en/desk/stories/999999/reading", withdrawal).status == .notFound)
            #expect(try await news.newsroom.database.read { try Statements.of($0, news.english).count } == 1)
        }
    }
}
