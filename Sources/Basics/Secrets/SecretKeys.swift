import CSodium

/// The newsroom's keys, each made from the one secret that stands in a file outside the database: whoever has only the database, or a copy of it,
/// can neither try passwords nor read seeds.
package struct SecretKeys: Sendable {
    /// What a key is for. A key is never used for two things. The raw values are part of what is stored: never change one, never use one again.
    package enum Purpose: UInt64, CaseIterable, Sendable {
        /// Goes into every password's hash.
        case pepper = 1
        /// Seals small secrets in the database.
        case sealing = 2
        /// Makes keys of counters out of addresses, so that no address stands anywhere.
        case throttling = 3
        /// Makes the handle that a passkey knows an account by.
        case handles = 4
        /// Tells one secret from another without telling it.
        case fingerprint = 5
        /// Makes the links that a reader shows a collection by, and the names that its forms have for what is in it.
        case links = 11
    }

    /// In bytes, of the secret and of every key.
    package static let size = Int(crypto_kdf_KEYBYTES)
    private static let context = "matbaa01"

    private let secret: [UInt8]

    /// Nil unless the secret has 32 bytes.
    package init?(secret: [UInt8]) {
        guard secret.count == Self.size else { return nil }
        self.secret = secret
    }

    /// The key for one purpose: BLAKE2b keyed with the secret (libsodium's `crypto_kdf`).
    package func key(_ purpose: Purpose) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: Self.size)
        _ = crypto_kdf_derive_from_key(&key, key.count, purpose.rawValue, Self.context, secret)
        return key
    }

    /// 16 hexadecimal digits that the database may keep, to tell at start that it was given another newsroom's secret.
    package var fingerprint: String { String(Digest(of: key(.fingerprint)).hex.prefix(16)) }
}
