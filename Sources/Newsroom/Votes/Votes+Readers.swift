package import Basics
package import Storage

extension Votes {
    /// Makes a guest's votes the reader's own when she logs in. Where she has voted herself, that stays and the guest's vote goes: she has one.
    ///
    /// Nothing happens until her address is confirmed: till then her votes are a guest's.
    package static func adopt(_ tx: Transaction, guest: Digest, by reader: ID<Reader>) throws {
        guard try isConfirmed(tx, reader) == true else { return }
        try adopt(tx, "guest = \(guest)", .guest, by: reader)
    }

    /// The same with the votes of a voter of an old site who has signed up here.
    static func adopt(_ tx: Transaction, _ voter: ID<ImportedVoter>, by reader: ID<Reader>) throws {
        try adopt(tx, "voter_id = \(voter)", .imported, by: reader)
    }

    private static func adopt(_ tx: Transaction, _ votes: SQL, _ origin: VoteOrigin, by reader: ID<Reader>) throws {
        let kept = try tx.all(
            """
            UPDATE votes SET origin = \(VoteOrigin.reader), reader_id = \(reader), guest = NULL, voter_id = NULL
            WHERE \(votes) AND work_id NOT IN (SELECT own.work_id FROM votes own WHERE own.reader_id = \(reader))
            RETURNING work_id, value
            """, workAndVote)
        let dropped = try tx.all("DELETE FROM votes WHERE \(votes) RETURNING work_id, value", workAndVote)
        for (work, vote) in kept { try count(tx, work, .reader, [vote: 1]) }
        for (work, vote) in kept + dropped { try count(tx, work, origin, [vote: -1]) }
    }

    /// Takes a reader's name off her votes when her account is erased. They still count, and of the time only the day is left: votes cast in the same
    /// minute would else tell that they are of one person. (Deleting her row takes the name off by itself, by the foreign key.)
    package static func forget(_ tx: Transaction, _ reader: ID<Reader>) throws {
        try tx.run("UPDATE votes SET reader_id = NULL, cast_at = cast_at - cast_at % 86400000 WHERE reader_id = \(reader)")
    }

    /// The same for the votes of a voter of an old site.
    static func forget(_ tx: Transaction, _ voter: ID<ImportedVoter>) throws {
        try tx.run("UPDATE votes SET voter_id = NULL, cast_at = cast_at - cast_at % 86400000 WHERE voter_id = \(voter)")
    }

    private static func workAndVote(_ row: Row) throws -> (ID<Work>, Vote) { (try row["work_id"], try row["value"]) }
}
