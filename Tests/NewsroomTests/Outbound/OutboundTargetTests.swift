import Testing

@testable import Newsroom

@Suite("Addresses that may be fetched")
struct OutboundTargetTests {
    @Test(
        "an address of the public web is taken",
        arguments: [
            "http://example.org/a.jpg", "https://example.org:443/", "http://93.184.216.34/", "https://[2606:2800:220:1::1]/x",
            "https://صحيفة.example/صورة.jpg", "https://example.org/with space.jpg",
        ])
    func taken(url: String) throws {
        #expect(try OutboundTarget(url, policy: OutboundPolicy()).isExempt == false)
    }

    @Test(
        "an address of this machine, of its network or of nobody is refused",
        arguments: [
            "http://127.0.0.1/", "http://127.1/", "http://2130706433/", "http://0x7f.1/", "http://0177.1/", "http://0/", "http://0.0.0.0/",
            "http://[::]/", "http://[::1]/", "http://[::ffff:7f00:1]/", "http://[::ffff:8.8.8.8]/", "http://[64:ff9b::7f00:1]/",
            "http://169.254.169.254/",
            "http://[fd00::1]/", "http://[fe80::1%25lo]/", "http://[fe80::1%lo]/", "http://[fe80::1]/", "http://100.64.0.1/", "http://10.1.2.3/",
            "http://172.16.0.1/", "http://192.168.1.1/", "http://198.18.0.1/", "http://224.0.0.1/", "http://255.255.255.255/", "http://[ff02::1]/",
            "http://[2002:7f00:1::]/", "http://[2001:db8::1]/", "http://[::127.0.0.1]/", "http://localhost/", "http://localhost./",
            "http://LOCALHOST/", "http://a.localhost/", "http://127.0.0.1./", "http://127。0。0。1/", "http://①②⑦.0.0.1/", "http://printer.local/",
            "http://metadata.google.internal/", "http://intranet/", "http://abcdefgh.onion/", "http://127.0.0.1:80/",
        ])
    func inward(url: String) {
        let failure = #expect(throws: OutboundFailure.self, "\(url)") { try OutboundTarget(url, policy: OutboundPolicy()) }
        #expect(failure?.permanent == true)
    }

    @Test(
        "another scheme, another port, a user name or half an address is refused",
        arguments: [
            "file:///etc/passwd", "gopher://example.org/", "data:text/plain,x", "ftp://example.org/", "dict://example.org/",
            "javascript:alert(1)", "http://user@example.org/", "http://user:secret@example.org/", "http://example.org:22/",
            "http://example.org:8080/",
            "https://example.org:0/", "http://", "//example.org/", "example.org", "", "http:///x", "http://exa\r\nmple.org/",
            "http://example.org/\u{0}x", "http://@example.org/",
            "http://1.1.1.1 &@127.0.0.1/",
        ])
    func outlandish(url: String) {
        #expect(throws: OutboundFailure.self, "\(url)") { try OutboundTarget(url, policy: OutboundPolicy()) }
    }

    @Test("an exception is for exactly one host and port")
    func exception() throws {
        let policy = OutboundPolicy(allowedAddresses: ["127.0.0.1:8123"])
        #expect(try OutboundTarget("http://127.0.0.1:8123/x", policy: policy).isExempt)
        for host in ["127.0.0.1:8124", "127.0.0.1", "127.0.0.2:8123", "x127.0.0.1:8123", "127.0.0.1.example:8123"] {
            let url = "http://\(host)/"
            #expect(throws: OutboundFailure.self, "\(url)") { try OutboundTarget(url, policy: policy) }
        }
    }
}
