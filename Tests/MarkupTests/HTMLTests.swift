import Markup
import Testing

@Suite struct HTMLTests {
    @Test("interpolated text is escaped, interpolated HTML passes")
    func interpolation() {
        let title = "<b>\"Tom\" & 'Jerry'</b>"
        let inner: HTML = "<i>\(title)</i>"
        let none: HTML? = nil
        let all: HTML = "<p title=\"\(title)\">\(inner)\(none)\([inner, "<br>"])\(7)</p>"
        let escaped = "&lt;b&gt;&quot;Tom&quot; &amp; &#39;Jerry&#39;&lt;/b&gt;"
        #expect(all.text == "<p title=\"\(escaped)\"><i>\(escaped)</i><i>\(escaped)</i><br>7</p>")
    }

    @Test("a choice between two strings is text", arguments: [(true, "&lt;b&gt;"), (false, "")])
    func choiceIsText(isBold: Bool, text: String) {
        let html: HTML = "\(isBold ? "<b>" : "")"
        #expect(html.text == text)
    }

    @Test("an address in an attribute is a checked link or a path of this site")
    func addresses() throws {
        let link = try #require(Link("https://example.com/?a=1&b=2"))
        #expect(("\(url: link)" as HTML).text == "https://example.com/?a=1&amp;b=2")
        #expect(("\(url: "/news/\"x\"")" as HTML).text == "/news/%22x%22")
        for refused in ["javascript:alert(1)", "//evil.example", "/\\evil.example", "news", ""] {
            #expect(("\(url: refused)" as HTML).text == "#")
        }
    }

    @Test("JSON cannot end its script")
    func json() {
        let html = HTML(json: "{\"a\":\"</script><!-- & \u{2028}\u{2029} خبر\"}")
        #expect(html.text == "{\"a\":\"\\u003C/script\\u003E\\u003C!-- \\u0026 \\u2028\\u2029 خبر\"}")
    }

    @Test("parts are joined with what stands between them")
    func joining() {
        let parts: [HTML] = ["<i>a</i>", "<i>b</i>"]
        #expect(parts.joined(separator: ", ").text == "<i>a</i>, <i>b</i>")
        #expect(parts.joined().text == "<i>a</i><i>b</i>")
        #expect([HTML]().joined(separator: ", ").isEmpty)
    }
}
