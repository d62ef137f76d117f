import Basics
import Testing

@testable import Newsroom

@Suite("Free addresses")
struct FreeSlugTests {
    @Test("an address that is free stays; else the first free number is put behind it")
    func itWorks() {
        func find(_ taken: Set<String>) -> String { FreeSlug.find(Slug(trusted: "port")) { taken.contains($0.text) }.text }
        #expect(find([]) == "port")
        #expect(find(["port"]) == "port-2")
        #expect(find(["port", "port-2", "port-4"]) == "port-3")
    }

    @Test("a long address makes room for its number, between letters")
    func long() throws {
        let slug = try #require(Slug(from: String(repeating: "م", count: 300)))
        let second = FreeSlug.find(slug) { $0 == slug }
        #expect(second.text.hasSuffix("م-2") && second.text.utf8.count <= 200 && slug.text.utf8.count == 200)
        #expect(Slug(exactly: second.text) == second)
    }
}
