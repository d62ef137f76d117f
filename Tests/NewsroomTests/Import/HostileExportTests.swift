import Newsroom
import Testing

/// Items made to be slow: each takes hours when it is read in time that grows with the square of its length.
@Suite("Exports made to stop the reader", .timeLimit(.minutes(30)))
struct HostileExportTests {
    static let bodies = [
        "comments in a comment": "<title>a</title>" + String(repeating: "<!-- ", count: 400_000) + "-->",
        "attributes": "<wp:a " + (0..<200_000).map { "a\($0)=''" }.joined(separator: " ") + "/>",
        "open tags": String(repeating: "<wp:a>", count: 200_000) + String(repeating: "</wp:b>", count: 200_000),
        "open comments": String(repeating: "<!--</item><item>", count: 5_000),
        "open sections": String(repeating: "<title><![CDATA[x</title></item><item>", count: 5_000),
        "ends of sections": "<title>&<![CDATA[" + String(repeating: "]]> ", count: 400_000) + "</title>",
        "open quotes": "&" + String(repeating: "<wp:a b=\"'", count: 200_000),
        "depth": String(repeating: "<wp:a>", count: 100_000),
    ]

    @Test("the items beside it come out", arguments: bodies.keys.sorted())
    func bounded(name: String) throws {
        let body = HostileExportTests.bodies[name] ?? ""
        let text = ExportSample.document(ExportSample.item(1) + "<item>\(body)</item>\n" + ExportSample.item(3))
        let sample = try ExportSample(text: text)
        #expect(sample.items.first?.id == 1)
        #expect(sample.items.last?.id == 3)
        #expect(!sample.faults.isEmpty)
    }
}
