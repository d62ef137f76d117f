package import Basics
package import Storage

/// Setting factors up and taking them away: each told to the owner by a letter.
extension Accounts {
    /// A seed for an app, which is in force once the app has shown a code of it.
    package func beginCodes(_ reader: Reader) async throws {
        try await database.write { _ = try OneTimeCodes.begin($0, reader.id, box) }
    }

    /// What the app is given: the waiting seed as an address for a QR code, and spelled. Nil when none waits.
    package func waitingCodes(_ tx: Transaction, _ reader: Reader) throws -> (address: String, spelled: String)? {
        try OneTimeCodes.waiting(tx, reader.id, box).map {
            ($0.address(account: reader.email.text, issuer: letters.face.name(in: reader.language)), $0.spelled)
        }
    }

    /// Puts the codes in force with the first of them. Returns recovery codes when the reader has none yet, to be shown this once.
    package func confirmCodes(_ reader: Reader, code: String, from visitor: Visitor) async throws -> [RecoveryCode] {
        try await reserveTry(at: Self.firstCode, of: reader.id)
        return try await database.write { tx in
            guard try OneTimeCodes.confirm(tx, reader.id, code: code, box) else {
                throw Refusal(
                    .invalid, ar: "هذا ليس رمز التطبيق الآن. انتظر الرمز التالي، وتحقق من ساعة الهاتف.",
                    en: "This is not the app's code now. Wait for the next one, and check the phone's clock.", field: "code")
            }
            try forgiveTries(tx, at: [Self.firstCode], of: reader.id)
            try letters.factorChanged(tx, reader, .codesAdded, device: visitor.device)
            return try RecoveryCodes.left(tx, reader.id) > 0 ? [] : RecoveryCodes.renew(tx, reader.id)
        }
    }

    package func removeCodes(_ reader: Reader, from visitor: Visitor) async throws {
        try await database.write { tx in
            try Factors.requireAnother(tx, than: .codes, of: reader)
            guard try OneTimeCodes.since(tx, reader.id) != nil else { return try OneTimeCodes.remove(tx, reader.id) }
            try OneTimeCodes.remove(tx, reader.id)
            try dropRecoveryCodes(tx, reader)
            try letters.factorChanged(tx, reader, .codesRemoved, device: visitor.device)
        }
    }

    /// Recovery codes in place of the old ones, to be shown this once.
    package func renewRecoveryCodes(_ reader: Reader, from visitor: Visitor) async throws -> [RecoveryCode] {
        try await database.write { tx in
            guard try Factors.exist(tx, reader.id) else {
                throw Refusal(.conflict, ar: "أضف خطوة ثانية أولًا.", en: "Set up a second step first.")
            }
            try letters.factorChanged(tx, reader, .recoveryCodes, device: visitor.device)
            return try RecoveryCodes.renew(tx, reader.id)
        }
    }

    /// What the device is asked for to make a new passkey.
    package func challengeForPasskey(_ reader: Reader) async throws -> (options: String, token: Token) {
        let party = try requireParty()
        return try await database.write { tx in
            let (challenge, token) = try PasskeyChallenges.issue(tx, .registration, for: reader.id)
            let options = try PasskeyOptions.creation(
                challenge, party, handle: PasskeyHandle.of(reader.id, keys), account: reader.email, name: reader.name,
                existing: try Passkeys.credentials(tx, of: reader.id))
            return (options, token)
        }
    }

    /// Keeps a new passkey.
    package func addPasskey(
        _ reader: Reader, _ answer: PasskeyAnswer, challenge: Token?, name: String, from visitor: Visitor
    ) async throws {
        let party = try requireParty()
        let name = try Passkeys.name(name, device: visitor.device)
        let kept = try await take(challenge, .registration, for: reader.id)
        try await database.write { tx in
            try Passkeys.add(tx, try PasskeyRegistration.verified(answer, kept, party, now: tx.now), name: name, to: reader.id)
            try letters.factorChanged(tx, reader, .passkeyAdded, device: visitor.device)
        }
    }

    package func removePasskey(_ id: ID<Passkey>, of reader: Reader, from visitor: Visitor) async throws {
        try await database.write { tx in
            try Factors.requireAnother(tx, than: .passkey, of: reader)
            try Passkeys.remove(tx, id, of: reader.id)
            try dropRecoveryCodes(tx, reader)
            try letters.factorChanged(tx, reader, .passkeyRemoved, device: visitor.device)
        }
    }

    /// Without a factor there is nothing that they could stand in for.
    private func dropRecoveryCodes(_ tx: Transaction, _ reader: Reader) throws {
        if try !Factors.exist(tx, reader.id) { try RecoveryCodes.remove(tx, reader.id) }
    }
}
