import CSodium

/// Makes secret links that can be made again: out of a key that is not in the database and a salt that is.
///
/// Whoever owns a shared thing wants to see its link again, and a database must hold no secret that can be used as it stands. A token's digest alone
/// cannot be shown; a sealed token would be one more secret to keep. So the token is derived (HMAC-SHA-256, RFC 2104), the database keeps its digest to find
/// it by and the salt to make it from, and a new salt is a new link and the end of the old one.
package struct LinkKey: Sendable {
    private let key: [UInt8]

    /// `key` has 32 bytes or more, and serves nothing else.
    package init(_ key: [UInt8]) { self.key = key }

    /// The token of `subject`, which names one thing, as in `collection 12`.
    package func token(of subject: String, salt: [UInt8]) -> Token {
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        let data = Array("\(subject.utf8.count):\(subject)".utf8) + salt
        crypto_auth_hmacsha256_update(&state, data, UInt64(data.count))
        var bytes = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &bytes)
        return Token(trusted: bytes)
    }

    /// A new salt: 128 bits of the system's randomness.
    package static func salt() -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: 16)
        randombytes_buf(&bytes, bytes.count)
        return bytes
    }
}
