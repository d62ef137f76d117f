package import Basics
import Foundation

/// What the browser sends: `PublicKeyCredential.toJSON()` (WebAuthn Level 3, 5.1). Read, and nothing of it believed yet.
package struct PasskeyAnswer: Sendable {
    /// The identifier of the credential; the caller finds the account by it.
    package let credential: [UInt8]
    let clientData: [UInt8]
    /// Of a registration.
    let attestationObject: [UInt8]?
    /// Of an assertion.
    let authenticatorData: [UInt8]?
    let signature: [UInt8]?
    let userHandle: [UInt8]?

    /// In bytes.
    package static let largest = 131_072

    private struct Members: Decodable {
        struct Response: Decodable {
            let clientDataJSON: String
            let attestationObject: String?
            let authenticatorData: String?
            let signature: String?
            let userHandle: String?
        }

        let id: String
        let rawId: String
        let type: String
        let response: Response
    }

    /// Refuses what is larger, is no such JSON, or has binary values that are not base64url in its one form.
    package init(json: [UInt8]) throws(Refusal) {
        guard json.count <= Self.largest, let members = try? JSONDecoder().decode(Members.self, from: Data(json)), members.type == "public-key",
            members.id == members.rawId
        else { throw PasskeyFault.unreadable.refusal }
        credential = try Self.binary(members.rawId)
        guard AuthenticatorData.credentialSizes.contains(credential.count) else { throw PasskeyFault.unreadable.refusal }
        clientData = try Self.binary(members.response.clientDataJSON)
        attestationObject = try Self.optional(members.response.attestationObject)
        authenticatorData = try Self.optional(members.response.authenticatorData)
        signature = try Self.optional(members.response.signature)
        userHandle = try Self.optional(members.response.userHandle)
    }

    private static func optional(_ text: String?) throws(Refusal) -> [UInt8]? {
        guard let text else { return nil }
        return try binary(text)
    }

    private static func binary(_ text: String) throws(Refusal) -> [UInt8] {
        guard let bytes = Base64URL.decode(text) else { throw PasskeyFault.unreadable.refusal }
        return bytes
    }
}
