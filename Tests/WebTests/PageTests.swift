import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage
import TestSupport
import Testing

@testable import Web

@Suite("Pages")
struct PageTests {
    @Test("an article stands under Home / section / title, in both languages, each one click from the other", arguments: TestEngine.allCases)
    func article(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { newsroom, client in
            let english = try await client.execute(uri: "/en/articles/quay-handed-over", method: .get)
            #expect(english.status == .ok)
            let page = english.text
            #expect(page.contains("<html lang=\"en\" dir=\"ltr\">"))
            #expect(page.contains("<h1>Quay handed over</h1>"))
            let trail = "<ol><li><a href=\"/en\">Home</a></li><li><a href=\"/en/sections/politics\">Politics</a></li><li>"
            #expect(page.contains(trail))
            let arabic = SitePath.article(.ar, Slug(trusted: "تسليم-الرصيف")).text
            #expect(page.contains("hreflang=\"ar\" href=\"https://news.example\(arabic)\""))
            let other = try await client.execute(uri: arabic, method: .get)
            #expect(other.status == .ok)
            #expect(other.text.contains("<html lang=\"ar\" dir=\"rtl\">"))
            #expect(other.text.contains("href=\"/en/articles/quay-handed-over\" hreflang=\"en\""))
        }
    }

    @Test("an article's HTML holds the article: none of the furniture that the old site printed into every page")
    func holdsOnlyTheArticle() async throws {
        try await WebNewsroom.serve { _, client in
            let page = try await client.execute(uri: "/en/articles/quay-handed-over", method: .get).text.lowercased()
            for furniture in ["password", "add to collection", "no collections", "log in", "<dialog", "style=", "onclick"] {
                #expect(!page.contains(furniture), "\(furniture)")
            }
        }
    }

    @Test("a work with one edition says so in plain words")
    func oneEdition() async throws {
        try await WebNewsroom.serve { newsroom, client in
            try await newsroom.addStory("alone", "Alone")
            let page = try await client.execute(uri: "/en/articles/alone", method: .get).text
            #expect(page.contains("There is no Arabic edition of this story."))
            #expect(!page.contains("rel=\"alternate\" hreflang=\"ar\""))
        }
    }

    @Test("a draft is not public, anywhere")
    func draft() async throws {
        try await WebNewsroom.serve { newsroom, client in
            try await newsroom.newsroom.database.write { [politics = newsroom.politics] tx in
                let work = try Articles.add(tx, .article, section: politics, tree: try Sections.tree(tx))
                let content = Content(headline: "Unfinished radar", body: .init())
                _ = try Articles.addEdition(tx, of: work, .article, .en, slug: Slug(trusted: "radar"), content, author: "test")
            }
            let page = try await client.execute(uri: "/en/articles/radar", method: .get)
            #expect(page.status == .notFound)
            for path in ["/en", "/en/sections/politics", "/en/feed.xml", "/en/search?q=radar"] {
                let list = try await client.execute(uri: path, method: .get)
                #expect(list.status == .ok)
                #expect(!list.text.contains("Unfinished"), "\(path)")
            }
        }
    }

    @Test("a withdrawn article answers 410 with the reason, and is gone from every list")
    func withdrawn() async throws {
        try await WebNewsroom.serve { newsroom, client in
            try await newsroom.newsroom.database.write { [id = newsroom.english] tx in
                try Articles.withdraw(tx, id, reason: "It named the <wrong> quay.")
            }
            let page = try await client.execute(uri: "/en/articles/quay-handed-over", method: .get)
            #expect(page.status == .gone)
            #expect(page.text.contains("It named the &lt;wrong&gt; quay."))
            #expect(!page.text.contains("Nobody said"))
            let front = try await client.execute(uri: "/en", method: .get)
            #expect(!front.text.contains("Quay handed over"))
        }
    }

