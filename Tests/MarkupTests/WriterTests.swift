import Basics
import Markup
import Testing

@Suite struct WriterTests {
    @Test("pictures and cards are written as the page wants them")
    func parts() {
        let story = StoryParser.html(
            """
            <img src="media:7" alt="a"><figure class="gallery"><img src="/b.png"><img src="/c.png"></figure><iframe src="https://v.example/1">\
            </iframe>
            """
        ).story
        let writer = StoryWriter(
            picture: { picture, place in "<picture>\(place.index)\(place.isInGallery ? "g" : "")\(picture.alt)</picture>" },
            embed: { embed in "<card>\(embed.link.host ?? "")</card>" }
        )
        #expect(
            writer.html(story).text == """
                <figure><picture>0a</picture></figure><figure class="gallery"><figure><picture>1g</picture></figure><figure><picture>2g</picture>\
                </figure></figure><card>v.example</card>
                """)
    }

    @Test("a block says its direction where it differs from what is around it")
    func directions() {
        let story = StoryParser.html(
            """
            <p>خبر</p><p>News</p><p dir="rtl">123 خبر</p><h2>Head</h2><ul><li>one</li><li>اثنان</li></ul><blockquote><p>Said</p><p>قال</p><footer>\
            هو</footer></blockquote>\
            <table><tr><td>a</td><td>ب</td></tr></table><p>123</p>
            """
        ).story
        #expect(
            StoryWriter(pageDirection: .rightToLeft).html(story).text == """
                <p>خبر</p><p dir="ltr">News</p><p>123 خبر</p><h2 dir="ltr">Head</h2><ul dir="ltr"><li>one</li><li dir="rtl">اثنان</li></ul>\
                <blockquote dir="ltr"><p>Said</p><p dir="rtl">قال</p><footer dir="rtl">هو</footer></blockquote>\
                <table dir="ltr"><tbody><tr><td>a</td><td dir="rtl">ب</td></tr></tbody></table><p>123</p>
                """)
    }

    @Test("sub-headings can be linked to, each by a name of its own")
    func anchors() {
        let story = StoryParser.html("<h2>Haftar’s bases</h2><p>a</p><h3>رهن البلاد</h3><blockquote><h2>Haftar’s bases</h2></blockquote><h2>…</h2>")
            .story
        #expect(story.outline.map(\.anchor) == ["haftars-bases", "رهن-البلاد", "haftars-bases-2", "section"])
        #expect(StoryWriter(anchorPrefix: "part-").html(story).text.contains("<h3 id=\"part-رهن-البلاد\">"))
        #expect(StoryWriter(anchorPrefix: "part-").html(story).text.contains("<h2 id=\"part-haftars-bases-2\">"))
    }

    @Test("a page may put something around a table")
    func tables() {
        let story = StoryParser.html("<p>a</p><table><tr><td>b</td></tr></table><p>c</p>").story
        let writer = StoryWriter(table: { _, html in "<div>\(html)</div>" })
        #expect(writer.html(story).text == "<p>a</p><div><table><tbody><tr><td>b</td></tr></tbody></table></div><p>c</p>")
    }
}
