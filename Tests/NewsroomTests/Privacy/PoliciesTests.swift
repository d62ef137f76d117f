import Basics
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The privacy policy")
struct PoliciesTests {
    private static let slug = Slug(trusted: "privacy-policy")

    @Test("who has accepted what is in force is asked again when a newer version is published, and not before", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (reader, edition) = try await database.write { tx in (try SampleReader.add(tx), try Self.publish(tx)) }
            let pending = { try await database.read { try Policies.pending($0, reader, Self.slug, .en) } }
            let first = try #require(try await pending())
            #expect(first.policy.publication.number == 1 && first.accepted == nil)
            try await database.write { try Policies.accept($0, by: reader, Self.slug, .en) }
            #expect(try await pending() == nil)
            clock.advance(seconds: 60)
            let draft = try await database.write { try #require(try Articles.revise($0, edition, Draft.content("Policy, new"), author: "ada")) }
            #expect(try await pending() == nil)
            try await database.write { try Articles.publish($0, edition, draft, at: Instant(seconds: 1_000)) }
            let now = try #require(try await pending())
            #expect((now.policy.publication.number, now.accepted?.number) == (2, 1) && now.policy.publication.publishedAt == clock.now)
            await #expect { try await database.write { try Policies.accept($0, by: reader, Self.slug, .en, version: 1) } } throws: {
                ($0 as? Refusal)?.kind == .conflict
            }
            for _ in 1...2 { try await database.write { try Policies.accept($0, by: reader, Self.slug, .en, version: 2) } }
            #expect(try await pending() == nil)
            #expect(try await database.read { try $0.one("SELECT count(*) AS n FROM policy_acceptances") { try $0["n"] as Int } } == 2)
        }
    }

    @Test("what was accepted in one language is not asked for in the other", arguments: TestEngine.allCases)
    func languages(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let (reader, edition) = try await database.write { tx in (try SampleReader.add(tx), try Self.publish(tx)) }
            // Without an Arabic edition the English one is the policy in Arabic as well.
            #expect(try await database.read { try Policies.inForce($0, Self.slug, .ar)?.edition.language } == .en)
            try await database.write { tx in
                let work = try #require(try Articles.edition(tx, edition)).workID
                let arabic = try Articles.addEdition(
                    tx, of: work, .page, .ar, slug: Slug(trusted: "الخصوصية"), Draft.content("سياسة"), author: "test")
                try Articles.publish(tx, arabic.edition, arabic.revision, at: tx.now)
            }
            #expect(try await database.read { try Policies.inForce($0, Self.slug, .ar)?.edition.language } == .ar)
            try await database.write { try Policies.accept($0, by: reader, Self.slug, .ar) }
            for language in Language.allCases { #expect(try await database.read { try Policies.pending($0, reader, Self.slug, language) } == nil) }
        }
    }

    @Test("without a policy, or with one that was taken away, nobody is asked for anything", arguments: TestEngine.allCases)
    func none(engine: TestEngine) async throws {
        try await withDatabase(engine) { database in
            let reader = try await database.write { tx in
                // An article of that name is no policy.
                let article = try Articles.add(tx, .article, tree: try Sections.tree(tx))
                let added = try Articles.addEdition(tx, of: article, .article, .en, slug: Self.slug, Draft.content("x"), author: "test")
                try Articles.publish(tx, added.edition, added.revision, at: tx.now)
                return try SampleReader.add(tx)
            }
            try await database.write { try Policies.accept($0, by: reader, Self.slug, .en) }
            #expect(try await database.read { try Policies.pending($0, reader, Self.slug, .en) } == nil)
            let edition = try await database.write { try Self.publish($0) }
            #expect(try await database.read { try Policies.pending($0, reader, Self.slug, .en) } != nil)
            try await database.write { try Articles.unpublish($0, edition) }
            #expect(try await database.read { try Policies.pending($0, reader, Self.slug, .en) } == nil)
        }
    }

    @Test(
        "each revision that comes before the public is a version; the same again is none, and an older one is one more",
        arguments: TestEngine.allCases)
    func versions(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (edition, first) = try await database.write { tx -> (ID<Edition>, ID<Revision>) in
                let edition = try Self.publish(tx)
                return (edition, try #require(try Articles.published(tx, of: edition)).id)
            }
            try await database.write { try Articles.publish($0, edition, first, at: Instant(seconds: 1_000)) }
            clock.advance(seconds: 5)
            try await database.write { tx in
                let second = try #require(try Articles.revise(tx, edition, Draft.content("Second"), author: "ada"))
                try Articles.publish(tx, edition, second, at: Instant(seconds: 1_000))
                try Articles.publish(tx, edition, first, at: Instant(seconds: 1_000))
            }
            let all = try await database.read { try Publications.of($0, edition) }
            #expect(all.map(\.number) == [3, 2, 1] && all[0].revisionID == first && all[2].revisionID == first)
            #expect(all.map(\.publishedAt) == [clock.now, clock.now, Instant(seconds: 1_000)])
        }
    }

    @Test("what changed is told block by block, what went before what came")
    func changes() {
        let old = Self.content("Policy", "<p>We keep votes.</p><p>For a year.</p><ul><li>one</li><li>two</li></ul>")
        let new = Self.content("Policy", "<p>We keep votes.</p><p>For a week.</p><ul><li>one</li><li>two</li><li>three</li></ul>")
        #expect(
            TextChange.between(old, new) == [
                .kept("Policy"), .kept("We keep votes."), .removed("For a year."), .added("For a week."), .kept("one"), .kept("two"), .added("three"),
            ])
        #expect(TextChange.between(old, old).allSatisfy { if case .kept = $0 { true } else { false } })
        let empty = Self.content("", "")
        #expect(
            TextChange.between(empty, old).count == 5 && TextChange.between(old, empty).allSatisfy { if case .removed = $0 { true } else { false } })
    }

    @Test("the face names the policy's page, or refuses what can be none")
    func face() throws {
        #expect(try Face(yaml: "policy: datenschutz\n", file: "newsroom.yaml").policy.text == "datenschutz" && Face.plain.policy == Self.slug)
        #expect(throws: Refusal.self) { try Face(yaml: "policy: /en/pages/x\n", file: "newsroom.yaml") }
    }

    private static func content(_ headline: String, _ html: String) -> Content { Content(headline: headline, body: StoryParser.html(html).story) }

    /// An English policy, published.
    private static func publish(_ tx: Transaction) throws -> ID<Edition> {
        let work = try Articles.add(tx, .page, tree: try Sections.tree(tx))
        let added = try Articles.addEdition(tx, of: work, .page, .en, slug: slug, Draft.content("Policy"), author: "test")
        try Articles.publish(tx, added.edition, added.revision, at: Instant(seconds: 1_000))
        return added.edition
    }
}
