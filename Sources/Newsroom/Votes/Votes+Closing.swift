package import Basics
package import Storage

extension Votes {
    /// Takes no more votes on the work and lets none be changed; what was voted stays. Told to the outbox, unlike a vote: the form leaves the page.
    package static func close(_ tx: Transaction, _ work: ID<Work>) throws {
        let isNew =
            try tx.run("INSERT INTO vote_closings (work_id, closed_at) VALUES (\(work), \(tx.now)) ON CONFLICT (work_id) DO NOTHING") == 1
        if isNew { try Outbox.append(tx, "votes.closed", tags: [.work(work)]) }
    }

    /// Takes votes again.
    package static func open(_ tx: Transaction, _ work: ID<Work>) throws {
        if try tx.run("DELETE FROM vote_closings WHERE work_id = \(work)") == 1 { try Outbox.append(tx, "votes.opened", tags: [.work(work)]) }
    }

    package static func isClosed(_ tx: Transaction, _ work: ID<Work>) throws -> Bool {
        try tx.exists("SELECT 1 FROM vote_closings WHERE work_id = \(work)")
    }

    static func requireOpen(_ tx: Transaction, _ work: ID<Work>) throws {
        guard try !isClosed(tx, work) else {
            throw Refusal(.conflict, ar: "أُغلق التصويت على هذا الخبر.", en: "Voting on this story is closed.")
        }
    }
}
