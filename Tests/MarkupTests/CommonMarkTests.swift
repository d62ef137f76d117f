import Markup
import Testing

@Suite struct CommonMarkTests {
    /// Where cmark-gfm 0.29 differs from CommonMark 0.31.2: a number beyond Unicode as a character (28), currency signs as punctuation (356),
    /// and the shapes of comments (627, 628).
    static let knownDifferences: Set<Int> = [28, 356, 627, 628]

    @Test("Markdown means what the specification of CommonMark says", .enabled(if: !Corpora.commonMark.isEmpty))
    func specification() {
        var same = 0
        for example in Corpora.commonMark {
            let markdown = StoryParser.markdown(example.markdown, linksBareAddresses: false).story
            let html = StoryParser.html(example.html).story
            if markdown == html { same += 1 }
            let isKnown = Self.knownDifferences.contains(example.example)
            #expect(
                (markdown == html) != isKnown,
                "\(example.example) \(example.section): \(example.markdown) gave \(markdown.canonicalHTML), not \(html.canonicalHTML)"
            )
        }
        print("CommonMark: \(same) of \(Corpora.commonMark.count)")
        #expect(same == Corpora.commonMark.count - Self.knownDifferences.count)
    }
}
