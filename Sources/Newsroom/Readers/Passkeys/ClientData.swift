import Basics
import Foundation

/// What the browser says and the authenticator signs the digest of (WebAuthn Level 3, 5.8.1).
struct ClientData {
    private struct Members: Decodable {
        let type: String
        let challenge: String
        let origin: String
        let crossOrigin: Bool?
        let topOrigin: String?
    }

    private let members: Members
    /// What the signature is over.
    let digest: Digest

    private static let largest = 8192

    init(_ source: [UInt8]) throws(Refusal) {
        guard source.count <= Self.largest, let members = try? JSONDecoder().decode(Members.self, from: Data(source)) else {
            throw PasskeyFault.unreadable.refusal
        }
        self.members = members
        digest = Digest(of: source)
    }

    /// The ceremony, the challenge and the origin must be those that were asked for (7.1, 7.2). A page of another site around
    /// ours is refused.
    func check(_ challenge: PasskeyChallenge, for purpose: PasskeyChallenge.Purpose, _ party: PasskeyParty, now: Instant) throws(Refusal) {
        guard members.type == purpose.rawValue else { throw PasskeyFault.unreadable.refusal }
        guard challenge.isAnswered(by: members.challenge, for: purpose, now: now) else { throw PasskeyFault.expired.refusal }
        guard members.origin == party.origin, members.crossOrigin != true, members.topOrigin == nil else { throw PasskeyFault.elsewhere.refusal }
    }
}
