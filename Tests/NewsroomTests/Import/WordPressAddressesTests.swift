import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: old addresses")
struct WordPressAddressesTests {
    @Test("every old address leads to today's", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.head = SampleExport.category(1, "sport", "Sport") + SampleExport.category(2, "football", "Football", parent: "sport")
            site.items = [
                SampleExport.Item(1, "One", slug: "one").with {
                    $0.link = "https://port.example/2024/09/one/"
                    $0.terms = [("category", "football", "Football"), ("post_tag", "cranes", "Cranes")]
                    $0.meta = [("_wp_old_slug", "won")]
                },
                SampleExport.Item(2, "About", slug: "about").with { $0.type = "page" },
            ]
            _ = try await bench.run(site)
            let (one, football) = (SitePath.article(.en, Slug(trusted: "one")), Slug(trusted: "football"))
            let expected: [(String, SitePath)] = [
                ("/2024/09/one/", one), ("/2024/09/one", one), ("https://port.example/2024/09/one/#comments", one), ("/?p=1", one),
                ("/2024/09/won/", one),
                ("/about/", .page(.en, Slug(trusted: "about"))), ("/?page_id=2", .page(.en, Slug(trusted: "about"))),
                ("/category/football/", .section(.en, football)), ("/category/sport/football/", .section(.en, football)),
                ("/category/sport/", .section(.en, Slug(trusted: "sport"))), ("/category/sport/football/feed/", .sectionFeed(.en, football)),
                ("/tag/cranes/", .topic(.en, Slug(trusted: "cranes"))), ("/author/ben/", .person(.en, Slug(trusted: "ben"))),
                ("/feed/", .feed(.en)), ("/feed", .feed(.en)), ("/?feed=rss2", .feed(.en)), ("/ar/feed/", .feed(.ar)),
            ]
            for (old, new) in expected { #expect(try await bench.find(old) == new, "\(old)") }
            for unknown in ["/", "/two/", "/?p=3", "/2024/09/one/two/", "/category/"] { #expect(try await bench.find(unknown) == nil, "\(unknown)") }
        }
    }

    @Test("percent-encoded Arabic addresses lead on, whoever encoded them", arguments: TestEngine.allCases)
    func arabic(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            let encoded = "%d8%a7%d9%84%d9%85%d9%8a%d9%86%d8%a7%d8%a1"
            // WordPress cuts long addresses at 200 bytes, here and there in the middle of a letter.
            let cut = String(repeating: "%d8%a7", count: 30) + "%d8"
            site.items = [
                SampleExport.Item(1, "الميناء مفتوح", slug: encoded).with {
                    $0.terms = [("post_tag", encoded, "الميناء"), ("language", "ar", "العربية")]
                },
                SampleExport.Item(2, "خبر طويل", slug: cut).with { $0.terms = [("language", "ar", "العربية")] },
            ]
            _ = try await bench.run(site)
            let article = SitePath.article(.ar, Slug(trusted: "الميناء"))
            for path in [
                "/\(encoded)/", "/\(encoded.uppercased().replacing("%D", with: "%d"))", "/الميناء/", "/%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1/",
            ] {
                #expect(try await bench.find(path) == article, "\(path)")
            }
            #expect(try await bench.find("/tag/\(encoded)/") == .topic(.ar, Slug(trusted: "الميناء")))
            let long = try #require(try await bench.edition(2))
            #expect(try await bench.find("/\(cut)/") == .article(.ar, long.slug))
            #expect(try await bench.find("/\(cut.uppercased())/") == .article(.ar, long.slug))
        }
    }

    @Test("the file of an attachment leads to where its bytes are, once they are there", arguments: TestEngine.allCases)
    func uploads(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let pdf = Array("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".utf8)
            try bench.upload("2024/09/law.pdf", pdf)
            var site = SampleExport()
            site.items = [SampleExport.picture(9, "2024/09/law.pdf")]
            _ = try await bench.run(site, uploads: bench.uploads)
            #expect(try await bench.find("/wp-content/uploads/2024/09/law.pdf") == nil)
            _ = try await bench.media.workOnce()
            let address = MediaAddress(digest: Digest(of: pdf), type: .pdf)
            for path in ["/wp-content/uploads/2024/09/law.pdf", "/?attachment_id=9"] {
                #expect(try await bench.find(path) == .media(address.fileName))
            }
        }
    }

    @Test("a site below a folder of its host keeps its addresses", arguments: TestEngine.allCases)
    func folder(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.link = "https://port.example/news"
            site.items = [
                SampleExport.Item(1, "One", slug: "one").with { $0.terms = [("category", "city", "City"), ("post_tag", "cranes", "Cranes")] }
            ]
            _ = try await bench.run(site)
            let one = SitePath.article(.en, Slug(trusted: "one"))
            #expect(try await bench.find("/news/one/") == one)
            #expect(try await bench.find("/news/?p=1") == one)
            #expect(try await bench.find("/news/category/city/") == .section(.en, Slug(trusted: "city")))
            #expect(try await bench.find("/news/tag/cranes/") == .topic(.en, Slug(trusted: "cranes")))
            #expect(try await bench.find("/news/author/ben/") == .person(.en, Slug(trusted: "ben")))
            #expect(try await bench.find("/news/feed/") == .feed(.en))
        }
    }

    @Test("Polylang's addresses below a language lead on too", arguments: TestEngine.allCases)
    func languages(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "One", slug: "one").with {
                    $0.link = "https://port.example/en/one/"
                    $0.terms = [("language", "en", "English"), ("category", "city", "City"), ("post_tag", "cranes", "Cranes")]
                }
            ]
            _ = try await bench.run(site)
            #expect(try await bench.find("/en/one/") == .article(.en, Slug(trusted: "one")))
            #expect(try await bench.find("/en/category/city/") == .section(.en, Slug(trusted: "city")))
            #expect(try await bench.find("/en/category/city/feed/") == .sectionFeed(.en, Slug(trusted: "city")))
            #expect(try await bench.find("/en/tag/cranes/") == .topic(.en, Slug(trusted: "cranes")))
        }
    }
}
