package import Basics

/// Checks that a passkey was used (WebAuthn Level 3, 7.2).
package enum PasskeyAssertion {
    /// The credential as it is to be kept from now on. `credential` is the one that was found by the answer's identifier, `handle` its account's
    /// (`PasskeyHandle`). `isNamed` says that the account was known before the passkey was asked for: only then may the answer leave the handle out.
    package static func verified(
        _ answer: PasskeyAnswer, _ challenge: PasskeyChallenge, _ party: PasskeyParty, credential: PasskeyCredential, handle: [UInt8],
        isNamed: Bool = false,
        now: Instant
    ) throws(Refusal) -> PasskeyCredential {
        guard answer.credential == credential.id else { throw PasskeyFault.unknown.refusal }
        guard answer.userHandle?.isSame(as: handle) ?? isNamed else { throw PasskeyFault.unknown.refusal }
        let client = try ClientData(answer.clientData)
        try client.check(challenge, for: .assertion, party, now: now)
        guard let source = answer.authenticatorData, let signature = answer.signature else { throw PasskeyFault.unreadable.refusal }
        let data = try AuthenticatorData(source)
        try data.check(party)
        guard data.attested == nil, data.flags.contains(.backupEligible) == credential.isBackupEligible else { throw PasskeyFault.unreadable.refusal }
        guard try COSEKey(credential.publicKey).key.verifies(signature, of: source + client.digest.bytes) else { throw PasskeyFault.unsigned.refusal }
        guard counts(from: credential.signCount, to: data.signCount) else { throw PasskeyFault.copied.refusal }
        return PasskeyCredential(
            id: credential.id, publicKey: credential.publicKey, signCount: data.signCount, isBackupEligible: credential.isBackupEligible,
            isBackedUp: data.flags.contains(.backedUp))
    }

    /// Whether a counter of signatures goes up (6.1.1, 7.2). Many passkeys do not count and always say zero; one that has counted must go on.
    private static func counts(from old: UInt32, to new: UInt32) -> Bool { old == 0 && new == 0 || new > old }
}
