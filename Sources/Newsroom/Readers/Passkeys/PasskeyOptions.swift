package import Basics
import Foundation

/// What the page's script gives to `navigator.credentials`, as JSON for `PublicKeyCredential.parse…OptionsFromJSON` (WebAuthn Level 3, 5.1).
package enum PasskeyOptions {
    /// Of a new passkey: one that the device keeps and offers by itself, and that asks for finger, face or PIN. `existing` are the account's credentials, of
    /// which a device must hold no second one.
    package static func creation(
        _ challenge: PasskeyChallenge, _ party: PasskeyParty, handle: [UInt8], account: EmailAddress, name: String, existing: [[UInt8]]
    ) throws -> String {
        try text(
            Creation(
                rp: .init(id: party.id, name: party.name),
                user: .init(id: Base64URL.encode(handle), name: account.text, displayName: name.isEmpty ? account.text : name),
                challenge: challenge.text, pubKeyCredParams: COSEKey.Algorithm.allCases.map { .init(alg: $0.rawValue) },
                excludeCredentials: existing.map { .init(id: Base64URL.encode($0)) }))
    }

    /// Of a log-in. Without `allowed` the device offers every passkey that it has for the site; with it, which is for an account that is known already, these.
    package static func request(_ challenge: PasskeyChallenge, _ party: PasskeyParty, allowed: [[UInt8]] = []) throws -> String {
        try text(Request(challenge: challenge.text, rpId: party.id, allowCredentials: allowed.map { .init(id: Base64URL.encode($0)) }))
    }

    private static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    /// In milliseconds.
    private static let patience = PasskeyChallenge.lifetime * 1000

    private struct Creation: Encodable {
        let rp: Party
        let user: User
        let challenge: String
        let pubKeyCredParams: [Parameter]
        let excludeCredentials: [Descriptor]
        let timeout = patience
        let attestation = "none"
        let authenticatorSelection = Selection()
    }

    private struct Request: Encodable {
        let challenge: String
        let rpId: String
        let allowCredentials: [Descriptor]
        let timeout = patience
        let userVerification = "required"
    }

    private struct Party: Encodable { let id: String, name: String }
    private struct User: Encodable { let id: String, name: String, displayName: String }

    private struct Parameter: Encodable {
        let type = "public-key"
        let alg: Int
    }

    private struct Descriptor: Encodable {
        let type = "public-key"
        let id: String
    }

    private struct Selection: Encodable {
        let residentKey = "required"
        /// For browsers of Level 1, which know no `residentKey`.
        let requireResidentKey = true
        let userVerification = "required"
    }
}
