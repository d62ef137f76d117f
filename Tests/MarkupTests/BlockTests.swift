import Basics
import Markup
import Testing

@Suite struct BlockTests {
    @Test("each block becomes itself, and its canonical HTML")
    func blocks() throws {
        let html = """
            <p>a</p><h2>b</h2><h3>c</h3><h4>d</h4><ul><li>e</li></ul><ol start="3"><li>f</li></ol><blockquote><p>g</p><footer>h</footer></blockquote>\
            <figure class="pullquote"><blockquote><p>i</p></blockquote></figure><figure><img src="media:7" alt="j"><figcaption>k</figcaption>\
            </figure>\
            <figure class="gallery"><figure><img src="/1.png" alt=""></figure><figure><img src="/2.png" alt=""></figure><figcaption>l</figcaption>\
            </figure>\
            <table><caption>m</caption><thead><tr><th>n</th></tr></thead><tbody><tr><td colspan="2">o</td></tr></tbody></table>\
            <figure class="embed"><a href="https://v.example/1" rel="noopener">p</a></figure><pre>q
              r</pre><hr>
            """
        let parsed = StoryParser.html(html)
        #expect(parsed.story.canonicalHTML == html)
        #expect(parsed.notes.isEmpty)
        #expect(parsed.story.blocks.count == 14)
        #expect(parsed.story.blocks.first == .paragraph(Line([.text("a")])))
        #expect(parsed.story.blocks.last == .rule)
    }

    @Test(
        "headings keep to three levels, and say so when they move",
        arguments: [("h1", "h2", 1), ("h2", "h2", 0), ("h4", "h4", 0), ("h5", "h4", 1), ("h6", "h4", 1)])
    func headings(from: String, to: String, notes: Int) {
        let parsed = StoryParser.html("<\(from)>a</\(from)>")
        #expect(parsed.story.canonicalHTML == "<\(to)>a</\(to)>")
        #expect(parsed.notes.count == notes)
        #expect(parsed.notes.allSatisfy { $0.kind == .changedElement && $0.name == from && $0.excerpt == "a" })
    }

    @Test(
        "what is nested oddly becomes something sensible",
        arguments: [
            ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul><li>a<ul><li>b</li></ul></li></ul>"),
            ("<ul>x<li></li><li>a</li></ul>", "<ul><li>x</li><li>a</li></ul>"),
            ("<ul><li><p>a</p><p>b</p></li></ul>", "<ul><li><p>a</p><p>b</p></li></ul>"),
            ("<ul><li><h2>a</h2></li></ul>", "<ul><li><h2>a</h2></li></ul>"),
            ("<ul><li>a<img src=\"/p.png\">b</li></ul>", "<ul><li><p>a</p><figure><img src=\"/p.png\" alt=\"\"></figure><p>b</p></li></ul>"),
            ("<h2>a<img src=\"/p.png\">b</h2>", "<h2>ab</h2><figure><img src=\"/p.png\" alt=\"\"></figure>"),
            ("<table><tr><td><p>a</p><p>b</p><ul><li>c</li></ul></td></tr></table>", "<table><tbody><tr><td>a<br>b<br>c</td></tr></tbody></table>"),
            (
                "<table><tr><th>a</th></tr><tr><td>b</td></tr></table>",
                "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>"
            ),
            ("<blockquote>a<blockquote>b</blockquote></blockquote>", "<blockquote><p>a</p><blockquote><p>b</p></blockquote></blockquote>"),
            ("<blockquote>a <cite>c</cite></blockquote>", "<blockquote><p>a</p><footer>c</footer></blockquote>"),
            ("<b><p>a</p><p>b</p></b>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
            (
                "<a href=\"/x\"><p>a</p><img src=\"/p.png\"></a>",
                "<p><a href=\"/x\">a</a></p><figure><a href=\"/x\"><img src=\"/p.png\" alt=\"\"></a></figure>"
            ),
            (
                "<figure><img src=\"/a.png\"><img src=\"/b.png\"></figure>",
                "<figure class=\"gallery\"><figure><img src=\"/a.png\" alt=\"\"></figure><figure><img src=\"/b.png\" alt=\"\"></figure></figure>"
            ),
            ("<div>a<div>b</div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
            ("<details><summary>a</summary>b</details>", "<p><strong>a</strong></p><p>b</p>"),
            ("<dl><dt>a</dt><dd>b</dd></dl>", "<p><strong>a</strong></p><p>b</p>"),
            ("<p>&nbsp;</p><p>a</p><p> </p>", "<p>a</p>"),
            ("<pre><code>a\n  <b>b</b>\n</code></pre>", "<pre>a\n  b</pre>"),
        ]
    )
    func nesting(html: String, canonical: String) {
        #expect(StoryParser.html(html).story.canonicalHTML == canonical)
    }

    @Test("language and direction stay on the line they belong to")
    func languages() {
        let story = StoryParser.html(
            "<div lang=\"ar\" dir=\"rtl\"><p>أ</p><p lang=\"en\" dir=\"ltr\">a</p></div><p><span lang=\"ar\">ب</span></p><p lang=\"<x>\">c</p>"
        ).story
        #expect(
            story.blocks == [
                .paragraph(Line([.text("أ")], language: "ar", direction: .rightToLeft)),
                .paragraph(Line([.text("a")], language: "en", direction: .leftToRight)),
                .paragraph(Line([.text("ب")], language: "ar")),
                .paragraph(Line([.text("c")])),
            ])
    }

    @Test("a figure has a caption, a credit and a link")
    func figures() throws {
        let html =
            "<figure><a href=\"/x\"><img src=\"media:1\" alt=\"a\"></a><figcaption lang=\"ar\">ب<div class=\"credit\">c</div></figcaption></figure>"
        let story = StoryParser.html(html).story
        let figure = Figure(
            picture: Picture(source: .media(1), alt: "a"), caption: Line([.text("ب")], language: "ar"), credit: Line([.text("c")]), link: Link("/x"))
        #expect(story.blocks == [.figure(figure)])
        #expect(story.canonicalHTML == html)
    }

    @Test(
        "frames and players become cards",
        arguments: [
            "<iframe src=\"https://v.example/1\"></iframe>", "<iframe src=\"//v.example/1\"></iframe>",
            "<video src=\"https://v.example/1\">x</video>",
            "<audio><source src=\"https://v.example/1\"></audio>", "<object data=\"https://v.example/1\"></object>",
            "<object><param name=\"movie\" value=\"https://v.example/1\"></object>", "<embed src=\"https://v.example/1\">",
        ]
    )
    func cards(html: String) throws {
        let link = try #require(Link("https://v.example/1"))
        #expect(StoryParser.html(html).story.blocks == [.embed(Embed(link: link))])
    }
}
