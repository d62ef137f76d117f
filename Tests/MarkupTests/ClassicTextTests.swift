import Markup
import Testing

@Suite struct ClassicTextTests {
    @Test("a blank line ends a paragraph, a line end is a break")
    func paragraphs() {
        let text = "قال المحلل\nفرج دردور.\n\nAnd <em>so\non</em>.\n\n\n\nEnd\r\n\r\nof it"
        #expect(
            StoryParser.wordPress(text).story.canonicalHTML == "<p>قال المحلل<br>فرج دردور.</p><p>And <em>so<br>on</em>.</p><p>End</p><p>of it</p>")
    }

    @Test(
        "line ends mean nothing around and inside what has a form of its own",
        arguments: [
            ("a\n\n<ul>\n<li>b</li>\n\n<li>c</li>\n</ul>\n\nd", "<p>a</p><ul><li>b</li><li>c</li></ul><p>d</p>"),
            ("<pre>a\n\nb</pre>\nc", "<pre>a\n\nb</pre><p>c</p>"),
            ("a<br />\nb", "<p>a<br>b</p>"),
            ("<h2>a</h2>\nb", "<h2>a</h2><p>b</p>"),
            ("<blockquote>a\n\nb</blockquote>", "<blockquote><p>a</p><p>b</p></blockquote>"),
            ("<strong>a\n\nb</strong>", "<p><strong>a</strong></p><p><strong>b</strong></p>"),
            ("<table>\n<tbody>\n<tr>\n<td>a\nb</td>\n</tr>\n</tbody>\n</table>", "<table><tbody><tr><td>a<br>b</td></tr></tbody></table>"),
            ("a\n\n<!--more-->\n\nb", "<p>a</p><p>b</p>"),
            ("<p>a</p>\n<p>b</p>", "<p>a</p><p>b</p>"),
            ("<div>a</div>\nb\n<div>c</div>", "<p>a</p><p>b</p><p>c</p>"),
        ]
    )
    func forms(text: String, canonical: String) {
        #expect(StoryParser.wordPress(text).story.canonicalHTML == canonical)
    }

    @Test("classic text and blocks stand in one post")
    func mixed() {
        let post = "a\nb\n\n<!-- wp:paragraph -->\n<p>c\nd</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:freeform -->e\nf<!-- /wp:freeform -->"
        #expect(StoryParser.wordPress(post).story.canonicalHTML == "<p>a<br>b</p><p>c d</p><p>e<br>f</p>")
    }
}
