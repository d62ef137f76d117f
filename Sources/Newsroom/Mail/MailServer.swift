import Foundation

/// A server of SMTP that takes the newsroom's letters, and how it is spoken to.
package struct MailServer: Hashable, Sendable {
    /// Whether the line is encrypted by STARTTLS; on `smtps` it is from the start. A certificate that is shown is always checked.
    package enum Security: String, CaseIterable, Sendable {
        /// Nothing is sent to a server that does not offer it.
        case required
        /// Where the server offers it; someone on the line can hide the offer.
        case optional
        case none
    }

    /// Without user and password.
    let url: String
    let user: String?
    let password: String?
    package var security = Security.required
    /// A file of certificates (PEM) to trust in place of the system's.
    package var authorities: String?
    /// The only proxy ever used; what the environment names is ignored.
    package var proxy: String?
    /// Until the server has greeted and let us in.
    package var connectSeconds = 30.0
    /// For each of its answers.
    package var answerSeconds = 60
    /// For all of it; less than a claimed letter's lease.
    package var overallSeconds = 120.0

    /// Reads `smtp://user:password@host:port` or `smtps://…`, both of user and password or neither; `password` stands in for one in the address.
    /// Nil for anything else.
    package init?(_ text: String, password: String? = nil) {
        guard let parts = URLComponents(string: text), let scheme = parts.scheme, scheme == "smtp" || scheme == "smtps",
            let host = parts.encodedHost, !host.isEmpty, parts.path.isEmpty || parts.path == "/", parts.query == nil, parts.fragment == nil,
            (1...65_535).contains(parts.port ?? 1), text.unicodeScalars.allSatisfy({ $0.value > 0x20 && $0.value != 0x7F })
        else { return nil }
        url = "\(scheme)://\(host)" + (parts.port.map { ":\($0)" } ?? "")
        user = parts.user
        self.password = password ?? parts.password
        guard (user == nil) == (self.password == nil), parts.password == nil || password == nil else { return nil }
        for secret in [user, self.password].compactMap(\.self) {
            guard !secret.isEmpty, secret.unicodeScalars.allSatisfy({ $0.value >= 0x20 && $0.value != 0x7F }) else { return nil }
        }
    }

    /// Whether it is this machine, which no proxy leads to.
    package var isLocal: Bool {
        guard let host = URLComponents(string: url)?.host else { return false }
        return host == "localhost" || host.hasPrefix("127.") || host == "[::1]" || host == "::1"
    }
}

/// For the operator: without the password.
extension MailServer: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { url + (user.map { " as \($0)" } ?? "") }
    package var debugDescription: String { description }
}
