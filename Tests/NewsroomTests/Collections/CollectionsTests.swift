import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Collections")
struct CollectionsTests {
    private static let links = LinkKey(Array(repeating: 7, count: 32))

    @Test("a work is saved to Read Later, to a collection made in place, and is shown where it is", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let (later, bases) = try await database.write { tx in
                let bases = try Collections.add(tx, name: " Bases  in Libya ", by: reader)
                try Collections.save(tx, work, in: .collection(bases), by: reader)
                return (try Collections.save(tx, work, in: .later, by: reader), bases)
            }
            #expect(later.isNew)
            let (held, choices, overview) = try await database.read { tx in
                (
                    try Collections.holding(tx, [work], of: reader), try Collections.choices(tx, work, of: reader),
                    try Collections.overview(tx, of: reader)
                )
            }
            #expect(held == [work: [later.collection, bases]])
            #expect(choices.map(\.collection.name) == ["", "Bases in Libya"] && choices.map(\.holds) == [true, true])
            #expect(choices.map(\.collection.kind) == [.later, .own])
            #expect(overview.later?.count == 1 && overview.favourites == nil && overview.history == nil && !overview.keepsHistory)
            #expect(overview.own.items.map(\.count) == [1])
        }
    }

    @Test("two hundred saves at once are one, and Read Later is made once", arguments: TestEngine.allCases)
    func race(engine: TestEngine) async throws {
        try await withStory(engine) { database, work, reader in
            let answers = try await atOnce(200) { _ in
                try await database.writeTogether { try Collections.save($0, work, in: .later, by: reader).isNew }
            }
            #expect(answers.count { $0 } == 1)
            #expect(try await rows(database) == [1, 1])
        }
    }

    @Test("undo puts a work back to its place with its note and time", arguments: TestEngine.allCases)
    func undo(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let clock = try await database.write { tx -> Instant in
                try Collections.setSorting(tx, id, .byHand, by: reader)
                try Collections.setNote(tx, "Who  said it?\nAsk.", on: works[1], in: id, by: reader)
                return tx.now
            }
            let removed = try #require(try await database.write { try Collections.unsave($0, works[1], from: .collection(id), by: reader) })
            #expect(removed.note == "Who  said it?\nAsk." && removed.savedAt == clock)
            #expect(try await order(database, id, reader) == ["Story 3", "Story 1"])
            try await database.write { tx in
                for _ in 1...2 { try Collections.restore(tx, removed, to: .collection(id), by: reader) }
            }
            #expect(try await order(database, id, reader) == ["Story 3", "Story 2", "Story 1"])
            let view = try await database.read { try Collections.view($0, id, for: reader, .en) }
            #expect(view.items.items[1].note == "Who  said it?\nAsk.")
            #expect(try await database.write { try Collections.unsave($0, ID(99_999), from: .collection(id), by: reader) } == nil)
        }
    }

    @Test("what a browser gives back to restore is not believed", arguments: TestEngine.allCases)
    func forgedUndo(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let draft = try await database.write { tx in
                try Collections.unsave(tx, works[0], from: .collection(id), by: reader)
                return try Draft.add(tx, "Draft").work
            }
            let future = FixedClock().now.adding(seconds: 86_400)
            for position in [Int64.min, .min + 1, .max] {
                let forged = SavedItem(work: works[0], note: "", savedAt: future, position: position)
                try await database.write { tx in
                    try Collections.restore(tx, forged, to: .collection(id), by: reader)
                    if position != .max { try Collections.unsave(tx, works[0], from: .collection(id), by: reader) }
                }
            }
            let item = try await database.read { try Collections.view($0, id, for: reader, .en).items.items.first { $0.workID == works[0] } }
            #expect(item?.savedAt == FixedClock().now)
            for (item, kind) in [
                (SavedItem(work: draft, note: "", savedAt: future, position: 0), Refusal.Kind.notFound),
                (SavedItem(work: works[0], note: String(repeating: "n", count: 2_001), savedAt: future, position: 0), .invalid),
            ] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await database.write { try Collections.restore($0, item, to: .collection(id), by: reader) }
                }
                #expect(refusal?.kind == kind)
            }
        }
    }

    @Test("another reader's collection does not exist, whatever is asked of it, and nothing changes", arguments: TestEngine.allCases)
    func foreign(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let stranger = try await database.write { try SampleReader.add($0, "mallory@mail.example") }
            let item = SavedItem(work: works[0], note: "", savedAt: FixedClock().now, position: 1)
            let links = Self.links
            let tries: [@Sendable (Transaction) throws -> Void] = [
                { _ = try Collections.find($0, id, of: stranger) },
                { _ = try Collections.view($0, id, for: stranger, .en) },
                { _ = try Collections.view($0, id, for: nil, .en) },
                { try Collections.save($0, works[0], in: .collection(id), by: stranger) },
                { try Collections.unsave($0, works[0], from: .collection(id), by: stranger) },
                { try Collections.restore($0, item, to: .collection(id), by: stranger) },
                { try Collections.setNote($0, "x", on: works[0], in: id, by: stranger) },
                { try Collections.setSorting($0, id, .byHand, by: stranger) },
                { try Collections.move($0, works[0], in: id, after: nil, by: stranger) },
                { try Collections.rename($0, id, "Mine", by: stranger) },
                { try Collections.describe($0, id, "Mine", by: stranger) },
                { try Collections.setVisibility($0, id, .public, by: stranger, links: links) },
                { try Collections.renewLink($0, id, by: stranger, links: links) },
                { _ = try Collections.link($0, id, by: stranger, links: links) },
                { try Collections.setCover($0, id, works[0], by: stranger) },
                { try Collections.remove($0, id, by: stranger) },
            ]
            let before = try await DatabaseDump(database)
            for (number, attempt) in tries.enumerated() {
                let refusal = await #expect(throws: Refusal.self, "\(number)") { try await database.write(attempt) }
                #expect(refusal?.kind == .notFound, "\(number)")
            }
            #expect(try await DatabaseDump(database) == before)
            #expect(try await database.read { try Collections.holding($0, works, of: stranger) } == [:])
            #expect(try await database.read { try Collections.find($0, id, of: reader).name } == "Bases")
        }
    }

    @Test("names are made fit, or refused in words", arguments: TestEngine.allCases)
    func names(engine: TestEngine) async throws {
        try await withStory(engine) { database, _, reader in
            func add(_ name: String) async throws -> String {
                try await database.write { try Collections.find($0, try Collections.add($0, name: name, by: reader), of: reader).name }
            }
            let (turned, long) = (try await add("\u{202E}gnp.exe\u{0}\nnext\u{2069}"), try await add(String(repeating: "م", count: 120)))
            #expect(turned == "gnp.exe next" && long.count == 120)
            for name in [
                String(repeating: "n", count: 10_000), String(repeating: "م", count: 121), "a" + String(repeating: "\u{301}", count: 10_000), "",
                " \u{202E}\u{200D}\n",
            ] {
                let refusal = await #expect(throws: Refusal.self) { _ = try await add(name) }
                #expect(refusal?.kind == .invalid && refusal?.field == "name")
            }
            let taken = await #expect(throws: Refusal.self) { _ = try await add(" GNP.exe next") }
            #expect(taken?.kind == .conflict)
            #expect(try await rows(database) == [2, 0])
        }
    }

    @Test("a collection is renamed, described and deleted; what everyone has is not", arguments: TestEngine.allCases)
    func renamed(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let later = try await database.write { tx in
                _ = try Collections.add(tx, name: "Radar", by: reader)
                try Collections.rename(tx, id, "bases", by: reader)
                try Collections.describe(tx, id, "One\r\nTwo", by: reader)
                return try Collections.save(tx, works[0], in: .later, by: reader).collection
            }
            let now = try await database.read { try Collections.find($0, id, of: reader) }
            #expect(now.name == "bases" && now.description == "One\nTwo")
            let taken = await #expect(throws: Refusal.self) { try await database.write { try Collections.rename($0, id, "radar", by: reader) } }
            #expect(taken?.kind == .conflict)
            for attempt: @Sendable (Transaction) throws -> Void in [
                { try Collections.rename($0, later, "Soon", by: reader) }, { try Collections.remove($0, later, by: reader) },
                { try Collections.setVisibility($0, later, .public, by: reader, links: Self.links) },
            ] {
                let refusal = await #expect(throws: Refusal.self) { try await database.write(attempt) }
                #expect(refusal?.kind == .forbidden)
            }
            try await database.write { try Collections.remove($0, id, by: reader) }
            #expect(try await rows(database) == [2, 1])
        }
    }

    @Test("limits are told in words, and nothing beyond them is kept", arguments: TestEngine.allCases)
    func limits(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { tx in
                for number in 2...500 { _ = try Collections.add(tx, name: "Collection \(number)", by: reader) }
                try tx.run(
                    "INSERT INTO works (kind, created_at) SELECT 'article', 0 FROM works a, works b, works c, works d, works e, works f, works g, works h LIMIT 4997"
                )
                try tx.run(
                    """
                    INSERT INTO collection_items (collection_id, work_id, position, saved_at)
                    SELECT \(id) + 0, id, id, 0 FROM works WHERE id NOT IN (SELECT work_id FROM collection_items) LIMIT 4997
                    """)
            }
            let extra = try await database.write { try Draft.publish($0, "One more").work }
            for attempt: @Sendable (Transaction) throws -> Void in [
                { _ = try Collections.add($0, name: "One more", by: reader) },
                { try Collections.save($0, extra, in: .collection(id), by: reader) },
            ] {
                let refusal = await #expect(throws: Refusal.self) { try await database.writeTogether(attempt) }
                #expect(refusal?.kind == .conflict)
                #expect(refusal.map { $0.words.en.contains("500") && $0.words.ar.contains("500") } == true)
            }
            #expect(try await rows(database) == [500, 5_000])
            try await database.write { _ = try Collections.save($0, works[0], in: .collection(id), by: reader) }
            let long = await #expect(throws: Refusal.self) {
                try await database.write { try Collections.setNote($0, String(repeating: "x", count: 2_001), on: works[0], in: id, by: reader) }
            }
            #expect(long?.kind == .invalid && long?.field == "note")
        }
    }

    @Test("what is not published cannot be saved", arguments: TestEngine.allCases)
    func unpublished(engine: TestEngine) async throws {
        try await withStory(engine) { database, _, reader in
            let (draft, withdrawn) = try await database.write { tx in
                let withdrawn = try Draft.publish(tx, "Untrue")
                try Articles.withdraw(tx, withdrawn.edition, reason: "Untrue")
                return (try Draft.add(tx, "Draft").work, withdrawn.work)
            }
            for (work, kind) in [(draft, Refusal.Kind.notFound), (withdrawn, .gone), (ID(99_999), .notFound)] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await database.write { try Collections.save($0, work, in: .later, by: reader) }
                }
                #expect(refusal?.kind == kind)
            }
            #expect(try await rows(database) == [0, 0])
        }
    }

    private func rows(_ database: Database) async throws -> [Int] {
        try await database.read { tx in
            [
                try tx.one("SELECT count(*) AS n FROM collections") { try $0["n"] },
                try tx.one("SELECT count(*) AS n FROM collection_items") { try $0["n"] },
            ]
        }
    }
}

/// Gives `body` a reader's collection "Bases" with three published stories in it, the third saved last.
func withShelf(_ engine: TestEngine, _ body: (Database, [ID<Work>], ID<ReaderCollection>, ID<Reader>) async throws -> Void) async throws {
    try await withDatabase(engine) { database in
        let (works, id, reader) = try await database.write { tx in
            let reader = try SampleReader.add(tx)
            let id = try Collections.add(tx, name: "Bases", by: reader)
            let works = try (1...3).map { try Draft.publish(tx, "Story \($0)", at: Int64($0)).work }
            for work in works { try Collections.save(tx, work, in: .collection(id), by: reader) }
            return (works, id, reader)
        }
        try await body(database, works, id, reader)
    }
}

func order(_ database: Database, _ id: ID<ReaderCollection>, _ reader: ID<Reader>) async throws -> [String] {
    try await database.read { try Collections.view($0, id, for: reader, .en, size: 5_000).items.items.map { $0.teaser?.headline ?? "–" } }
}
