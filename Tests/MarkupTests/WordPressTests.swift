import Markup
import Testing

@Suite struct WordPressTests {
    @Test("blocks become a story, in Arabic as in English")
    func blocks() {
        let post = """
            <!-- wp:paragraph {"align":"right"} -->
            <p class="has-text-align-right">قدّم حفتر <strong>قواعد</strong></p>
            <!-- /wp:paragraph -->

            <!-- wp:heading -->
            <h2 class="wp-block-heading">رهن البلاد</h2>
            <!-- /wp:heading -->

            <!-- wp:list --><ul><!-- wp:list-item -->
            <li>one<!-- wp:list --><ul><!-- wp:list-item --><li>two</li><!-- /wp:list-item --></ul><!-- /wp:list --></li>
            <!-- /wp:list-item --></ul><!-- /wp:list -->
            """
        let parsed = StoryParser.wordPress(post)
        #expect(parsed.story.canonicalHTML == "<p>قدّم حفتر <strong>قواعد</strong></p><h2>رهن البلاد</h2><ul><li>one<ul><li>two</li></ul></li></ul>")
        #expect(parsed.notes.isEmpty)
    }

    @Test(
        "each core block becomes what it shows",
        arguments: [
            (
                """
                <!-- wp:quote --><blockquote class="wp-block-quote"><!-- wp:paragraph --><p>a</p><!-- /wp:paragraph --><cite>b</cite>\
                </blockquote><!-- /wp:quote -->
                """,
                "<blockquote><p>a</p><footer>b</footer></blockquote>"
            ),
            (
                """
                <!-- wp:pullquote --><figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite></blockquote></figure>\
                <!-- /wp:pullquote -->
                """,
                "<figure class=\"pullquote\"><blockquote><p>a</p><footer>b</footer></blockquote></figure>"
            ),
            (
                """
                <!-- wp:image {"id":7} --><figure class="wp-block-image"><img src="/a.png" alt="a" class="wp-image-9"/><figcaption>b</figcaption>\
                </figure><!-- /wp:image -->
                """,
                "<figure><img src=\"/a.png\" alt=\"a\"><figcaption>b</figcaption></figure>"
            ),
            (
                """
                <!-- wp:gallery --><figure class="wp-block-gallery has-nested-images"><!-- wp:image --><figure><img src="/a.png" alt=""/>\
                </figure><!-- /wp:image -->\n
                """
                    + "<!-- wp:image --><figure><img src=\"/b.png\" alt=\"\"/></figure><!-- /wp:image --></figure><!-- /wp:gallery -->",
                "<figure class=\"gallery\"><figure><img src=\"/a.png\" alt=\"\"></figure><figure><img src=\"/b.png\" alt=\"\"></figure></figure>"
            ),
            (
                """
                <!-- wp:gallery {"ids":[1,2]} --><ul class="wp-block-gallery"><li class="blocks-gallery-item"><figure><img src="/a.png" alt=""/>\
                <figcaption>c</figcaption></figure></li>
                """
                    + "<li class=\"blocks-gallery-item\"><figure><img src=\"/b.png\" alt=\"\"/></figure></li></ul><!-- /wp:gallery -->",
                """
                <figure class="gallery"><figure><img src="/a.png" alt=""><figcaption>c</figcaption></figure><figure><img src="/b.png" alt="">\
                </figure></figure>
                """
            ),
            (
                """
                <!-- wp:table --><figure class="wp-block-table"><table><tbody><tr><td>a</td></tr></tbody></table><figcaption>b</figcaption>\
                </figure><!-- /wp:table -->
                """,
                "<table><caption>b</caption><tbody><tr><td>a</td></tr></tbody></table>"
            ),
            (
                """
                <!-- wp:core-embed/youtube {"url":"https://v.example/1"} --><figure class="wp-block-embed"><div class="wp-block-embed__wrapper">\
                \nhttps://v.example/1\n</div>
                """
                    + "<figcaption>a</figcaption></figure><!-- /wp:core-embed/youtube -->",
                "<figure class=\"embed\"><a href=\"https://v.example/1\" rel=\"noopener\">https://v.example/1</a></figure><p>a</p>"
            ),
            ("<!-- wp:separator --><hr class=\"wp-block-separator\"/><!-- /wp:separator -->", "<hr>"),
            ("<!-- wp:code --><pre class=\"wp-block-code\"><code>a\n b</code></pre><!-- /wp:code -->", "<pre>a\n b</pre>"),
            (
                "<!-- wp:verse --><pre class=\"wp-block-verse\">قفا <em>نبك</em>\nمن ذكرى</pre><!-- /wp:verse -->",
                "<p>قفا <em>نبك</em><br>من ذكرى</p>"
            ),
            (
                """
                <!-- wp:columns --><div class="wp-block-columns"><!-- wp:column --><div class="wp-block-column"><!-- wp:paragraph --><p>a</p>\
                <!-- /wp:paragraph --></div><!-- /wp:column -->
                """
                    + "</div><!-- /wp:columns -->", "<p>a</p>"
            ),
            (
                """
                <!-- wp:media-text --><div class="wp-block-media-text"><figure><img src="/a.png" alt=""/></figure><div><!-- wp:paragraph --><p>\
                a</p><!-- /wp:paragraph --></div></div>
                """
                    + "<!-- /wp:media-text -->", "<figure><img src=\"/a.png\" alt=\"\"></figure><p>a</p>"
            ),
            (
                """
                <!-- wp:cover {"url":"https://x.example/a.png","id":3} --><div class="wp-block-cover" \
                style="background-image:url(https://x.example/a.png)"><p>a</p></div><!-- /wp:cover -->
                """,
                "<figure><img src=\"https://x.example/a.png\" alt=\"\"></figure><p>a</p>"
            ),
            (
                """
                <!-- wp:buttons --><div class="wp-block-buttons"><!-- wp:button --><div class="wp-block-button">\
                <a class="wp-block-button__link" href="/x">a</a></div><!-- /wp:button --></div>
                """
                    + "<!-- /wp:buttons -->", "<p><a href=\"/x\">a</a></p>"
            ),
            (
                """
                <!-- wp:more --><!--more--><!-- /wp:more --><!-- wp:nextpage --><!--nextpage--><!-- /wp:nextpage --><!-- wp:html --><b>a</b>\
                <!-- /wp:html -->
                """,
                "<p><strong>a</strong></p>"
            ),
            (
                """
                <!-- wp:file --><div class="wp-block-file"><a href="/a.pdf">A</a><a href="/a.pdf" class="wp-block-file__button" download>\
                Download</a></div><!-- /wp:file -->
                """,
                "<p><a href=\"/a.pdf\">A</a></p>"
            ),
            (
                """
                <!-- wp:audio --><figure class="wp-block-audio"><audio controls src="/a.mp3"></audio><figcaption>a</figcaption></figure>\
                <!-- /wp:audio -->
                """,
                "<figure class=\"embed\"><a href=\"/a.mp3\">/a.mp3</a></figure><p>a</p>"
            ),
            ("<!-- wp:acme/box {\"x\":1} --><div class=\"box\"><p>a</p></div><!-- /wp:acme/box -->", "<p>a</p>"),
        ]
    )
    func coreBlocks(post: String, canonical: String) {
        #expect(StoryParser.wordPress(post).story.canonicalHTML == canonical)
    }

