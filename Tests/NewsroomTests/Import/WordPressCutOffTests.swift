import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: cut off and run again")
struct WordPressCutOffTests {
    /// 612 items: four batches.
    private static let site = SampleExport.large(500)

    private struct CutOff: Error {}

    @Test("a run cut off anywhere and repeated gives the same as one that was not", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        let whole = try await withNewsroom(engine) { bench in
            try bench.uploadPictures()
            #expect(try await bench.run(Self.site, uploads: bench.uploads).report.reconciles)
            return try await bench.dump()
        }
        #expect(whole.rows["editions"]?.count == 500 && whole.all.contains("state=stored"))
        for stop in [1, 25, 45, 62] {
            try await withNewsroom(engine) { bench in
                try bench.uploadPictures()
                let path = try bench.write(Self.site)
                var entries = 0
                let importing = WordPressImport(bench.newsroom, media: bench.media, options: .init(uploads: bench.uploads))
                await #expect(throws: CutOff.self) {
                    _ = try await importing.run(
                        [path],
                        entry: { _ in
                            entries += 1
                            if entries == stop { throw CutOff() }
                        })
                }
                let report = try await bench.run([path], uploads: bench.uploads).report
                #expect(report.reconciles && report.items == 612)
                #expect(report.unchanged > 0 || stop == 1)
                #expect(try await bench.dump().differences(from: whole) == [], "cut off at entry \(stop)")
            }
        }
    }

    @Test(
        "a process killed at any moment and run again leaves the same as one that was not",
        .enabled(if: ProcessInfo.processInfo.environment["MATBAA_TEST_BINARY"] != nil, "MATBAA_TEST_BINARY names the program"))
    func killed() async throws {
        let program = try #require(ProcessInfo.processInfo.environment["MATBAA_TEST_BINARY"])
        let site = SampleExport.large(1_200)
        func dump(_ folder: URL) async throws -> DatabaseDump {
            let database = try await Database(.sqlite(path: folder.appending(path: "matbaa.sqlite").path))
            let dump = try await DatabaseDump(
                database, without: DatabaseDump.searchLayout.columns.union(["created_at", "imported_at", "applied_at"]),
                tables: DatabaseDump.searchLayout.tables.union(["outbox"]))
            try await database.close()
            return dump
        }
        func run(_ folder: URL, _ file: String, killAfter milliseconds: Int? = nil) async throws -> Int32 {
            let process = Process()
            process.executableURL = URL(filePath: program)
            process.arguments = ["import", "wordpress", file, "--data", folder.path]
            process.environment = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MATBAA_") }
            (process.standardOutput, process.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            try process.run()
            if let milliseconds {
                try await Task.sleep(for: .milliseconds(milliseconds))
                kill(process.processIdentifier, SIGKILL)
            }
            process.waitUntilExit()
            return process.terminationReason == .exit ? process.terminationStatus : -1
        }
        try await withTemporaryFolder { folder in
            let file = folder.appending(path: "site.xml").path
            try site.xml.write(toFile: file, atomically: false, encoding: .utf8)
            let whole = folder.appending(path: "whole")
            let start = ContinuousClock.now
            #expect(try await run(whole, file) == 0)
            let expected = try await dump(whole)
            let length = Int(start.duration(to: .now) / .milliseconds(1))
            for step in 1...4 {
                let data = folder.appending(path: "killed-\(step)")
                for part in 0..<2 { _ = try await run(data, file, killAfter: length * (step + part) / 7) }
                #expect(try await run(data, file) == 0)
                #expect(try await dump(data).differences(from: expected) == [])
            }
        }
    }
}

extension ImportBench {
    /// The files of `SampleExport.large`: each with bytes of its own behind the picture's end.
    fileprivate func uploadPictures() throws {
        for number in stride(from: 10, through: 60, by: 10) {
            try upload("2024/09/picture-\(number).png", PictureBytes.png + Array("\(number)".utf8))
        }
    }
}
