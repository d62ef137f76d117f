import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The tree of sections")
struct SectionTreeTests {
    @Test("sections stand in the order in which they came, or in the newsroom's own", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in for name in ["City", "Sport", "Culture", "Opinion"] { _ = try Draft.section(tx, name) } }
            let (plain, own) = try await database.read { (try Sections.tree($0), try Sections.tree($0, order: ["culture", "unknown", "city"])) }
            #expect(plain.top(in: .en).compactMap { $0.names[.en]?.name } == ["City", "Sport", "Culture", "Opinion"])
            #expect(own.top(in: .en).compactMap { $0.names[.en]?.name } == ["Culture", "City", "Sport", "Opinion"])
            #expect(plain.top(in: .ar).isEmpty)
        }
    }

    @Test("the path to a section begins at the top, and a circle has an end", arguments: TestEngine.allCases)
    func path(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let ids = try await database.write { tx in
                let sport = try Draft.section(tx, "Sport")
                let football = try Draft.section(tx, "Football", parent: sport)
                return [sport, football, try Draft.section(tx, "Derby", parent: football)]
            }
            let tree = try await database.read { try Sections.tree($0) }
            #expect(tree.path(to: ids[2]).map(\.id) == ids)
            #expect(tree.children(of: ids[0], in: .en).map(\.id) == [ids[1]])
            #expect(tree.path(to: ID(999)).isEmpty && tree[id: nil] == nil)
            try await database.write { try Sections.setParent($0, ids[0], ids[2]) }
            #expect(try await database.read { try Sections.tree($0).path(to: ids[1]).count } == 3)
        }
    }

    @Test("addresses are numbered where another section of the language has them", arguments: TestEngine.allCases)
    func slugs(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let slugs = try await database.write { tx in
                let (one, two) = (try Draft.section(tx, "City"), try Draft.section(tx, "City"))
                try Sections.setName(tx, one, .ar, LocalName(name: "المدينة", slug: Slug(trusted: "city")))
                // A section may be named again without meeting itself.
                try Sections.setName(tx, one, .en, LocalName(name: "The City", slug: Slug(trusted: "city")))
                let tree = try Sections.tree(tx)
                return [tree[id: one]?.names[.en]?.slug.text, tree[id: two]?.names[.en]?.slug.text, tree[id: one]?.names[.ar]?.slug.text]
            }
            #expect(slugs == ["city", "city-2", "city"])
            #expect(try await database.read { try Sections.find($0, .en, slug: Slug(trusted: "city-2")) } != nil)
            #expect(try await database.read { try Sections.find($0, .ar, slug: Slug(trusted: "city-2")) } == nil)
        }
    }
}
