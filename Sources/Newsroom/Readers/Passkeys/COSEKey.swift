package import Basics

/// A public key as authenticators give it (COSE_Key, RFC 9052, 7, with the parameters of RFC 9053, 7 and RFC 8230, 4).
package struct COSEKey: Hashable, Sendable {
    /// Signatures that are taken, the best first: their numbers in the registry of COSE algorithms.
    package enum Algorithm: Int, CaseIterable, Sendable {
        /// With Ed25519 alone (WebAuthn Level 3, 5.8.5).
        case edDSA = -8
        case es256 = -7
        case rs256 = -257
    }

    package let algorithm: Algorithm
    package let key: SignatureKey
    /// What the database keeps: the key as the authenticator wrote it.
    package let encoded: [UInt8]

    /// A key read back from the database.
    package init(_ encoded: [UInt8]) throws(Refusal) {
        var reader = try CBORReader(encoded)
        try self.init(&reader, in: encoded)
        guard reader.offset == encoded.count else { throw PasskeyFault.unreadable.refusal }
    }

    /// The key that stands next in `source`.
    init(_ reader: inout CBORReader, in source: [UInt8]) throws(Refusal) {
        let start = reader.offset
        let map = try reader.value()
        encoded = Array(source[start..<reader.offset])
        guard let algorithm = Algorithm.allCases.first(where: { map[3] == CBOR($0.rawValue) }) else { throw PasskeyFault.unsupported.refusal }
        self.algorithm = algorithm
        // kty, crv, x, y, n and e have the labels 1, -1, -2, -3, and for RSA -1 and -2.
        let found: SignatureKey? =
            switch algorithm {
            case .es256 where map[1] == CBOR(2) && map[-1] == CBOR(1): map[-2]?.bytes.flatMap { x in map[-3]?.bytes.map { .es256(x: x, y: $0) } }
            case .rs256 where map[1] == CBOR(3) && map[-2] == .bytes([1, 0, 1]): map[-1]?.bytes.map { .rs256(modulus: $0) }
            case .edDSA where map[1] == CBOR(1) && map[-1] == CBOR(6): map[-2]?.bytes.map { .ed25519($0) }
            default: nil
            }
        guard let found, found.isSound else { throw PasskeyFault.unsupported.refusal }
        key = found
    }
}
