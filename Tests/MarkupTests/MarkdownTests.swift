import Markup
import TestSupport
import Testing

@Suite struct MarkdownTests {
    @Test("Markdown becomes a story, in Arabic as in English")
    func markdown() {
        let text = """
            ## عنوان

            نص **مهم** و [رابط](https://x.example/).

            - one
            - two

            > quote

            | a | b |
            |---|---|
            | 1 | 2 |
            """
        let html = """
            <h2>عنوان</h2><p>نص <strong>مهم</strong> و <a href="https://x.example/" rel="noopener">رابط</a>.</p><ul><li>one</li><li>two</li></ul>\
            <blockquote><p>quote</p></blockquote><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody>\
            </table>
            """
        #expect(StoryParser.markdown(text).story.canonicalHTML == html)
    }

    @Test("a bare address becomes a link unless told otherwise")
    func bareAddresses() {
        #expect(
            StoryParser.markdown("see https://x.example/").story.canonicalHTML
                == "<p>see <a href=\"https://x.example/\" rel=\"noopener\">https://x.example/</a></p>")
        #expect(StoryParser.markdown("see https://x.example/", linksBareAddresses: false).story.canonicalHTML == "<p>see https://x.example/</p>")
    }

    @Test("HTML in Markdown is read as HTML is")
    func rawHTML() {
        let parsed = StoryParser.markdown("a <script>b</script> <b>c</b> ~~d~~")
        #expect(parsed.story.canonicalHTML == "<p>a <strong>c</strong> d</p>")
        #expect(parsed.notes.map(\.name) == ["script", "del"])
    }

    @Test("texts are read at the same time as one after the other")
    func concurrently() async {
        let text = "~~a~~ | https://x.example/"
        let expected = StoryParser.markdown(text)
        await withTaskGroup(of: ParsedStory.self) { group in
            for index in 0..<400 {
                group.addTask { index.isMultiple(of: 2) ? StoryParser.markdown(text) : StoryParser.markdown("~~a~~ b", linksBareAddresses: false) }
            }
            var same = 0
            for await parsed in group where parsed == expected { same += 1 }
            #expect(same == 200)
        }
    }

    @Test(
        "hostile Markdown takes no longer than long Markdown",
        arguments: ["![[]()", "[a](", "*a_ ", "> ", "www._", "a@", "a@b.", "[", "|a|b\n|-|-\n|", "<!--", "`a``"]
    )
    func hostile(piece: String) {
        let text = String(repeating: piece, count: 65_536 / piece.utf8.count)
        let seconds = processorSeconds { #expect(StoryParser.markdown(text).story.plainText.utf8.count <= text.utf8.count) }
        #expect(seconds < 60, "\(piece) took \(seconds) s")
    }

    @Test("a table of thousands of columns is no table")
    func wideTable() {
        let text = String(repeating: "a|", count: 8000) + "\n" + String(repeating: "-|", count: 8000) + "\n" + String(repeating: "x\n", count: 8000)
        #expect(StoryParser.markdown(text).story.blocks.allSatisfy { if case .table = $0 { false } else { true } })
    }
}
