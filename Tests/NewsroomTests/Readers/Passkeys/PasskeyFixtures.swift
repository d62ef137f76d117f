import Basics
import Foundation
import Testing

@testable import Newsroom

/// What Fixtures/make-passkeys.py made.
struct MadePasskey: Decodable, CustomTestStringConvertible {
    struct Answer: Codable {
        struct Response: Codable {
            var clientDataJSON: String
            var attestationObject: String?
            var authenticatorData: String?
            var signature: String?
            var userHandle: String?
        }

        var id: String
        var rawId: String
        var type: String
        var response: Response

        var json: [UInt8] { (try? JSONEncoder().encode(self)).map { Array($0) } ?? [] }
    }

    let name: String
    let origin: String
    let registrationChallenge: String
    let assertionChallenge: String
    let handle: String
    let registration: Answer
    let assertion: Answer

    var testDescription: String { name }

    static let all: [MadePasskey] = (try? Fixture.read("made.json")) ?? []
}

/// Of section 16 of WebAuthn Level 3, binary values in hexadecimal digits.
struct StandardPasskey: Decodable, CustomTestStringConvertible {
    let name: String
    /// Whether the device recognised its owner; we take no others.
    let isVerified: Bool
    let attestationObject: String
    let registrationClientData: String
    let registrationChallenge: String
    let credential: String
    let authenticatorData: String
    let assertionClientData: String
    let assertionChallenge: String
    let signature: String

    var testDescription: String { name }

    static let all: [StandardPasskey] = (try? Fixture.read("w3c.json")) ?? []
}

enum Fixture {
    static func read<Value: Decodable>(_ name: String) throws -> Value {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Fixtures")
        return try JSONDecoder().decode(Value.self, from: Data(contentsOf: folder.appendingPathComponent(name)))
    }

    static func bytes(hex: String) -> [UInt8] {
        let digits = Array(hex)
        return stride(from: 0, to: digits.count - 1, by: 2).compactMap { UInt8(String(digits[$0...$0 + 1]), radix: 16) }
    }
}

let noon = Instant(seconds: 1_800_000_000)

extension PasskeyChallenge {
    init(_ bytes: [UInt8], _ purpose: Purpose) { self.init(for: purpose, now: noon, bytes: bytes) }
}
