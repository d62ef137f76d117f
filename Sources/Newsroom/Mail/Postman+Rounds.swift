package import Basics
package import Storage

extension Postman {
    /// What a round has come to.
    package struct Round: Hashable, Sendable {
        package var sent = 0
        /// Letters that were not taken, for good or for now.
        package var failed = 0
        /// Why the server could not be used at all, in words for the operator: nothing is lost, but trying again at once is of no use.
        package var trouble: String?
    }

    /// Sends letters that are due, out of `box` and one after the other, up to `limit` of them. Safe beside other postmen: with some of them at work, a
    /// letter that hangs holds up none but its own. What goes wrong with a letter is recorded with it; what is thrown is a fault of the database.
    package func deliver(from database: Database, opening box: SealedBox, limit: Int = 200) async throws -> Round {
        var round = Round()
        // A look costs no lock; most rounds end here.
        guard try await database.read({ try Mail.isDue($0) }) else { return round }
        for _ in 0..<limit where !Task.isCancelled {
            let fresh = Token()
            guard let claimed = try await database.write({ try Mail.claim($0, host: host, fresh: fresh, opening: box) }) else { break }
            guard let failure = try await attempt(claimed, database) else {
                round.sent += 1
                continue
            }
            round.failed += 1
            if failure.kind == .trouble {
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
