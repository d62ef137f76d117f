import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("Passkeys of other authenticators")
struct PasskeyTests {
    @Test("what another implementation makes is registered and logs in, with every kind of key", arguments: MadePasskey.all)
    func ceremonies(made: MadePasskey) throws {
        let party = try #require(PasskeyParty(origin: made.origin, name: "News"))
        let created = PasskeyChallenge(try #require(Base64URL.decode(made.registrationChallenge)), .registration)
        let asked = PasskeyChallenge(try #require(Base64URL.decode(made.assertionChallenge)), .assertion)
        let handle = try #require(Base64URL.decode(made.handle))
        let credential = try PasskeyRegistration.verified(PasskeyAnswer(json: made.registration.json), created, party, now: noon)
        #expect(credential.id == Base64URL.decode(made.registration.id))
        #expect(credential.isBackedUp == made.name.contains("synchronised") && credential.isBackupEligible == credential.isBackedUp)
        #expect(try COSEKey(credential.publicKey).encoded == credential.publicKey)
        let answer = try PasskeyAnswer(json: made.assertion.json)
        let used = try PasskeyAssertion.verified(answer, asked, party, credential: credential, handle: handle, now: noon)
        #expect(used.signCount == (credential.signCount == 0 ? 0 : credential.signCount + 1) && used.id == credential.id)
        if used.signCount > 0 {
            let copied = #expect(throws: Refusal.self) {
                try PasskeyAssertion.verified(answer, asked, party, credential: used, handle: handle, now: noon)
            }
            #expect(copied == PasskeyFault.copied.refusal)
        }
    }

    @Test("there are fixtures") func fixtures() { #expect(MadePasskey.all.count == 6 && StandardPasskey.all.count == 2) }

    @Test(
        "the standard's own test vectors: signatures are right, and who was not recognised is refused for that alone", arguments: StandardPasskey.all)
    func standard(vector: StandardPasskey) throws {
        let party = try #require(PasskeyParty(origin: "https://example.org", name: ""))
        func text(_ hex: String) -> String { Base64URL.encode(Fixture.bytes(hex: hex)) }
        let registration = MadePasskey.Answer(
            id: text(vector.credential), rawId: text(vector.credential), type: "public-key",
            response: .init(clientDataJSON: text(vector.registrationClientData), attestationObject: text(vector.attestationObject)))
        let assertion = MadePasskey.Answer(
            id: text(vector.credential), rawId: text(vector.credential), type: "public-key",
            response: .init(
                clientDataJSON: text(vector.assertionClientData), authenticatorData: text(vector.authenticatorData), signature: text(vector.signature)
            ))
        let created = PasskeyChallenge(Fixture.bytes(hex: vector.registrationChallenge), .registration)
        let asked = PasskeyChallenge(Fixture.bytes(hex: vector.assertionChallenge), .assertion)

        let object = try CBORReader.whole(Fixture.bytes(hex: vector.attestationObject))
        let source = try #require(object["authData"]?.bytes)
        let attested = try #require(try AuthenticatorData(source).attested)
        let message = Fixture.bytes(hex: vector.authenticatorData) + Digest(of: Fixture.bytes(hex: vector.assertionClientData)).bytes
        #expect(attested.key.key.verifies(Fixture.bytes(hex: vector.signature), of: message))

        let credential = PasskeyCredential(
            id: attested.credential, publicKey: attested.key.encoded, signCount: 0, isBackupEligible: true, isBackedUp: vector.name.contains("16.2"))
        let outcomes = [
            Result { try PasskeyRegistration.verified(PasskeyAnswer(json: registration.json), created, party, now: noon).id },
            Result {
                try PasskeyAssertion.verified(
                    PasskeyAnswer(json: assertion.json), asked, party, credential: credential, handle: [], isNamed: true, now: noon
                ).id
            },
        ]
        for outcome in outcomes {
            switch outcome {
            case .success(let id): #expect(vector.isVerified && id == Fixture.bytes(hex: vector.credential))
            case .failure(let error): #expect(!vector.isVerified && error as? Refusal == PasskeyFault.unverified.refusal, "\(error)")
            }
        }
    }

    @Test("no bit of what is signed, and none of the signature, can be changed", arguments: MadePasskey.all)
    func tampered(made: MadePasskey) throws {
        let party = try #require(PasskeyParty(origin: made.origin, name: "News"))
        let created = PasskeyChallenge(try #require(Base64URL.decode(made.registrationChallenge)), .registration)
        let asked = PasskeyChallenge(try #require(Base64URL.decode(made.assertionChallenge)), .assertion)
        let handle = try #require(Base64URL.decode(made.handle))
        let credential = try PasskeyRegistration.verified(PasskeyAnswer(json: made.registration.json), created, party, now: noon)
        let parts: [WritableKeyPath<MadePasskey.Answer.Response, String?>] = [\.authenticatorData, \.signature, \.userHandle]
        func isTaken(_ answer: MadePasskey.Answer) -> Bool {
            (try? PasskeyAssertion.verified(PasskeyAnswer(json: answer.json), asked, party, credential: credential, handle: handle, now: noon)) != nil
        }
        func flipped(_ text: String?, _ bit: Int) -> String? {
            guard var bytes = text.flatMap(Base64URL.decode) else { return nil }
            bytes[bit / 8 % bytes.count] ^= 1 << (bit % 8)
            return Base64URL.encode(bytes)
        }
        #expect(isTaken(made.assertion))
        for part in parts {
            let size = try #require(made.assertion.response[keyPath: part].flatMap(Base64URL.decode)).count
            for bit in stride(from: 0, to: size * 8, by: size > 200 ? 37 : 1) {
                var answer = made.assertion
                answer.response[keyPath: part] = flipped(answer.response[keyPath: part], bit)
                #expect(!isTaken(answer), "bit \(bit)")
            }
            var answer = made.assertion
            answer.response[keyPath: part] = nil
            #expect(!isTaken(answer))
        }
        for bit in 0..<made.assertion.response.clientDataJSON.utf8.count * 6 - 8 {
            var answer = made.assertion
            answer.response.clientDataJSON = try #require(flipped(answer.response.clientDataJSON, bit))
            #expect(!isTaken(answer), "client data, bit \(bit)")
        }
        for other in MadePasskey.all where other.name != made.name {
            var answer = made.assertion
            answer.id = other.assertion.id
            answer.rawId = other.assertion.id
            #expect(!isTaken(answer))
        }
    }
}
