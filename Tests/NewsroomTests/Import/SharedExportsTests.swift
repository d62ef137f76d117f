import Foundation
import Newsroom
import Testing

@Suite("Exports of real sites")
struct SharedExportsTests {
    @Test(
        "every item of the file comes out",
        arguments: [
            "seed/arraed.wxr.xml", "data/wordpress/64-block-test-data.xml", "data/wordpress/co-authors-plus.xml", "data/wordpress/sample.xml",
            "data/wordpress/themeunittestdata.wordpress.xml",
        ])
    func items(name: String) throws {
        let path = ExportSample.shared.appendingPathComponent(name).path
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            print("not there, so not tested: shared/\(name)")
            return
        }
        let lines = text.split(separator: "\n")
        let sample = try ExportSample(at: path)
        #expect(sample.items.count == lines.count { $0.contains("<item>") })
        #expect(sample.items.allSatisfy { $0.id.map { text.contains("<wp:post_id>\($0)</wp:post_id>") } == true })
        #expect(sample.items.map(\.comments.count).reduce(0, +) == lines.count { $0.contains("<wp:comment>") })
        #expect(sample.items.map(\.meta.count).reduce(0, +) == lines.count { $0.contains("<wp:postmeta>") })
        #expect(sample.authors.count == lines.count { $0.contains("<wp:author>") })
        #expect(sample.faults.allSatisfy { $0.severity == .warning })
    }
}
