import Markup
import Testing

@Suite struct LinkTests {
    @Test(
        "an address that can be followed stays as it is",
        arguments: [
            "https://example.com/", "http://example.com", "https://example.com:8443/a?b=c&d=e#f", "mailto:desk@example.com", "tel:+218911234567",
            "/politics/خبر-عاجل",
            "#notes", "?page=2", "https://example.com/أخبار/ليبيا", "https://example.com/%D8%A3", "https://[2001:db8::1]/", "https://مثال.إختبار/",
        ]
    )
    func staysAsItIs(address: String) throws {
        #expect(try #require(Link(address)).text == address)
    }

    @Test(
        "what must be encoded is encoded, once",
        arguments: [
            ("https://example.com/a b", "https://example.com/a%20b"), ("https://EXAMPLE.com/A", "https://example.com/A"),
            ("HTTPS://example.com", "https://example.com"),
            ("/a\"<b>", "/a%22%3Cb%3E"), ("/100%", "/100%25"), ("/a%20b", "/a%20b"), (" /a ", "/a"), ("/a\nb", "/ab"),
            ("/a\u{202E}b", "/a%E2%80%AEb"), ("/?q=\\", "/?q=%5C"),
            ("tel:+218 91 123", "tel:+21891123"), ("https://example.com:/x", "https://example.com/x"), ("https://ＥＸ.com/", "https://ex.com/"),
        ]
    )
    func isEncoded(address: String, normal: String) throws {
        let link = try #require(Link(address))
        #expect(link.text == normal)
        #expect(Link(link.text) == link)
    }

    @Test(
        "an address that leads elsewhere than it seems, or runs, is refused",
        arguments: [
            "", " ", "javascript:alert(1)", "java\tscript:alert(1)", "\u{1}javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "vbscript:x",
            "file:///etc/passwd", "blob:x",
            "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "/a\\b", "https:evil.example", "https:/evil.example",
            "https://", "https:///x",
            "https://good.example@evil.example/", "https://user:pass@evil.example", "https://evil.example\\@good.example/", "https://ev%69l.example/",
            "https://a..example/",
            "https://exa mple.com/", "https://example.com:99999/", "https://example.com:8a/", "https://evil。example/", "https://a\u{200B}b.example/",
            "mailto:", "tel:", "tel:abc<",
            "about.html", "./a", "../a", "/a\u{0}b", "/a\u{7F}b", "ftp://example.com/", "feed:https://example.com", "//", "/\t/evil.example",
            "https://[::1", "http://[x]/",
        ]
    )
    func isRefused(address: String) {
        #expect(Link(address) == nil)
    }

    @Test("a web address knows its host, others are of this site")
    func host() throws {
        #expect(try #require(Link("https://News.Example/x")).host == "news.example")
        #expect(try #require(Link("https://a.example/")).isExternal)
        #expect(try #require(Link("/a")).host == nil)
        #expect(try #require(Link("/a")).isExternal == false)
        #expect(try #require(Link("mailto:a@b.example")).isFetchable == false)
    }

    @Test("an endless address is refused")
    func endless() {
        #expect(Link("/" + String(repeating: "a", count: 8000)) != nil)
        #expect(Link("/" + String(repeating: "a", count: 9000)) == nil)
    }
}
