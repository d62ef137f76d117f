import Basics
import Storage
import TestSupport
import Testing

@testable import Newsroom

@Suite("Links by mail")
struct AccountLinksTests {
    static let purposes: [AccountLink.Purpose] = [.setUp, .reset, .changeFrom, .changeTo]

    @Test("a link does the one thing it was sent for, once, and looking at it does nothing", arguments: TestEngine.allCases)
    func purpose(engine: TestEngine) async throws {
        try await withReader(engine) { database, _, reader, email in
            for purpose in Self.purposes {
                let token = try #require(try await database.write { try AccountLinks.issue($0, purpose, for: reader, to: email) })
                for other in Self.purposes where other != purpose {
                    await #expect(throws: AccountLink.Fault.invalid) { try await database.write { try AccountLinks.use($0, token, for: other) } }
                }
                for _ in 0..<10 { #expect(try await database.read { try AccountLinks.look($0, token) }.purpose == purpose) }
                #expect(try await database.write { try AccountLinks.use($0, token, for: purpose) }.readerID == reader)
                await #expect(throws: AccountLink.Fault.used) { try await database.write { try AccountLinks.use($0, token, for: purpose) } }
            }
        }
    }

    @Test("a newer one replaces those for the same purpose and no others; each dies at its end", arguments: TestEngine.allCases)
    func deaths(engine: TestEngine) async throws {
        try await withReader(engine) { database, clock, reader, email in
            func issue(_ purpose: AccountLink.Purpose) async throws -> Token? {
                try await database.write { try AccountLinks.issue($0, purpose, for: reader, to: email) }
            }
            let (first, other) = (try #require(try await issue(.reset)), try #require(try await issue(.changeTo)))
            #expect(try await issue(.reset) == nil)
            clock.advance(seconds: 60)
            let second = try #require(try await issue(.reset))
            await #expect(throws: AccountLink.Fault.replaced) { try await database.write { try AccountLinks.use($0, first, for: .reset) } }
            clock.advance(seconds: 3_599)
            _ = try await database.read { try AccountLinks.look($0, second) }
            clock.advance(seconds: 1)
            await #expect(throws: AccountLink.Fault.expired) { try await database.write { try AccountLinks.use($0, second, for: .reset) } }
            _ = try await database.write { try AccountLinks.use($0, other, for: .changeTo) }
        }
    }

    @Test("a token that was sent to nobody is none", arguments: TestEngine.allCases)
    func unknown(engine: TestEngine) async throws {
        try await withReader(engine) { database, _, _, _ in
            await #expect(throws: AccountLink.Fault.invalid) { try await database.read { _ = try AccountLinks.look($0, Token()) } }
        }
    }

    private func withReader(
        _ engine: TestEngine, _ body: (Database, FixedClock, ID<Reader>, EmailAddress) async throws -> Void
    ) async throws {
        let clock = FixedClock()
        try await withDatabase(engine, clock: clock) { database in
            let email = try #require(EmailAddress("layla@mail.example"))
            try await body(database, clock, try await database.write { try SampleReader.add($0) }, email)
        }
    }
}
