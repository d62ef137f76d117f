import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("People")
struct PeopleTests {
    @Test("a person has a name in each language, and one language stands in for the other", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let person = try await database.write { tx in
                _ = try People.add(tx, slug: Slug(trusted: "salma"), names: [.ar: .init(name: "سلمى", biography: "مراسلة")])
                return try People.find(tx, slug: Slug(trusted: "salma"))
            }
            #expect(person?.name(in: .ar) == "سلمى" && person?.name(in: .en) == "سلمى")
            #expect(person?.biography(in: .ar) == "مراسلة" && person?.biography(in: .en) == "")
        }
    }

    @Test("two people of one name have addresses of their own", arguments: TestEngine.allCases)
    func slugs(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let slugs = try await database.write { tx in
                let ids = try (1...3).map { _ in try People.add(tx, slug: Slug(trusted: "ben"), names: [:]) }
                let people = try People.all(tx, Set(ids))
                return ids.compactMap { people[$0]?.slug.text }
            }
            #expect(slugs == ["ben", "ben-2", "ben-3"])
        }
    }

    @Test("bylines keep their order, edition by edition", arguments: TestEngine.allCases)
    func bylines(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let signed = try await database.write { tx in
                let people = try ["ada", "ben", "cem"].map { try People.add(tx, slug: Slug(trusted: $0), names: [:]) }
                let (one, two) = (try Draft.publish(tx, "One").edition, try Draft.publish(tx, "Two").edition)
                try Articles.setByline(tx, one, [people[2], people[0], people[2]])
                try Articles.setByline(tx, two, [people[1]])
                let bylines = try People.bylines(tx, of: [one, two])
                return [one, two].map { bylines[$0]?.map(\.slug.text) }
            }
            #expect(signed == [["cem", "ada"], ["ben"]])
        }
    }
}
