import Basics
import Foundation
import Markup
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("The library at work")
struct LibraryTests {
    @Test("a file replaces another wherever that stands, and the old one is gone from the disk", arguments: TestEngine.allCases)
    func replaced(engine: TestEngine) async throws {
        try await withLibrary(engine) { library in
            let old = try await library.add("old.jpg", width: 800)
            try await library.media.replace(old.id, by: library.ada) {
                try library.give(try library.bench.pictures.make("new.png", width: 400, height: 300), to: $0)
            }
            let new = try await library.bench.item(old.id)
            #expect(new.state == .ready && new.type == .png && new.width == 400 && new.fileName == "new.png" && new.digest != old.digest)
            #expect(old.variants.allSatisfy { library.media.folder.file(at: $0.address) == nil })
            #expect(new.variants.allSatisfy { library.media.folder.file(at: $0.address) != nil } && !new.variants.isEmpty)
            let originals = library.bench.files.filter { $0.hasPrefix("originals/") }
            #expect(originals == ["originals/\(new.digest?.hex.prefix(2) ?? "")/\(new.digest?.hex ?? "").png"])
            let entry = try await library.database.read { try Audit.newest($0).first }
            #expect(entry?.action == "media.replaced" && entry?.was == old.digest?.hex && entry?.became == new.digest?.hex)
        }
    }

    @Test("what cannot take a file's place leaves it as it was, with all its files")
    func kept() async throws {
        try await withLibrary { library in
            let old = try await library.add("old.jpg", width: 400)
            let files = library.bench.files
            let broken = Array(try Data(contentsOf: URL(filePath: library.bench.pictures.make("cut.jpg"))).prefix(4_000))
            for (name, bytes) in [("cut.jpg", broken), ("a.pdf", Array("%PDF-1.4\n%%EOF\n".utf8)), ("a.svg", Array("<svg/>".utf8)), ("a.jpg", [])] {
                let path = try library.bench.pictures.write(name, bytes)
                let refusal = await #expect(throws: Refusal.self, "\(name)") {
                    try await library.media.replace(old.id, by: library.ada) { try library.give(path, to: $0) }
                }
                #expect(refusal?.kind == .invalid && refusal?.field == "file", "\(name)")
            }
            #expect(try await library.bench.item(old.id) == old && library.bench.files == files)
            // Reporters replace nothing, and nobody does while the site is frozen.
            let path = try library.bench.pictures.make("other.jpg", width: 300)
            let refused = await #expect(throws: Refusal.self) {
                try await library.media.replace(old.id, by: library.ben) { try library.give(path, to: $0) }
            }
            #expect(refused?.kind == .forbidden)
            try await library.database.write { tx in try Desk.freeze(tx, reason: "", by: library.desk.omar) }
            let frozen = await #expect(throws: Refusal.self) {
                try await library.media.replace(old.id, by: library.ada) { try library.give(path, to: $0) }
            }
            #expect(frozen?.kind == .conflict)
            #expect(try await library.bench.item(old.id) == old && library.bench.files == files)
        }
    }

    @Test("a file that two items have stays when one of them is replaced or cannot be developed")
    func shared() async throws {
        try await withLibrary { library in
            let (one, path) = (try await library.add("one.jpg", width: 400), library.bench.pictures.path("one.jpg"))
            let other = try await library.media.store(path, fileName: "other.jpg")
            _ = try await library.media.workOnce()
            try await library.media.replace(one.id, by: library.ada) {
                try library.give(try library.bench.pictures.make("new.jpg", width: 300), to: $0)
            }
            let twin = try await library.bench.item(other)
            #expect(twin.digest == one.digest && twin.variants == one.variants)
            #expect(twin.variants.allSatisfy { library.media.folder.file(at: $0.address) != nil })
            #expect(FileManager.default.fileExists(atPath: library.media.folder.original(try #require(one.digest), .jpeg)))

            // A picture that waits for its darkroom, given once more where the darkroom fails: the first one keeps its original.
            let spoilt = Array(try Data(contentsOf: URL(filePath: library.bench.pictures.make("cut.jpg"))).prefix(4_000))
            let cut = try library.bench.pictures.write("cut.jpg", spoilt)
            let waiting = try await library.media.store(cut, fileName: "cut.jpg")
            await #expect(throws: Refusal.self) { try await library.media.admit(by: library.desk.ben.id) { try library.give(cut, to: $0) } }
            let digest = try #require(try await library.bench.item(waiting).digest)
            #expect(FileManager.default.fileExists(atPath: library.media.folder.original(digest, .jpeg)))
        }
    }

    @Test("what stands in a story or in one of its texts is not deleted; what stands nowhere is, with its files", arguments: TestEngine.allCases)
    func deleted(engine: TestEngine) async throws {
        try await withLibrary(engine) { library in
            let (lead, inText, free) = (
                try await library.add("lead.jpg", width: 320), try await library.add("text.jpg", width: 330),
                try await library.add("free.jpg", width: 340)
            )
            let story = try await library.database.write { tx in
                let story = try library.desk.begin(tx)
                let work = try #require(try Articles.edition(tx, story)?.workID)
                try Articles.setPicture(tx, work, lead.id)
                let base = try DeskBench.head(tx, story).id
                let html = "<figure><img src=\"media:\(inText.id)\" alt=\"\"></figure>"
                let content = Content(headline: "Quay", standfirst: "", body: StoryParser.html(html).story)
                let draft = Submission(base: base, writer: "window", sequence: 1, isNamed: true, content: content)
                let first = try DeskBench.saved(try Desk.save(tx, story, draft, by: library.desk.ben))
                _ = try Desk.save(tx, story, DeskBench.text("<p>Without.</p>", on: first.id, 2, isNamed: true), by: library.desk.ben)
                return story
            }
            #expect(try await library.database.read { try Media.uses($0, of: lead.id).map(\.edition.id) } == [story])
            #expect(try await library.database.read { try Media.uses($0, of: inText.id).isEmpty })
            for id in [lead.id, inText.id] {
                let refusal = await #expect(throws: Refusal.self) { try await library.media.delete(id, by: library.omar) }
                #expect(refusal?.kind == .conflict)
            }
            let forbidden = await #expect(throws: Refusal.self) { try await library.media.delete(free.id, by: library.ada) }
            #expect(forbidden?.kind == .forbidden)
            try await library.media.delete(free.id, by: library.omar)
            #expect(!library.bench.files.contains { $0.contains(free.digest?.hex ?? "-") })
            #expect(free.variants.allSatisfy { library.media.folder.file(at: $0.address) == nil })
            #expect(lead.variants.allSatisfy { library.media.folder.file(at: $0.address) != nil })
        }
    }

    @Test("a picture is described in each language by those whose duty it is; the audit says what it was before", arguments: TestEngine.allCases)
    func described(engine: TestEngine) async throws {
        try await withLibrary(engine) { library in
            let item = try await library.add("ship.jpg", width: 320)
            let description = Media.Description(
                texts: [
                    .ar: MediaTexts(alt: "سفينة عند الرصيف", caption: "تعليق", credit: "وكالة"), .en: MediaTexts(alt: "  A ship at the quay\u{0} "),
                ],
                licence: "CC BY 4.0", focalPoint: try FocalPoint(x: 0.25, y: 1))
            try await library.database.write { try Media.describe($0, item.id, description, by: library.desk.ben) }
            let described = try await library.bench.item(item.id)
            #expect(described.texts[.ar]?.alt == "سفينة عند الرصيف" && described.texts[.en]?.alt == "A ship at the quay")
            #expect(described.licence == "CC BY 4.0" && described.focalPoint == description.focalPoint)
            let entry = try await library.database.read { try Audit.newest($0).first }
            #expect(entry?.action == "media.described" && entry?.was.contains("سفينة") == false && entry?.became.contains("سفينة") == true)

            var longer = description
            longer.texts[.en]?.alt = String(repeating: "a", count: 501)
            let long = longer
            let refusal = await #expect(throws: Refusal.self) {
                try await library.database.write { try Media.describe($0, item.id, long, by: library.desk.ben) }
            }
            #expect(refusal?.field == "alt-en")
            let bare = try await library.add("bare.jpg", width: 310)
            try await library.database.read { (tx) throws in
                func found(_ filter: Media.Filter) throws -> [ID<MediaItem>] { try Media.page(tx, filter, number: 1, size: 10).items.map(\.id) }
                #expect(try found(.init(words: "سفينة الرصيف")) == [item.id])
                #expect(try found(.init(words: "وكالة")) == [item.id])
                #expect(try found(.init(words: "100%")) == [])
                #expect(try found(.init(kind: .document)) == [])
                #expect(try found(.init(undescribed: .en)) == [bare.id])
            }
        }
    }
}

