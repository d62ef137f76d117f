import Basics
import Foundation
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("Pictures that mean harm")
struct HostilePictureTests {
    @Test("a truncated JPEG ends failed, in words, and leaves no file", arguments: TestEngine.allCases)
    func truncated(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let whole = try Data(contentsOf: URL(filePath: try bench.pictures.make("a.jpg")))
            let item = try await bench.develop(try bench.pictures.write("half.jpg", [UInt8](whole.prefix(whole.count / 2))))
            #expect(item.state == .failed && item.failure?.en.contains("damaged, incomplete") == true && item.digest == nil)
            #expect(bench.files == [])
        }
    }

    @Test("a header that claims 30,000 by 30,000 is refused before anything is decoded")
    func bomb() async throws {
        // Only the program that reads headers is there: the one that decodes would leave a mark.
        try await withTool("touch \"$(dirname \"$0\")/decoded\"") { darkroom, tools in
            try FileManager.default.removeItem(atPath: "\(tools)/vipsheader")
            try FileManager.default.createSymbolicLink(atPath: "\(tools)/vipsheader", withDestinationPath: "/usr/bin/vipsheader")
            try await withMedia(darkroom: darkroom) { bench in
                let item = try await bench.develop(try bench.pictures.write("bomb.png", Self.png(width: 30_000, height: 30_000)))
                #expect(item.state == .failed && item.failure?.en.contains("too large (30000×30000)") == true)
                #expect(bench.files == [] && !FileManager.default.fileExists(atPath: "\(tools)/decoded"))
            }
        }
    }

    @Test("what follows the picture in its file does not get out")
    func polyglot() async throws {
        try await withMedia { bench in
            let picture = try Data(contentsOf: URL(filePath: try bench.pictures.make("a.jpg", width: 400, height: 300)))
            let tail = Array("<script>alert(1)</script>PK\u{3}\u{4}".utf8)
            let item = try await bench.develop(try bench.pictures.write("a.html", [UInt8](picture) + tail))
            #expect(item.state == .ready && item.type == .jpeg)
            for variant in item.variants {
                #expect(try Data(contentsOf: URL(filePath: bench.path(variant))).range(of: Data("<script>".utf8)) == nil)
            }
        }
    }

    @Test(
        "a file that only begins like a picture ends failed",
        arguments: [[0xFF, 0xD8, 0xFF, 0xE0] as [UInt8], Array("GIF89a".utf8), Array("RIFF1234WEBPVP8 ".utf8)])
    func pretender(start: [UInt8]) async throws {
        try await withMedia { bench in
            let item = try await bench.develop(try bench.pictures.write("a.jpg", start + Array("<html><script>alert(1)</script>".utf8)))
            #expect(item.state == .failed && bench.files == [])
        }
    }

    @Test("a decoder that hangs is killed")
    func hanging() async throws {
        // What it started is killed with it: nothing is left that could write the file.
        try await withTool("(sleep 90; touch \"$0.done\") & sleep 90; touch \"$0.done\"", limits: { $0.wallSeconds = 0.5 }) { darkroom, work in
            let failure = await #expect(throws: MediaFailure.self) { try await darkroom.develop("/dev/null", as: .jpeg, in: work) }
            #expect(failure?.permanent == false)
            #expect(
                !FileManager.default.fileExists(atPath: work + "/vips.done") && !FileManager.default.fileExists(atPath: work + "/vipsheader.done"))
        }
    }

    @Test("a decoder that burns its processor time is killed")
    func burning() async throws {
        try await withTool("while :; do :; done", limits: { $0.processorSeconds = 1 }) { darkroom, work in
            let failure = await #expect(throws: MediaFailure.self) { try await darkroom.develop("/dev/null", as: .jpeg, in: work) }
            #expect(failure?.permanent == true)
        }
    }

    @Test("a decoder gets no more memory than its limit, writes no more than its limit and sees nothing of the environment")
    func limits() async throws {
        try await withTemporaryFolder { folder in
            setenv("MATBAA_SECRET", "x", 1)
            var limits = ToolLimits.standard
            limits.memoryBytes = 64 << 20
            limits.fileBytes = 4096
            let run = { (program: String, arguments: [String]) in
                try await ToolRun(program: program, arguments: arguments, folder: folder.path, limits: limits).outcome()
            }
            let memory = try await run("/usr/bin/dd", ["if=/dev/zero", "of=/dev/null", "bs=200M", "count=1"])
            #expect(!memory.succeeded && memory.complaint.contains("memory"))
            #expect(try await run("/usr/bin/head", ["-c", "1M", "/dev/zero"]).end == .signal(SIGXFSZ))
            let environment = try await run("/usr/bin/env", []).output
            #expect(environment.contains("VIPS_CONCURRENCY=1") && !environment.contains("MATBAA_SECRET") && !environment.contains("HOME"))
            #expect(try await run("/usr/bin/pwd", []).output.hasSuffix("\(folder.lastPathComponent)\n"))
            let descriptors = try await run("/usr/bin/ls", ["/proc/self/fd"]).output
            #expect(descriptors.split(separator: "\n").count <= 4, "\(descriptors)")
            let status = try await run("/usr/bin/grep", ["NoNewPrivs", "/proc/self/status"]).output
            #expect(status.contains("1"))
        }
    }

    /// Gives `body` a darkroom whose programs are this script.
    private func withTool(
        _ script: String, limits change: (inout ToolLimits) -> Void = { _ in }, _ body: (Darkroom, String) async throws -> Void
    ) async throws {
        try await withTemporaryFolder { folder in
            for name in ["vips", "vipsheader"] {
                let file = folder.appending(path: name).path
                try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
                chmod(file, 0o755)
            }
            var limits = ToolLimits.standard
            change(&limits)
            try await body(Darkroom(tools: folder.path, limits: limits), folder.path)
        }
    }

    /// A PNG with nothing but a header.
    private static func png(width: Int, height: Int) -> [UInt8] {
        let long = { (value: UInt32) in (0..<4).map { UInt8(value >> (24 - 8 * UInt32($0)) & 255) } }
        func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
            var crc: UInt32 = 0xFFFF_FFFF
            for byte in Array(name.utf8) + data {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            }
            return long(UInt32(data.count)) + Array(name.utf8) + data + long(~crc)
        }
        let size = long(UInt32(width)) + long(UInt32(height))
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
            + chunk("IHDR", size + [8, 2, 0, 0, 0]) + chunk("IDAT", [0x78, 0x9C]) + chunk("IEND", [])
    }
}
