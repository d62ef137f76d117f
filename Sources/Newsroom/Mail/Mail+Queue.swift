import Basics
import Storage

/// A letter that a worker has taken to send it.
struct ClaimedLetter: Sendable {
    let id: ID<Letter>
    let letter: Letter
    let messageID: String
    let postedAt: Instant
    /// This attempt's number, from 1.
    let attempt: Int
}

extension Mail {
    /// How long a worker may be busy with a letter before another may take it for dead; longer than any sending may take.
    static let leaseSeconds: Int64 = 300
    /// The first waits; each one after them is `longestDelay`.
    private static let firstDelays: [Int64] = [60, 300, 900, 3_600]
    private static let longestDelay: Int64 = 7_200
    /// With those waits between them, these attempts spread over three days.
    static let mostAttempts = 40

    /// The seconds to wait after the given attempt. `chance`, from 0 to 1, adds up to a quarter, so that letters that failed together do not come
    /// back together.
    static func delay(afterAttempt attempt: Int, chance: Double) -> Int64 {
        let seconds = (1...firstDelays.count).contains(attempt) ? firstDelays[attempt - 1] : longestDelay
        return seconds + Int64(Double(seconds) / 4 * chance)
    }

    static func isDue(_ tx: Transaction) throws -> Bool { try nextDue(tx) != nil }

    /// Takes the next letter for this worker, or nil when none is due; one that does not open has failed. At its first attempt a letter gets the
    /// Message-ID that it keeps: `fresh` at `host`. The attempt is counted before it is made, so that a letter that brings workers down cannot do so for ever.
    static func claim(_ tx: Transaction, host: String, fresh: Token, opening box: SealedBox) throws -> ClaimedLetter? {
        while let due = try nextDue(tx) {
            if let expiresAt = due.expiresAt, expiresAt <= tx.now {
                try end(tx, due.id, .expired)
            } else if due.attempts >= mostAttempts {
                try end(tx, due.id, .failed)
            } else {
                try tx.run(
                    """
                    UPDATE mails SET attempts = attempts + 1, next_attempt_at = \(tx.now.adding(seconds: leaseSeconds)),
                        message_id = coalesce(message_id, \("<\(fresh.text)@\(host)>")) WHERE id = \(due.id)
                    """)
                let claimed = try tx.one("SELECT * FROM mails WHERE id = \(due.id)") { try ClaimedLetter($0, box) }
                if let claimed { return claimed }
                try tx.run("UPDATE mails SET failure = 'It was sealed with another secret.', message_id = NULL WHERE id = \(due.id)")
                try end(tx, due.id, .failed)
            }
        }
        return nil
    }

    /// What has waited longest comes first.
    private static func nextDue(_ tx: Transaction) throws -> (id: ID<Letter>, attempts: Int, expiresAt: Instant?)? {
        try tx.first(
            """
            SELECT id, attempts, expires_at FROM mails WHERE state = 'waiting' AND next_attempt_at <= \(tx.now)
            ORDER BY next_attempt_at, id LIMIT 1
            """
        ) { (try $0["id"], try $0["attempts"], try $0["expires_at"]) }
    }

    static func markSent(_ tx: Transaction, _ claimed: ClaimedLetter) throws { try end(tx, claimed.id, .sent) }

    /// Records why a letter was not sent, and when to try again unless that is for good.
    static func markFailed(_ tx: Transaction, _ claimed: ClaimedLetter, _ failure: MailFailure, chance: Double) throws {
        let next = tx.now.adding(seconds: delay(afterAttempt: claimed.attempt, chance: chance))
        // Servers like to repeat whom they refuse: what is not kept with the letter is not kept by their words.
        let words = failure.words.replacing(claimed.letter.to.text, with: "…").replacing(claimed.letter.to.key, with: "…")
        try tx.run("UPDATE mails SET failure = \(words), next_attempt_at = \(next) WHERE id = \(claimed.id) AND state = 'waiting'")
        if failure.kind == .refused || claimed.attempt >= mostAttempts { try end(tx, claimed.id, .failed) }
    }

    /// Gives a claimed letter back, as if it had not been tried.
    static func release(_ tx: Transaction, _ claimed: ClaimedLetter) throws {
        try tx.run("UPDATE mails SET attempts = attempts - 1, next_attempt_at = \(tx.now) WHERE id = \(claimed.id) AND state = 'waiting'")
    }

    /// Its words and its recipient go with the letter; what stays says that there was one.
    private static func end(_ tx: Transaction, _ id: ID<Letter>, _ state: State) throws {
        try tx.run(
            """
            UPDATE mails SET state = \(state), sealed = NULL, next_attempt_at = NULL, ended_at = \(tx.now)
            WHERE id = \(id) AND state = 'waiting'
            """)
    }
}

extension ClaimedLetter {
    /// Nil when the letter does not open.
    fileprivate init?(_ row: Row, _ box: SealedBox) throws {
        guard let letter = try SealedLetter.open(row, box) else { return nil }
        self.init(
            id: try row["id"], letter: letter, messageID: try row["message_id"], postedAt: try row["created_at"], attempt: try row["attempts"])
    }
}