/// A library with those who work on it.
struct LibraryBench {
    let bench: MediaBench
    let desk: DeskBench
    /// Sessions.
    let (ben, ada, omar): (ID<Session>, ID<Session>, ID<Session>)

    var media: Media { bench.media }
    var database: Database { bench.database }

    func add(_ name: String, width: Int) async throws -> MediaItem {
        let path = try bench.pictures.make(name, width: width, height: width * 2 / 3)
        return try await media.admit(by: desk.ben.id) { try give(path, to: $0) }
    }

    /// As a browser gives a file; its name.
    func give(_ file: String, to path: String) throws -> String {
        try FileManager.default.copyItem(atPath: file, toPath: path)
        return URL(filePath: file).lastPathComponent
    }
}

func withLibrary<Value>(
    _ engine: TestEngine = .sqlite, isolation: isolated (any Actor)? = #isolation, _ body: (LibraryBench) async throws -> Value
) async throws -> Value {
    try await withMedia(engine) { bench in
        let (desk, sessions) = try await bench.database.write { tx in
            let desk = try DeskBench(tx)
            return (desk, try [desk.ben, desk.ada, desk.omar].map { try Sessions.open(tx, $0, device: "", stays: false).session.id })
        }
        return try await body(LibraryBench(bench: bench, desk: desk, ben: sessions[0], ada: sessions[1], omar: sessions[2]))
    }
}
