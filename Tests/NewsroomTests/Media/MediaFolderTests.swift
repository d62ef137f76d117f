import Basics
import Foundation
import Testing
import TestSupport

@testable import Newsroom

@Suite("The media folder")
struct MediaFolderTests {
    @Test("a file is kept under its digest, and read back under its address")
    func itWorks() async throws {
        try await withTemporaryFolder { folder in
            let media = try MediaFolder(folder.appending(path: "media").path)
            let kept = try media.keep(try source(folder, "hello"), on: .variants) { _ in .webp }
            #expect(kept.digest == Digest(of: "hello") && kept.bytes == 5)
            let file = try #require(media.file(forAddress: "/media/\(Digest(of: "hello").hex).webp"))
            #expect(file.path.hasSuffix("media/variants/2c/2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824.webp"))
            #expect(try String(contentsOfFile: file.path, encoding: .utf8) == "hello" && !file.isAttachment)
        }
    }

    @Test("a digest is the same whatever the length of the file", arguments: [0, 1, 262_143, 262_144, 262_145, 1_000_000])
    func lengths(_ length: Int) async throws {
        try await withTemporaryFolder { folder in
            let text = String(repeating: "x", count: length)
            let kept = try MediaFolder(folder.appending(path: "media").path).keep(try source(folder, text), on: .originals) { _ in .pdf }
            #expect(kept.digest == Digest(of: text) && kept.bytes == length)
        }
    }

    @Test(
        "nothing but an exact address is read",
        arguments: [
            "/media/../etc/passwd", "/media/", "/media/x.webp", "/media/\(zeros).exe", "/media/\(zeros).webp/", "/media/\(zeros).webp?x",
            "/media//\(zeros).webp",
            "/media/\(zeros)", "/media/\(zeros).", "/media/\(zeros).WEBP", "/media/\(zeros.dropLast())A.webp", "/media/\(zeros.dropLast())g.webp",
            "/media/..%2f\(zeros.dropFirst(5)).webp", "/Media/\(zeros).webp", "/media/\(zeros).webp\0", "/media/\(zeros)/.webp",
        ])
    func addresses(_ path: String) { #expect(MediaAddress(path) == nil) }

    @Test("an address is read exactly as it is written")
    func roundTrip() {
        for type in MediaType.allCases {
            let address = MediaAddress(digest: Digest(of: "x"), type: type)
            #expect(MediaAddress(address.path) == address && MediaAddress(address.fileName) == address)
        }
    }

    @Test("no symbolic link below the folder is followed")
    func links() async throws {
        try await withTemporaryFolder { folder in
            let media = try MediaFolder(folder.appending(path: "media").path)
            let secret = try source(folder, "secret")
            let shelf = folder.appending(path: "media/variants/00").path
            try FileManager.default.createDirectory(atPath: shelf, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: "\(shelf)/\(Self.zeros).webp", withDestinationPath: secret)
            #expect(media.file(forAddress: "/media/\(Self.zeros).webp") == nil)

            let elsewhere = folder.appending(path: "elsewhere").path
            try FileManager.default.createDirectory(atPath: elsewhere, withIntermediateDirectories: true)
            try FileManager.default.createSymbolicLink(atPath: folder.appending(path: "media/variants/2c").path, withDestinationPath: elsewhere)
            #expect(throws: FolderFault.self) { try media.keep(try source(folder, "hello"), on: .variants) { _ in .webp } }
            #expect(try FileManager.default.contentsOfDirectory(atPath: elsewhere) == [])

            let link = folder.appending(path: "link").path
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: secret)
            #expect(throws: FolderFault.self) { try media.keep(link, on: .originals) { _ in .pdf } }
        }
    }

    @Test("what was left half done is swept after a day, and nothing else is")
    func sweep() async throws {
        try await withTemporaryFolder { folder in
            let root = folder.appending(path: "media").path
            let media = try MediaFolder(root)
            let kept = try media.keep(try source(folder, "hello"), on: .variants) { _ in .webp }
            let old = ["work/old", "originals/.old", "variants/2c/\(kept.digest.hex).webp"]
            for name in old + ["work/new"] { try Data().write(to: URL(filePath: "\(root)/\(name)")) }
            for name in old {
                try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSinceNow: -90_000)], ofItemAtPath: "\(root)/\(name)")
            }
            media.sweep()
            let left = (old + ["work/new"]).filter { FileManager.default.fileExists(atPath: "\(root)/\($0)") }
            #expect(left == ["variants/2c/\(kept.digest.hex).webp", "work/new"])
        }
    }

    private static let zeros = String(repeating: "0", count: 64)

    private func source(_ folder: URL, _ text: String) throws -> String {
        let path = folder.appending(path: "source").path
        try text.write(toFile: path, atomically: true, encoding: .utf8)
        return path
    }
}
