import Basics
import Foundation
import Storage
import Testing
import TestSupport

@testable import Newsroom

@Suite("What a picture says of itself")
struct ProvenanceTests {
    @Test("an agency's credit, caption and terms are taken out of the file, and stand where nobody has said anything")
    func tagged() async throws {
        try await withLibrary { library in
            let path = try library.bench.pictures.make("agency.jpg", width: 320, height: 200)
            try Self.exiv2([
                "-Mset Iptc.Application2.Credit String Reuters", "-Mset Iptc.Application2.Byline String Jane Doe",
                "-Mset Xmp.dc.rights LangAlt lang=x-default (c) 2026 Agency", "-Mset Xmp.dc.description LangAlt lang=x-default رصيف الميناء فجرًا",
                path,
            ])
            let item = try await library.media.admit(by: library.desk.ben.id) { try library.give(path, to: $0) }
            #expect(item.texts[.en]?.credit == "Jane Doe / Reuters" && item.texts[.ar]?.credit == "Jane Doe / Reuters")
            #expect(item.texts[.ar]?.caption == "رصيف الميناء فجرًا" && item.texts[.en]?.caption == "" && item.texts[.ar]?.alt == "")
            #expect(item.licence == "(c) 2026 Agency")
            // What is served carries none of it.
            for variant in item.variants {
                #expect(try Data(contentsOf: URL(filePath: library.bench.path(variant))).range(of: Data("Reuters".utf8)) == nil)
            }
            // What people have said stays, whatever the file that takes its place says.
            let description = Media.Description(texts: [.en: MediaTexts(alt: "Quay", credit: "Ours")], licence: "Bought", focalPoint: .centre)
            try await library.database.write { try Media.describe($0, item.id, description, by: library.desk.ben) }
            try Self.exiv2(["-Mset Iptc.Application2.Credit String Other", path])
            try await library.media.replace(item.id, by: library.ada) { try library.give(path, to: $0) }
            let replaced = try await library.bench.item(item.id)
            #expect(replaced.digest != item.digest && replaced.texts[.en]?.credit == "Ours" && replaced.licence == "Bought")
        }
    }

    @Test("lines that are no values of a known key are nobody's words, nor is what was not written in UTF-8")
    func noise() {
        let said = Provenance(
            "Xmp.dc.creator   A\u{202E}da\nExif.GPS 32\nIptc.Application2.Credit  \u{FFFD}\u{FFFD}\nwarning: nothing\nXmp.dc.rights  lang=\"x-default\" © Ada\n"
        )
        #expect(said.credit == "Ada" && said.rights == "© Ada" && said.caption == "")
        #expect(Provenance("").texts.isEmpty)
        #expect(Provenance("Xmp.dc.description " + String(repeating: "a", count: 20_000)).caption.count == Media.longestCaption)
    }

    @Test("content credentials are read wherever a format keeps them, and stay in the original", arguments: ["jpg", "png", "webp"])
    func credentials(ending: String) async throws {
        try await withLibrary { library in
            let path = try library.bench.pictures.make("c2pa.\(ending)", width: 320, height: 200)
            let store = SampleManifest.store(actions: ["c2pa.created", "c2pa.cropped"], source: "trainedAlgorithmicMedia")
            let bytes = try SampleManifest.embed(store, in: [UInt8](Data(contentsOf: URL(filePath: path))), ending)
            let item = try await library.media.admit(by: library.desk.ben.id) {
                try library.give(try library.bench.pictures.write("made.\(ending)", bytes), to: $0)
            }
            let credentials = try #require(item.credentials)
            #expect(
                credentials.generator == "Camera 2.1" && credentials.title == "Quay.jpg" && credentials.actions == ["c2pa.created", "c2pa.cropped"])
            #expect(credentials.sources == ["trainedAlgorithmicMedia"])
            let original = library.media.folder.original(try #require(item.digest), try #require(item.type))
            #expect([UInt8](try Data(contentsOf: URL(filePath: original))) == bytes)
        }
    }

