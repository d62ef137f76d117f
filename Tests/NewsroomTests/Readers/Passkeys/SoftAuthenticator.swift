import Basics
import CSodium
import Foundation

@testable import Newsroom

/// An authenticator with an Ed25519 key that can be told to say anything, and signs it properly.
struct SoftAuthenticator {
    var credential = [UInt8].random(32)
    var handle = [UInt8].random(32)
    var challenge = [UInt8].random(32)
    var type: String?
    var origin = "https://news.example"
    var party = "news.example"
    var extra = ""
    var flags: UInt8 = 0x05
    var count: UInt32 = 1
    var format = "none"
    var statement: [UInt8] = [0xA0]
    /// After the key.
    var tail: [UInt8] = []
    /// In place of the key.
    var otherKey: [UInt8]?

    private let publicKey: [UInt8]
    private let secretKey: [UInt8]

    init() {
        var publicKey = [UInt8](repeating: 0, count: 32)
        var secretKey = [UInt8](repeating: 0, count: 64)
        crypto_sign_keypair(&publicKey, &secretKey)
        (self.publicKey, self.secretKey) = (publicKey, secretKey)
    }

    var cose: [UInt8] { otherKey ?? [0xA4, 0x01, 0x01, 0x03, 0x27, 0x20, 0x06, 0x21, 0x58, 0x20] + publicKey }

    private func client(_ usual: String) -> [UInt8] {
        Array(#"{"type":"\#(type ?? usual)","challenge":"\#(Base64URL.encode(challenge))","origin":"\#(origin)"\#(extra)}"#.utf8)
    }

    private func data(_ flags: UInt8) -> [UInt8] {
        Digest(of: party).bytes + [flags] + withUnsafeBytes(of: count.bigEndian, Array.init)
    }

    private func length(_ number: Int) -> [UInt8] { [UInt8(number >> 8), UInt8(number & 255)] }

    /// Of a registration.
    var attested: [UInt8] { data(flags | 0x40) + [UInt8](repeating: 7, count: 16) + length(credential.count) + credential + cose + tail }

    var attestationObject: [UInt8] {
        let data = attested
        let head = [UInt8(0xA3), 0x63] + Array("fmt".utf8) + [0x60 | UInt8(format.utf8.count)] + Array(format.utf8) + [0x67]
        return head + Array("attStmt".utf8) + statement + [0x68] + Array("authData".utf8)
            + (data.count < 256 ? [0x58, UInt8(data.count)] : [0x59] + length(data.count)) + data
    }

    func registration() throws -> PasskeyAnswer {
        try answer(["clientDataJSON": client("webauthn.create"), "attestationObject": attestationObject])
    }

    func assertion(over other: [UInt8]? = nil) throws -> PasskeyAnswer {
        let (client, data) = (client("webauthn.get"), data(flags) + tail)
        let message = data + Digest(of: client).bytes
        var signature = [UInt8](repeating: 0, count: 64)
        crypto_sign_detached(&signature, nil, other ?? message, UInt64((other ?? message).count), secretKey)
        return try answer(["clientDataJSON": client, "authenticatorData": data, "signature": signature, "userHandle": handle])
    }

    private func answer(_ response: [String: [UInt8]]) throws -> PasskeyAnswer {
        let id = Base64URL.encode(credential)
        let json: [String: Any] = ["id": id, "rawId": id, "type": "public-key", "response": response.mapValues { Base64URL.encode($0) }]
        return try PasskeyAnswer(json: Array(JSONSerialization.data(withJSONObject: json)))
    }
}
