package import Basics
package import Storage

/// The room of votes: one per voter and work, in all the work's languages, up, down or none.
///
/// **No page shows the score.** It comes with the small private request that also says what the reader has voted herself. A page with the score in it
/// would be stale after every vote: at 2,000 votes a second the cache would make pages all day, and every vote would write an event besides. So a vote
/// tells the outbox nothing, and costs a row and a counter.
///
/// A vote is cast in `Database.writeTogether`, where a crowd shares the wait for the disk.
package enum Votes {
    /// Says what the reader thinks of the work now; the same again changes nothing. Returns what it comes to.
    ///
    /// Refuses with `unauthenticated` when there is no such reader, `forbidden` until her address is confirmed, `notFound` or `gone` when the work is not
    /// published in any language, and `conflict` when an editor has closed the voting.
    @discardableResult
    package static func cast(_ tx: Transaction, _ work: ID<Work>, by reader: ID<Reader>, _ vote: Vote?) throws -> Tally {
        try requireConfirmed(tx, reader)
        return try cast(tx, work, .reader(reader), vote)
    }

    /// The same for a guest, known by the digest of the token in her browser. Refuses with `unauthenticated` when the newsroom takes no votes of guests.
    @discardableResult
    package static func cast(_ tx: Transaction, _ work: ID<Work>, byGuest guest: Digest, _ vote: Vote?, voters: Face.Voters) throws -> Tally {
        guard voters == .everyone else { throw signIn }
        return try cast(tx, work, .guest(guest), vote)
    }

    /// What the reader has voted on these works; those without her vote are left out.
    package static func own(_ tx: Transaction, _ reader: ID<Reader>, _ works: [ID<Work>]) throws -> [ID<Work>: Vote] {
        try own(tx, .reader(reader), works)
    }

    package static func own(_ tx: Transaction, guest: Digest, _ works: [ID<Work>]) throws -> [ID<Work>: Vote] {
        try own(tx, .guest(guest), works)
    }

    /// What the votes on a work come to, and what this reader, or guest, has voted herself: one look for the request that comes with every page.
    package static func standing(_ tx: Transaction, _ work: ID<Work>, reader: ID<Reader>) throws -> (tally: Tally, own: Vote?) {
        try standing(tx, work, .reader(reader))
    }

    package static func standing(_ tx: Transaction, _ work: ID<Work>, guest: Digest) throws -> (tally: Tally, own: Vote?) {
        try standing(tx, work, .guest(guest))
    }

    private static func standing(_ tx: Transaction, _ work: ID<Work>, _ voter: Voter) throws -> (tally: Tally, own: Vote?) {
        var (tally, own): (Tally, Vote?) = (Tally(), nil)
        try tx.forEach(
            """
            \(counted("work_id = \(work)"))
            UNION ALL SELECT work_id, 'own', value, 0 FROM votes WHERE \(voter.column) = \(voter.value) AND work_id = \(work)
            """
        ) { row in
            if try row["origin"] == "own" { own = try row["up"] } else { try tally.take(row) }
        }
        return (tally, own)
    }

    // MARK: One way for both

    private enum Voter {
        case reader(ID<Reader>), guest(Digest)

        var origin: VoteOrigin { if case .reader = self { .reader } else { .guest } }
        var column: SQL { if case .reader = self { "reader_id" } else { "guest" } }
        var value: SQL {
            switch self {
            case .reader(let id): "\(id)"
            case .guest(let digest): "\(digest)"
            }
        }
    }

    private static func cast(_ tx: Transaction, _ work: ID<Work>, _ voter: Voter, _ vote: Vote?) throws -> Tally {
        try Articles.requirePublished(tx, work)
        try requireOpen(tx, work)
        if let vote { try put(tx, work, voter, vote) } else { try takeBack(tx, work, voter) }
        return try tally(tx, work)
    }

    /// The constraint decides whether there was a vote, and the counter follows what really changed: two requests at once cannot both be the first.
    private static func put(_ tx: Transaction, _ work: ID<Work>, _ voter: Voter, _ vote: Vote) throws {
        let isNew =
            try tx.run(
                """
                INSERT INTO votes (work_id, origin, \(voter.column), value, cast_at)
                VALUES (\(work), \(voter.origin), \(voter.value), \(vote), \(tx.now))
                ON CONFLICT (\(voter.column), work_id) DO NOTHING
                """) == 1
        if isNew { return try count(tx, work, voter.origin, [vote: 1]) }
        let isChanged =
            try tx.run(
                """
                UPDATE votes SET value = \(vote), cast_at = \(tx.now)
                WHERE \(voter.column) = \(voter.value) AND work_id = \(work) AND value <> \(vote)
                """) == 1
        if isChanged { try count(tx, work, voter.origin, [vote: 1, vote.opposite: -1]) }
    }

    private static func takeBack(_ tx: Transaction, _ work: ID<Work>, _ voter: Voter) throws {
        let taken = try tx.first("DELETE FROM votes WHERE \(voter.column) = \(voter.value) AND work_id = \(work) RETURNING value") {
            try $0["value"] as Vote
        }
        if let taken { try count(tx, work, voter.origin, [taken: -1]) }
    }

    private static func own(_ tx: Transaction, _ voter: Voter, _ works: [ID<Work>]) throws -> [ID<Work>: Vote] {
        let pairs = try tx.all("SELECT work_id, value FROM votes WHERE \(voter.column) = \(voter.value) AND work_id IN \(list: works)") {
            (try $0["work_id"] as ID<Work>, try $0["value"] as Vote)
        }
        return Dictionary(uniqueKeysWithValues: pairs)
    }

    // MARK: Who may

    private static func requireConfirmed(_ tx: Transaction, _ reader: ID<Reader>) throws {
        guard let isConfirmed = try isConfirmed(tx, reader) else { throw signIn }
        guard isConfirmed else {
            throw Refusal(
                .forbidden, ar: "أكِّد عنوان بريدك أولًا: في الرسالة التي أرسلناها إليك رابط لذلك.",
                en: "Confirm your e-mail address first: the message we sent you has a link for it.")
        }
    }

    /// Nil when there is no such reader.
    static func isConfirmed(_ tx: Transaction, _ reader: ID<Reader>) throws -> Bool? {
        try tx.first("SELECT confirmed_at FROM readers WHERE id = \(reader)") { try $0["confirmed_at"] as Instant? != nil }
    }

    private static var signIn: Refusal {
        Refusal(.unauthenticated, ar: "سجّل الدخول لتصوّت.", en: "Log in to vote.")
    }
}

extension Vote {
    var opposite: Vote { self == .up ? .down : .up }
}
