import Basics
import Storage

/// Somebody with an account on an old site, known by its number there.
package struct ImportedVoter: Sendable {
    let id: ID<ImportedVoter>
    /// Who that is here, once she has signed up.
    let readerID: ID<Reader>?
}

extension Votes {
    /// What became of a vote of an old site.
    enum Taken {
        case added
        /// It took the place of an earlier one of the same voter on the same work.
        case replaced
        /// A later one of the same voter, or her own here, stays.
        case passedOver
    }

    /// Takes in a vote that was cast on an old site: of one voter the last counts.
    static func take(_ tx: Transaction, _ work: ID<Work>, of voter: ImportedVoter, _ vote: Vote, at moment: Instant) throws -> Taken {
        let origin: VoteOrigin = voter.readerID == nil ? .imported : .reader
        let isNew =
            try tx.run(
                """
                INSERT INTO votes (work_id, origin, reader_id, voter_id, value, cast_at)
                VALUES (\(work), \(origin), \(voter.readerID), \(voter.readerID == nil ? voter.id : nil), \(vote), \(moment))
                ON CONFLICT DO NOTHING
                """) == 1
        if isNew {
            try count(tx, work, origin, [vote: 1])
            return .added
        }
        guard origin == .imported else { return .passedOver }
        let earlier: SQL = "voter_id = \(voter.id) AND work_id = \(work) AND cast_at <= \(moment)"
        if try tx.run("UPDATE votes SET value = \(vote), cast_at = \(moment) WHERE \(earlier) AND value <> \(vote)") == 1 {
            try count(tx, work, origin, [vote: 1, vote.opposite: -1])
            return .replaced
        }
        return try tx.run("UPDATE votes SET cast_at = \(moment) WHERE \(earlier)") == 1 ? .replaced : .passedOver
    }

    /// Takes in a vote that an old site took from a guest: nothing tells one from another, so each row is one.
    static func takeGuests(_ tx: Transaction, _ work: ID<Work>, _ vote: Vote, at moment: Instant) throws -> Int64 {
        try count(tx, work, .importedGuest, [vote: 1])
        return try tx.one(
            """
            INSERT INTO votes (work_id, origin, value, cast_at) VALUES (\(work), \(VoteOrigin.importedGuest), \(vote), \(moment)) RETURNING id
            """
        ) { try $0["id"] }
    }

    /// Puts right a guest's vote that a later export tells otherwise. False when it says the same.
    static func correctGuests(_ tx: Transaction, _ id: Int64, _ vote: Vote) throws -> Bool {
        let work = try tx.first(
            "UPDATE votes SET value = \(vote) WHERE id = \(id) AND origin = \(VoteOrigin.importedGuest) AND value <> \(vote) RETURNING work_id"
        ) { try $0["work_id"] as ID<Work> }
        guard let work else { return false }
        try count(tx, work, .importedGuest, [vote: 1, vote.opposite: -1])
        return true
    }
}
