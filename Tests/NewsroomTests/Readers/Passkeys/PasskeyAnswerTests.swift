import Basics
import Foundation
import TestSupport
import Testing

@testable import Newsroom

@Suite("What browsers are asked and answer")
struct PasskeyAnswerTests {
    @Test(
        "what is no answer is refused",
        arguments: [
            "", "{}", "[]", "null", #"{"id":"AA","rawId":"AA","type":"public-key"}"#, #"{"id":1,"rawId":1,"type":"public-key","response":{}}"#,
            "\u{0}", #"{"response":"#, "ID-DIFFERS", "TYPE", "PADDED", "SHORT",
        ])
    func strange(text: String) throws {
        let id = Base64URL.encode(.random(32))
        let good = #"{"id":"\#(id)","rawId":"\#(id)","type":"public-key","response":{"clientDataJSON":"AQ"}}"#
        #expect(try PasskeyAnswer(json: Array(good.utf8)).credential.count == 32)
        let bad =
            switch text {
            case "ID-DIFFERS": good.replacing(#""id":"\#(id)""#, with: #""id":"AQ""#)
            case "TYPE": good.replacing("public-key", with: "password")
            case "PADDED": good.replacing("\"AQ\"", with: "\"AQ==\"")
            case "SHORT": good.replacing(id, with: "AQ")
            default: text
            }
        #expect(throws: PasskeyFault.unreadable.refusal) { try PasskeyAnswer(json: Array(bad.utf8)) }
    }

    @Test("large and deep answers are refused quickly")
    func bombs() {
        for bomb in [
            String(repeating: "[", count: 100_000), String(repeating: #"{"response":"#, count: 10_000),
            #"{"id":""# + String(repeating: "A", count: 50_000_000),
            "{\"a\":" + String(repeating: "9", count: 120_000) + "}",
        ] {
            let bytes = Array(bomb.utf8)
            #expect(processorSeconds { #expect(throws: PasskeyFault.unreadable.refusal) { try PasskeyAnswer(json: bytes) } } < 1)
        }
    }

    @Test("an origin with passkeys is one with TLS and a name, written as browsers write it")
    func origins() throws {
        let known = [
            "https://news.example": "https://news.example", "https://NEWS.example/": "https://news.example",
            "https://news.example:443": "https://news.example",
            "https://news.example:8443": "https://news.example:8443", "http://localhost:8080": "http://localhost:8080",
        ]
        for (origin, written) in known { #expect(PasskeyParty(origin: origin, name: "")?.origin == written, "\(origin)") }
        #expect(PasskeyParty(origin: "https://news.example:8443", name: "")?.id == "news.example")
        for origin in [
            "", "news.example", "http://news.example", "https://203.0.113.7", "https://[::1]", "https://news.example/en", "https://news.example?x",
            "https://a@news.example", "https://نیوز.example", "ftp://news.example", "https://", "https://news..example", "https://news.example#",
            "https://a b.example",
        ] { #expect(PasskeyParty(origin: origin, name: "") == nil, "\(origin)") }
    }

    @Test("options ask for a passkey that the device keeps and unlocks, of our kinds of key, and leave out those that are there")
    func options() throws {
        let party = try #require(PasskeyParty(origin: "https://news.example", name: "الأخبار \"News\" </script>"))
        let challenge = PasskeyChallenge(for: .registration, now: noon, bytes: [UInt8](repeating: 0xFB, count: 32))
        let address = try #require(EmailAddress("salma@mail.example"))
        let text = try PasskeyOptions.creation(challenge, party, handle: [1, 2, 3], account: address, name: "سلمى", existing: [[0xFF, 0xFE]])
        let options = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSDictionary)
        let wanted: NSDictionary = [
            "rp": ["id": "news.example", "name": party.name], "user": ["id": "AQID", "name": "salma@mail.example", "displayName": "سلمى"],
            "challenge": challenge.text, "timeout": 300_000, "attestation": "none",
            "pubKeyCredParams": [-8, -7, -257].map { ["type": "public-key", "alg": $0] as NSDictionary },
            "excludeCredentials": [["type": "public-key", "id": "__4"]],
            "authenticatorSelection": ["residentKey": "required", "requireResidentKey": true, "userVerification": "required"],
        ]
        #expect(options == wanted)
        #expect(challenge.text.count == 43 && !challenge.text.contains("+") && !challenge.text.contains("/"))
        let request = try PasskeyOptions.request(challenge, party, allowed: [[1]])
        let asked = try #require(try JSONSerialization.jsonObject(with: Data(request.utf8)) as? NSDictionary)
        #expect(asked["userVerification"] as? String == "required" && asked["rpId"] as? String == "news.example")
        #expect((asked["allowCredentials"] as? [[String: String]]) == [["type": "public-key", "id": "AQ"]])
        #expect(try PasskeyOptions.request(challenge, party).contains(#""allowCredentials":[]"#))
    }

    @Test("an account's handle is always the same, tells no number, and is another under another secret")
    func handles() throws {
        let keys = try #require(SecretKeys(secret: [UInt8](0..<32)))
        let others = try #require(SecretKeys(secret: [UInt8](1..<33)))
        let id = ID<PasskeyAnswerTests>(12)
        #expect(PasskeyHandle.of(id, keys) == PasskeyHandle.of(id, keys) && PasskeyHandle.of(id, keys).count == 32)
        #expect(
            PasskeyHandle.of(id, keys) != PasskeyHandle.of(ID<PasskeyAnswerTests>(13), keys)
                && PasskeyHandle.of(id, keys) != PasskeyHandle.of(id, others))
    }

    @Test("every refusal has words in both languages, and no two the same")
    func words() {
        let words = PasskeyFault.allCases.map(\.refusal.words)
        #expect(Set(words).count == PasskeyFault.allCases.count && words.allSatisfy { !$0.ar.isEmpty && !$0.en.isEmpty })
    }
}
