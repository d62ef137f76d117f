import Basics
import Foundation
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: pictures")
struct WordPressPicturesTests {
    @Test("a featured image is the lead picture, with its words", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "One").with { $0.meta = [("_thumbnail_id", "7")] },
                SampleExport.picture(7, "2024/09/port.jpg").with {
                    $0.excerpt = "The port at <em>dawn</em>"
                    $0.meta.append(("_wp_attachment_image_alt", "Cranes &amp; ships"))
                },
            ]
            #expect(try await bench.run(site).report.pictures == 1)
            let item = try #require(try await bench.item(bench.work(1)?.mediaID))
            #expect(item.texts[.en] == MediaTexts(alt: "Cranes & ships", caption: "The port at dawn"))
            #expect((item.state, item.fileName) == (.awaited, "port.jpg"))
            #expect(item.sourceURL == "https://port.example/wp-content/uploads/2024/09/port.jpg")
        }
    }

    @Test("the fixture's Arabic description of a picture comes with it", arguments: TestEngine.allCases)
    func arabic(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(fixture: "newsroom-1.2.xml")
            let item = try #require(try await bench.item(bench.work(101)?.mediaID))
            #expect(item.texts.values.map(\.alt) == ["رافعات في الميناء"])
        }
    }

    @Test("a picture in the text, its attachment and its resized copies are one record", arguments: TestEngine.allCases)
    func one(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let address = "https://port.example/wp-content/uploads/2024/09/port"
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "One").with { $0.content = "<p>a</p><img class=\"wp-image-7\" src=\"\(address)-300x200.jpg\">" },
                SampleExport.Item(2, "Two").with { $0.content = "<p>b</p><img src=\"\(address)-1024x683.jpg\"><img src=\"\(address).jpg\">" },
                SampleExport.picture(7, "2024/09/port.jpg"),
            ]
            #expect(try await bench.run(site).report.pictures <= 2)
            let (one, two) = (try #require(try await bench.content(1)), try #require(try await bench.content(2)))
            #expect(one.body.pictures.count == 1 && two.body.pictures.count == 2)
            let sources = Set(two.body.pictures.map(\.source))
            #expect(sources.count == 1)
        }
    }

    @Test("a picture that no attachment of the export defines is noted once, and never tried", arguments: TestEngine.allCases)
    func undefined(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var site = SampleExport()
            site.items = [
                SampleExport.Item(1, "One").with { $0.meta = [("_thumbnail_id", "7")] },
                SampleExport.Item(2, "Two").with { $0.content = "<p>b</p>[gallery ids=\"8,9\"]" },
                SampleExport.picture(9, "2024/09/nine.jpg"),
            ]
            let outcome = try await bench.run(site)
            let missing = outcome.entries.filter { $0.kind == .note && $0.reason.en.contains("attachment") }
            #expect(missing.map(\.place.id) == ["7", "8"])
            #expect(missing.map(\.place.title) == ["One", "Two"])
            #expect(!outcome.report.hasFaults)
            let waiting = try await bench.database.read { try Media.waiting($0) }
            #expect(waiting == 1)
            let claimed = try await bench.database.write { try Media.claim($0, developing: true)?.fileName }
            #expect(claimed == "nine.jpg")
            #expect(try await bench.database.write { try Media.claim($0, developing: true)?.id } == nil)
        }
    }

    @Test("a picture that a second file of the site defines is found", arguments: TestEngine.allCases)
    func definedLater(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            var (stories, files) = (SampleExport(), SampleExport())
            stories.items = [SampleExport.Item(1, "One").with { $0.meta = [("_thumbnail_id", "7")] }]
            files.items = [SampleExport.picture(7, "2024/09/port.jpg")]
            let outcome = try await bench.run(stories, files)
            #expect(!outcome.reasons(.note).contains { $0.contains("attachment") })
            let item = try await bench.item(bench.work(1)?.mediaID)
            #expect(item?.fileName == "port.jpg")
        }
    }

    @Test("files are taken from the uploads folder", arguments: TestEngine.allCases)
    func uploads(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            try bench.upload("2024/09/picture-10.png", PictureBytes.png)
            var site = SampleExport()
            site.items = [SampleExport.picture(10, "2024/09/picture-10.png"), SampleExport.picture(20, "2024/09/not-there.png")]
            _ = try await bench.run(site, uploads: bench.uploads)
            let states = try await bench.states()
            #expect(states == ["picture-10.png": .stored, "not-there.png": .awaited])
        }
    }

    @Test("files of the uploads folder are taken in also when the records were there before", arguments: TestEngine.allCases)
    func uploadsLater(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            try bench.upload("2024/09/picture-10.png", PictureBytes.png)
            var site = SampleExport()
            site.items = [SampleExport.picture(10, "2024/09/picture-10.png")]
            _ = try await bench.run(site)
            #expect(try await bench.states() == ["picture-10.png": .awaited])
            #expect(try await bench.run(site, uploads: bench.uploads).report.unchanged == 1)
            #expect(try await bench.states() == ["picture-10.png": .stored])
            let before = try await bench.dump()
            _ = try await bench.run(site, uploads: bench.uploads)
            #expect(try await bench.dump().differences(from: before) == [])
        }
    }

    @Test("nothing outside of the uploads folder is taken", arguments: TestEngine.allCases)
    func outside(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            try Data(PictureBytes.png).write(to: bench.folder.appending(path: "secret.png"))
            try bench.upload("x.png", PictureBytes.png)
            try FileManager.default.createSymbolicLink(
                atPath: bench.uploads + "/link.png", withDestinationPath: bench.folder.appending(path: "secret.png").path)
            var site = SampleExport()
            site.items = [
                SampleExport.picture(1, "../secret.png"), SampleExport.picture(2, "2024/../../secret.png"), SampleExport.picture(3, "link.png"),
                SampleExport.picture(4, bench.folder.appending(path: "secret.png").path),
            ]
            _ = try await bench.run(site, uploads: bench.uploads)
            #expect(try await bench.count("media WHERE state <> 'awaited'") == 0)
        }
    }
}

extension ImportBench {
    var uploads: String { folder.appending(path: "uploads").path }

    func upload(_ path: String, _ bytes: [UInt8]) throws {
        let file = URL(filePath: uploads).appending(path: path)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(bytes).write(to: file)
    }

    func states() async throws -> [String: MediaItem.State] {
        try await database.read { tx in
            Dictionary(uniqueKeysWithValues: try tx.all("SELECT file_name, state FROM media") { (try $0["file_name"] as String, try $0["state"]) })
        }
    }
}

/// The smallest picture there is.
enum PictureBytes {
    static let png: [UInt8] = [
        0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 1, 0, 0, 0, 1, 8, 4, 0, 0, 0, 0xB5, 0x1C, 0x0C,
        2,
        0, 0, 0, 11, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x64, 0x60, 0, 0, 0, 6, 0, 2, 0x30, 0x81, 0xD0, 0x2F, 0, 0, 0, 0, 0x49, 0x45, 0x4E,
        0x44,
        0xAE, 0x42, 0x60, 0x82,
    ]
}
