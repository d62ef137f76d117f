import Foundation
import Testing

@testable import Basics

@Suite("Password hashes")
struct PasswordHashTests {
    private let pepper = [UInt8](0..<32)
    private let cheap = PasswordCost(memory: 64, passes: 1)

    private func hash(_ text: String, cost: PasswordCost? = nil, salt: String = "0123456789abcdef") throws -> PasswordHash {
        try #require(PasswordHash(PreparedPassword(text), pepper: pepper, cost: cost ?? cheap, salt: Array(salt.utf8)))
    }

    @Test("a hash is the PHC string that the reference implementation makes of the same")
    func reference() throws {
        // Made by Debian's argon2 of HMAC-SHA-256(00…1f, password): argon2 SALT -id -k 19456 -t 2 -p 1 -l 32 -e
        #expect(
            try hash("correct horse battery", cost: .current, salt: "somesaltsomesalt").text
                == "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$NSpdH2FDrZMqy0qcCLgZGKV4LNh7yF9cQnbuSws7W24")
        #expect(
            try hash("كلمة مرور طويلة جدا", cost: .current).text
                == "$argon2id$v=19$m=19456,t=2,p=1$MDEyMzQ1Njc4OWFiY2RlZg$KaMbFp1jYTgE+ZthYlZPLDxEm8u9AeWfCLrLozqgtwc")
        #expect(try hash("x").text == "$argon2id$v=19$m=64,t=1,p=1$MDEyMzQ1Njc4OWFiY2RlZg$5BTN7Dsv5xa5f/TAD8OJzrNZD+FRVADz/C4bvhy7zao")
    }

    @Test("the password matches, another does not, nor does the same under another pepper; no two hashes are alike")
    func matches() throws {
        let password = try PreparedPassword("xkqzjwvbtrplmnd")
        let first = try #require(PasswordHash(password, pepper: pepper, cost: cheap))
        #expect(PasswordHash(password, pepper: pepper, cost: cheap) != first)
        let read = try #require(PasswordHash(phc: first.text))
        #expect(read == first && read.matches(password, pepper: pepper))
        for other in ["xkqzjwvbtrplmnD", "xkqzjwvbtrplmn", "xkqzjwvbtrplmnd ", "x"] {
            #expect(!read.matches(try PreparedPassword(other), pepper: pepper))
        }
        #expect(!read.matches(password, pepper: [UInt8](1...32)))
    }

    @Test("nothing of a long password is left out")
    func long() throws {
        let text = String(repeating: "ab", count: 511)
        #expect(!(try hash(text + "xy").matches(PreparedPassword(text + "xz"), pepper: pepper)))
        #expect(try hash(text + "xy").matches(PreparedPassword(text + "xy"), pepper: pepper))
    }

    @Test("a hash made at less than today's cost is to be made anew, one made at more is not")
    func rehash() throws {
        #expect(try hash("x").needsRehash() && !hash("x", cost: .current).needsRehash())
        #expect(try !hash("x", cost: PasswordCost(memory: 20_000, passes: 3)).needsRehash())
        #expect(try hash("x", cost: PasswordCost(memory: 20_000, passes: 1)).needsRehash())
    }

    @Test(
        "what is no hash of ours is none, and none may take the machine",
        arguments: [
            "", "$", "hunter2", "$argon2i$v=19$m=64,t=1,p=1$SALT$HASH", "$argon2id$v=16$m=64,t=1,p=1$SALT$HASH",
            "$argon2id$v=19$m=64,t=1,p=2$SALT$HASH",
            "$argon2id$v=19$m=64,t=1,p=1$SALT", "$argon2id$v=19$m=64,t=1,p=1$SALT$HASH$", "$argon2id$v=19$m=064,t=1,p=1$SALT$HASH",
            "$argon2id$v=19$m=+64,t=1,p=1$SALT$HASH", "$argon2id$v=19$t=1,m=64,p=1$SALT$HASH", "$argon2id$v=19$m=99999999,t=1,p=1$SALT$HASH",
            "$argon2id$v=19$m=64,t=4000000000,p=1$SALT$HASH", "$argon2id$v=19$m=0,t=0,p=1$SALT$HASH", "$argon2id$v=19$m=64,t=1,p=1$SALT$HASH=",
            "$argon2id$v=19$m=64,t=1,p=1$$", "$argon2id$v=19$m=64,t=1,p=1$HASH$SALT", "$argon2id$v=19$m=-64,t=1,p=1$SALT$HASH",
        ])
    func strange(text: String) throws {
        let salt = "MDEyMzQ1Njc4OWFiY2RlZg"
        let hash = "5BTN7Dsv5xa5f/TAD8OJzrNZD+FRVADz/C4bvhy7zao"
        #expect(PasswordHash(phc: "$argon2id$v=19$m=64,t=1,p=1$\(salt)$\(hash)") != nil)
        #expect(PasswordHash(phc: text.replacing("SALT", with: salt).replacing("HASH", with: hash)) == nil)
        #expect(PasswordHash(phc: text + String(repeating: "A", count: 1_000_000)) == nil)
    }

    @Test("one hash takes what was planned: more than a millisecond, less than a quarter of a second")
    func price() throws {
        let clock = ContinuousClock()
        let times = try (0..<5).map { _ in try clock.measure { _ = try hash("xkqzjwvbtrplmnd", cost: .current) } }
        #expect(try #require(times.min()) > .milliseconds(1) && #require(times.min()) < .milliseconds(250))
    }
}
