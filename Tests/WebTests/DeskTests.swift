import Basics
import Foundation
import HTTPTypes
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("The desk")
struct DeskTests {
    @Test("a story from its beginning to its correction, without a script, by those whose duties they are", arguments: TestEngine.allCases)
    func day(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { news, client in
            let (ben, ada) = (try await news.staff(client, "ben", .reporter), try await news.staff(client, "ada", .editor))
            #expect(try await ben.get("/en/desk").text.contains("Nothing is waiting for you."))
            let begun = try await ben.post("/en/desk/stories", ["headline": "رصيف جديد", "language": "ar", "section": "\(news.politics)"])
            let story = try #require(begun.headers[.location])
            let form = try await ben.get(story)
            #expect(
                form.text.contains("dir=\"rtl\">\n\nرصيف جديد".replacing("\n\n", with: "\n")) && form.text.contains("<html lang=\"en\" dir=\"ltr\">"))
            #expect(try await ben.get("/ar/desk").text.contains("رصيف جديد"))

            let text = "سُلّم الرصيف يوم **الأحد**.\n\n## ما التالي؟\n\nلم يقل أحد.\n"
            let saved = try await ben.post(story, try await news.fields(form, ["headline": "رصيف جديد", "standfirst": "مقدمة", "body": text]))
            #expect(saved.status == .seeOther)
            let again = try await ben.get(story)
            #expect(again.text.contains("سُلّم الرصيف يوم **الأحد**.") && again.text.contains("## ما التالي؟"))
            #expect(try await ben.post(story + "/publication", ["revision": "1"]).status == .forbidden)
            #expect(try await ben.post(story + "/workflow", ["to": "ready"]).status == .forbidden)
            #expect(try await ben.post(story + "/workflow", ["to": "in-review"]).status == .seeOther)

            #expect(try await ada.get("/en/desk?tray=in-review").text.contains("رصيف جديد"))
            let publication = try await ada.get(story + "/publication")
            #expect(publication.text.contains("Nobody signs the story."))
            let bare = try #require(try await ada.post("/en/desk/stories", ["headline": "Bare", "language": "en"]).headers[.location])
            let blocked = try await ada.get(bare + "/publication").text
            #expect(blocked.contains("The story is in no section.") && blocked.contains("See first to what is in the way"))
            #expect(!blocked.contains("name=\"revision\""))
            let revision = try #require(try await news.head("رصيف جديد"))
            #expect(try await ada.post(story + "/publication", ["revision": "\(revision)"]).status == .seeOther)
            let path = "/ar/articles/" + URLComponent.encode("رصيف-جديد")
            #expect(try await client.execute(uri: path, method: .get).status == .ok)

            // An hour later a correction, of the text that was looked at.
            news.clock.advance(seconds: 1_800)
            let page = try await ada.get(story)
            _ = try await ada.post(
                story,
                try await news.fields(page, ["headline": "رصيف جديد", "standfirst": "مقدمة", "body": text.replacing("الأحد", with: "الاثنين")]))
            let difference = try await ada.get(story + "/publication")
            #expect(difference.text.contains("<del>") && difference.text.contains("الاثنين"))
            let right = try #require(try await news.head("رصيف جديد"))
            let corrected = try await ada.post(story + "/publication", ["revision": "\(right)", "correction": "كان اليوم الاثنين."])
            #expect(corrected.status == .seeOther)
            let audit = try await news.newsroom.database.read { try Audit.newest($0).map(\.action) }
            #expect(audit.prefix(2) == ["edition.corrected", "edition.saved"] && audit.contains("edition.published"))

            // Whoever publishes has shown within the hour that it is her.
            news.clock.advance(seconds: 3_601)
            let late = try await ada.post(story + "/withdrawal", ["reason": "خطأ"])
            #expect(late.headers[.location]?.hasPrefix("/en/log-in") == true)
        }
    }

    @Test("a form saved on an old text shows both, and keeps what was typed")
    func stale() async throws {
        try await WebNewsroom.serve { news, client in
            let (ada, omar) = (try await news.staff(client, "ada", .editor), try await news.staff(client, "omar", .administrator))
            let story = "/en/desk/stories/\(news.english)"
            let (hers, his) = (try await ada.get(story), try await omar.get(story))
            #expect(try await omar.post(story, try await news.fields(his, ["body": "The western quay."])).status == .seeOther)
            let refused = try await ada.post(story, try await news.fields(hers, ["body": "The eastern quay."]))
            #expect(refused.status == .conflict && refused.text.contains("The eastern quay.") && refused.text.contains("<del>"))
            #expect(refused.text.contains("western"))
            #expect(try await news.newsroom.database.read { try Articles.newest($0, of: news.english)?.author } == "omar")
            // What stands in that page can be saved: it knows the other text.
            #expect(try await ada.post(story, try await news.fields(refused, ["body": "The eastern quay."])).status == .seeOther)
        }
    }

    @Test("the script's save: confirmed with its revision, the same again is one, a stale one gives the other text, a lost session is told so")
    func put() async throws {
        try await WebNewsroom.serve { news, client in
            let (ada, omar) = (try await news.staff(client, "ada", .editor), try await news.staff(client, "omar", .administrator))
            let story = "/en/desk/stories/\(news.english)"
            let base = try #require(try await news.newsroom.database.read { try Articles.newest($0, of: news.english)?.id })
            func save(_ browser: Browser, _ text: String, base: ID<Revision>, writer: String, _ sequence: Int) async throws -> (
                HTTPResponse.Status, [String: Any]
            ) {
                let body: [String: Any] = [
                    "base": base.rawValue, "writer": writer, "sequence": sequence, "named": false, "note": "",
                    "content": ["headline": "H", "standfirst": "", "dateline": "", "searchTitle": "", "searchDescription": "", "body": text],
                ]
                let answer = try await browser.putJSON(story + "/save", body)
                return (answer.status, try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any] ?? [:])
            }
            func id(_ answer: [String: Any]) -> Int? { (answer["revision"] as? [String: Any])?["id"] as? Int }
            let first = try await save(ada, "<p>One.</p><script>alert(1)</script>", base: base, writer: "a", 1)
            #expect(first.0 == .ok && (first.1["notes"] as? [String])?.count == 1)
            let again = try await save(ada, "<p>One.</p><script>alert(1)</script>", base: base, writer: "a", 1)
            #expect(again.0 == .ok && id(again.1) == id(first.1) && id(first.1) != nil)
            let stale = try await save(omar, "<p>Other.</p>", base: base, writer: "o", 1)
            #expect(stale.0 == .conflict && (stale.1["content"] as? [String: Any])?["body"] as? String == "<p>One.</p>")
            #expect(try await ada.putJSON(story + "/save", ["base": "1abc"]).status == .badRequest)
            let long = try await save(ada, String(repeating: "x", count: 5 << 20), base: base, writer: "a", 2)
            #expect(long.0 == .contentTooLarge && long.1["words"] != nil)
            let deep = String(repeating: "<blockquote>", count: 5_000) + "deep" + String(repeating: "</blockquote>", count: 5_000)
            #expect(try await save(ada, deep, base: base, writer: "a", 3).0 == .ok)
            // The role was taken away a second ago.
            _ = try await news.newsroom.database.write { try $0.run("UPDATE readers SET role = 'reader' WHERE email = 'ada@news.example'") }
            #expect(try await save(ada, "<p>Two.</p>", base: base, writer: "a", 4).0 == .forbidden)
            await omar.forget("__Host-session")
            let ended = try await omar.putJSON(story + "/save", [:])
            #expect(ended.status == .unauthorized && ended.text.contains("Your session has ended"))
        }
    }

    @Test("pasted HTML comes to what a story can say, and what it cannot is told")
    func paste() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .editor)
            let answer = try await ada.postText(
                "/en/desk/stories/\(news.english)/paste", "<p class=MsoNormal><b>Bold</b><font color=red> red</font></p><iframe src=x></iframe>")
            let read = try #require(try JSONSerialization.jsonObject(with: Data(answer.text.utf8)) as? [String: Any])
            #expect(read["body"] as? String == "<p><strong>Bold</strong> red</p>" && (read["notes"] as? [String])?.isEmpty == false)
        }
    }

    @Test("numbers in the address have one form, and what is not there is not there")
    func addresses() async throws {
        try await WebNewsroom.serve { news, client in
            let ada = try await news.staff(client, "ada", .administrator)
            let id = "\(news.english)"
            for bad in ["1abc", "0\(id)", "+\(id)", "\(id).0", "-1", "999999", "%31", "\(id)%00", "[\(id)]"] where bad != "%31" || id != "1" {
                for path in ["/en/desk/stories/\(bad)", "/en/desk/stories/\(bad)/publication", "/en/desk/stories/\(bad)/revisions"] {
                    #expect(try await ada.get(path).status == .notFound, "\(path)")
                }
                #expect(try await ada.post("/en/desk/stories/\(bad)/withdrawal", ["reason": "x"]).status == .notFound, "\(bad)")
            }
            #expect(try await news.newsroom.database.read { try Articles.edition($0, news.english)?.visibility } == .published)
            for path in ["/en/desk?tray=nothing", "/en/desk?page=0", "/en/desk?page=x"] {
                #expect(try await ada.get(path).status == .notFound, "\(path)")
            }
        }
    }

    @Test("who may do what is one table, shown as it is; a role is changed by whoever may, never by herself, and its sessions end")
    func staff() async throws {
        try await WebNewsroom.serve { news, client in
            let (ben, omar) = (try await news.staff(client, "ben", .reporter), try await news.staff(client, "omar", .administrator))
            let page = try await ben.get("/ar/desk/staff")
            for duty in Duty.allCases { #expect(page.text.contains(duty.words.ar), "\(duty)") }
            #expect(!page.text.contains("<select"))
            let ids = try await news.newsroom.database.read { try Readers.staff($0).reduce(into: [:]) { $0[$1.name] = $1.id } }
            let (benID, omarID) = (try #require(ids["ben"]), try #require(ids["omar"]))
            #expect(try await ben.post("/en/desk/staff", ["reader": "\(benID)", "role": "administrator"]).status == .forbidden)
            // Not because he is the last administrator: there is another.
            _ = try await news.staff(client, "lina", .administrator)
            let own = try await omar.post("/en/desk/staff", ["reader": "\(omarID)", "role": "reporter"])
            #expect(own.status == .conflict && own.text.contains("Nobody changes her own role."))
            #expect(try await omar.post("/en/desk/staff", ["reader": "\(benID)", "role": "editor"]).status == .seeOther)
            #expect(try await ben.get("/en/desk").headers[.location]?.hasPrefix("/en/log-in") == true)
            #expect(try await news.newsroom.database.read { try Audit.newest($0).first?.action } == "staff.role")
        }
    }
}

extension WebNewsroom {
    /// A browser in which somebody of the staff is logged in, with a second step.
    func staff(_ client: SiteClient, _ name: String, _ role: Reader.Role) async throws -> Browser {
        let token = try await newsroom.database.write { tx in
            guard let email = EmailAddress("\(name)@news.example") else { throw NoLetter() }
            let id = try Readers.add(tx, email, name: try ReaderName(name), .en, role: role)
            try tx.run("UPDATE readers SET confirmed_at = \(tx.now) WHERE id = \(id)")
            try tx.run(
                """
                INSERT INTO passkeys (reader_id, credential, public_key, sign_count, is_backed_up, name, created_at)
                VALUES (\(id), \(Digest(of: name).bytes), \([UInt8](repeating: 1, count: 64)), 0, 0, 'key', \(tx.now))
                """)
            guard let reader = try Readers.find(tx, id) else { throw NoLetter() }
            return try Sessions.open(tx, reader, device: "", stays: false).token
        }
        let browser = Browser(client)
        await browser.hold("__Host-session", token.text)
        return browser
    }

    /// The fields of a story's form as its page gives them, with these in place of its own.
    func fields(_ page: SiteClient.Answer, _ typed: [String: String]) async throws -> [String: String] {
        let base = try #require(page.text.firstMatch(of: /name="base" value="(\d+)"/)?.output.1)
        let empty = [
            "headline": "Quay handed over", "standfirst": "", "dateline": "", "search_title": "", "search_description": "", "note": "", "body": "",
        ]
        return empty.merging(typed) { $1 }.merging(["base": String(base)]) { $1 }
    }

    /// The newest revision of the story with this headline.
    func head(_ headline: String) async throws -> ID<Revision>? {
        try await newsroom.database.read { tx in
            try tx.first("SELECT e.head_id FROM editions e JOIN revisions r ON r.id = e.head_id WHERE r.headline = \(headline)") {
                try $0["head_id"] as ID<Revision>
            }
        }
    }
}

extension Browser {
    /// A fetch of the desk's script.
    func putJSON(_ path: String, _ value: [String: Any]) async throws -> SiteClient.Answer {
        let body = String(decoding: try JSONSerialization.data(withJSONObject: value), as: UTF8.self)
        return try await script(path, .put, "application/json", body)
    }

    func postText(_ path: String, _ text: String) async throws -> SiteClient.Answer { try await script(path, .post, "text/html", text) }

    private func script(_ path: String, _ method: HTTPRequest.Method, _ type: String, _ body: String) async throws -> SiteClient.Answer {
        var headers: HTTPFields = [.secFetchSite: "same-origin", .contentType: type]
        headers[HTTPField.Name("Sec-Fetch-Dest")!] = "empty"
        return try await send(path, method, headers, body)
    }
}
