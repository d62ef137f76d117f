import Markup
import Testing

@Suite struct PlainTextTests {
    static let story = StoryParser.html(
        """
        <h2>عنوان</h2><p>First <b>line</b>,<br>second – line.</p><ul><li>one</li><li>two</li></ul><figure><img src="/a.png" alt="alt"><figcaption>\
        caption</figcaption></figure>\
        <table><tr><td>a</td><td>b</td></tr></table><blockquote>quote<footer>Ada</footer></blockquote><hr><pre>x = 1</pre>
        """
    ).story

    @Test("the plain text has a line for each block")
    func plainText() {
        #expect(Self.story.plainText == "عنوان\nFirst line,\nsecond – line.\none\ntwo\ncaption\na\tb\nquote\nAda\nx = 1")
    }

    @Test(
        "the words of canonical HTML are those of its story",
        arguments: [story, StoryParser.html("<p>A &lt;b&gt; &amp;amp; “c” 'd' &quot;e&quot;</p>").story, Story()])
    func canonical(story: Story) {
        #expect(Story.words(ofCanonical: story.canonicalHTML).split { $0.isWhitespace } == story.plainText.split { $0.isWhitespace })
    }

    @Test(
        "what is no canonical HTML gives some words and no crash",
        arguments: ["<", "a<", "<p", "</", "&", "&am", "<>", "<a", "a>b", "<a x=\">\">y</a>"])
    func broken(html: String) {
        #expect(Story.words(ofCanonical: html).utf8.count <= html.utf8.count)
    }

    @Test("words are counted, dashes are not")
    func words() {
        #expect(Self.story.wordCount == 14)
        #expect(StoryParser.html("<p>قال المحلل السياسي فرج دردور إنّ 14 طائرة</p>").story.wordCount == 8)
        #expect(Story().wordCount == 0)
    }

    @Test(
        "an excerpt ends after a word",
        arguments: [
            (100, "One two, three four five"), (24, "One two, three four five"), (23, "One two, three four…"), (9, "One two…"), (8, "One…"),
            (2, "O…"), (0, "…"),
        ]
    )
    func excerpt(limit: Int, text: String) {
        #expect(StoryParser.html("<h2>Head</h2><p>One two, three</p><p>four five</p>").story.excerpt(characters: limit) == text)
    }
}
