import Foundation
import Newsroom
import Testing

@Suite("Files that are no export")
struct WordPressRefusalTests {
    @Test(
        "each is refused with its reason, before anything comes out",
        arguments: [
            ("empty", .empty), ("blank", .empty), ("error-page", .html), ("binary", .notXML), ("atom", .otherXML(root: "feed")),
            ("utf-7", .encodingRefused("UTF-7")),
        ] as [(String, WordPressFault.Kind)])
    func refused(name: String, kind: WordPressFault.Kind) throws {
        let sample = try ExportSample("malformed/\(name).xml")
        #expect(sample.faults.map(\.kind) == [kind])
        #expect(sample.faults.map(\.severity) == [.refusal])
        #expect(sample.items.isEmpty && sample.sites.isEmpty)
    }

    @Test(
        "a DOCTYPE that declares anything is refused, and nothing of it is expanded or fetched",
        arguments: ["billion-laughs", "external-entity", "parameter-entity"])
    func doctype(name: String) throws {
        let sample = try ExportSample("malformed/\(name).xml")
        #expect(sample.faults.map(\.kind) == [.doctypeDeclaresEntities])
        #expect(sample.items.isEmpty && sample.sites.isEmpty)
    }

    @Test("a DOCTYPE in UTF-16 is seen as well")
    func doctypeInUTF16() throws {
        let text = "<!DOCTYPE rss [<!ENTITY a 'b'>]>\n" + ExportSample.document(ExportSample.item(1, title: "&a;"))
        let sample = try ExportSample(text: text, encoding: .utf16)
        #expect(sample.faults.map(\.kind) == [.doctypeDeclaresEntities])
    }

    @Test("a DOCTYPE that only refers to rules elsewhere is passed over")
    func reference() throws {
        let sample = try ExportSample("malformed/external-dtd.xml")
        #expect(sample.faults.map(\.kind) == [.doctypeIgnored])
        #expect(sample.items.map(\.id) == [1, 3])
    }

    @Test("an entity that is not XML's own stays as it is written")
    func entities() throws {
        let sample = try ExportSample("malformed/doctype-in-item.xml")
        #expect(sample.item(2)?.content == "<!DOCTYPE x [<!ENTITY y \"z\">]>&y;")
    }
}
