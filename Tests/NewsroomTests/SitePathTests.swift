import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("Addresses of the site")
struct SitePathTests {
    private static let slug = Slug(trusted: "الميناء-2024")

    private static let token = Token()

    static let paths: [SitePath] = [
        .root, .front(.ar), .section(.ar, slug), .section(.ar, slug, page: 2), .article(.ar, slug), .vote(.ar, slug), .mine(.ar, slug),
        .mineOfList(.ar), .save(.ar, slug), .collection(.ar, "later"), .collection(.ar, "a_b-c", page: 2), .collectionPart(.ar, "later", .order),
        .collectionPart(.ar, "a_b-c", .feed), .shared(.ar, token, page: 1), .shared(.ar, token, page: 2),
        .page(.ar, slug), .topic(.ar, slug),
        .topic(.ar, slug, page: 3),
        .person(.ar, slug), .person(.ar, slug, page: 4), .search(.ar), .search(.ar, query: "a&b=ج /?#", in: .en, page: 2), .feed(.ar),
        .sectionFeed(.ar, slug),
        .media("0f.webp"), .asset("site.0f.css"),
    ]

    @Test("each is written as the router reads it")
    func itWorks() {
        let encoded = "%D8%A7%D9%84%D9%85%D9%8A%D9%86%D8%A7%D8%A1-2024"
        #expect(
            Self.paths.map(\.text) == [
                "/", "/ar", "/ar/sections/\(encoded)", "/ar/sections/\(encoded)/page/2", "/ar/articles/\(encoded)",
                "/ar/articles/\(encoded)/vote", "/ar/articles/\(encoded)/mine", "/ar/mine", "/ar/articles/\(encoded)/save",
                "/ar/collections/later", "/ar/collections/a_b-c/page/2", "/ar/collections/later/order", "/ar/collections/a_b-c/feed.xml",
                "/ar/shared/\(Self.token.text)", "/ar/shared/\(Self.token.text)/page/2", "/ar/pages/\(encoded)",
                "/ar/topics/\(encoded)", "/ar/topics/\(encoded)/page/3", "/ar/people/\(encoded)", "/ar/people/\(encoded)/page/4", "/ar/search",
                "/ar/search?q=a%26b%3D%D8%AC%20%2F%3F%23&in=en&page=2", "/ar/feed.xml", "/ar/sections/\(encoded)/feed.xml", "/media/0f.webp",
                "/assets/site.0f.css",
            ])
    }

    @Test("no two share an address, and a slug comes back out of it as it went in")
    func roundTrip() throws {
        #expect(Set(Self.paths.map(\.text)).count == Self.paths.count)
        for text in ["الميناء-2024", "café", "a-b-c", "的-港口", "5"] {
            let slug = try #require(Slug(exactly: text))
            for path in [SitePath.article(.en, slug), .section(.en, slug), .topic(.en, slug), .person(.en, slug), .page(.en, slug)] {
                let last = try #require(path.text.split(separator: "/").last.flatMap { String($0).removingPercentEncoding })
                #expect(Slug(exactly: last) == slug)
                #expect(path.text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F })
            }
        }
    }

    @Test("what is searched for comes back out of the address")
    func query() throws {
        for query in ["port", "a&b=c", "سوق الحوت", "100% +1", "\"old city\" -fire", "#?/\\"] {
            let text = SitePath.search(.en, query: query, in: .ar, page: 3).text
            let items = try #require(URLComponents(string: text)?.queryItems)
            #expect(items.map(\.name) == ["q", "in", "page"] && items.map(\.value) == [query, "ar", "3"])
        }
    }
}
