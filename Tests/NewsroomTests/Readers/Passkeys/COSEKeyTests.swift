import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("Keys of passkeys")
struct COSEKeyTests {
    private func bytes(_ hex: String) -> [UInt8] { Fixture.bytes(hex: hex) }
    private let x = "eb151c8176b225cc651559fecf07af450fd85802046656b34c18f6cf193843c5"
    private let y = "927b8aa427a2be1b8834d233a2d34f61f13bfd44119c325d5896e183fee484f2"

    @Test("a point of P-256 is a key, in whatever order its parts stand")
    func point() throws {
        let key = try COSEKey(bytes("a5010203262001215820\(x)225820\(y)"))
        #expect(key.algorithm == .es256 && key.key == .es256(x: bytes(x), y: bytes(y)))
        #expect(try COSEKey(bytes("a5225820\(y)215820\(x)200103260102")).key == key.key)
    }

    @Test("what is no key of those kinds is refused")
    func strange() {
        let zero = String(repeating: "00", count: 32)
        let modulus = String(repeating: "ff", count: 256)
        for hex in [
            "", "a0", "f6", "a5010203262001215820\(x)225820\(x)", "a5010203262001215820\(zero)225820\(zero)", "a401020326200121\(x)",
            "a5010203262002215820\(x)225820\(y)", "a5010303262001215820\(x)225820\(y)", "a5010203382220" + "01215820\(x)225820\(y)",
            "a50102032620012158\("1f")\(x.dropLast(2))225820\(y)", "a4010103272006215820\(zero)", "a4010103272006215820" + "01" + zero.dropLast(2),
            "a4010103272004215820\(x)", "a4010303390100205901" + "00\(modulus)2143010003", "a401030339010020590100\(modulus)214101",
            "a4010303390100205880\(String(repeating: "ff", count: 128))2143010001",
            "a401030339010020590100\(String(modulus.dropLast(2)))fe2143010001",
            "a5010203262001215820\(x)225820\(y)00", "a6010203262001215820\(x)225820\(y)2100",
        ] { #expect(throws: Refusal.self, "\(hex)") { try COSEKey(bytes(hex)) } }
    }

    @Test("a signature in another form of DER is none")
    func signature() throws {
        let made = try #require(MadePasskey.all.first)
        let party = try #require(PasskeyParty(origin: made.origin, name: ""))
        let challenge = PasskeyChallenge(try #require(Base64URL.decode(made.registrationChallenge)), .registration)
        let key = try COSEKey(PasskeyRegistration.verified(PasskeyAnswer(json: made.registration.json), challenge, party, now: noon).publicKey).key
        let answer = try PasskeyAnswer(json: made.assertion.json)
        let message = try #require(answer.authenticatorData) + Digest(of: answer.clientData).bytes
        let signature = try #require(answer.signature)
        #expect(key.verifies(signature, of: message))
        #expect(!key.verifies(signature + [0], of: message) && !key.verifies([], of: message) && !key.verifies(signature, of: []))
        #expect(!key.verifies([0x30, 0x81, signature[1]] + signature[2...], of: message))
        #expect(!key.verifies([0x30, 6, 2, 1, 0, 2, 1, 0], of: message) && !key.verifies([UInt8](repeating: 0x30, count: 1_000_000), of: message))
    }
}
