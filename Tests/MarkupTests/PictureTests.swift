import Markup
import Testing

@Suite struct PictureTests {
    static let story = StoryParser.html(
        """
        <p>a</p><img src="/1.png" alt="one"><ul><li>b<img src="/2.png"></li><li><img src="/5.png"></li></ul><figure class="gallery">\
        <img src="/3.png"><img src="/4.png"><figcaption>c</figcaption></figure>
        """
    ).story

    @Test("pictures come in the order in which they stand")
    func order() {
        #expect(Self.story.pictures.map(\.source.address) == ["/1.png", "/2.png", "/5.png", "/3.png", "/4.png"])
    }

    @Test("a picture gets another source, or is taken out")
    func replaced() {
        let story = Self.story.replacingPictures { source in
            switch source.address {
            case "/1.png": .media(1)
            case "/3.png": .media(3)
            default: nil
            }
        }
        #expect(
            story.canonicalHTML == """
                <p>a</p><figure><img src="media:1" alt="one"></figure><ul><li>b</li></ul><figure><img src="media:3" alt=""><figcaption>c</figcaption>\
                </figure>
                """)
    }

    @Test("a number of the library is written in one way only", arguments: ["media:07", "media:0", "media:-1", "media:", "media:1x", "MEDIA:1"])
    func mediaNumbers(address: String) {
        #expect(StoryParser.html("<img src=\"\(address)\">").story.blocks.isEmpty)
    }
}
