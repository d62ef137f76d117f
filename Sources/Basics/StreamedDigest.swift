import CSodium

/// SHA-256 of bytes that come in pieces.
package struct StreamedDigest {
    private var state = crypto_hash_sha256_state()

    package init() { crypto_hash_sha256_init(&state) }

    package mutating func add(_ bytes: UnsafeRawBufferPointer) {
        crypto_hash_sha256_update(&state, bytes.bindMemory(to: UInt8.self).baseAddress, UInt64(bytes.count))
    }

    /// The digest of all that was added.
    package func finished() -> Digest {
        var end = state
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&end, &hash)
        return Digest(trusted: hash)
    }
}
