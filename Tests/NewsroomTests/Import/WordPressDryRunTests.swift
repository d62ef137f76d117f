import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: a dry run")
struct WordPressDryRunTests {
    @Test("it changes nothing, and says what a run would do", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let paths = [try bench.write(.large(250)), ExportSample.fixtures.appendingPathComponent("newsroom-1.2.xml").path]
            let before = try await bench.dump()
            let dry = try await bench.run(paths, isDryRun: true)
            #expect(try await bench.dump().differences(from: before) == [])
            #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: Face.fileName).path))
            let wet = try await bench.run(paths)
            #expect(dry.report.created == 285)
            #expect(counts(dry.report) == counts(wet.report))
            let notes = dry.entries.map { "\($0.kind) \($0.place.id ?? "") \($0.reason.en)" }
            #expect(notes == wet.entries.filter { $0.place.file != Face.fileName }.map { "\($0.kind) \($0.place.id ?? "") \($0.reason.en)" })
        }
    }

    @Test("it knows what is in already, what has changed, and what comes twice", arguments: TestEngine.allCases)
    func again(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport.large(30)
            _ = try await bench.run(site)
            site.items[3].title = "Changed"
            site.items.append(SampleExport.Item(900, "New"))
            site.items.append(SampleExport.Item(900, "New"))
            let before = try await bench.dump()
            let dry = try await bench.run(site, isDryRun: true).report
            #expect((dry.created, dry.updated, dry.unchanged) == (1, 1, 33))
            #expect(try await bench.dump().differences(from: before) == [])
            let wet = try await bench.run(site).report
            #expect(counts(dry) == counts(wet))
        }
    }

    private func counts(_ report: ImportReport) -> [Int] {
        [
            report.items, report.created, report.updated, report.unchanged, report.skipped, report.lost, report.sections, report.topics,
            report.people, report.redirects, report.comments, report.pictures,
        ]
    }
}
