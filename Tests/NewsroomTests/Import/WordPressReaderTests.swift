import Basics
import Foundation
import Newsroom
import Testing

@Suite("Reading an export of WordPress")
struct WordPressReaderTests {
    let sample: ExportSample

    init() throws { sample = try ExportSample("newsroom-1.2.xml") }

    @Test("a story comes with its text, dates, author and terms")
    func story() throws {
        let story = try #require(sample.item(101))
        #expect(story.title == "The port of Zuwara opens again")
        #expect((story.type, story.status, story.creator) == ("post", "publish", "salma"))
        #expect(story.link == "https://manara.example/?p=101")
        #expect(story.guid == "https://manara.example/?p=101")
        #expect(story.content.hasPrefix("<!-- wp:paragraph -->\n<p>The mayor said <em>so</em> & left."))
        #expect(story.excerpt == "A short one")
        #expect(story.date == CivilTime.instant(year: 2024, month: 9, day: 1, hour: 8))
        #expect(story.modified == CivilTime.instant(year: 2024, month: 9, day: 3, hour: 10))
        #expect(story.isSticky && story.takesComments && story.password == nil)
        #expect(story.categories.map(\.domain) == ["category", "post_tag", "language", "post_translations", "author", "author"])
        try #require(story.categories.count == 6)
        #expect(story.categories[1].nicename.text == "ليبيا")
        #expect(story.categories.suffix(2).map(\.nicename.text) == ["cap-salma", "cap-ben"])
        #expect(sample.faults.isEmpty)
    }

    @Test("items are numbered and know the line they begin on")
    func places() {
        #expect(sample.items.map(\.number) == Array(1...10))
        #expect(sample.items.map(\.id) == (101...110).map { $0 })
        #expect(sample.items.first?.line == 88)
    }

    @Test("the site says its name, addresses, version and what wrote the file")
    func site() throws {
        let site = try #require(sample.sites.last)
        #expect(site.title == "شبكة المنارة")
        #expect(site.link == "https://manara.example")
        #expect(site.description == "News & views")
        #expect((site.language, site.version, site.generator) == ("ar", "1.2", "WordPress/6.6.2"))
        #expect((site.baseSiteURL, site.baseBlogURL) == ("https://manara.example", "https://manara.example"))
    }

    @Test("authors come with their names and addresses")
    func authors() throws {
        #expect(sample.authors.map(\.id) == [2, 3])
        let salma = try #require(sample.authors.first)
        #expect((salma.login, salma.email, salma.displayName) == ("salma", "salma@manara.example", "سلمى الورفلي"))
        #expect((salma.firstName, salma.lastName) == ("سلمى", "الورفلي"))
    }

    @Test("categories, tags and terms are all terms, with parents and meta")
    func terms() throws {
        #expect(
            sample.terms.map(\.taxonomy) == [
                "category", "category", "category", "post_tag", "language", "language", "post_translations", "term_translations", "author",
            ])
        try #require(sample.terms.count == 9)
        #expect(sample.terms[1].slug.text == "سياسة")
        #expect(sample.terms[1].slug.written.hasPrefix("%d8%b3"))
        #expect(sample.terms[2].parent?.text == "politics")
        #expect(sample.terms[0].parent == nil)
        #expect(sample.terms[8].meta == [WordPressMeta(key: "bio", value: "Desk editor")])
    }

    @Test("the translations that Polylang keeps can be read out of a term's description")
    func polylang() throws {
        let term = try #require(sample.terms.first { $0.taxonomy == "post_translations" })
        let translations = try #require(PHPSerialized(term.description))
        #expect(translations["ar"]?.int == 102)
        #expect(translations["en"]?.int == 101)
    }

    @Test("custom fields keep their order, and a key that comes twice comes twice")
    func meta() throws {
        let story = try #require(sample.item(101))
        #expect(story.meta.map(\.key).prefix(2) == ["_thumbnail_id", "_yoast_wpseo_title"])
        #expect(story.meta.filter { $0.key == "_wp_old_slug" }.map(\.value) == ["zuwara-port", "port-zuwara"])
        #expect(story.meta("_yoast_wpseo_metadesc") == "What the port means")
        #expect(sample.item(110)?.meta("_icl_lang_duplicate_of") == "102")
    }

    @Test("comments come with their state and parent, and never with the address they were sent from")
    func comments() throws {
        let comments = try #require(sample.item(101)?.comments)
        #expect(comments.map(\.author) == ["Layla", "Omar", "Buy", "Elsewhere"])
        #expect(comments.map(\.approval) == [.approved, .waiting, .spam, .approved])
        try #require(comments.count == 4)
        #expect(comments[1].parentID == 7)
        #expect(comments[3].type == "pingback")
        #expect(comments[0].date == CivilTime.instant(year: 2024, month: 9, day: 2, hour: 7, minute: 30))
        #expect(!"\(comments)".contains("203.0.113.77"))
    }

    @Test("a comment without a date in UTC is dated by the site's own offset")
    func offset() throws {
        #expect(sample.item(101)?.comments.last?.date == CivilTime.instant(year: 2024, month: 9, day: 2, hour: 7, minute: 30))
    }

    @Test("an Arabic slug is decoded, and one that WordPress cut inside a character ends before it")
    func slugs() throws {
        #expect(sample.item(102)?.slug.text == "ميناء-زوارة-يفتح-من-جديد")
        let page = try #require(sample.item(109))
        #expect(page.slug.written.utf8.count == 200)
        #expect(page.slug.text.hasPrefix("عن الشبكة"))
        #expect(!page.slug.text.contains("%") && !page.slug.text.contains("\u{FFFD}"))
    }

    @Test("drafts have no date in UTC, and stand at their local date")
    func drafts() throws {
        let draft = try #require(sample.item(104))
        #expect(draft.status == "draft")
        #expect(draft.dateGMT == nil)
        #expect(draft.date == CivilTime.instant(year: 2024, month: 9, day: 4, hour: 8))
        #expect(draft.slug.isEmpty)
    }

    @Test("private, scheduled, waiting and locked stories say so")
    func states() {
        #expect([105, 106, 108].map { sample.item($0)?.status } == ["private", "future", "pending"])
        #expect(sample.item(106)?.date == CivilTime.instant(year: 2030, month: 1, day: 1, hour: 6))
        #expect(sample.item(107)?.password == "sesame")
    }

    @Test("an attachment has its address and its measures")
    func attachments() throws {
        let picture = try #require(sample.item(103))
        #expect((picture.type, picture.parentID) == ("attachment", 101))
        #expect(picture.attachmentURL == "https://manara.example/wp-content/uploads/2024/09/port.jpg")
        let measures = try #require(picture.meta("_wp_attachment_metadata").flatMap(PHPSerialized.init))
        #expect(measures["width"]?.int == 1200)
        #expect(measures["file"]?.string == "2024/09/مرفأ.jpg")
        #expect(measures["sizes"]?["thumbnail"]?["mime-type"]?.string == "image/jpeg")
    }

    @Test("a CDATA section parted the way WordPress does reads as one text")
    func partedSections() {
        #expect(sample.item(101)?.content.contains("<code>]]></code>") == true)
    }

    @Test("what the one who listens throws ends the reading")
    func throwing() throws {
        struct Enough: Error {}
        let file = try ExportFile(path: ExportSample.fixtures.appendingPathComponent("newsroom-1.2.xml").path)
        #expect(throws: Enough.self) {
            try WordPressReader().read(file) { event in if case .item = event { throw Enough() } }
        }
    }
}
