import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing votes and collections")
struct SnaxImportTests {
    @Test("every row is accounted for, the last vote counts, guests stand apart, invented votes are out", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            let outcome = try await bench.run(SnaxSample())
            let report = outcome.report
            // 5 collections, 6 items, 8 votes.
            #expect(report.items == 19 && report.reconciles && !report.hasFaults)
            #expect((report.created, report.updated, report.unchanged, report.skipped) == (13, 1, 0, 5))
            let tally = try await bench.tally(1)
            #expect(tally.imported == .init(up: 0, down: 2) && tally.importedGuests == .init(up: 2) && tally.score == -2)
            let other = try await bench.tally(3)
            #expect(other.imported == .init(up: 1))
            let reasons = outcome.reasons(.skipped)
            for words in ["reading history", "in the collection already", "collection 60", "later vote", "post 77"] {
                #expect(reasons.count { $0.contains(words) } == 1, "\(words)")
            }
            let note = try #require(outcome.reasons(.note).first { $0.contains("old site showed") })
            #expect(note.contains("4 up and 2 down") && note.contains("0 up and 2 down of accounts") && note.contains("1200 invented"))
            #expect(try await Votes.reconcile(bench.database) == [])
        }
    }

    @Test("run again it changes nothing, also when it was cut off half-way", arguments: TestEngine.allCases)
    func again(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            var half = SnaxSample()
            half.votes.removeLast(4)
            half.items.removeLast(3)
            _ = try await bench.run(half)
            _ = try await bench.run(SnaxSample())
            let before = try await bench.dump()
            let report = try await bench.run(SnaxSample()).report
            #expect((report.created, report.updated, report.unchanged, report.skipped) == (0, 0, 16, 3))
            let after = try await bench.dump()
            #expect(after == before, "\(after.differences(from: before))")
            try await withSnaxSite(engine) { other in
                _ = try await other.run(SnaxSample())
                let (first, second) = (try await tallies(bench), try await tallies(other))
                #expect(first == second)
            }
        }
    }

    @Test("a row that a later export tells otherwise is put right", arguments: TestEngine.allCases)
    func changed(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            var sample = SnaxSample()
            _ = try await bench.run(sample)
            sample.votes[3].vote = "-1"
            sample.votes[6].vote = "-1"
            let report = try await bench.run(sample).report
            #expect(report.updated == 2)
            let tallies = try await tallies(bench)
            #expect(tallies[0].importedGuests == .init(up: 1, down: 1) && tallies[1].imported == .init(down: 1))
            #expect(try await Votes.reconcile(bench.database) == [])
        }
    }

    @Test("bad lines are named by line and reason, and the others are taken in", arguments: TestEngine.allCases)
    func badLines(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            var sample = SnaxSample()
            sample.voteLines = [
                "20,1,2,9,,,2024-09-02 01:00:00,2024-09-02 01:00:00", "21,1,1,9,,", "x,1,1,9,,,2024-09-02 01:00:00,2024-09-02 01:00:00",
                "23,1,1,9,,,0000-00-00 00:00:00,0000-00-00 00:00:00", "24,1,1\"1,9,,,a,b", "25,-1,1,9,,,2024-09-02 01:00:00,2024-09-02 01:00:00",
                "26,3,1,16,,,2024-09-02 01:00:00,0000-00-00 00:00:00",
            ]
            let outcome = try await bench.run(sample)
            #expect(outcome.report.lost == 6 && outcome.report.hasFaults && outcome.report.reconciles && outcome.report.created == 14)
            let lost = outcome.entries.filter { $0.kind == .lost }.sorted { $0.place.line ?? 0 < $1.place.line ?? 0 }
            #expect(lost.map { $0.place.line } == [10, 11, 12, 13, 14, 15])
            for (entry, words) in zip(lost, ["no vote", "6 fields in place of 8", "vote_id", "no date", "quotation", "post_id"]) {
                #expect(entry.reason.en.contains(words) && !entry.reason.ar.isEmpty && entry.place.file.hasSuffix("votes.csv"))
            }
            #expect(try await bench.tally(3).imported == .init(up: 2))
        }
    }

    @Test("a table with other columns is refused before anything is written", arguments: TestEngine.allCases)
    func columns(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            let (table, export) = (bench.folder.appending(path: "votes.csv"), try bench.write(SnaxSample.site))
            let before = try await bench.dump()
            for text in ["", "vote_id,post_id\n1,2\n", SnaxImport.voteColumns.joined(separator: ",") + ",vote\n", "<!doctype html>", "\"open\n"] {
                try text.write(to: table, atomically: false, encoding: .utf8)
                let refusal = await #expect(throws: Refusal.self) { _ = try await bench.snax([export], votes: table.path, items: nil) }
                #expect(refusal?.kind == .invalid && refusal?.words.en.contains("vote_id") == true)
            }
            let missing = await #expect(throws: Refusal.self) { _ = try await bench.snax([export], votes: "/nowhere.csv", items: nil) }
            #expect(missing?.kind == .notFound)
            #expect(try await bench.dump() == before)
        }
    }

    @Test("no address and no host is kept, nor anybody's e-mail", arguments: TestEngine.allCases)
    func traces(engine: TestEngine) async throws {
        try await withSnaxSite(engine) { bench in
            _ = try await bench.run(SnaxSample())
            let dump = try await DatabaseDump(bench.database, tables: ["people"])
            for trace in ["203.0.113.77", "host.example", "mail.example"] { #expect(!dump.all.contains(trace)) }
            let before = try await bench.dump()
            let table = bench.folder.appending(path: "elsewhere.csv")
            try SnaxSample().voteText.replacing("203.0.113.77", with: "198.51.100.1").write(to: table, atomically: false, encoding: .utf8)
            _ = try await bench.snax([try bench.write(SnaxSample.site)], votes: table.path, items: nil)
            #expect(try await bench.dump() == before)
        }
    }

    @Test("the old site of the seed comes out as its rows say")
    func seed() async throws {
        let folder = ExportSample.shared.appendingPathComponent("seed")
        let paths = ["arraed.wxr.xml", "snax_votes.csv", "snax_collections.csv"].map { folder.appendingPathComponent($0).path }
        guard paths.allSatisfy(FileManager.default.fileExists) else { return print("not there, so not tested: shared/seed") }
        try await withNewsroom(.sqlite) { bench in
            _ = try await bench.run([paths[0]])
            let outcome = try await bench.snax([paths[0]], votes: paths[1], items: paths[2])
            let report = outcome.report
            // 2 collections, 4 items of which one is there twice, 10 votes of which one voter's second takes the place of the first.
            #expect((report.items, report.created, report.updated, report.skipped) == (16, 14, 1, 1))
            let tally = try await bench.tally(4101)
            #expect(tally.imported == .init(up: 5, down: 1) && tally.importedGuests == .init(up: 2, down: 1))
            let note = try #require(outcome.reasons(.note).first)
            #expect(note.contains("7 up and 2 down") && note.contains("1200 invented"))
            let reader = try await bench.database.write { tx in
                let reader = try SampleReader.add(tx, "reader-one@mail.example")
                try ImportedVoters.claim(tx, by: reader)
                return reader
            }
            let own = try await bench.database.read { try Collections.overview($0, of: reader).own.items }
            #expect(own.map(\.collection.name).sorted() == ["Bases", "Russia in Libya"] && own.map(\.count).sorted() == [1, 2])
            #expect(own.first { $0.collection.name == "Bases" }?.collection.visibility == .private)
            #expect(own.first { $0.count == 2 }?.collection.visibility == .public)
            #expect(try await bench.tally(4101).readers == .init(up: 1))
            let again = try await bench.snax([paths[0]], votes: paths[1], items: paths[2]).report
            #expect(again.unchanged == 16)
        }
    }

    private func tallies(_ bench: ImportBench) async throws -> [Tally] { [try await bench.tally(1), try await bench.tally(3)] }
}
