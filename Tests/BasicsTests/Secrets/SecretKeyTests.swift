import Foundation
import Testing

@testable import Basics

@Suite("Keys outside the database")
struct SecretKeyTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("keys-" + Token().text)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func path(_ name: String = "secret.key") -> String { folder.appendingPathComponent(name).path }

    private func write(_ text: String, mode: Int = 0o600) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path()))
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path())
    }

    @Test("the file is made once, for its owner alone, and gives the same keys from then on")
    func made() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = SecretKeyFile(path: path())
        let first = try file.keys(makes: true)
        let mode = try FileManager.default.attributesOfItem(atPath: path())[.posixPermissions] as? Int
        #expect(mode == 0o600)
        for purpose in SecretKeys.Purpose.allCases { #expect(try file.keys(makes: false).key(purpose) == first.key(purpose)) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["secret.key"])
        #expect(try SecretKeyFile(path: path("other")).keys(makes: true).fingerprint != first.fingerprint)
    }

    @Test("twenty that start at once agree on one secret")
    func race() async throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = path()
        let prints = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<20 { group.addTask { try SecretKeyFile(path: path).keys(makes: true).fingerprint } }
            return try await group.reduce(into: Set<String>()) { $0.insert($1) }
        }
        #expect(prints.count == 1)
    }

    @Test("a lost file is not replaced when accounts depend on it")
    func lost() {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: Refusal.self) { try SecretKeyFile(path: path()).keys(makes: false) }
        #expect(!FileManager.default.fileExists(atPath: path()))
    }

    @Test("a file that others can read is refused, with the command that mends it", arguments: [0o604, 0o640, 0o660, 0o644, 0o610])
    func readable(mode: Int) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try SecretKeyFile(path: path()).keys(makes: true)
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path())
        let refusal = #expect(throws: Refusal.self) { try SecretKeyFile(path: path()).keys(makes: true) }
        #expect(refusal?.words.en.contains("chmod 600 \(path())") == true)
    }

    @Test("a file of another user is refused", .enabled(if: geteuid() == 0))
    func foreign() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        _ = try SecretKeyFile(path: path()).keys(makes: true)
        #expect(chown(path(), 12_345, 12_345) == 0)
        let refusal = #expect(throws: Refusal.self) { try SecretKeyFile(path: path()).keys(makes: true) }
        #expect(refusal?.words.en.contains("another user") == true)
    }

    @Test(
        "what is no secret is refused and left as it is",
        arguments: [
            "", "matbaa-secret-1:", "matbaa-secret-1:AAAA", "matbaa-secret-1:" + String(repeating: "A", count: 43), "hello",
            "matbaa-secret-2:" + Token().text, String(repeating: "#\n", count: 5000),
            "matbaa-secret-1:\(Token().text)\nmatbaa-secret-1:\(Token().text)",
        ])
    func wrong(text: String) throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        try write(text)
        #expect(throws: Refusal.self) { try SecretKeyFile(path: path()).keys(makes: true) }
        #expect(try String(contentsOfFile: path(), encoding: .utf8) == text)
    }

    @Test("a folder, a pipe and a missing folder are refused at once")
    func strange() throws {
        defer { try? FileManager.default.removeItem(at: folder) }
        #expect(throws: Refusal.self) { try SecretKeyFile(path: folder.path).keys(makes: true) }
        #expect(mkfifo(path("pipe"), 0o600) == 0)
        #expect(throws: Refusal.self) { try SecretKeyFile(path: path("pipe")).keys(makes: true) }
        #expect(throws: Refusal.self) { try SecretKeyFile(path: path("no/such/folder")).keys(makes: true) }
    }

    @Test("each purpose has a key of its own, and the derivation does not change")
    func purposes() throws {
        let keys = try #require(SecretKeys(secret: Array(0..<32)))
        let all = SecretKeys.Purpose.allCases.map(keys.key)
        #expect(Set(all).count == SecretKeys.Purpose.allCases.count && all.allSatisfy { $0.count == 32 && $0 != Array(0..<32) })
        // BLAKE2b with key 00…1f, salt = 1 as 64 bits little-endian, personal = "matbaa01": computed with Python's hashlib.blake2b.
        #expect(Digest(trusted: keys.key(.pepper)).hex == "714e380684705c5e4f9282d393956a86054273b07789aa7ab1e5eb8a1d810fa7")
        #expect(SecretKeys(secret: [1, 2, 3]) == nil)
    }
}
