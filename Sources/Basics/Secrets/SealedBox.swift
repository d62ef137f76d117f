import CSodium

/// Seals secrets, such as seeds of one-time codes and letters that wait, for the database: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha, 2; libsodium), bound to their owner
/// so that a row's secret put into another row does not open.
package struct SealedBox: Sendable {
    private let key: [UInt8]

    /// What is sealed may have at most this many bytes.
    package static let largest = 64 << 10
    private static let version: UInt8 = 1
    private static let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
    private static let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

    package init(_ keys: SecretKeys) { key = keys.key(.sealing) }

    /// A version byte, a fresh nonce, the cipher text and its tag. `owner` names the one thing that the secret belongs to, as in `totp of reader 12`.
    package func seal(_ secret: [UInt8], owner: String) throws(Refusal) -> [UInt8] {
        guard secret.count <= Self.largest else {
            throw Refusal(.invalid, ar: "القيمة أطول من أن تُحفظ سرًا.", en: "This is too long to be kept as a secret.")
        }
        let nonce = [UInt8].random(Self.nonceSize)
        let bound = Self.bound(owner)
        var sealed = [UInt8](repeating: 0, count: secret.count + Self.tagSize)
        _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
            &sealed, nil, secret, UInt64(secret.count), bound, UInt64(bound.count), nil, nonce, key)
        return [Self.version] + nonce + sealed
    }

    /// Nil when the box was sealed for another owner or with another key, or was changed since.
    package func open(_ box: [UInt8], owner: String) -> [UInt8]? {
        let head = 1 + Self.nonceSize
        guard box.first == Self.version, box.count >= head + Self.tagSize, box.count <= head + Self.tagSize + Self.largest else { return nil }
        let sealed = Array(box[head...])
        let bound = Self.bound(owner)
        var secret = [UInt8](repeating: 0, count: max(1, sealed.count - Self.tagSize))
        var length: UInt64 = 0
        let status = crypto_aead_xchacha20poly1305_ietf_decrypt(
            &secret, &length, nil, sealed, UInt64(sealed.count), bound, UInt64(bound.count), Array(box[1..<head]), key)
        return status == 0 ? Array(secret.prefix(Int(length))) : nil
    }

    private static func bound(_ owner: String) -> [UInt8] { [version] + Array(owner.utf8) }
}
