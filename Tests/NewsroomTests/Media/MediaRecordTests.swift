import Basics
import Foundation
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("Records of media")
struct MediaRecordTests {
    @Test("an item is read back with its texts, focal point and licence", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let texts = MediaTexts(alt: "سفينة في الميناء", caption: "الميناء", credit: "رويترز")
            let id = try await bench.database.write { tx in
                let id = try Media.expect(tx, fileName: "ship.jpg", kind: .picture, sourceURL: "https://example.org/ship.jpg")
                try Media.setTexts(tx, id, .ar, MediaTexts(alt: "قديم"))
                try Media.setTexts(tx, id, .ar, texts)
                try Media.setFocalPoint(tx, id, FocalPoint(x: 0.25, y: 0.75))
                try Media.setLicence(tx, id, "CC BY 4.0")
                return id
            }
            let items = try await bench.database.read { try Media.items($0, [id, ID(999)]) }
            let item = try #require(items[id])
            #expect(items.count == 1 && item.texts == [.ar: texts] && item.licence == "CC BY 4.0" && item.state == .awaited)
            #expect(try item.focalPoint == FocalPoint(x: 0.25, y: 0.75) && item.createdAt == bench.clock.now)
            #expect(try await bench.database.read { try Media.counts($0) } == [.awaited: 1])
        }
    }

    @Test("a document is served under its digest, as an attachment, once it is ready", arguments: TestEngine.allCases)
    func document(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let item = try await bench.develop(try bench.pictures.write("report.pdf", Array("%PDF-1.7 report".utf8)))
            let address = try #require(item.fileAddress)
            let file = try #require(bench.media.folder.file(forAddress: address.path))
            #expect(item.kind == .document && file.isAttachment && file.type == .pdf && file.bytes == 15 && file.path.hasSuffix(".pdf"))
            var facts = stat()
            #expect(stat(file.path, &facts) == 0 && facts.st_mode & 0o777 == 0o640)
        }
    }

    @Test("an upload fills the record that waits for it, once", arguments: TestEngine.allCases)
    func upload(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let path = try bench.pictures.make("a.jpg", width: 400, height: 300)
            let id = try await bench.database.write { try Media.expect($0, fileName: "a.jpg", kind: .picture, sourceURL: nil) }
            #expect(try await bench.media.store(path, fileName: "a.jpg", into: id) == id)
            let refusal = await #expect(throws: Refusal.self) { try await bench.media.store(path, fileName: "a.jpg", into: id) }
            #expect(refusal?.kind == .conflict)
            let missing = await #expect(throws: Refusal.self) { try await bench.media.store(path, fileName: "a.jpg", into: ID(999)) }
            #expect(missing?.kind == .notFound)
        }
    }

    @Test("an upload that is not taken leaves neither record nor file")
    func refused() async throws {
        try await withMedia { bench in
            let path = try bench.pictures.write("photo.jpg", Array("<svg onload='alert(1)'/>".utf8))
            let refusal = await #expect(throws: Refusal.self) { try await bench.media.store(path, fileName: "photo.jpg") }
            #expect(refusal?.kind == .invalid && bench.files == [])
            #expect(try await bench.database.read { try Media.counts($0) } == [:])
        }
    }

    @Test("a failed item is tried again when asked", arguments: TestEngine.allCases)
    func retry(engine: TestEngine) async throws {
        try await withMedia(engine) { bench in
            let id = try await bench.database.write { tx in
                let id = try Media.expect(tx, fileName: "a", kind: .picture, sourceURL: "http://localhost/a.jpg")
                #expect(throws: Refusal.self) { try Media.retry(tx, id) }
                return id
            }
            _ = try await bench.media.workOnce()
            #expect(try await bench.item(id).state == .failed)
            try await bench.database.write { try Media.retry($0, id) }
            let item = try await bench.item(id)
            #expect(item.state == .awaited && item.failure == nil)
        }
    }
}
