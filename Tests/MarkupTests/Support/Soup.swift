import Foundation

/// HTML put together at random, the same for the same seed: mostly nested as it should be, often torn.
struct Soup {
    /// `MATBAA_SOUP` asks for more.
    static let runs = ProcessInfo.processInfo.environment["MATBAA_SOUP"].flatMap { Int($0) } ?? 1500

    private var state: UInt64

    init(seed: UInt64) { state = seed }

    private mutating func pick(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int((state >> 33) % UInt64(count))
    }

    mutating func next() -> String {
        var text = ""
        var open: [String] = []
        for _ in 0..<(3 + pick(30)) {
            switch pick(10) {
            case 0...2: text += Soup.words[pick(Soup.words.count)]
            case 3: text += Soup.voids[pick(Soup.voids.count)]
            case 4...6:
                let name = Soup.elements[pick(Soup.elements.count)]
                open.append(name)
                text += "<\(name)\(Soup.attributes[pick(Soup.attributes.count)])>"
            case 7...8: if let name = open.popLast() { text += "</\(name)>" }
            default: if !open.isEmpty { text += "</\(open.remove(at: pick(open.count)))>" }
            }
        }
        if pick(3) > 0 { while let name = open.popLast() { text += "</\(name)>" } }
        return text
    }

    private static let words = [
        "a", " ", "b c", "\n", " d ", "خبر", "\n\n", "&amp;", "&nbsp;", "https://a.example/x", "e\n", "[gallery ids=\"1\"]", "[caption]",
        "[/caption]", "<!-- x -->", "«f»",
    ]
    private static let voids = [
        "<br>", "<hr>", "<img src=\"/a.png\" alt=\"a\">", "<img src=\"media:4\">", "<iframe src=\"https://v.example/1\"></iframe>", "<wbr>", "<img>",
    ]
    private static let elements = [
        "p", "p", "div", "b", "strong", "em", "i", "a", "a", "span", "span", "code", "sup", "sub", "u", "q", "cite", "h1", "h2", "h5", "ul", "ol",
        "li", "li", "li",
        "blockquote", "figure", "figure", "figcaption", "footer", "pre", "table", "tbody", "thead", "tr", "tr", "td", "td", "th", "caption",
        "details", "summary", "dl", "dt", "dd",
        "section", "x-y", "video", "small",
    ]
    private static let attributes = [
        "", "", "", "", " lang=\"ar\"", " dir=\"rtl\"", " lang=\"en\" dir=\"ltr\"", " href=\"/x\"", " href=\"https://a.example/\"",
        " class=\"gallery\"", " class=\"embed\"",
        " class=\"pullquote\"", " class=\"credit\"", " class=\"wp-caption\"", " colspan=\"2\"", " start=\"5\"", " title=\"t\"",
        " class=\"wp-block-verse\"", " src=\"/v.mp4\"",
        " class=\"wp-block-gallery\"", " class=\"wp-block-embed\"",
    ]
}