    @Test("a block that has no text of its own is noted")
    func emptyBlocks() {
        let parsed = StoryParser.wordPress("<!-- wp:latest-posts /--><!-- wp:block {\"ref\":12} /--><!-- wp:latest-posts /--><!-- wp:spacer /-->")
        #expect(parsed.story.blocks.isEmpty)
        #expect(parsed.notes == [StoryNote(.emptyBlock, "latest-posts", count: 2), StoryNote(.emptyBlock, "block")])
    }

    @Test("an address on a line of its own is a card, one in a sentence is not")
    func bareAddresses() {
        let card = "<figure class=\"embed\"><a href=\"https://v.example/1\" rel=\"noopener\">https://v.example/1</a></figure>"
        #expect(StoryParser.wordPress("<p>https://v.example/1</p>").story.canonicalHTML == card)
        #expect(StoryParser.wordPress("a\nhttps://v.example/1\nb").story.canonicalHTML == "<p>a</p>\(card)<p>b</p>")
        #expect(StoryParser.wordPress("see https://v.example/1").story.canonicalHTML == "<p>see https://v.example/1</p>")
        #expect(StoryParser.html("<p>https://v.example/1</p>").story.canonicalHTML == "<p>https://v.example/1</p>")
    }

    @Test("the number of an attachment names its picture")
    func attachments() {
        let post = "<img class=\"wp-image-7\" src=\"/a-300x200.png\">\n\n[gallery ids=\"7, 8\"]"
        let parsed = StoryParser.wordPress(post) { $0 == 7 ? .media(70) : nil }
        #expect(parsed.story.pictures.map(\.source) == [.media(70), .media(70)])
        #expect(parsed.notes == [StoryNote(.missingPicture, "8")])
    }
}
