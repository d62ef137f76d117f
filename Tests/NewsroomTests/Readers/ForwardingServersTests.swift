import Testing

@testable import Newsroom

@Suite("Servers before this one")
struct ForwardingServersTests {
    @Test(
        "only a trusted server says who asks",
        arguments: [
            ("127.0.0.1", "127.0.0.1", ["203.0.113.7"], "203.0.113.7"),
            // What a visitor wrote itself stands farther from the server, and is not read.
            ("127.0.0.1", "127.0.0.1", ["198.51.100.1, 203.0.113.7"], "203.0.113.7"),
            ("127.0.0.1", "127.0.0.1", ["198.51.100.1", "203.0.113.7"], "203.0.113.7"),
            ("127.0.0.1, 10.0.0.2", "::ffff:127.0.0.1", ["203.0.113.7, 10.0.0.2"], "203.0.113.7"),
            ("10.0.0.2", "203.0.113.9", ["198.51.100.1"], "203.0.113.9"), ("", "127.0.0.1", ["198.51.100.1"], "127.0.0.1"),
            ("127.0.0.1", "127.0.0.1", ["198.51.100.1, nonsense"], "127.0.0.1"), ("127.0.0.1", "127.0.0.1", [], "127.0.0.1"),
            ("::1", "::1", ["2001:db8::7"], "2001:db8::7"),
        ])
    func chain(known: String, peer: String, fields: [String], found: String) throws {
        #expect(try #require(ForwardingServers(known)).address(peer: peer, forwarded: fields) == found)
    }

    @Test("a list with something else in it is none", arguments: ["nginx", "127.0.0.1, nginx", "10.0.0.0/8"])
    func faults(text: String) { #expect(ForwardingServers(text) == nil) }
}
