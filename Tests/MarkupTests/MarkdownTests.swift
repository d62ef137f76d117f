import Markup
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
            <blockquote><p>quote</p></blockquote><table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></tbody></table>
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
}
