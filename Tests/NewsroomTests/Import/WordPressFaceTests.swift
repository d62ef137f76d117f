import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Importing WordPress: the site's face")
struct WordPressFaceTests {
    @Test("a first import writes the face after the site", arguments: TestEngine.allCases)
    func itWorks(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            let outcome = try await bench.run(fixture: "newsroom-1.2.xml")
            #expect(outcome.entries.contains { $0.place.file == Face.fileName })
            let face = try Face.read(from: bench.folder.path)
            #expect(face.names == [.ar: "شبكة المنارة", .en: "شبكة المنارة"])
            #expect(face.taglines == [.ar: "News & views", .en: "News & views"])
            #expect(face.languages == [.ar, .en] && face.timeZone == .gmt)
        }
    }

    @Test("only the languages that have stories are named", arguments: TestEngine.allCases)
    func oneLanguage(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(.large(3))
            let face = try Face.read(from: bench.folder.path)
            #expect(face.languages == [.en] && face.names == [.en: "Port News"])
        }
    }

    @Test("a face that is there stays, and an empty import writes none", arguments: TestEngine.allCases)
    func stays(engine: TestEngine) async throws {
        try await withNewsroom(engine) { bench in
            _ = try await bench.run(SampleExport())
            #expect(!FileManager.default.fileExists(atPath: bench.folder.appending(path: Face.fileName).path))
        }
        try await withNewsroom(engine, face: "name: {en: Mine}\n") { bench in
            _ = try await bench.run(.large(3))
            #expect(try Face.read(from: bench.folder.path).names == [.en: "Mine"])
        }
    }
}
