import Basics
import Newsroom
import Testing

@Suite("Versions and encodings of an export")
struct WordPressVersionsTests {
    @Test("version 1.1 is read")
    func version11() throws {
        let sample = try ExportSample("wxr-1.1.xml")
        #expect(sample.sites.last?.version == "1.1")
        #expect(sample.sites.last?.generator == "http://wordpress.org/?v=3.3.1")
        #expect(sample.items.map(\.title) == ["Eleven"])
        #expect(sample.terms.first?.description == "State matters")
        #expect(sample.faults.isEmpty)
    }

    @Test("version 1.0 is read: its doubled categories once, its dates by pubDate")
    func version10() throws {
        let sample = try ExportSample("wxr-1.0.xml")
        let item = try #require(sample.items.first)
        #expect(item.title == "Ten & a bit")
        #expect(item.categories.map(\.domain) == ["category", "post_tag"])
        #expect(item.categories.map(\.nicename.text) == ["politics", "tripoli"])
        #expect(item.date == CivilTime.instant(year: 2010, month: 4, day: 1, hour: 8))
        #expect(sample.terms.map(\.taxonomy) == ["category", "post_tag"])
        #expect(sample.faults.isEmpty)
    }

    @Test("the prefixes a file declares do not matter")
    func prefixes() throws {
        let sample = try ExportSample("other-prefixes.xml")
        #expect(sample.items.map(\.id) == [1])
        #expect(sample.items.first?.content == "<p>Text</p>")
        #expect(sample.faults.isEmpty)
    }

    @Test("a file without version or namespaces is read with a warning for each")
    func bare() throws {
        let sample = try ExportSample("malformed/no-namespaces.xml")
        #expect(sample.items.map(\.id) == [1, 3])
        #expect(sample.items.first?.content == "<p>Text</p>")
        #expect(sample.faults.map(\.kind) == [.namespaceMissing])
        #expect(try ExportSample("malformed/no-version.xml").faults.map(\.kind) == [.versionMissing])
        #expect(try ExportSample("malformed/unknown-version.xml").faults.map(\.kind) == [.versionUnknown("1.9")])
    }

    @Test("UTF-16 is read")
    func utf16() throws {
        let sample = try ExportSample("utf-16.xml")
        #expect(sample.items.map(\.title) == ["Before", "سلام 🌍", "After"])
        #expect(sample.faults.isEmpty)
    }

    @Test("a declared encoding of single bytes is converted, and that is told once")
    func windows1256() throws {
        let sample = try ExportSample("windows-1256.xml")
        #expect(sample.items.map(\.title) == ["Before", "سلام", "After"])
        #expect(sample.sites.first?.title == "شبكة المنارة")
        #expect(sample.faults.map(\.kind) == [.encodingConverted(from: "windows-1256")])
    }

    @Test("a file in UTF-8 that declares Latin 1 is read as it is written")
    func declaredOtherwise() throws {
        let sample = try ExportSample("malformed/declares-latin-1.xml")
        #expect(sample.items.map(\.title) == ["Before", "سلام", "After"])
        #expect(sample.faults.map(\.kind) == [.encodingDiffers(declared: "ISO-8859-1")])
    }
}
