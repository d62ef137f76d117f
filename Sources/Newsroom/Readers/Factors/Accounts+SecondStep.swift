package import Basics
import Storage

extension Accounts {
    /// Finishes a log-in whose password was right, by the code of an app or a recovery code: in a new session, under a new token.
    ///
    /// Refuses with `invalid` a wrong code, `tooMany` after too many, `unauthenticated` when the log-in has run out of time.
    package func finishLogIn(_ halfway: Session, _ reader: Reader, code: String, known device: Token?, from visitor: Visitor) async throws -> Opened {
        try await reserveTry(at: Self.step, of: reader.id)
        return try await database.write { tx in
            try accept(tx, code, of: reader, from: visitor)
            return try complete(tx, halfway, reader, device, visitor)
        }
    }

    /// The same by a passkey of the account.
    package func finishLogIn(
        _ halfway: Session, _ reader: Reader, passkey answer: PasskeyAnswer, challenge: Token?, known device: Token?, from visitor: Visitor
    ) async throws -> Opened {
        try await verified(answer, challenge, for: reader.id) { tx, reader in try complete(tx, halfway, reader, device, visitor) }
    }

    /// Logs in with a passkey alone, which is two factors in one: the device, and whoever unlocks it.
    package func logIn(passkey answer: PasskeyAnswer, challenge: Token?, stays: Bool, known device: Token?, from visitor: Visitor) async throws
        -> Opened
    {
        try admit("log-in", visitor, each: .init(burst: 30, seconds: 10), all: .init(burst: 400, seconds: 0.02))
        return try await verified(answer, challenge, for: nil) { tx, reader in try open(tx, reader, stays: stays, device, visitor) }
    }

    /// What the device is asked for: to log in with, or as the second step or the proof of a reader who is known.
    package func challenge(for reader: Reader?, from visitor: Visitor) async throws -> (options: String, token: Token) {
        let party = try requireParty()
        try admit("passkey", visitor, each: .init(burst: 30, seconds: 10), all: .init(burst: 400, seconds: 0.02))
        return try await database.write { tx in
            let (challenge, token) = try PasskeyChallenges.issue(tx, .assertion, for: reader?.id)
            let allowed = try reader.map { try Passkeys.credentials(tx, of: $0.id) } ?? []
            return (try PasskeyOptions.request(challenge, party, allowed: allowed), token)
        }
    }

    /// Shows once more, before something grave, that whoever is logged in is the owner: by the password, and a code where one is asked at the log-in.
    package func prove(_ session: Session, _ reader: Reader, password: String, code: String, from visitor: Visitor) async throws {
        try await requirePassword(password, of: reader, field: "password")
        try await database.write { tx in
            if try Factors.areAsked(tx, of: reader) { try accept(tx, code, of: reader, from: visitor) }
            try proved(tx, session, reader)
        }
    }

    /// The same by a passkey.
    package func prove(_ session: Session, _ reader: Reader, passkey answer: PasskeyAnswer, challenge: Token?) async throws {
        try await verified(answer, challenge, for: reader.id) { tx, reader in try proved(tx, session, reader) }
    }

    private func proved(_ tx: Transaction, _ session: Session, _ reader: Reader) throws {
        try Sessions.prove(tx, session.id)
        try forgiveTries(tx, at: [Self.proof], of: reader.id)
    }

    private func accept(_ tx: Transaction, _ code: String, of reader: Reader, from visitor: Visitor) throws {
        if try OneTimeCodes.accept(tx, reader.id, code: code, box) { return }
        guard try RecoveryCodes.use(tx, reader.id, code) else {
            throw Refusal(
                .invalid, ar: "هذا الرمز غير صحيح، أو استُعمل من قبل. انتظر الرمز التالي.",
                en: "This code is not right, or has been used. Wait for the next one.", field: "code")
        }
        try letters.recoveryCodeUsed(tx, reader, left: try RecoveryCodes.left(tx, reader.id), device: visitor.device)
    }

    private func complete(_ tx: Transaction, _ halfway: Session, _ reader: Reader, _ device: Token?, _ visitor: Visitor) throws -> Opened {
        try Sessions.finish(tx, halfway.id)
        try forgiveTries(tx, at: [Self.step, Self.proof], of: reader.id)
        return try open(tx, reader, stays: halfway.stays, device, visitor)
    }

    /// Takes the challenge away and checks the answer; with it does `work` for the reader whose passkey it is.
    private func verified<Value: Sendable>(
        _ answer: PasskeyAnswer, _ challenge: Token?, for named: ID<Reader>?, then work: @escaping @Sendable (Transaction, Reader) throws -> Value
    ) async throws -> Value {
        let party = try requireParty()
        let kept = try await take(challenge, .assertion, for: named)
        return try await database.write { tx in
            guard let found = try Passkeys.find(tx, credential: answer.credential), named == nil || named == found.reader,
                let reader = try Readers.find(tx, found.reader)
            else { throw PasskeyFault.unknown.refusal }
            let credential = try PasskeyAssertion.verified(
                answer, kept, party, credential: found.credential, handle: PasskeyHandle.of(reader.id, keys), isNamed: named != nil, now: tx.now)
            try Passkeys.used(tx, credential)
            return try work(tx, reader)
        }
    }

    /// The challenge of a browser's token, which is answered once, whatever comes of it.
    func take(_ challenge: Token?, _ purpose: PasskeyChallenge.Purpose, for reader: ID<Reader>?) async throws -> PasskeyChallenge {
        guard let challenge, let kept = try await database.write({ try PasskeyChallenges.take($0, challenge, purpose, for: reader) }) else {
            throw PasskeyFault.expired.refusal
        }
        return kept
    }

    func requireParty() throws -> PasskeyParty {
        guard let party else {
            throw Refusal(
                .unavailable, ar: "مفاتيح المرور تعمل في المواقع المشفّرة وحدها.", en: "Passkeys work only on sites with TLS.", field: "passkey")
        }
        return party
    }
}
