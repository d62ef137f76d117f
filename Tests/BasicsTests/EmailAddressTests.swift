import Testing

@testable import Basics

@Suite("E-mail addresses")
struct EmailAddressTests {
    @Test(
        "what can be written to is an address, in one form",
        arguments: [
            ("Layla@Example.ORG", "Layla@example.org"), ("  a.b+c@mail.example.org\n", "a.b+c@mail.example.org"),
            ("o'neil@x-y.example", "o'neil@x-y.example"),
            ("reader@bücher.example", "reader@xn--bcher-kva.example"), ("a@مثال.إختبار", "a@xn--mgbh0fb.xn--kgbechtv"),
        ])
    func valid(written: String, text: String) throws {
        let address = try #require(EmailAddress(written))
        #expect(address.text == text && address.key == text.lowercased() && text.hasSuffix("@" + address.domain))
        #expect(EmailAddress(text) == address && EmailAddress(text.uppercased()) == address)
    }

    @Test(
        "what cannot is none",
        arguments: [
            "", "@", "a@", "@b.example", "a", "a@localhost", "a b@c.example", "a@b..example", "a@-b.example", "a@b-.example", ".a@b.example",
            "a.@b.example",
            "a..b@c.example", "a@b.example\r\nBcc: x@y.example", "a\u{0}@b.example", "a@b.example\u{0}", "a@b@c.example ,d@e.example",
            "\"a b\"@c.example",
            "a@[127.0.0.1]", "a@127.0.0.1", "<a@b.example>", "Layla <a@b.example>", "a@b.exa\u{202E}mple", "mıke@example.org", "mike@ſite.example",
            "\u{212A}ate@example.org", "kate@\u{212A}.example", "a@b/c.example", "a@b%2ec.example", "a,b@c.example", "a;b@c.example",
        ])
    func invalid(written: String) { #expect(EmailAddress(written) == nil) }

    @Test("names and addresses beyond their length are none, and quickly")
    func length() {
        #expect(EmailAddress(String(repeating: "a", count: 64) + "@b.example") != nil)
        #expect(EmailAddress(String(repeating: "a", count: 65) + "@b.example") == nil)
        #expect(EmailAddress("a@" + String(repeating: "b.", count: 40_000) + "example") == nil)
    }
}
