import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("Passkeys that are refused")
struct PasskeyRefusalTests {
    private let party: PasskeyParty

    init() throws { party = try #require(PasskeyParty(origin: "https://news.example", name: "News")) }

    private func register(_ device: SoftAuthenticator, now: Instant = noon, challenge: [UInt8]? = nil) throws -> PasskeyCredential {
        try PasskeyRegistration.verified(device.registration(), PasskeyChallenge(challenge ?? device.challenge, .registration), party, now: now)
    }

    private func use(
        _ device: SoftAuthenticator, _ credential: PasskeyCredential, now: Instant = noon, challenge: [UInt8]? = nil, over message: [UInt8]? = nil
    ) throws -> PasskeyCredential {
        try PasskeyAssertion.verified(
            device.assertion(over: message), PasskeyChallenge(challenge ?? device.challenge, .assertion), party, credential: credential,
            handle: device.handle, now: now)
    }

    @Test("the authenticator of these tests is taken as it is")
    func taken() throws {
        var device = SoftAuthenticator()
        let credential = try register(device)
        device.count = 2
        #expect(try use(device, credential).signCount == 2)
    }

    @Test(
        "each thing that both ceremonies ask for is asked for, though all is signed",
        arguments: [
            ("origin", "https://news.example.evil.example", PasskeyFault.elsewhere), ("origin", "http://news.example", .elsewhere),
            ("origin", "https://news.example:8443", .elsewhere), ("origin", "https://news.example/", .elsewhere),
            ("origin", "https://NEWS.example", .elsewhere),
            ("origin", "https://sub.news.example", .elsewhere), ("origin", "https://nеws.example", .elsewhere), ("origin", "null", .elsewhere),
            ("party", "example", .elsewhere), ("party", "news.example.", .elsewhere), ("party", "evil.example", .elsewhere),
            ("flags", "4", .absent), ("flags", "1", .unverified), ("flags", "0", .absent), ("flags", "21", .unreadable),
            ("type", "webauthn.other", .unreadable), ("type", "", .unreadable), ("extra", #","crossOrigin":true"#, .elsewhere),
            ("extra", #","topOrigin":"https://evil.example""#, .elsewhere), ("challenge", "", .expired), ("challenge", "short", .expired),
        ] as [(String, String, PasskeyFault)])
    func asked(field: String, value: String, fault: PasskeyFault) throws {
        let honest = SoftAuthenticator()
        let credential = try register(honest)
        var device = honest
        switch field {
        case "origin": device.origin = value
        case "party": device.party = value
        case "flags": device.flags = try #require(UInt8(value))
        case "type": device.type = value
        case "extra": device.extra = value
        default: device.challenge = Array(value.utf8)
        }
        device.count = 9
        let registering = #expect(throws: Refusal.self) { try register(device, challenge: honest.challenge) }
        let using = #expect(throws: Refusal.self) { try use(device, credential, challenge: honest.challenge) }
        #expect(registering == fault.refusal && using == fault.refusal)
    }

    @Test("a challenge ends, is for one ceremony, and none that is too short is answered")
    func challenges() throws {
        var device = SoftAuthenticator()
        let credential = try register(device, now: noon.adding(seconds: PasskeyChallenge.lifetime - 1))
        #expect(throws: PasskeyFault.expired.refusal) { try register(device, now: noon.adding(seconds: PasskeyChallenge.lifetime)) }
        device.count = 2
        #expect(throws: PasskeyFault.expired.refusal) { try use(device, credential, now: noon.adding(seconds: 301)) }
        #expect(throws: PasskeyFault.expired.refusal) {
            try PasskeyAssertion.verified(
                device.assertion(), PasskeyChallenge(device.challenge, .registration), party, credential: credential, handle: device.handle, now: noon
            )
        }
        #expect(throws: PasskeyFault.unreadable.refusal) {
            try PasskeyAssertion.verified(
                device.registration(), PasskeyChallenge(device.challenge, .assertion), party, credential: credential, handle: device.handle,
                isNamed: true, now: noon)
        }
        device.challenge = []
        #expect(throws: PasskeyFault.expired.refusal) { try use(device, credential) }
        #expect(Set((0..<100).map { _ in PasskeyChallenge(for: .assertion, now: noon) }).count == 100)
    }

    @Test("the signature is over this data with this key, and the account is the passkey's own")
    func signature() throws {
        var device = SoftAuthenticator()
        let credential = try register(device)
        device.count = 2
        #expect(throws: PasskeyFault.unsigned.refusal) { try use(device, credential, over: [1, 2, 3]) }
        var other = SoftAuthenticator()
        (other.credential, other.challenge, other.count) = (device.credential, device.challenge, 2)
        #expect(throws: PasskeyFault.unsigned.refusal) { try use(other, credential) }
        other.credential = .random(32)
        #expect(throws: PasskeyFault.unknown.refusal) { try use(other, credential) }
        let challenge = PasskeyChallenge(device.challenge, .assertion)
        #expect(throws: PasskeyFault.unknown.refusal) {
            try PasskeyAssertion.verified(device.assertion(), challenge, party, credential: credential, handle: .random(32), isNamed: true, now: noon)
        }
    }

