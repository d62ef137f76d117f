import Basics
package import Storage

extension Postman {
    /// What a round has come to.
    package struct Round: Hashable, Sendable {
        package var sent = 0
        /// Letters that were not taken, for good or for now.
        package var failed = 0
        /// Why the server could not be used at all, in words for the operator: nothing is lost, but trying again at once is of no use.
        package var trouble: String?

        static func + (a: Round, b: Round) -> Round {
            Round(sent: a.sent + b.sent, failed: a.failed + b.failed, trouble: a.trouble ?? b.trouble)
        }
    }

    /// Sends letters that are due, up to `limit` of them, over `lanes` connections at a time: one that hangs does not hold up the others. Safe beside
    /// other workers. What goes wrong with a letter is recorded with it; what is thrown is a fault of the database.
    package func deliver(from database: Database, limit: Int = 200, lanes: Int = 4) async throws -> Round {
        guard try await database.read({ try Mail.isDue($0) }) else { return Round() }
        return try await withThrowingTaskGroup(of: Round.self) { group in
            for lane in 0..<lanes {
                group.addTask { try await run(database, limit: limit / lanes + (lane < limit % lanes ? 1 : 0)) }
            }
            return try await group.reduce(Round()) { $0 + $1 }
        }
    }

    private func run(_ database: Database, limit: Int) async throws -> Round {
        var round = Round()
        for _ in 0..<limit where !Task.isCancelled {
            let fresh = Token()
            guard let claimed = try await database.write({ try Mail.claim($0, host: host, fresh: fresh) }) else { break }
            let failure = try await attempt(claimed, database)
            round = round + Round(sent: failure == nil ? 1 : 0, failed: failure == nil ? 0 : 1)
            if let failure, failure.kind == .trouble {
                round.trouble = failure.words
                break
            }
        }
        return round
    }

    /// Sends a claimed letter and records what came of it; returns why it was not sent.
    private func attempt(_ claimed: ClaimedLetter, _ database: Database) async throws -> MailFailure? {
        let chance = chance()
        do {
            _ = try await send(claimed.letter, messageID: claimed.messageID, date: claimed.postedAt)
            try await record(database) { try Mail.markSent($0, claimed) }
            return nil
        } catch let failure as MailFailure {
            try await record(database) { try Mail.markFailed($0, claimed, failure, chance: chance) }
            return failure
        } catch is CancellationError {
            try await record(database) { try Mail.release($0, claimed) }
            throw CancellationError()
        }
    }

    /// In a task of its own, which is not cancelled: a letter that has left is noted even when the program is being stopped, or it would leave again.
    private func record(_ database: Database, _ work: @escaping @Sendable (Transaction) throws -> Void) async throws {
        try await Task { try await database.write(work) }.value
    }
}
