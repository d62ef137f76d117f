import Markup
import TestSupport
import Testing

/// Texts built to be slow. The limits are wide, for machines under load; each of these takes minutes or crashes when a limit is taken out.
@Suite(.serialized) struct HostileSizeTests {
    static let shapes: [(name: String, html: String)] = [
        ("nested divisions", String(repeating: "<div>", count: 5000) + "x"),
        ("nested lists", String(repeating: "<ul><li>", count: 5000) + "x"),
        ("nested quotations", String(repeating: "<blockquote>", count: 5000) + "x"),
        ("nested spans", String(repeating: "<span lang=ar>", count: 5000) + "x"),
        ("nested tables", String(repeating: "<table><tr><td>", count: 5000) + "x"),
        ("nested and closed", String(repeating: "<div>", count: 5000) + "x" + String(repeating: "</div>", count: 5000)),
        ("open formatting over many paragraphs", (0..<500).map { "<b id=\($0)>" }.joined() + String(repeating: "<p>x</p>", count: 5000)),
        (
            "formatting behind the cells of tables",
            (0..<2000).map { "<b id=\($0)><table><td></b></table>" }.joined() + String(repeating: "<p>x</p>", count: 500)
        ),
        ("attributes of one tag", "<a " + (0..<60_000).map { "a\($0)" }.joined(separator: " ") + ">x</a>"),
        ("joined formatting", String(repeating: "<b>x</b>", count: 50_000)),
        ("empty formatting", String(repeating: "x<b></b>", count: 50_000)),
        ("open brackets", String(repeating: "[caption][x a=\"", count: 20_000)),
        ("open comments", String(repeating: "<!-- wp:x -->", count: 50_000)),
        ("open tags", String(repeating: "<a ", count: 100_000)),
    ]

    @Test("a hostile text takes no longer than a long one", arguments: shapes.map(\.name))
    func takesNoLonger(name: String) throws {
        let html = try #require(Self.shapes.first { $0.name == name }).html
        let seconds = processorSeconds {
            let story = StoryParser.html(html).story
            #expect(StoryParser.html(story.canonicalHTML).story == story)
            #expect(StoryParser.wordPress(html).story.plainText.utf8.count <= html.utf8.count)
        }
        #expect(seconds < 60, "\(name) took \(seconds) s")
    }

    @Test("text survives where its nesting does not")
    func textSurvives() {
        let parsed = StoryParser.html(String(repeating: "<blockquote>", count: 200) + "kept" + String(repeating: "</blockquote>", count: 200))
        #expect(parsed.story.plainText == "kept")
        #expect(parsed.notes.contains { $0.kind == .flattened })
    }
}
