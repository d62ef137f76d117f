import CSodium

/// HMAC-SHA-256 (RFC 2104, FIPS 198-1): a digest that only the holder of the key can make.
package enum KeyedDigest {
    package static func of(_ data: [UInt8], key: [UInt8]) -> [UInt8] {
        _ = sodium_init()
        var state = crypto_auth_hmacsha256_state()
        crypto_auth_hmacsha256_init(&state, key, key.count)
        crypto_auth_hmacsha256_update(&state, data, UInt64(data.count))
        var digest = [UInt8](repeating: 0, count: Int(crypto_auth_hmacsha256_BYTES))
        crypto_auth_hmacsha256_final(&state, &digest)
        return digest
    }

    package static func of(_ text: String, key: [UInt8]) -> [UInt8] { of(Array(text.utf8), key: key) }
}

extension [UInt8] {
    /// Whether both hold the same bytes; how long it takes tells nothing but their lengths. For everything secret, in place of `==`.
    package func isSame(as other: [UInt8]) -> Bool {
        count == other.count && sodium_memcmp(self, other, count) == 0
    }

    /// Bytes of the system's randomness.
    package static func random(_ count: Int) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        randombytes_buf(&bytes, count)
        return bytes
    }
}
