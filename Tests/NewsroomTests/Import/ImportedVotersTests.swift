import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Readers of an old site")
struct ImportedVotersTests {
    @Test("whoever signs up by her old address has her votes and collections", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            let (reader, accounts) = try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "layla@mail.example")
                return (reader, [try ImportedVoters.claim(tx, by: reader), try ImportedVoters.claim(tx, by: reader)])
            }
            #expect(accounts == [1, 0])
            let tally = try await bench.tally(1)
            #expect(tally.readers == .init(down: 1) && tally.imported == .init(down: 1))
            let overview = try await bench.database.read { try Collections.overview($0, of: reader) }
            #expect(overview.own.items.map(\.collection.name).sorted() == ["Bases", "Radar", "Torn"])
            #expect(overview.later?.count == 1 && overview.history == nil)
            let visible = overview.own.items.filter { $0.collection.visibility == .public }
            #expect(visible.map(\.collection.name) == ["Radar"])
            #expect(try await Votes.reconcile(bench.database) == [])
        }
    }

    @Test("nobody else has them: not by another address, nor before the address is confirmed", arguments: TestEngine.allCases)
    func others(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            let accounts = try await bench.database.write { tx in
                try [SampleReader.add(tx, "layla@mail.example", isConfirmed: false), SampleReader.add(tx, "mallory@mail.example")]
                    .map { try ImportedVoters.claim(tx, by: $0) }
            }
            #expect(accounts == [0, 0])
            #expect(try await bench.tally(1).imported == .init(down: 2))
        }
    }

    @Test("who is a reader already gets them at once, and keeps what she has here", arguments: TestEngine.allCases)
    func readerFirst(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            let work = try #require(try await bench.work(1)?.id)
            let third = try #require(try await bench.work(3)?.id)
            let reader = try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "layla@mail.example")
                try Votes.cast(tx, work, by: reader, .up)
                _ = try Collections.add(tx, name: "bases", by: reader)
                try Collections.save(tx, third, in: .later, by: reader)
                return reader
            }
            let report = try await bench.run(SnaxSample()).report
            #expect(report.reconciles)
            let tally = try await bench.tally(1)
            #expect(tally.readers == .init(up: 1) && tally.imported == .init(down: 1))
            let overview = try await bench.database.read { try Collections.overview($0, of: reader) }
            #expect(overview.own.items.map(\.collection.name).sorted() == ["Bases (2)", "Radar", "Torn", "bases"])
            #expect(overview.later?.count == 1)
        }
    }

    @Test("what she takes back does not come back with the next import", arguments: TestEngine.allCases)
    func takenBack(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            let work = try #require(try await bench.work(1)?.id)
            try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "layla@mail.example")
                try ImportedVoters.claim(tx, by: reader)
                try Votes.cast(tx, work, by: reader, nil)
                let bases = try #require(try Collections.overview(tx, of: reader).own.items.first { $0.collection.name == "Bases" }).collection.id
                try Collections.unsave(tx, work, from: .collection(bases), by: reader)
                let radar = try #require(try Collections.overview(tx, of: reader).own.items.first { $0.collection.name == "Radar" }).collection.id
                try Collections.remove(tx, radar, by: reader)
            }
            let before = try await bench.dump()
            let report = try await bench.run(SnaxSample()).report
            #expect(report.created == 0 && report.updated == 0)
            #expect(try await bench.dump() == before)
        }
    }

    @Test("an old Read Later joins the one she has, and what comes for it later goes there", arguments: TestEngine.allCases)
    func merged(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            let work = try #require(try await bench.work(1)?.id)
            let reader = try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "layla@mail.example")
                try Collections.save(tx, work, in: .later, by: reader)
                try ImportedVoters.claim(tx, by: reader)
                return reader
            }
            #expect(try await bench.database.read { try Collections.overview($0, of: reader).later?.count } == 2)
            try await bench.database.write { tx in
                let third = try #require(
                    try tx.first("SELECT work_id FROM collection_items WHERE work_id <> \(work)") { try $0["work_id"] as ID<Work> })
                try Collections.unsave(tx, third, from: .later, by: reader)
            }
            var sample = SnaxSample()
            sample.items.append((7, 52, 3))
            _ = try await bench.run(sample)
            #expect(try await bench.database.read { try Collections.overview($0, of: reader).later?.count } == 2)
        }
    }

    @Test(
        "who is erased here is erased there: her votes stay without a name, and the next import brings nothing of her back",
        arguments: TestEngine.allCases)
    func erased(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "layla@mail.example")
                try ImportedVoters.claim(tx, by: reader)
                try Votes.forget(tx, reader)
                try SampleReader.erase(tx, reader)
            }
            #expect(try await bench.tally(1).readers == .init(down: 1))
            #expect(try await bench.count("collections") == 0)
            #expect(try await bench.count("imported_voters WHERE source_id = '9'") == 0)
            let report = try await bench.run(SnaxSample()).report
            #expect(report.created == 0)
            #expect(try await bench.count("collections") == 0)
            #expect(try await Votes.reconcile(bench.database) == [])
        }
    }
}
