import Basics
import Storage
import TestSupport

@testable import Newsroom

/// A queue of letters, a server of SMTP and a postman between them, who spreads nothing by chance.
struct MailBench {
    let database: Database
    let server: SMTPServer
    let postman: Postman
    let clock: FixedClock

    func post(_ letters: Letter...) async throws {
        try await database.write { tx in for letter in letters { try Mail.post(tx, letter, for: nil, sealed: .sample) } }
    }

    func deliver() async throws -> Postman.Round { try await postman.deliver(from: database, opening: .sample) }

    /// Takes a letter as a worker does that dies then.
    func claim() async throws -> ClaimedLetter? {
        let fresh = Token()
        return try await database.write { try Mail.claim($0, host: "news.example.org", fresh: fresh, opening: .sample) }
    }

    func rows() async throws -> [QueuedMail] { try await QueuedMail.all(database) }

    func counts() async throws -> [Mail.State: Int] { try await database.read { try Mail.counts($0) } }
}

/// Gives `body` such a bench.
func withMail<Value>(
    _ engine: TestEngine, overallSeconds: Double = 120, isolation: isolated (any Actor)? = #isolation,
    _ body: (MailBench) async throws -> Value
) async throws -> Value {
    let clock = FixedClock()
    return try await withSMTPServer { server in
        var address = try server.address()
        address.overallSeconds = overallSeconds
        let postman = try Postman.sample(.server(address))
        return try await withDatabase(engine, clock: clock) { database in
            try await body(MailBench(database: database, server: server, postman: postman, clock: clock))
        }
    }
}
