import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Accounts and those who guess", .timeLimit(.minutes(30)))
struct AccountsTests {
    static let password = "seven grey herons wait"
    static let layla = "layla@mail.example"

    /// Someone in a network of her own.
    private func visitor(_ number: Int) -> Visitor { Visitor(address: "10.\(number / 256).\(number % 256).7", userAgent: nil) }

    @Test("of guesses at one account ten are tried, and those refused take nothing from other readers", arguments: TestEngine.allCases)
    func oneAccount(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            let known = try await enrol(accounts, Self.layla)
            _ = try await enrol(accounts, "ben@mail.example")
            let outcomes = try await atOnce(600) { await guess(accounts, Self.layla, from: $0) }
            #expect(outcomes.count { $0 == .unauthenticated } == 10 && outcomes.count { $0 == .tooMany } == 590)
            #expect(await guess(accounts, Self.layla, Self.password, from: 700) == .tooMany)
            #expect(await guess(accounts, "ben@mail.example", Self.password, from: 701) == nil)
            #expect(await guess(accounts, Self.layla, Self.password, known: known, from: 702) == nil)
        }
    }

    @Test("guesses at many accounts are bounded for all together, and an owner's browser is not among them")
    func manyAccounts() async throws {
        try await withAccounts(.sqlite) { accounts in
            let known = try await enrol(accounts, Self.layla)
            let outcomes = try await atOnce(455) { number in
                // Five times among the others, whatever waits before her.
                if number % 91 == 90 { return (true, await guess(accounts, Self.layla, Self.password, known: known, from: number)) }
                return (false, await guess(accounts, "nobody\(number)@mail.example", from: number))
            }
            let (own, strangers) = (outcomes.filter(\.0).map(\.1), outcomes.filter { !$0.0 }.map(\.1))
            #expect(own == [nil, nil, nil, nil, nil])
            #expect(strangers.count { $0 == .tooMany } == 50)
            #expect(strangers.contains(.unauthenticated) && !strangers.contains(nil))
            #expect(await guess(accounts, "ben@mail.example", from: 500) == .tooMany)
            #expect(await guess(accounts, Self.layla, Self.password, known: known, from: 501) == nil)
        }
    }

    @Test("guesses from one network are bounded, and an owner's browser in it is not")
    func oneNetwork() async throws {
        try await withAccounts(.sqlite) { accounts in
            let known = try await enrol(accounts, Self.layla)
            let outcomes = try await atOnce(40) { await guess(accounts, "nobody\($0)@mail.example", from: 1) }
            #expect(outcomes.count { $0 == .tooMany } == 10)
            #expect(await guess(accounts, Self.layla, Self.password, known: known, from: 1) == nil)
            #expect(await guess(accounts, Self.layla, Self.password, from: 2) == nil)
        }
    }

    @Test("a log-in that waited while the password was changed opens nothing; of changes at once one stands", arguments: TestEngine.allCases)
    func changedMeanwhile(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            let known = try await enrol(accounts, Self.layla)
            var opened: [Accounts.Opened] = []
            for number in 0..<3 {
                opened.append(
                    try await accounts.logIn(email: Self.layla, password: Self.password, stays: true, known: known, from: visitor(number)))
            }
            let sessions = opened
            _ = try await atOnce(8) { number in
                guard number < sessions.count else { return await guess(accounts, Self.layla, Self.password, from: number) }
                return await kind {
                    try await accounts.changePassword(
                        sessions[number].reader, in: sessions[number].session, old: Self.password, new: "another long one, number \(number)",
                        from: visitor(number))
                }
            }
            let rows = try await accounts.database.read { try $0.all("SELECT id FROM sessions") { try $0["id"] as ID<Session> } }
            #expect(rows.count == 1 && sessions.contains { $0.session.id == rows[0] })
            let letters = try await accounts.database.read { tx in
                try tx.one("SELECT count(*) AS n FROM mails WHERE kind = 'password-changed'") { try $0["n"] as Int }
            }
            #expect(letters == 1)
        }
    }

    @Test("askings for letters are bounded, for a network and for all; who has an account is told so once in a while", arguments: TestEngine.allCases)
    func asking(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            let known = try await enrol(accounts, Self.layla)
            func ask(_ email: String, _ number: Int, known: Token? = nil) async -> Refusal.Kind? {
                await kind {
                    let request = AccountRequest(.signUp, try #require(EmailAddress(email)), .en, device: "")
                    try await accounts.ask(request, known: known, from: visitor(number))
                }
            }
            for _ in 0..<3 {
                #expect(await ask(Self.layla, 1) == nil)
                try await accounts.fulfil()
            }
            let letters = try await accounts.database.read { tx in
                try tx.one("SELECT count(*) AS n FROM mails WHERE kind = 'already-here'") { try $0["n"] as Int }
            }
            #expect(letters == 1)
            for _ in 0..<7 { #expect(await ask("nobody@mail.example", 1) == nil) }
            #expect(await ask("nobody@mail.example", 1) == .tooMany)
            for number in 2..<192 { #expect(await ask("nobody@mail.example", number) == nil) }
            #expect(await ask("nobody@mail.example", 300) == .tooMany)
            // A browser that an owner has used pays for itself; one that says so of itself does not.
            #expect(await ask("nobody@mail.example", 300, known: Token()) == .tooMany)
            for _ in 0..<10 { #expect(await ask(Self.layla, 300, known: known) == nil) }
            #expect(await ask(Self.layla, 300, known: known) == .tooMany)
        }
    }

    @Test("a link by mail opens an account that strangers have guessed at too often", arguments: TestEngine.allCases)
    func forgiven(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            _ = try await enrol(accounts, Self.layla)
            let email = try #require(EmailAddress(Self.layla))
            let subject = accounts.passwords.subject(email.key)
            let reserved = try await accounts.database.write { tx in try (0..<101).map { _ in try LogInFailures.reserve(tx, subject) } }
            #expect(reserved == Array(repeating: true, count: 100) + [false])
            #expect(await guess(accounts, Self.layla, Self.password, from: 1) == .tooMany)
            let token = try await accounts.database.write { tx in
                let reader = try #require(try Readers.find(tx, email))
                return try #require(try AccountLinks.issue(tx, .reset, for: reader.id, to: email))
            }
            try await accounts.reset(token, password: "eleven brown barrels rolling", from: visitor(2))
            #expect(await guess(accounts, Self.layla, "eleven brown barrels rolling", from: 3) == nil)
        }
    }

    @Test("whoever sits at an open account guesses at its password five times, and no more")
    func oldPassword() async throws {
        try await withAccounts(.sqlite) { accounts in
            _ = try await enrol(accounts, Self.layla)
            let opened = try await accounts.logIn(email: Self.layla, password: Self.password, stays: false, known: nil, from: visitor(1))
            var kinds: [Refusal.Kind?] = []
            for number in 0..<6 {
                kinds.append(
                    await kind {
                        try await accounts.changePassword(
                            opened.reader, in: opened.session, old: "guess \(number)", new: "another long one of mine", from: visitor(1))
                    })
            }
            #expect(kinds == Array(repeating: .invalid, count: 5) + [.tooMany])
        }
    }

    @Test("a session that was ended while the password was looked at changes nothing", arguments: TestEngine.allCases)
    func endedMeanwhile(engine: TestEngine) async throws {
        try await withAccounts(engine) { accounts in
            _ = try await enrol(accounts, Self.layla)
            let opened = try await accounts.logIn(email: Self.layla, password: Self.password, stays: false, known: nil, from: visitor(1))
            try await accounts.database.write { try Sessions.end($0, opened.session.id, of: opened.reader.id) }
            let outcome = await kind {
                try await accounts.changePassword(
                    opened.reader, in: opened.session, old: Self.password, new: "another long one of mine", from: visitor(1))
            }
            #expect(outcome == .invalid)
            #expect(await guess(accounts, Self.layla, Self.password, from: 2) == nil)
        }
    }

    @Test("what has ended, and accounts that nobody confirmed within a week, are forgotten", arguments: TestEngine.allCases)
    func sweep(engine: TestEngine) async throws {
        let clock = FixedClock()
        try await withAccounts(engine, clock) { accounts in
            _ = try await enrol(accounts, Self.layla)
            _ = try await accounts.logIn(email: Self.layla, password: Self.password, stays: false, known: nil, from: visitor(1))
            #expect(await guess(accounts, "nobody@mail.example", from: 2) == .unauthenticated)
            _ = try await accounts.database.write { try SampleReader.add($0, "unsure@mail.example", isConfirmed: false) }
            /// How many sessions, readers, links and counts of failures are left.
            func swept() async throws -> [Int] {
                try await accounts.sweep()
                return try await accounts.database.read { tx in
                    let tables: [SQL] = ["sessions", "readers", "links", "log_in_failures"]
                    return try tables.map { table in try tx.one("SELECT count(*) AS n FROM \(table)") { try $0["n"] as Int } }
                }
            }
            #expect(try await swept() == [1, 2, 1, 1])
            clock.advance(seconds: 86_400)
            #expect(try await swept() == [0, 2, 1, 1])
            clock.advance(seconds: 6 * 86_400 + 1)
            #expect(try await swept() == [0, 1, 1, 1])
            clock.advance(seconds: 30 * 86_400)
            #expect(try await swept() == [0, 1, 0, 0])
        }
    }

    // MARK: In few words

    private func withAccounts(
        _ engine: TestEngine, _ clock: FixedClock = FixedClock(), _ body: (Accounts) async throws -> Void
    ) async throws {
        let keys = try #require(SecretKeys(secret: [UInt8](repeating: 7, count: SecretKeys.size)))
        try await withDatabase(engine, clock: clock) { database in
            try await body(
                Accounts(
                    database, keys: keys, ownNames: [], letters: AccountLetters(face: .plain, origin: "https://news.example", box: SealedBox(keys)),
                    party: nil, confirmed: { _, _ in }))
        }
    }

    /// An account with the password; gives the token of a browser in which it was open.
    private func enrol(_ accounts: Accounts, _ email: String) async throws -> Token {
        let token = try await accounts.database.write { tx in
            let address = try #require(EmailAddress(email))
            let reader = try Readers.add(tx, address, name: nil, .en)
            return try #require(try AccountLinks.issue(tx, .setUp, for: reader, to: address))
        }
        let opened = try await accounts.setUp(token, password: Self.password, from: visitor(0))
        try await accounts.database.write { try Sessions.endAll($0, of: opened.reader.id) }
        return try #require(opened.device)
    }

    /// What a try came to; nil when it opened the account.
    private func guess(
        _ accounts: Accounts, _ email: String, _ password: String = "a guess", known: Token? = nil, from number: Int
    ) async -> Refusal.Kind? {
        await kind { _ = try await accounts.logIn(email: email, password: password, stays: false, known: known, from: visitor(number)) }
    }

    private func kind(_ work: () async throws -> Void) async -> Refusal.Kind? {
        do {
            try await work()
            return nil
        } catch let refusal as Refusal {
            return refusal.kind
        } catch {
            Issue.record(error)
            return nil
        }
    }
}
