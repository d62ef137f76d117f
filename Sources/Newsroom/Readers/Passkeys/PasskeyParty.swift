import Foundation

/// The site that passkeys belong to ("Relying Party", WebAuthn Level 3, 4): its one origin, and that origin's host as its identifier.
package struct PasskeyParty: Hashable, Sendable {
    /// As browsers write it: `https://news.example`, with a port only when it is not the usual one.
    package let origin: String
    package let id: String
    /// The newsroom's name, for the browser's window.
    package let name: String

    /// Nil for an origin where browsers have no passkeys: without TLS, except for `localhost`, or at a bare address; and for what is no origin.
    package init?(origin: String, name: String) {
        guard origin.utf8.count <= 512, origin.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }), let parts = URLComponents(string: origin),
            let scheme = parts.scheme?.lowercased(), let host = parts.host?.lowercased(), !host.isEmpty, parts.user == nil, parts.password == nil,
            parts.query == nil, parts.fragment == nil, parts.path.isEmpty || parts.path == "/"
        else { return nil }
        guard scheme == "https" || scheme == "http" && host == "localhost" else { return nil }
        let labels = host.split(separator: ".", omittingEmptySubsequences: false)
        let isName = labels.allSatisfy { label in
            !label.isEmpty && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D || $0 == 0x5F }
        }
        guard isName, labels.last?.utf8.allSatisfy({ (0x30...0x39).contains($0) }) == false else { return nil }
        let usual = scheme == "https" ? 443 : 80
        let port = parts.port.flatMap { $0 == usual ? nil : ":\($0)" } ?? ""
        self.origin = "\(scheme)://\(host)\(port)"
        id = host
        self.name = name
    }
}
