import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: who signs")
struct WordPressBylineTests {
    @Test("Co-Authors' names sign in their order, each once", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            #expect(try await bench.byline(101).map { $0.name(in: .en) } == ["سلمى الورفلي", "Ben Carter"])
            #expect(try await bench.byline(102).map { $0.name(in: .ar) } == ["سلمى الورفلي"])
            #expect(try await bench.find("/author/salma/") == .person(.ar, Slug(trusted: "salma")))
        }
    }

    @Test("a guest author has the name of the guest's own record, wherever in the file that comes", arguments: TestEngine.allCases, [true, false])
    func guest(engine: TestEngine, isFirst: Bool) async throws {
        try await withNewsroom(engine) { bench in
            let guest = SampleExport.Item(50, "Layla Hassan", slug: "cap-layla").with {
                $0.type = "guest-author"
                $0.meta = [("cap-user_login", "layla"), ("cap-display_name", "Layla Hassan"), ("cap-user_email", "layla@port.example")]
            }
            let story = SampleExport.Item(1, "One").with { $0.terms = [("author", "cap-layla", "layla")] }
            var site = SampleExport()
            site.items = isFirst ? [guest, story] : [story, guest]
            let outcome = try await bench.run(site)
            #expect((outcome.report.created, outcome.report.people) == (2, 1))
            #expect(try await bench.byline(1).map { $0.name(in: .en) } == ["Layla Hassan"])
        }
    }

    @Test("an account without a name signs by its login", arguments: TestEngine.allCases)
    func login(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One").with { $0.creator = "desk@port.example" }]
            _ = try await bench.run(site)
            let person = try #require(try await bench.byline(1).first)
            #expect(person.slug.text == "desk" && person.name(in: .en) == "desk@port.example")
        }
    }
}
