import Markup
import Testing

@Suite struct ShortcodeTests {
    @Test(
        "known shortcodes become what they show",
        arguments: [
            (
                """
                [caption id="attachment_1" align="aligncenter" width="300"]<a href="/x"><img src="/a.png" alt="a" /></a> شرح <em>b</em>[/caption]
                """,
                "<figure><a href=\"/x\"><img src=\"/a.png\" alt=\"a\"></a><figcaption>شرح <em>b</em></figcaption></figure>"
            ),
            (
                "[caption width=\"300\" caption=\"شرح\"]<img src=\"/a.png\">[/caption]",
                "<figure><img src=\"/a.png\" alt=\"\"><figcaption>شرح</figcaption></figure>"
            ),
            (
                "a\n\n[embed width=\"3\"]https://v.example/1?a=1&amp;b=2[/embed]\n\nb",
                """
                <p>a</p><figure class="embed"><a href="https://v.example/1?a=1&amp;b=2" rel="noopener">https://v.example/1?a=1&amp;b=2</a>\
                </figure><p>b</p>
                """
            ),
            ("[audio mp3=\"/a.mp3\"][/audio]", "<figure class=\"embed\"><a href=\"/a.mp3\">/a.mp3</a></figure>"),
            ("[video width=\"640\" mp4='/a.mp4'][/video]", "<figure class=\"embed\"><a href=\"/a.mp4\">/a.mp4</a></figure>"),
            (
                "[audio https://v.example/a.mp3]",
                "<figure class=\"embed\"><a href=\"https://v.example/a.mp3\" rel=\"noopener\">https://v.example/a.mp3</a></figure>"
            ),
            ("[[gallery ids=\"1\"]]", "<p>[gallery ids=\"1\"]</p>"),
        ]
    )
    func known(text: String, canonical: String) {
        let parsed = StoryParser.wordPress(text)
        #expect(parsed.story.canonicalHTML == canonical.replacing("[gallery ids=\"1\"]", with: "[gallery ids=&quot;1&quot;]"))
        #expect(parsed.notes.isEmpty)
    }

    @Test("an unknown shortcode leaves the text it wraps, and a note")
    func unknown() {
        let parsed = StoryParser.wordPress("[row][col size=\"6\"]نص[/col][/row] [contact-form-7 id=\"3\"] [snax_form]")
        #expect(parsed.story.canonicalHTML == "<p>نص</p>")
        #expect(parsed.notes.map(\.name) == ["row", "col", "contact-form-7", "snax_form"])
        #expect(parsed.notes.allSatisfy { $0.kind == .unknownShortcode })
    }

    @Test(
        "words in brackets are words",
        arguments: ["He said [sic] so", "[UN] and [1]", "قال [المتحدث] ذلك", "a [b c] d", "x[0] = [y]", "[", "[]", "[/x]", "[a [b]"])
    func words(text: String) {
        let parsed = StoryParser.wordPress(text)
        #expect(parsed.story.plainText == text)
        #expect(parsed.notes.isEmpty)
    }

    @Test("a gallery without numbers is noted")
    func galleryWithoutNumbers() {
        #expect(StoryParser.wordPress("[gallery]").notes == [StoryNote(.missingPicture, "[gallery]")])
    }

    @Test("a shortcode in an attribute is part of the attribute")
    func inAttribute() {
        #expect(StoryParser.wordPress("<img src=\"/a.png\" alt=\"[foo bar=1]\">").story.pictures.map(\.alt) == ["[foo bar=1]"])
    }
}