    @Test("a counter that does not go up is a copy; one that never counted need not")
    func counter() throws {
        var device = SoftAuthenticator()
        device.count = 0
        var credential = try register(device)
        credential = try use(device, credential)
        for (count, isTaken) in [(5 as UInt32, true), (5, false), (4, false), (0, false), (6, true), (.max, true), (.max, false), (0, false)] {
            device.count = count
            if isTaken {
                credential = try use(device, credential)
                #expect(credential.signCount == count)
            } else {
                #expect(throws: PasskeyFault.copied.refusal) { try use(device, credential) }
            }
        }
    }

    @Test("whether a passkey may be copied never changes; whether it was may")
    func backup() throws {
        var device = SoftAuthenticator()
        device.flags = 0x0D
        let credential = try register(device)
        #expect(credential.isBackupEligible && !credential.isBackedUp)
        (device.flags, device.count) = (0x1D, 2)
        #expect(try use(device, credential).isBackedUp)
        device.flags = 0x05
        #expect(throws: PasskeyFault.unreadable.refusal) { try use(device, credential) }
    }

    @Test("the identifier that the browser names is the one that the authenticator made")
    func identifier() throws {
        let device = SoftAuthenticator()
        var other = device
        other.credential = .random(32)
        let honest = MadePasskey.Answer(
            id: Base64URL.encode(other.credential), rawId: Base64URL.encode(other.credential), type: "public-key",
            response: .init(
                clientDataJSON: Base64URL.encode(try device.registration().clientData), attestationObject: Base64URL.encode(device.attestationObject))
        )
        let answer = try PasskeyAnswer(json: honest.json)
        #expect(throws: PasskeyFault.unreadable.refusal) {
            try PasskeyRegistration.verified(answer, PasskeyChallenge(device.challenge, .registration), party, now: noon)
        }
    }

    @Test("identifiers of 16 to 1,023 bytes are taken", arguments: [(0, false), (15, false), (16, true), (1023, true), (1024, false), (5000, false)])
    func sizes(size: Int, isTaken: Bool) {
        var device = SoftAuthenticator()
        device.credential = .random(size)
        #expect(((try? register(device)) != nil) == isTaken)
    }

    @Test("an attestation's statement must have its form, and is then left alone")
    func attestation() throws {
        for (format, statement, isTaken) in [
            ("none", [0xA0], true), ("none", [0xA1, 0x01, 0x02], false), ("none", [0x80], false), ("packed", [0xA1, 0x01, 0x02], true),
            ("packed", [0x80], false),
            ("compound", [0x82, 0xA0, 0xA0], true), ("", [0xA0], false), ("No ne", [0xA0], false), ("tpm", [0xF6], false),
            ("tpm", [0xA1, 0x01], false),
        ] as [(String, [UInt8], Bool)] {
            var device = SoftAuthenticator()
            (device.format, device.statement) = (format, statement)
            #expect(((try? register(device)) != nil) == isTaken, "\(format) \(statement)")
        }
        for tail in [[0], [0xA0], [0xF6]] as [[UInt8]] {
            var device = SoftAuthenticator()
            device.tail = tail
            #expect(throws: PasskeyFault.unreadable.refusal) { try register(device) }
            device.flags |= 0x80
            #expect(((try? register(device)) != nil) == (tail == [0xA0]))
        }
    }
}