    @Test("a manifest cut anywhere, changed anywhere or nested without end is none, and brings nothing down")
    func hostile() {
        let store = SampleManifest.store(actions: ["c2pa.created"], source: "digitalCapture")
        #expect(JUMBF(store[...]).flatMap(ContentCredentials.init(store:)) != nil)
        for end in 0..<store.count { #expect(JUMBF(store[..<end]).flatMap(ContentCredentials.init(store:)) == nil) }
        for place in store.indices {
            for value in [0, 0x7F, 0xFF] as [UInt8] {
                var changed = store
                changed[place] = value
                _ = JUMBF(changed[...]).flatMap(ContentCredentials.init(store:))
            }
        }
        var deep: [UInt8] = []
        for _ in 0..<10_000 { deep = SampleManifest.box("jumb", SampleManifest.description("a") + deep) }
        #expect(JUMBF(deep[...]) == nil)
    }

    private static func exiv2(_ arguments: [String]) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/exiv2")
        process.arguments = arguments
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }
}

/// A store of one manifest as cameras and editors write it, without a signature.
enum SampleManifest {
    static func store(actions: [String], source: String) -> [UInt8] {
        let list = actions.enumerated().map { index, name in
            map(
                [("action", text(name)), ("when", [0xC0] + text("2026-11-01T10:00:00Z"))]
                    + (index == 0 ? [("digitalSourceType", text("http://cv.iptc.org/newscodes/digitalsourcetype/\(source)"))] : []))
        }
        let claim = map([
            ("claim_generator_info", array([map([("name", text("Camera")), ("version", text("2.1"))])])), ("dc:title", text("Quay.jpg")),
            ("alg", text("sha256")), ("hash", [0x58, 0x20] + [UInt8](repeating: 7, count: 32)),
        ])
        let assertions = superbox("c2pa.assertions", superbox("c2pa.actions.v2", box("cbor", map([("actions", array(list))]))))
        return superbox("c2pa", superbox("urn:uuid:1", assertions + superbox("c2pa.claim.v2", box("cbor", claim))))
    }

    static func embed(_ store: [UInt8], in picture: [UInt8], _ ending: String) throws -> [UInt8] {
        switch ending {
        case "jpg":
            // In two pieces, each with the head of the box before it.
            let (head, half) = (Array(store.prefix(8)), store.count / 2)
            let piece = { (number: UInt8, bytes: [UInt8]) -> [UInt8] in
                let body = Array("JP".utf8) + [0, 1, 0, 0, 0, number] + bytes
                return [0xFF, 0xEB, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body
            }
            return Array(picture.prefix(2)) + piece(2, head + store[half...]) + piece(1, Array(store[..<half])) + picture.dropFirst(2)
        case "png":
            // Behind the header, whose chunk is 25 bytes long.
            let checked = Array("caBX".utf8) + store
            return Array(picture.prefix(33)) + long(store.count) + checked + long(Int(crc(checked))) + picture.dropFirst(33)
        default:
            let chunk = Array("C2PA".utf8) + long(store.count).reversed() + store + (store.count & 1 == 1 ? [0] : [])
            let whole = picture + chunk
            return Array(whole.prefix(4)) + long(whole.count - 8).reversed() + whole.dropFirst(8)
        }
    }

    static func box(_ type: String, _ body: [UInt8]) -> [UInt8] { long(body.count + 8) + Array(type.utf8) + body }
    static func description(_ label: String) -> [UInt8] { box("jumd", [UInt8](repeating: 1, count: 16) + [3] + Array(label.utf8) + [0]) }
    private static func superbox(_ label: String, _ content: [UInt8]) -> [UInt8] { box("jumb", description(label) + content) }
    private static func long(_ number: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(number >> $0 & 255) } }
    private static func head(_ kind: UInt8, _ count: Int) -> [UInt8] {
        count < 24
            ? [kind << 5 | UInt8(count)] : count < 256 ? [kind << 5 | 24, UInt8(count)] : [kind << 5 | 25, UInt8(count >> 8), UInt8(count & 255)]
    }
    private static func text(_ text: String) -> [UInt8] { head(3, text.utf8.count) + Array(text.utf8) }
    private static func array(_ items: [[UInt8]]) -> [UInt8] { head(4, items.count) + items.flatMap(\.self) }
    private static func map(_ entries: [(String, [UInt8])]) -> [UInt8] { head(5, entries.count) + entries.flatMap { text($0.0) + $0.1 } }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { crc, byte in
            (0..<8).reduce(crc ^ UInt32(byte)) { value, _ in value & 1 == 1 ? value >> 1 ^ 0xEDB8_8320 : value >> 1 }
        }
    }
}
