import CCrypto
import CSodium

/// A public key that signatures are checked with: ES256 and RS256 by libcrypto, Ed25519 by libsodium.
package enum SignatureKey: Hashable, Sendable {
    /// A point of P-256 by its coordinates, 32 bytes each; signatures are ECDSA with SHA-256 in DER (RFC 3279, 2.2.3).
    case es256(x: [UInt8], y: [UInt8])
    /// A modulus of 2,048 to 4,096 bits, with the exponent 65537; signatures are RSASSA-PKCS1-v1_5 with SHA-256 (RFC 8017, 8.2).
    case rs256(modulus: [UInt8])
    /// Ed25519 (RFC 8032), 32 bytes. Points of small order are refused.
    case ed25519([UInt8])

    private static let coordinate = 32
    private static let modulusBytes = 256...512

    /// Whether the key can be one at all: the right lengths, and a point that is on its curve.
    package var isSound: Bool {
        switch self {
        case .es256(let x, let y): x.count == Self.coordinate && y.count == Self.coordinate && withKey { _ in true }
        case .rs256(let modulus):
            Self.modulusBytes.contains(modulus.count) && modulus[0] >= 0x80 && modulus[modulus.count - 1] & 1 == 1 && withKey { _ in true }
        case .ed25519(let point): point.count == Self.coordinate && crypto_core_ed25519_is_valid_point(point) == 1
        }
    }

    /// Whether `signature` was made over `message` with the private key to this one.
    package func verifies(_ signature: [UInt8], of message: [UInt8]) -> Bool {
        guard isSound, !signature.isEmpty else { return false }
        if case .ed25519(let point) = self {
            return signature.count == Int(crypto_sign_ed25519_BYTES)
                && crypto_sign_ed25519_verify_detached(signature, message, UInt64(message.count), point) == 0
        }
        return withKey { key in
            guard let context = EVP_MD_CTX_new() else { return false }
            defer { EVP_MD_CTX_free(context) }
            guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
            return EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
        }
    }

    /// Gives the key as libcrypto has it; false when it is none.
    private func withKey(_ body: (OpaquePointer) -> Bool) -> Bool {
        let info = subjectPublicKeyInfo
        // What libcrypto notes about a failure stays in its thread's queue otherwise.
        defer { ERR_clear_error() }
        return info.withUnsafeBufferPointer { bytes in
            var start = bytes.baseAddress
            guard let key = d2i_PUBKEY(nil, &start, info.count) else { return false }
            defer { EVP_PKEY_free(key) }
            return body(key)
        }
    }

    /// The key as SubjectPublicKeyInfo (RFC 5280, 4.1) in DER.
    private var subjectPublicKeyInfo: [UInt8] {
        // AlgorithmIdentifiers: id-ecPublicKey with prime256v1 (RFC 5480, 2.1), rsaEncryption with NULL (RFC 3279, 2.3.1), id-Ed25519 (RFC 8410, 3).
        let p256: [UInt8] = [0x30, 0x13, 6, 7, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 2, 1, 6, 8, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 3, 1, 7]
        let rsa: [UInt8] = [0x30, 0x0D, 6, 9, 0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 1, 1, 1, 5, 0]
        let ed25519: [UInt8] = [0x30, 5, 6, 3, 0x2B, 0x65, 0x70]
        switch self {
        case .es256(let x, let y): return Self.der(0x30, p256 + Self.der(0x03, [0, 4] + x + y))
        case .rs256(let modulus):
            let numbers = Self.der(0x02, [0] + modulus) + [2, 3, 1, 0, 1]
            return Self.der(0x30, rsa + Self.der(0x03, [0] + Self.der(0x30, numbers)))
        case .ed25519(let point): return Self.der(0x30, ed25519 + Self.der(0x03, [0] + point))
        }
    }

    /// A value of DER (X.690, 8.1) of up to 65,535 bytes.
    private static func der(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        switch content.count {
        case ..<0x80: [tag, UInt8(content.count)] + content
        case ..<0x100: [tag, 0x81, UInt8(content.count)] + content
        default: [tag, 0x82, UInt8(content.count >> 8 & 0xFF), UInt8(content.count & 0xFF)] + content
        }
    }
}
