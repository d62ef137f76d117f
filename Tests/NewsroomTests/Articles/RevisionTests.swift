import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Revisions")
struct RevisionTests {
    @Test("each revision stands on the one before, and says what it was given", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let whole = Content(
                headline: "Port", standfirst: "Open", dateline: "Tripoli", body: Story([.paragraph(Line([.text("Text.")])), .rule]), searchTitle: "P",
                searchDescription: "O")
            let (edition, first) = try await database.write { tx in
                let work = try Articles.add(tx, .article, tree: try Sections.tree(tx))
                return try Articles.addEdition(tx, of: work, .article, .en, slug: Slug(trusted: "port"), whole, author: "ada", note: "first")
            }
            let second = try await database.write { try Articles.revise($0, edition, Draft.content("Port open"), author: "ben") }
            let newest = try #require(try await database.read { try Articles.newest($0, of: edition) })
            #expect(newest.id == second && newest.parentID == first && newest.author == "ben" && newest.content.headline == "Port open")
            let kept = try await database.read { tx in
                try tx.one("SELECT \(Revision.columns) FROM revisions r WHERE id = \(first)", Revision.init)
            }
            #expect(kept.content == whole && kept.note == "first" && kept.parentID == nil)
        }
    }

    @Test("the chain of digests can be worked out again from what the revisions say", arguments: TestEngine.allCases)
    func chain(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            try await database.write { tx in
                let added = try Draft.add(tx, "One")
                for number in 2...5 {
                    _ = try Articles.revise(tx, added.edition, Draft.content("Headline \(number)", "Text \(number)"), author: "ada")
                }
            }
            func broken() async throws -> Int {
                let rows = try await database.read { tx in
                    try tx.all("SELECT \(Revision.columns) FROM revisions r ORDER BY id") { (try Revision($0), try $0["body"] as String) }
                }
                var digests: [ID<Revision>: Digest] = [:]
                return rows.count { revision, body in
                    digests[revision.id] = revision.digest
                    let parent = revision.parentID.flatMap { digests[$0] }
                    return Revision.digest(of: revision.content, html: body, parent: parent) != revision.digest
                }
            }
            #expect(try await broken() == 0)
            try await database.write { _ = try $0.run("UPDATE revisions SET headline = 'Forged' WHERE headline = 'Headline 3'") }
            #expect(try await broken() == 1)
        }
    }

    @Test("moving words from one field to the next changes the digest")
    func boundaries() {
        let one = Content(headline: "ab", standfirst: "c", body: Story())
        let two = Content(headline: "a", standfirst: "bc", body: Story())
        #expect(Revision.digest(of: one, html: "", parent: nil) != Revision.digest(of: two, html: "", parent: nil))
        #expect(Revision.digest(of: one, html: "", parent: nil) != Revision.digest(of: one, html: "", parent: Digest(of: "p")))
    }

    @Test("saying the same again makes no revision", arguments: TestEngine.allCases)
    func same(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let edition = try await database.write { try Draft.add($0, "One").edition }
            #expect(try await database.write { try Articles.revise($0, edition, Draft.content("One"), author: "ben") } == nil)
            #expect(try await database.write { try Articles.revise($0, edition, Draft.content("Two"), author: "ben") } != nil)
            // Going back to what it said before is something new.
            #expect(try await database.write { try Articles.revise($0, edition, Draft.content("One"), author: "ben") } != nil)
            let count: Int = try await database.read { try $0.one("SELECT count(*) AS n FROM revisions") { try $0["n"] } }
            #expect(count == 3)
        }
    }

    @Test("a work has one edition in a language", arguments: TestEngine.allCases)
    func oneEdition(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let violation = await #expect(throws: ConstraintViolation.self) {
                try await database.write { tx in
                    let work = try Draft.add(tx, "One").work
                    _ = try Articles.addEdition(tx, of: work, .article, .en, slug: Slug(trusted: "two"), Draft.content("Two"), author: "ada")
                }
            }
            #expect(violation?.name == "editions_work_id_language")
        }
    }

    @Test("of two pages with one address the second is numbered, in its language and of its kind", arguments: TestEngine.allCases)
    func slugs(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let slugs = try await database.write { tx in
                try [(Language.en, Work.Kind.article), (.en, .article), (.en, .article), (.ar, .article), (.en, .page)].map { language, kind in
                    let added = try Draft.add(tx, "Port", language, kind: kind)
                    return try Articles.edition(tx, added.edition)?.slug.text
                }
            }
            #expect(slugs == ["port", "port-2", "port-3", "port", "port"])
        }
    }
}
