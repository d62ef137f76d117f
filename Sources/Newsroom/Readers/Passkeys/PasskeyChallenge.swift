package import Basics

/// What a passkey signs to show that it is there now (WebAuthn Level 3, 13.4.3). It is used once: the caller keeps it with the session that it was given to, and
/// forgets it as soon as an answer comes, right or wrong. (A signed challenge that nobody keeps could be answered again until it ends.)
package struct PasskeyChallenge: Hashable, Sendable {
    /// The raw value is `type` in the client's data.
    package enum Purpose: String, Sendable {
        case registration = "webauthn.create"
        case assertion = "webauthn.get"
    }

    package let bytes: [UInt8]
    package let purpose: Purpose
    package let endsAt: Instant

    /// In seconds.
    package static let lifetime: Int64 = 300
    private static let size = 32

    package init(for purpose: Purpose, now: Instant, bytes: [UInt8] = .random(size)) {
        self.init(kept: bytes, for: purpose, endsAt: now.adding(seconds: Self.lifetime))
    }

    /// One that the caller kept.
    package init(kept bytes: [UInt8], for purpose: Purpose, endsAt: Instant) {
        self.bytes = bytes
        self.purpose = purpose
        self.endsAt = endsAt
    }

    /// As the browser is given it, and gives it back.
    package var text: String { Base64URL.encode(bytes) }

    /// In a time that tells nothing of the challenge. One shorter than 16 bytes is never answered.
    func isAnswered(by text: String, for purpose: Purpose, now: Instant) -> Bool {
        bytes.count >= 16 && purpose == self.purpose && now < endsAt && Array(text.utf8).isSame(as: Array(self.text.utf8))
    }
}
