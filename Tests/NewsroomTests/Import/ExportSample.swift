import Basics
import Foundation
import Newsroom

/// What came out of an export, sorted.
struct ExportSample {
    private(set) var sites: [WordPressSite] = []
    private(set) var authors: [WordPressAuthor] = []
    private(set) var terms: [WordPressTerm] = []
    private(set) var items: [WordPressItem] = []
    private(set) var faults: [WordPressFault] = []

    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")

    /// The folder beside the repository with exports of real sites, where there is one.
    static let shared = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("../shared").standardizedFileURL

    init(_ fixture: String, limits: ExportLimits = ExportLimits()) throws {
        try self.init(at: ExportSample.fixtures.appendingPathComponent(fixture).path, limits: limits)
    }

    init(at path: String, limits: ExportLimits = ExportLimits()) throws {
        try WordPressReader().read(ExportFile(path: path, limits: limits)) { event in
            switch event {
            case .site(let site): sites.append(site)
            case .author(let author): authors.append(author)
            case .term(let term): terms.append(term)
            case .item(let item): items.append(item)
            case .fault(let fault): faults.append(fault)
            }
        }
    }

    /// Written to a file of its own, which is gone afterwards.
    init(text: String, encoding: String.Encoding = .utf8, limits: ExportLimits = ExportLimits()) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).xml")
        defer { try? FileManager.default.removeItem(at: file) }
        try text.write(to: file, atomically: false, encoding: encoding)
        try self.init(at: file.path, limits: limits)
    }

    func item(_ id: Int64) -> WordPressItem? { items.first { $0.id == id } }

    /// A whole export around `body`.
    static func document(_ body: String) -> String {
        """
        <rss xmlns:wp="http://wordpress.org/export/1.2/" xmlns:content="http://purl.org/rss/1.0/modules/content/">
        <channel><title>Site</title><wp:wxr_version>1.2</wp:wxr_version>
        \(body)
        </channel></rss>
        """
    }

    static func item(_ id: Int, title: String = "Title", content: String = "<![CDATA[Text]]>") -> String {
        "<item><title>\(title)</title><content:encoded>\(content)</content:encoded><wp:post_id>\(id)</wp:post_id></item>\n"
    }
}
