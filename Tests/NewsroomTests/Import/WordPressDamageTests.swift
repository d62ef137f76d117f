import Basics
import Newsroom
import Testing

@Suite("Broken exports")
struct WordPressDamageTests {
    @Test(
        "a broken item is kept, named, and harms none beside it",
        arguments: [
            "ampersand", "stray-less-than", "nested-cdata", "unclosed-cdata-in-content", "unclosed-cdata-at-end", "missing-item-end", "broken-tag",
            "control-characters", "invalid-utf8", "doctype-in-item",
        ])
    func kept(name: String) throws {
        let sample = try ExportSample("malformed/\(name).xml")
        try #require(sample.items.map(\.id) == [1, 2, 3])
        #expect(sample.items.map(\.number) == [1, 2, 3])
        #expect(sample.items[0].title == "Before" && sample.items[2].title == "After")
        #expect(sample.items[2].content == "<p>Text</p>" && (64...72).contains(sample.items[2].line))
        let fault = try #require(sample.faults.first)
        #expect(sample.faults.count == 1)
        #expect(fault.severity == .warning)
        #expect((fault.place.number, fault.place.id, fault.place.title) == (2, 2, sample.items[1].title))
        #expect((43...65).contains(fault.place.line))
        #expect(fault.words.en.contains("item 2 “") && fault.words.ar.contains("العنصر 2 «"))
    }

    @Test("mending keeps the text")
    func text() throws {
        func second(_ name: String) throws -> WordPressItem { try #require(try ExportSample("malformed/\(name).xml").item(2)) }
        #expect(try second("ampersand").title == "Q&A")
        #expect(try second("ampersand").content == "Salt & pepper &nbsp;  م")
        #expect(try second("stray-less-than").title == "3 < 4")
        #expect(try second("stray-less-than").content == "<p>if 3 < 4<br> then</p>")
        #expect(try second("nested-cdata").content == "<script>//<![CDATA[\nx()\n//]]></script> after")
        #expect(try second("unclosed-cdata-in-content").content == "<p>never closed</p>")
        #expect(try second("unclosed-cdata-at-end").meta("k") == "v")
        #expect(try second("missing-item-end").status == "publish")
        #expect(try second("control-characters").content == "abc")
        #expect(try second("invalid-utf8").content == "caf\u{FFFD} and \u{FFFD}")
    }

    @Test("well-formed markup that was not escaped is text too")
    func unescapedMarkup() throws {
        let sample = try ExportSample(text: ExportSample.document(ExportSample.item(1, content: "<p>Hello <b>there</b></p>")))
        #expect(sample.items.first?.content == "<p>Hello <b>there</b></p>")
        #expect(sample.faults.map(\.kind) == [.mended(detail: "unescaped markup")])
    }

    @Test("a post that quotes an export is one post, without a fault")
    func quoting() throws {
        let sample = try ExportSample("malformed/quoted-export.xml")
        try #require(sample.items.map(\.id) == [1, 2, 3])
        #expect(sample.items[1].content == "<pre></item>\n<item><title><![CDATA[inner]]></title></item>\n<item></pre>")
        #expect(sample.faults.isEmpty)
    }

    @Test("every character that XML forbids is left out, and no other")
    func forbidden() throws {
        let text = "a\u{1}b\u{FFFE}c\u{FFFF}d\u{7F}\u{85}\u{FFFD}\u{10FFFF}\u{200F}\te"
        let sample = try ExportSample(text: ExportSample.document(ExportSample.item(1, content: "<![CDATA[\(text)]]>")))
        #expect(sample.items.first?.content == "abcd\u{7F}\u{85}\u{FFFD}\u{10FFFF}\u{200F}\te")
        #expect(sample.faults.map(\.kind) == [.controlCharacters(count: 3)])
    }

    @Test("a truncated file gives all that came before, and names the item it breaks off in")
    func truncated() throws {
        let sample = try ExportSample("malformed/truncated.xml")
        #expect(sample.items.map(\.id) == [1])
        #expect(sample.faults == [WordPressFault(.truncated, at: .init(line: 43, number: 2, title: "Cut short"))])
        let words = try #require(sample.faults.first?.words)
        #expect(words.en.contains("Cut short") && words.en.contains("Line 43, item 2"))
    }

    @Test("a file that ends between two items says so")
    func endsEarly() throws {
        let sample = try ExportSample("malformed/ends-between-items.xml")
        #expect(sample.items.map(\.id) == [1, 3])
        #expect(sample.faults.map(\.kind) == [.endsEarly])
    }

    @Test("a section left open in the last item does not take the end with it")
    func openAtTheEnd() throws {
        let sample = try ExportSample("malformed/unclosed-cdata-in-last-item.xml")
        #expect(sample.items.map(\.id) == [1, 2])
        #expect(sample.faults.map(\.kind) == [.unclosed])
    }

    @Test("an item that is too large is named and left out, and the next is read")
    func tooLarge() throws {
        let long = String(repeating: "<p>]] long</p>\n", count: 40_000)
        let body = ExportSample.item(1) + ExportSample.item(2, title: "Long", content: "<![CDATA[\(long)]]>") + ExportSample.item(3)
        let sample = try ExportSample(text: ExportSample.document(body), limits: ExportLimits(itemBytes: 100_000))
        #expect(sample.items.map(\.id) == [1, 3])
        #expect(sample.items.last?.line == 40_006 - 1)
        let fault = try #require(sample.faults.first)
        #expect((fault.place.title, fault.place.number, fault.severity) == ("Long", 2, .loss))
    }

    @Test("a broken head is mended")
    func head() throws {
        let sample = try ExportSample("malformed/broken-header.xml")
        #expect(sample.sites.last?.description == "News & views")
        #expect(sample.items.map(\.id) == [1, 3])
        #expect(sample.faults.map(\.severity) == [.warning])
    }

    @Test("text between items is told")
    func strayText() throws {
        let sample = try ExportSample(text: ExportSample.document(ExportSample.item(1) + "stray\n" + ExportSample.item(2)))
        #expect(sample.items.map(\.id) == [1, 2])
        #expect(sample.faults.map(\.kind) == [.strayText])
    }

    @Test("every fault has words in both languages")
    func words() throws {
        let kinds: [WordPressFault.Kind] = [
            .empty, .html, .notXML, .archiveWithoutExport, .otherXML(root: "feed"), .doctypeDeclaresEntities, .encodingRefused("x"), .expandsTooFar,
            .unreadable(detail: "x"), .truncated, .endsEarly, .tooLarge(bytes: 1), .broken(detail: "x"), .mended(detail: "x"), .unclosed,
            .headerBroken(detail: "x"), .strayText, .controlCharacters(count: 3), .invalidBytes(count: 12), .encodingDiffers(declared: "x"),
            .encodingConverted(from: "x"), .encodingUnknown("x"), .doctypeIgnored, .versionMissing, .versionUnknown("3"), .namespaceMissing,
        ]
        for kind in kinds {
            let words = WordPressFault(kind, at: .init(line: 7)).words
            #expect(words.en.hasPrefix("Line 7: ") && words.en.count > 20, "\(kind)")
            #expect(words.ar.hasPrefix("السطر 7: ") && words.ar.count > 18, "\(kind)")
        }
    }
}
