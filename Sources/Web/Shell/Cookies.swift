import Basics
import HTTPTypes

/// The cookies of the site: each necessary for what its reader asked for, none readable by scripts.
struct Cookies: Sendable {
    /// Under TLS their names begin with `__Host-`: no other host can then set or get them (RFC 6265bis, 4.1.3.2).
    let isSecure: Bool

    enum Name: String, Sendable, CaseIterable {
        /// Logs a reader in.
        case session
        /// A browser that an account was opened in before.
        case device
        /// A browser whose guest has voted, where the newsroom counts guests.
        case guest
        /// What a passkey was asked to sign.
        case challenge
        /// A link out of a mail, taken from the address.
        case link
        /// A browser whose reader keeps a history, and has chosen to.
        case history
    }

    init(origin: String) { isSecure = origin.hasPrefix("https://") }

    func token(_ name: Name, in headers: HTTPFields) -> Token? { token(name, in: headers[values: .cookie]) }

    /// In the Cookie fields of a request.
    func token(_ name: Name, in fields: [String]) -> Token? {
        let key = key(name)
        for field in fields { if let value = Self.value(of: key, in: field) { return Token(value) } }
        return nil
    }

    /// The value of the first cookie of that name. Every page that a reader opens asks for several, so that nothing is cut up on the way.
    private static func value(of key: String, in field: String) -> String? {
        var (key, field) = (key, field)
        return key.withUTF8 { key in
            field.withUTF8 { bytes in
                var rest = bytes[...]
                while !rest.isEmpty {
                    let pair = rest.prefix { $0 != UInt8(ascii: ";") }
                    rest = rest.dropFirst(pair.count + 1)
                    let named = pair.drop { $0 == UInt8(ascii: " ") }
                    guard named.starts(with: key), named.dropFirst(key.count).first == UInt8(ascii: "=") else { continue }
                    let value = named.dropFirst(key.count + 1).drop { $0 == UInt8(ascii: " ") }.prefix { $0 != UInt8(ascii: " ") }
                    return String(decoding: value, as: UTF8.self)
                }
                return nil
            }
        }
    }

    /// Sets a cookie: until the browser is closed, or for so many seconds.
    func set(_ name: Name, _ token: Token, seconds: Int? = nil) -> String {
        "\(key(name))=\(token.text); " + attributes + (seconds.map { "; Max-Age=\($0)" } ?? "")
    }

    func clear(_ name: Name) -> String { "\(key(name))=; " + attributes + "; Max-Age=0" }

    private var attributes: String { "Path=/; HttpOnly; SameSite=Lax" + (isSecure ? "; Secure" : "") }

    /// As browsers show it.
    func key(_ name: Name) -> String { (isSecure ? "__Host-" : "") + name.rawValue }
}
