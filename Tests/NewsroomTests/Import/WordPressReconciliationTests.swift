import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: every item is accounted for")
struct WordPressReconciliationTests {
    static let shared = [
        "seed/arraed.wxr.xml", "data/wordpress/64-block-test-data.xml", "data/wordpress/co-authors-plus.xml", "data/wordpress/sample.xml",
        "data/wordpress/themeunittestdata.wordpress.xml",
    ].map { ExportSample.shared.appendingPathComponent($0) }.filter { FileManager.default.fileExists(atPath: $0.path) }

    static let files = [ExportSample.fixtures.appendingPathComponent("newsroom-1.2.xml")] + shared

    @Test("the report adds up to the items of the file, and names a reason for each one skipped", arguments: TestEngine.allCases, files)
    func reconciles(engine: TestEngine, file: URL) async throws {
        let items = try String(contentsOf: file, encoding: .utf8).components(separatedBy: "<item>").count - 1
        try await withNewsroom(engine) { bench in
            let outcome = try await bench.run([file.path])
            #expect(outcome.report.items == items)
            #expect(outcome.report.reconciles && !outcome.report.hasFaults)
            let skipped = outcome.entries.filter { $0.kind == .skipped }
            #expect(skipped.count == outcome.report.skipped)
            #expect(skipped.allSatisfy { !$0.reason.en.isEmpty && !$0.reason.ar.isEmpty && $0.place.item != nil && $0.place.line != nil })
            let kept = try await bench.count("import_ledger WHERE kind IN ('post', 'page', 'attachment', 'guest-author')")
            #expect(kept == outcome.report.created)
            let editions = try await bench.count("editions")
            let stories = try await bench.count("import_ledger WHERE kind IN ('post', 'page')")
            #expect(editions == stories)
        }
    }

    @Test("what is no story is skipped by its kind", arguments: TestEngine.allCases)
    func skipped(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = ["nav_menu_item", "revision", "snax_collection", "wp_block", "product"].enumerated().map { index, type in
                SampleExport.Item(index + 1, "One").with { $0.type = type }
            }
            site.items.append(SampleExport.Item(9, "Binned").with { $0.status = "trash" })
            site.items.append(SampleExport.Item(10, "Auf Deutsch").with { $0.terms = [("language", "de", "Deutsch")] })
            site.items.append(SampleExport.picture(11, "2024/09/program.exe"))
            site.items.append(SampleExport.Item(12, "Kept"))
            let outcome = try await bench.run(site)
            #expect(outcome.report.items == 9 && outcome.report.created == 1 && outcome.report.skipped == 8)
            let reasons = outcome.reasons(.skipped)
            for (index, words) in ["menu", "old revision", "collection", "looks", "“product”", "bin", "“de”", "program.exe"].enumerated() {
                #expect(reasons[index].contains(words))
            }
        }
    }

    @Test("good items of a damaged file are kept, and what it lost is counted", arguments: TestEngine.allCases)
    func damaged(engine: TestEngine) async throws {
        let mended = [
            "ampersand", "stray-less-than", "nested-cdata", "unclosed-cdata-in-content", "unclosed-cdata-at-end", "missing-item-end", "broken-tag",
            "control-characters", "invalid-utf8", "doctype-in-item",
        ]
        for name in mended {
            try await withNewsroom(engine) { bench in
                let outcome = try await bench.run(fixture: "malformed/\(name).xml")
                #expect(outcome.report.created == 3 && outcome.report.items == 3 && outcome.report.reconciles, "\(name)")
                #expect(!outcome.report.hasFaults && outcome.reasons(.warning).count == 1, "\(name)")
            }
        }
        for name in ["truncated", "unclosed-cdata-in-last-item", "ends-between-items"] {
            try await withNewsroom(engine) { bench in
                let outcome = try await bench.run(fixture: "malformed/\(name).xml")
                #expect(outcome.report.created >= 1 && outcome.report.reconciles, "\(name)")
                #expect(outcome.report.hasFaults == (name != "unclosed-cdata-in-last-item"), "\(name)")
            }
        }
    }

    @Test("a file that is no export is refused, and says why", arguments: TestEngine.allCases)
    func refused(engine: TestEngine) async throws {
        for name in ["empty.xml", "atom.xml", "error-page.xml", "billion-laughs.xml", "binary.xml", "no-export.zip"] {
            try await withNewsroom(engine) { bench in
                let outcome = try await bench.run(fixture: "malformed/\(name)")
                #expect(outcome.report.wasRefused && outcome.report.hasFaults && outcome.report.items == 0, "\(name)")
                #expect(outcome.reasons(.warning).count == 1, "\(name)")
                #expect(try await bench.count("editions") == 0)
            }
        }
    }

    @Test("the same item twice in a file is one edition", arguments: TestEngine.allCases)
    func twice(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [SampleExport.Item(1, "One"), SampleExport.Item(1, "One"), SampleExport.Item(1, "One, corrected")]
            let report = try await bench.run(site).report
            #expect((report.created, report.unchanged, report.updated) == (1, 1, 1))
            #expect(report.reconciles)
            #expect(try await bench.count("editions") == 1)
        }
    }
}
