import Basics
import Storage

/// What passkeys are asked to sign, kept for the one browser that asked: by the digest of a token in its cookie.
enum PasskeyChallenges {
    /// A challenge for whoever holds the token; `reader` binds it to one account, as for a new passkey or a second step.
    static func issue(_ tx: Transaction, _ purpose: PasskeyChallenge.Purpose, for reader: ID<Reader>?) throws -> (PasskeyChallenge, Token) {
        let (challenge, token) = (PasskeyChallenge(for: purpose, now: tx.now), Token())
        try tx.run(
            """
            INSERT INTO passkey_challenges (digest, purpose, reader_id, challenge, ends_at)
            VALUES (\(token.digest), \(purpose), \(reader), \(challenge.bytes), \(challenge.endsAt))
            """)
        return (challenge, token)
    }

    /// Takes the challenge away, whatever comes of the answer: it is answered once. Nil when there is none, or it was for another account.
    static func take(_ tx: Transaction, _ token: Token, _ purpose: PasskeyChallenge.Purpose, for reader: ID<Reader>?) throws -> PasskeyChallenge? {
        let found = try tx.first(
            "DELETE FROM passkey_challenges WHERE digest = \(token.digest) AND purpose = \(purpose) RETURNING reader_id, challenge, ends_at"
        ) { row in
            (
                reader: try row["reader_id"] as ID<Reader>?,
                challenge: PasskeyChallenge(kept: try row["challenge"], for: purpose, endsAt: try row["ends_at"])
            )
        }
        guard let found, found.reader == reader else { return nil }
        return found.challenge
    }

    static func sweep(_ tx: Transaction) throws {
        try tx.run("DELETE FROM passkey_challenges WHERE ends_at <= \(tx.now)")
    }
}

extension PasskeyChallenge.Purpose: SQLColumn {}
