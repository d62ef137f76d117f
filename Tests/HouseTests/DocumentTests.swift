import Foundation
import Testing

@Suite("Documents")
struct DocumentTests {
    @Test("docs/reference.md is what the program prints of itself")
    func reference() throws {
        let printed = try Program.run(["reference"])
        #expect(printed.status == 0)
        let kept = try House.text("docs/reference.md")
        #expect(kept == printed.text, "docs/reference.md is out of date: make docs")
    }

    @Test("every document that the house speaks of is there")
    func documents() throws {
        for name in [
            "README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "docs/operating.md", "docs/importing.md",
        ] {
            let text = try House.text(name)
            #expect(text.count > 200, "\(name)")
        }
    }

    @Test("links between documents lead somewhere")
    func links() throws {
        for name in ["README.md", "ARCHITECTURE.md", "STYLE.md", "CONTRIBUTING.md", "CHANGELOG.md", "docs/operating.md", "docs/importing.md"] {
            let text = try House.text(name).components(separatedBy: "```").enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element).joined()
            let folder = (name as NSString).deletingLastPathComponent
            for piece in text.components(separatedBy: "](").dropFirst() {
                let target = String(piece.prefix { $0 != ")" && $0 != "#" })
                guard !target.isEmpty, !target.contains("://") else { continue }
                let path = House.root.appendingPathComponent(folder).appendingPathComponent(target).path
                #expect(FileManager.default.fileExists(atPath: path), "\(name) links to \(target)")
            }
        }
    }

    @Test("the program's version heads the changelog or stands under Unreleased")
    func changelog() throws {
        #expect(try House.text("CHANGELOG.md").contains("## Unreleased"))
    }
}
