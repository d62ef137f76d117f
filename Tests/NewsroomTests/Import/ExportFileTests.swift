import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("Opening an export")
struct ExportFileTests {
    @Test("a gzip is opened by what is in it, whatever it is called")
    func gzip() throws {
        let sample = try ExportSample("wxr-1.1.export")
        #expect(sample.items.map(\.title) == ["Eleven"])
        #expect(sample.faults.isEmpty)
    }

    @Test("every .xml of a zip is read in turn, and folders, links and other files are not")
    func zip() throws {
        let sample = try ExportSample("two-exports.zip")
        #expect(sample.items.count == 11)
        #expect(sample.items.map(\.number) == Array(1...11))
        #expect(sample.items.last?.title == "Eleven")
        #expect(sample.faults.isEmpty)
    }

    @Test("a zip without an export is refused")
    func zipWithout() throws {
        #expect(try ExportSample("malformed/no-export.zip").faults.map(\.kind) == [.archiveWithoutExport])
    }

    @Test("a gzip that breaks off gives what it held, and says what broke")
    func cut() throws {
        let sample = try ExportSample("malformed/cut.xml.gz")
        #expect(sample.items.map(\.id) == (1...217).map { $0 })
        #expect(sample.faults.map(\.place.title) == ["Story 218", nil])
        #expect(sample.faults.map(\.kind) == [.truncated, .unreadable(detail: "truncated gzip input")])
    }

    @Test("the bytes read go up to the size of the file", arguments: ["newsroom-1.2.xml", "wxr-1.1.export", "two-exports.zip"])
    func progress(name: String) throws {
        let file = try ExportFile(path: ExportSample.fixtures.appendingPathComponent(name).path)
        var last: Int64 = 0
        try WordPressReader().read(file) { _ in
            #expect(file.bytesRead >= last && file.bytesRead <= file.totalBytes)
            last = file.bytesRead
        }
        #expect(last > 0)
        #expect(file.bytesRead == file.totalBytes)
    }

    @Test("a file that unpacks to more than allowed is not read to its end", arguments: ["wxr-1.1.export", "two-exports.zip", "wxr-1.1.xml"])
    func bomb(name: String) throws {
        let sample = try ExportSample(name, limits: ExportLimits(expandedBytes: 1000))
        #expect(sample.faults.last?.kind == .expandsTooFar)
        #expect(sample.items.isEmpty)
    }

    @Test("a file that unpacks to hundreds of times its size is a bomb, when that is much")
    func expansion() {
        let limits = ExportLimits()
        #expect(limits.allow(1 << 30, outOf: 100 << 20))
        #expect(limits.allow(1 << 20, outOf: 1 << 10))
        #expect(!limits.allow(1 << 30, outOf: 1 << 20))
        #expect(ExportLimits(expansion: nil).allow(1 << 30, outOf: 1 << 20))
    }

    @Test("what is not there, and what is no file, is refused")
    func missing() throws {
        #expect(throws: Refusal.self) { try ExportFile(path: "/nonexistent/export.xml") }
        #expect(throws: Refusal.self) { try ExportFile(path: ExportSample.fixtures.path) }
    }
}
