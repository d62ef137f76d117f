import Basics
import Testing

@testable import Markup

@Suite("A story as Markdown")
struct StoryMarkdownTests {
    @Test(
        "every block is read back as it was",
        arguments: [
            "<p>Plain words, 3 * 4 _and_ [brackets] &lt;b&gt; # no heading.</p>",
            "<p># not a heading</p><p>1. not a list</p><p>- nor this</p><p>&gt; nor a quotation</p>",
            "<h2>Two</h2><h3>Three</h3><h4>Four</h4><hr><p>After.</p>",
            "<p><strong>Bold</strong>, <em>slanted</em>, <code>a*b</code>, <a href=\"https://news.example/a(b)\" rel=\"noopener\">linked</a>.</p>",
            "<ul><li>One</li><li>Two</li></ul><ul><li>Another list</li></ul><ol start=\"4\"><li>Four</li><li>Five</li></ol>",
            "<ul><li>One<ul><li>Below</li></ul></li></ul>", "<blockquote><p>Said.</p><p>And said.</p></blockquote>",
            "<blockquote><p>Said.</p><footer>Somebody</footer></blockquote>",
            "<figure class=\"pullquote\"><blockquote><p>Pulled.</p></blockquote></figure>",
            "<figure><img src=\"media:7\" alt=\"A quay\"><figcaption>The quay<div class=\"credit\">Idris</div></figcaption></figure>",
            "<table><thead><tr><th>Year</th></tr></thead><tbody><tr><td>2026</td></tr></tbody></table>",
            "<pre>as it\n\nstands *here*</pre>", "<p dir=\"ltr\" lang=\"en\">Set</p>", "<p>x<sup>2</sup> H<sub>2</sub>O</p>",
            "<p>https://news.example/bare</p>", "<p>سطر<br>وسطر</p>", "<p>قال *لا*، ثم «نعم».</p>", "",
        ])
    func roundTrip(html: String) {
        let story = StoryParser.html(html).story
        #expect(StoryParser.markdown(story.markdown).story == story, "\(story.markdown)")
    }

    @Test("what Markdown can say is written in it")
    func plain() {
        let story = StoryParser.html("<h2>Two</h2><p><strong>Bold</strong> words.</p><ul><li>One</li></ul>").story
        #expect(story.markdown == "## Two\n\n**Bold** words.\n\n- One\n")
    }
}
