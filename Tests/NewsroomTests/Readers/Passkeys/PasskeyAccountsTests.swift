import Basics
import Foundation
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Passkeys of accounts")
struct PasskeyAccountsTests {
    private let visitor = Visitor(address: "192.0.2.1", userAgent: "Firefox/140.0 Android")

    @Test("a passkey is added, told to its owner, and logs in by itself", arguments: TestEngine.allCases)
    func logsIn(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            let layla = try await reader(accounts, "layla@mail.example")
            var device = SoftAuthenticator()
            try await add(&device, to: layla, accounts)
            #expect(try await accounts.database.letters().map(\.kind) == ["factor-changed"])
            let opened = try await logIn(&device, accounts)
            #expect(opened.reader.id == layla.id && !opened.session.awaitsFactor && opened.session.device == "Firefox, Android")
            let kept = try await accounts.database.read { try Passkeys.of($0, layla.id) }
            #expect(kept.map(\.name) == ["My phone"] && kept.first?.usedAt != nil)
        }
    }

    @Test("a challenge is answered once, right or wrong, and only by the browser that asked")
    func challenges() async throws {
        try await withAccounts { accounts in
            let layla = try await reader(accounts, "layla@mail.example")
            var device = SoftAuthenticator()
            try await add(&device, to: layla, accounts)
            let asked = try await challenge(&device, nil, accounts)
            device.count = 3
            let answer = try device.assertion()
            #expect(
                await fault { try await accounts.logIn(passkey: answer, challenge: Token(), stays: false, known: nil, from: visitor) } == .expired)
            _ = try await accounts.logIn(passkey: answer, challenge: asked, stays: false, known: nil, from: visitor)
            #expect(await fault { try await accounts.logIn(passkey: answer, challenge: asked, stays: false, known: nil, from: visitor) } == .expired)
            // A wrong answer takes it away as well.
            let second = try await challenge(&device, nil, accounts)
            let wrong = try device.assertion(over: [1, 2, 3])
            #expect(await fault { try await accounts.logIn(passkey: wrong, challenge: second, stays: false, known: nil, from: visitor) } == .unsigned)
            device.count = 4
            let right = try device.assertion()
            #expect(await fault { try await accounts.logIn(passkey: right, challenge: second, stays: false, known: nil, from: visitor) } == .expired)
            // A device that counts less than before has been copied.
            let third = try await challenge(&device, nil, accounts)
            device.count = 2
            let copied = try device.assertion()
            #expect(await fault { try await accounts.logIn(passkey: copied, challenge: third, stays: false, known: nil, from: visitor) } == .copied)
        }
    }

    @Test("another reader's passkey, and a challenge that was for another, are no second step")
    func others() async throws {
        try await withAccounts { accounts in
            let (layla, ben) = (try await reader(accounts, "layla@mail.example"), try await reader(accounts, "ben@mail.example"))
            var (hers, his) = (SoftAuthenticator(), SoftAuthenticator())
            try await add(&hers, to: layla, accounts)
            try await add(&his, to: ben, accounts)
            let halfway = try await accounts.database.write { try Sessions.open($0, layla, device: "", stays: false, awaitsFactor: true).session }
            func finish(_ device: SoftAuthenticator, _ asked: Token) async -> PasskeyFault? {
                await fault {
                    try await accounts.finishLogIn(
                        halfway, layla, passkey: try device.assertion(), challenge: asked, known: nil, from: visitor)
                }
            }
            let forHim = try await challenge(&his, ben, accounts)
            #expect(await finish(his, forHim) == .expired)
            let forHer = try await challenge(&his, layla, accounts)
            #expect(await finish(his, forHer) == .unknown)
            let forAnyone = try await challenge(&hers, nil, accounts)
            #expect(await finish(hers, forAnyone) == .expired)
            let right = try await challenge(&hers, layla, accounts)
            hers.count = 9
            #expect(await finish(hers, right) == nil)
            let again = try await challenge(&hers, layla, accounts)
            hers.count = 10
            let over = await #expect(throws: Refusal.self) {
                try await accounts.finishLogIn(halfway, layla, passkey: try hers.assertion(), challenge: again, known: nil, from: visitor)
            }
            #expect(over?.kind == .unauthenticated, "a log-in is finished once")
        }
    }

    @Test("one device makes no second account's passkey, nobody removes another's, and staff keep their last one")
    func keeping() async throws {
        try await withAccounts { accounts in
            let (layla, ben) = (try await reader(accounts, "layla@mail.example"), try await reader(accounts, "ben@mail.example"))
            var device = SoftAuthenticator()
            try await add(&device, to: layla, accounts)
            let taken = await #expect(throws: Refusal.self) { try await add(&device, to: ben, accounts) }
            #expect(taken?.kind == .conflict)
            let id = try #require(try await accounts.database.read { try Passkeys.of($0, layla.id) }.first?.id)
            let missing = await #expect(throws: Refusal.self) { try await accounts.removePasskey(id, of: ben, from: visitor) }
            #expect(missing?.kind == .notFound)
            try await accounts.setRole(.editor, of: layla.email)
            let editor = try #require(try await accounts.database.read { try Readers.find($0, layla.id) })
            let last = await #expect(throws: Refusal.self) { try await accounts.removePasskey(id, of: editor, from: visitor) }
            #expect(last?.kind == .conflict)
            try await accounts.removePasskey(id, of: layla, from: visitor)
            #expect(try await accounts.database.read { try Factors.exist($0, layla.id) } == false)
        }
    }

    // MARK: In few words

    private func withAccounts(_ engine: TestEngine = .sqlite, _ body: (Accounts) async throws -> Void) async throws {
        try await withDatabase(engine) { database in
            try await body(
                Accounts(
                    database, keys: .sample, ownNames: [], letters: AccountLetters(face: .plain, origin: "https://news.example", box: .sample),
                    party: PasskeyParty(origin: "https://news.example", name: "News"), confirmed: { _, _ in }))
        }
    }

    private func reader(_ accounts: Accounts, _ email: String) async throws -> Reader {
        try await accounts.database.write { try #require(try Readers.find($0, SampleReader.add($0, email))) }
    }

    private func add(_ device: inout SoftAuthenticator, to reader: Reader, _ accounts: Accounts) async throws {
        let asked = try await accounts.challengeForPasskey(reader)
        device.challenge = try Self.challenge(in: asked.options)
        device.handle = PasskeyHandle.of(reader.id, accounts.keys)
        try await accounts.addPasskey(reader, try device.registration(), challenge: asked.token, name: "My phone", from: visitor)
    }

    /// Asks for a challenge, and gives it to the device.
    private func challenge(_ device: inout SoftAuthenticator, _ reader: Reader?, _ accounts: Accounts) async throws -> Token {
        let asked = try await accounts.challenge(for: reader, from: visitor)
        device.challenge = try Self.challenge(in: asked.options)
        return asked.token
    }

    private func logIn(_ device: inout SoftAuthenticator, _ accounts: Accounts) async throws -> Accounts.Opened {
        let asked = try await challenge(&device, nil, accounts)
        device.count += 1
        return try await accounts.logIn(passkey: try device.assertion(), challenge: asked, stays: false, known: nil, from: visitor)
    }

    private func fault(_ work: () async throws -> some Any) async -> PasskeyFault? {
        do {
            _ = try await work()
            return nil
        } catch {
            return PasskeyFault.allCases.first { $0.refusal == error as? Refusal }
        }
    }

    private static func challenge(in options: String) throws -> [UInt8] {
        struct Options: Decodable { let challenge: String }
        return try #require(Base64URL.decode(try JSONDecoder().decode(Options.self, from: Data(options.utf8)).challenge))
    }
}
