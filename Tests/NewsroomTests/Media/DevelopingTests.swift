import Basics
import Foundation
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("Developing pictures")
struct DevelopingTests {
    @Test("a JPEG becomes variants of the right sizes, without metadata", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let item = try await bench.develop(try bench.pictures.makeTagged(orientation: 1))
            #expect(item.state == .ready && item.type == .jpeg && item.width == 1600 && item.height == 1067)
            #expect(item.variants(in: .webp).map(\.width) == [320, 640, 960, 1280, 1600])
            #expect(item.variants(in: .avif).map(\.width) == [320, 640, 960, 1280])
            #expect(item.fallback?.format == .jpeg && item.fallback?.width == 1280)
            for variant in item.variants {
                let header = try bench.pictures.header(bench.path(variant))
                #expect(header.contains("\nwidth: \(variant.width)\n") && header.contains("\nheight: \(variant.height)\n"), "\(header)")
                #expect(!header.lowercased().contains("gps") && !header.contains("exif-ifd0-Make"), "\(header)")
                let bytes = try Data(contentsOf: URL(filePath: bench.path(variant)))
                #expect(bytes.count == variant.bytes && Digest(of: [UInt8](bytes)) == variant.digest)
            }
        }
    }

    @Test("the data folder may be named from where the program was started")
    func relativeFolder() async throws {
        try await withMedia { bench in
            let up = String(repeating: "../", count: FileManager.default.currentDirectoryPath.split(separator: "/").count)
            let folder = try MediaFolder(up + bench.root.path.dropFirst())
            let media = Media(bench.database, folder: folder, door: OutboundDoor(OutboundPolicy()))
            let id = try await media.store(try bench.pictures.makeTagged(orientation: 1), fileName: "harbour.jpg")
            _ = try await media.workOnce()
            #expect(try await bench.item(id).state == .ready)
        }
    }

    @Test("where a picture was taken never leaves the newsroom")
    func noPlace() async throws {
        try await withMedia { bench in
            let path = try bench.pictures.makeTagged(orientation: 1)
            let before = try bench.pictures.header(path)
            #expect(before.contains("GPSLatitude: 32/1 53/1") && before.contains("xmp-data"))
            let item = try await bench.develop(path)
            for variant in item.variants {
                let bytes = try Data(contentsOf: URL(filePath: bench.path(variant)))
                let header = try bench.pictures.header(bench.path(variant))
                #expect(!header.contains("GPS") && !header.contains("xmp-data") && !header.contains("icc-profile-data"), "\(header)")
                #expect(bytes.range(of: Data("GPSLatitude".utf8)) == nil)
            }
            let original = try #require(item.digest)
            #expect(bench.media.folder.file(at: MediaAddress(digest: original, type: .jpeg)) == nil)
        }
    }

    @Test("a picture on its side stands upright", arguments: [6, 8, 5, 7] as [UInt16])
    func orientation(_ orientation: UInt16) async throws {
        try await withMedia { bench in
            let item = try await bench.develop(try bench.pictures.makeTagged(orientation: orientation))
            #expect(item.width == 1067 && item.height == 1600)
            #expect(item.variants(in: .webp).map(\.width) == [320, 640, 960, 1067])
            let variant = try #require(item.variants(in: .webp).first)
            #expect(variant.height == 480)
        }
    }

    @Test("every kind of picture is developed", arguments: ["a.png", "a.webp", "a.gif", "a.avif", "a.heic[compression=av1]", "a.jpg[interlace]"])
    func kinds(_ name: String) async throws {
        try await withMedia { bench in
            let item = try await bench.develop(try bench.pictures.make(name, width: 700, height: 500))
            #expect(item.state == .ready && item.variants(in: .webp).map(\.width) == [320, 640], "\(String(describing: item.failure))")
        }
    }

    @Test("a picture with transparency falls back to PNG, and one smaller than every variant keeps its size")
    func small() async throws {
        try await withMedia { bench in
            let item = try await bench.develop(try bench.pictures.make("logo.png", width: 200, height: 90, alpha: true))
            #expect(item.variants(in: .webp).map(\.width) == [200] && item.variants(in: .avif).map(\.height) == [90])
            #expect(item.fallback?.format == .png && item.fallback?.width == 200)
        }
    }

    @Test("when a picture gets ready, the pages that show it are told", arguments: TestEngine.allCases)
    func event(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let item = try await bench.develop(try bench.pictures.make("a.jpg", width: 400, height: 300))
            let tags = try await bench.database.read { try $0.all("SELECT tags FROM outbox WHERE kind = 'media.ready'") { try $0["tags"] as String } }
            #expect(tags == ["media:\(item.id)"])
        }
    }

    @Test("the same content twice is kept and developed once", arguments: TestEngine.allCases)
    func twice(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let path = try bench.pictures.make("a.jpg", width: 400, height: 300)
            let first = try await bench.develop(path)
            let before = bench.files
            let darkroomless = Media(bench.database, folder: bench.media.folder, darkroom: Darkroom(tools: "/nowhere"), door: OutboundDoor())
            let id = try await darkroomless.store(path, fileName: "b.jpg")
            #expect(try await darkroomless.workOnce().done == 0)
            _ = try await bench.media.workOnce()
            let second = try await bench.item(id)
            #expect(second.state == .ready && second.id != first.id && second.variants == first.variants && second.width == 400)
            #expect(bench.files == before)
        }
    }

    @Test("without the tools a picture waits, and the operator reads which package is missing")
    func noTools() async throws {
        try await withMedia(darkroom: Darkroom(tools: "/nowhere")) { bench in
            #expect(bench.media.darkroom.available()?.en.contains("apt install libvips-tools") == true)
            let item = try await bench.develop(try bench.pictures.make("a.jpg", width: 400, height: 300))
            #expect(item.state == .stored && item.failure == nil)
            let developed = Media(bench.database, folder: bench.media.folder, door: OutboundDoor())
            #expect(try await developed.workOnce().done == 1)
        }
    }
}
