import Basics
import Foundation

/// One of the pool's threads with its session, which is opened when it is first needed and thrown away when it breaks.
final class PostgresLane {
    private let address: PostgresAddress
    private let gate: WriteGate
    private var link: PostgresLink?

    init(_ address: PostgresAddress, _ gate: WriteGate) {
        self.address = address
        self.gate = gate
    }

    /// The session, open.
    func open() throws -> PostgresLink {
        if let link { return link }
        let opened = try PostgresLink.open(address)
        link = opened
        return opened
    }

    /// Runs `work` in one transaction. Runs it again when it met another, and once when the session broke before the end was sent.
    func transaction<Value>(_ access: Access, _ work: (any Connection) throws -> Value) throws -> Value {
        var trial = PostgresTrial()
        while true {
            do {
                return try gate.pass(access == .write ? (trial.isLosing ? .alone : .withOthers) : nil) { try attempt(access, &trial, work) }
            } catch let retry as PostgresRetry {
                try prepare(for: retry, &trial)
            }
        }
    }

    /// Runs a statement outside of transactions; a session that breaks over it is thrown away.
    func command(_ text: String) throws {
        let link = try open()
        do {
            try link.command(text)
        } catch let failure as PostgresFailure {
            if link.isBroken { self.link = nil }
            throw failure.surfaced
        }
    }

    private func attempt<Value>(_ access: Access, _ trial: inout PostgresTrial, _ work: (any Connection) throws -> Value) throws -> Value {
        let link = try open()
        let connection = PostgresConnection(link)
        var ending = false
        do {
            try link.command(access == .read ? "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY" : "BEGIN ISOLATION LEVEL SERIALIZABLE")
            let value = try work(connection)
            if let failure = connection.failure { throw failure }
            ending = true
            try link.command("COMMIT")
            return value
        } catch {
            leave(link)
            guard let failure = connection.failure ?? (error as? PostgresFailure) else { throw error }
            if ending, access == .write, failure.isBreak { throw Refusal.postgresInDoubt }
            if let retry = trial.retry(after: failure) { throw retry }
            // A closure that has made words of its own out of a violation keeps them.
            throw (error as? PostgresFailure)?.surfaced ?? error
        }
    }

    /// Ends the transaction without keeping anything; a session that cannot do that goes too.
    private func leave(_ link: PostgresLink) {
        if link.isBroken || (try? link.command("ROLLBACK")) == nil { self.link = nil }
    }

    private func prepare(for retry: PostgresRetry, _ trial: inout PostgresTrial) throws {
        switch retry {
        case .conflict: Thread.sleep(forTimeInterval: trial.pause)
        case .outdated: try? link?.forgetStatements()
        case .breakOff: try reopen()
        }
    }

    /// A server that is started again needs a moment: it gets two seconds.
    private func reopen() throws {
        link = nil
        let deadline = Date(timeIntervalSinceNow: 2)
        while true {
            do {
                _ = try open()
                return
            } catch {
                guard Date() < deadline else { throw error }
                Thread.sleep(forTimeInterval: 0.1)
            }
        }
    }
}