    @Test(
        "what is no page is a 404 in the newspaper's frame, in the language asked for",
        arguments: [
            "/en/articles/nothing", "/en/sections/nothing", "/en/topics/nothing", "/en/people/nothing", "/en/pages/nothing", "/fr",
            "/en/sections/politics/page/1",
            "/en/sections/politics/page/02", "/en/sections/politics/page/99", "/en/articles/Quay-Handed-Over", "/en/articles/%00", "/media/x",
            "/wp-login.php",
            "/en/articles/..%2f..%2fetc%2fpasswd", "/assets/../matbaa.sqlite",
        ])
    func missing(path: String) async throws {
        try await WebNewsroom.serve { _, client in
            let page = try await client.execute(uri: path, method: .get)
            #expect(page.status == .notFound)
            #expect(page.text.contains(path.hasPrefix("/en/") ? "There is no such page" : "لا توجد صفحة بهذا العنوان"))
            #expect(page.headers[.cacheControl] == "no-store")
        }
    }

    @Test("the root leads to the reader's language, and an old short link to its page")
    func root() async throws {
        try await WebNewsroom.serve { newsroom, client in
            let english = try await client.execute(uri: "/", method: .get, headers: [.acceptLanguage: "en-GB,ar;q=0.5"])
            #expect(english.status == .found)
            #expect(english.headers[.location] == "/en")
            let unknown = try await client.execute(uri: "/", method: .get, headers: [.acceptLanguage: "fr"])
            #expect(unknown.headers[.location] == "/ar")
            try await newsroom.newsroom.database.write { [id = newsroom.english] tx in
                for path in ["/?p=4101", "https://old.example/2020/05/quay/"] { try Redirects.add(tx, path: path, to: .edition(id)) }
            }
            for path in ["/?p=4101", "/2020/05/quay/", "/2020/05/quay?utm_source=x"] {
                let old = try await client.execute(uri: path, method: .get)
                #expect(old.status == .movedPermanently, "\(path)")
                #expect(old.headers[.location] == "/en/articles/quay-handed-over")
            }
        }
    }

    @Test("search finds a story in either spelling and marks what matched", arguments: TestEngine.allCases)
    func search(engine: TestEngine) async throws {
        try await WebNewsroom.serve(engine) { _, client in
            // As a form writes what was typed.
            let typed = try await client.execute(uri: "/en/search?q=quay+handed+%2B", method: .get).text
            #expect(typed.contains("value=\"quay handed +\""))
            let english = try await client.execute(uri: "/en/search?q=QUAY%20%22handed%20over%22", method: .get).text
            #expect(english.contains("<mark>Quay</mark>"))
            let arabic = try await client.execute(uri: "/ar/search?q=%D8%B1%D8%B5%D9%8A%D9%81", method: .get).text
            #expect(arabic.contains("<mark>الرصيف</mark>"))
            #expect(try await client.execute(uri: "/ar/search?q=%D8%B1%D8%B5%D8%A7%D8%B5", method: .get).text.contains("لا نتائج"))
            let found = try await client.execute(uri: "/ar/search?q=%D8%A7%D9%84%D8%B1%D9%8E%D8%B5%D9%8A%D9%81", method: .get).text
            #expect(found.contains("<mark>الرصيف</mark>"))
            let hostile = try await client.execute(uri: "/en/search?q=%22%27%20OR%20NEAR(%20*%3A%3Cscript%3E", method: .get)
            #expect(hostile.status == .ok)
            #expect(!hostile.text.contains("<script>"))
        }
    }

    @Test("feeds hold the stories of the site and of the section, under the identity they came with")
    func feeds() async throws {
        try await WebNewsroom.serve { _, client in
            for path in ["/en/feed.xml", "/en/sections/politics/feed.xml"] {
                let feed = try await client.execute(uri: path, method: .get)
                #expect(feed.status == .ok)
                #expect(feed.headers[.contentType] == "application/rss+xml; charset=utf-8")
                #expect(feed.text.contains("<guid>https://news.example/en/articles/quay-handed-over</guid>"))
                #expect(feed.text.contains("<dc:creator>Salma al-Khatib</dc:creator>"))
            }
        }
    }
}
