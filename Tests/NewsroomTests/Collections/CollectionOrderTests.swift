import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The order of a collection")
struct CollectionOrderTests {
    @Test("newest first, oldest first, or by hand", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            #expect(try await order(database, id, reader) == ["Story 3", "Story 2", "Story 1"])
            try await database.write { try Collections.setSorting($0, id, .oldest, by: reader) }
            #expect(try await order(database, id, reader) == ["Story 1", "Story 2", "Story 3"])
            try await database.write { tx in
                try Collections.setSorting(tx, id, .byHand, by: reader)
                try Collections.move(tx, works[0], in: id, after: nil, by: reader)
            }
            #expect(try await order(database, id, reader) == ["Story 1", "Story 3", "Story 2"])
            try await database.write { try Collections.move($0, works[0], in: id, after: works[1], by: reader) }
            #expect(try await order(database, id, reader) == ["Story 3", "Story 2", "Story 1"])
            try await database.write { try Collections.move($0, works[0], in: id, after: works[2], by: reader) }
            #expect(try await order(database, id, reader) == ["Story 3", "Story 1", "Story 2"])
        }
    }

    @Test("a thousand moves to one place, more than there is room for, keep the order", arguments: TestEngine.allCases)
    func many(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { tx in
                try Collections.setSorting(tx, id, .byHand, by: reader)
                for round in 0..<1_000 { try Collections.move(tx, works[round.isMultiple(of: 2) ? 0 : 1], in: id, after: works[2], by: reader) }
            }
            #expect(try await order(database, id, reader) == ["Story 3", "Story 2", "Story 1"])
        }
    }

    @Test("one place up, down, to the top, to before another; beyond either end it stays", arguments: TestEngine.allCases)
    func steps(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            try await database.write { try Collections.setSorting($0, id, .byHand, by: reader) }
            for (work, step, expected) in [
                (2, Collections.Step.up, [3, 2, 1]), (2, .down, [2, 3, 1]), (2, .down, [2, 1, 3]), (2, .down, [2, 1, 3]), (2, .up, [2, 3, 1]),
                (0, .top, [1, 2, 3]), (0, .up, [1, 2, 3]), (2, .up, [1, 3, 2]),
            ] {
                try await database.write { try Collections.move($0, works[work], in: id, step, by: reader) }
                #expect(try await order(database, id, reader) == expected.map { "Story \($0)" })
            }
            try await database.write { try Collections.move($0, works[1], in: id, before: works[0], by: reader) }
            #expect(try await order(database, id, reader) == ["Story 2", "Story 1", "Story 3"])
            try await database.write { try Collections.move($0, works[2], in: id, before: works[1], by: reader) }
            try await database.write { try Collections.move($0, works[2], in: id, before: works[1], by: reader) }
            try await database.write { try Collections.move($0, works[2], in: id, before: works[2], by: reader) }
            #expect(try await order(database, id, reader) == ["Story 3", "Story 2", "Story 1"])
            let places = try await database.read { tx in try works.map { try Collections.place(tx, of: $0, in: id) } }
            #expect(places.map(\.place) == [3, 2, 1] && places.allSatisfy { $0.count == 3 })
        }
    }

    @Test("a work that is not in it cannot be moved, nor moved behind", arguments: TestEngine.allCases)
    func strangers(engine: TestEngine) async throws {
        try await withShelf(engine) { database, works, id, reader in
            let other = try await database.write { try Draft.publish($0, "Elsewhere").work }
            for (work, place) in [(other, works[0]), (works[0], other)] {
                let refusal = await #expect(throws: Refusal.self) {
                    try await database.write { try Collections.move($0, work, in: id, after: place, by: reader) }
                }
                #expect(refusal?.kind == .notFound)
            }
        }
    }
}

@Suite("Reading history")
struct HistoryTests {
    @Test("is kept by choice only, newest visit first, and forgotten at once", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (works, reader) = try await database.write { tx in
                (try (1...2).map { try Draft.publish(tx, "Story \($0)").work }, try SampleReader.add(tx))
            }
            #expect(try await database.write { try Collections.visit($0, works[0], by: reader) } == false)
            try await database.write { try Collections.setHistory($0, isKept: true, by: reader) }
            for work in [works[0], works[1], works[0]] {
                clock.advance(seconds: 1)
                try await database.write { _ = try Collections.visit($0, work, by: reader) }
            }
            let entry = try #require(try await database.read { try Collections.overview($0, of: reader).history })
            #expect(entry.count == 2)
            #expect(try await order(database, entry.collection.id, reader) == ["Story 1", "Story 2"])
            let held = try await database.read { try Collections.holding($0, works, of: reader) }
            #expect(held == [:])
            let saved = await #expect(throws: Refusal.self) {
                try await database.write { try Collections.save($0, works[0], in: .collection(entry.collection.id), by: reader) }
            }
            #expect(saved?.kind == .notFound)
            try await database.write { try Collections.setHistory($0, isKept: false, by: reader) }
            let overview = try await database.read { try Collections.overview($0, of: reader) }
            #expect(overview.history == nil && !overview.keepsHistory)
        }
    }

    @Test("keeps the newest five thousand", arguments: TestEngine.allCases)
    func limit(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let (first, last, reader, id) = try await database.write { tx in
                let reader = try SampleReader.add(tx)
                try Collections.setHistory(tx, isKept: true, by: reader)
                let first = try Draft.publish(tx, "First").work
                try Collections.visit(tx, first, by: reader)
                let id: ID<ReaderCollection> = try tx.one("SELECT id FROM collections") { try $0["id"] }
                for number in 1..<CollectionLimits.items {
                    let work: ID<Work> = try tx.one("INSERT INTO works (kind, created_at) VALUES ('article', 0) RETURNING id") { try $0["id"] }
                    let moment = tx.now.adding(seconds: Int64(number))
                    try tx.run("INSERT INTO collection_items (collection_id, work_id, position, saved_at) VALUES (\(id), \(work), 0, \(moment))")
                }
                return (first, try Draft.publish(tx, "Last").work, reader, id)
            }
            clock.advance(seconds: 10_000)
            try await database.write { _ = try Collections.visit($0, last, by: reader) }
            let kept = try await database.read {
                try $0.all("SELECT work_id FROM collection_items WHERE collection_id = \(id)") { try $0["work_id"] as ID<Work> }
            }
            #expect(kept.count == CollectionLimits.items && kept.contains(last) && !kept.contains(first))
        }
    }
}
