import Basics
import Markup
import Testing

@Suite struct InlineTests {
    @Test("each inline becomes itself, and its canonical HTML")
    func inlines() throws {
        let html = """
            <p>a <em>b</em> <strong>c</strong> <code>d</code> <sup>e</sup> <sub>f</sub> <a href="https://x.example/?a=1&amp;b=2" rel="noopener">g</a>\
             \
            <span lang="ar" dir="rtl">ح</span><br>i &lt;&amp;&gt;</p>
            """
        let parsed = StoryParser.html(html)
        #expect(parsed.story.canonicalHTML == html)
        #expect(parsed.notes.isEmpty)
        let link = try #require(Link("https://x.example/?a=1&b=2"))
        #expect(
            parsed.story.blocks == [
                .paragraph(
                    Line([
                        .text("a "), .emphasis([.text("b")]), .text(" "), .strong([.text("c")]), .text(" "), .code("d"), .text(" "),
                        .superscript([.text("e")]), .text(" "),
                        .subscript([.text("f")]), .text(" "), .link(link, [.text("g")]), .text(" "),
                        .span(language: "ar", direction: .rightToLeft, [.text("ح")]), .lineBreak,
                        .text("i <&>"),
                    ]))
            ])
    }

    @Test(
        "a line has one form",
        arguments: [
            ("<b>a</b><strong>b</strong>", "<strong>ab</strong>"), ("<i>a<em>b</em></i>", "<em>ab</em>"), ("a<b></b>b", "ab"),
            ("<b> a </b>b", "<strong>a</strong> b"),
            ("a <b> b</b>", "a <strong>b</strong>"), (" a\n\t b ", "a b"), ("a <br> b<br>", "a<br>b"), ("<br>a", "a"),
            ("a<br><br><br>b", "a<br><br>b"),
            ("<a href=\"/x\">a</a><a href=\"/x\">b</a>", "<a href=\"/x\">ab</a>"), ("<a href=\"/x\"></a>a", "a"), ("<q>a</q>", "“a”"),
            ("<q lang=\"ar\">أ</q>", "<p lang=\"ar\">«أ»</p>"),
            ("<kbd>a</kbd>", "<code>a</code>"), ("<code>a <b>b</b></code>", "<code>a</code> <strong><code>b</code></strong>"),
            ("<cite>a</cite>", "<em>a</em>"),
            ("a&nbsp;b", "a\u{A0}b"), ("<bdo dir=\"rtl\">a</bdo>b", "<span dir=\"rtl\">a</span>b"), ("a\u{7}b&#xFFFF;", "ab"),
        ]
    )
    func canonicalForm(html: String, canonical: String) {
        let expected = canonical.hasPrefix("<p") ? canonical : "<p>\(canonical)</p>"
        #expect(StoryParser.html(html).story.canonicalHTML == expected)
    }

    @Test(
        "formatting that a story does not have leaves its text, and a note",
        arguments: ["u", "s", "small", "font", "mark", "del", "ins", "big", "x-card"])
    func unwrapped(name: String) {
        let parsed = StoryParser.html("a <\(name)>b</\(name)> <\(name)>c</\(name)>")
        #expect(parsed.story.canonicalHTML == "<p>a b c</p>")
        #expect(parsed.notes == [StoryNote(.unwrappedElement, name, count: 2)])
    }
}
