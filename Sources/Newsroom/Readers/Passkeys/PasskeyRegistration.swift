package import Basics

/// Takes a new passkey (WebAuthn Level 3, 7.1).
package enum PasskeyRegistration {
    /// The credential to be kept for the account whose session holds the challenge. The caller makes sure that no account has its identifier yet.
    ///
    /// Attestation is asked for as "none" and never relied on: another format's statement must be well formed and is then left alone, because which
    /// makes of device may be used is no business of a newsroom's.
    package static func verified(_ answer: PasskeyAnswer, _ challenge: PasskeyChallenge, _ party: PasskeyParty, now: Instant) throws(Refusal)
        -> PasskeyCredential
    {
        try ClientData(answer.clientData).check(challenge, for: .registration, party, now: now)
        guard let object = answer.attestationObject else { throw PasskeyFault.unreadable.refusal }
        let data = try AuthenticatorData(try authenticatorData(in: try CBORReader.whole(object)))
        try data.check(party)
        guard let attested = data.attested, attested.credential == answer.credential else { throw PasskeyFault.unreadable.refusal }
        return PasskeyCredential(
            id: attested.credential, publicKey: attested.key.encoded, signCount: data.signCount,
            isBackupEligible: data.flags.contains(.backupEligible), isBackedUp: data.flags.contains(.backedUp))
    }

    /// Out of the attestation object (6.5.4): exactly a format, its statement and the authenticator's data.
    private static func authenticatorData(in object: CBOR) throws(Refusal) -> [UInt8] {
        guard case .map(let entries) = object, entries.count == 3, let format = object["fmt"]?.text, (1...32).contains(format.utf8.count),
            format.utf8.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }), let statement = object["attStmt"],
            let data = object["authData"]?.bytes
        else { throw PasskeyFault.unreadable.refusal }
        // A statement is a map, or for "compound" an array of them (8.9); that of "none" is empty (8.7).
        switch (format, statement) {
        case ("none", .map(let fields)) where fields.isEmpty: return data
        case ("none", _): throw PasskeyFault.unreadable.refusal
        case ("compound", .array), (_, .map): return data
        default: throw PasskeyFault.unreadable.refusal
        }
    }
}
