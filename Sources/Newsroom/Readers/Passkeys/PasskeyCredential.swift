package import Basics

/// What is kept of a passkey ("credential record", WebAuthn Level 3, 4).
package struct PasskeyCredential: Hashable, Sendable {
    /// Its identifier, 16 to 1,023 bytes.
    package let id: [UInt8]
    /// The public key (`COSEKey.encoded`).
    package let publicKey: [UInt8]
    package let signCount: UInt32
    /// Whether it may be copied to other devices of its owner; never changes.
    package let isBackupEligible: Bool
    /// Whether it has been.
    package let isBackedUp: Bool

    package init(id: [UInt8], publicKey: [UInt8], signCount: UInt32, isBackupEligible: Bool, isBackedUp: Bool) {
        self.id = id
        self.publicKey = publicKey
        self.signCount = signCount
        self.isBackupEligible = isBackupEligible
        self.isBackedUp = isBackedUp
    }
}

/// The name by which authenticators know an account (WebAuthn Level 3, 14.6.1, "user handle"): it tells nothing of the account, and is the same for all its passkeys.
package enum PasskeyHandle {
    package static func of<Owner>(_ id: ID<Owner>, _ keys: SecretKeys) -> [UInt8] {
        KeyedDigest.of("account \(id.rawValue)", key: keys.key(.handles))
    }
}
