package import Basics
package import Storage

/// The room of what those who work in the newsroom have done: appended in the transaction that does it, never changed, each entry chained to the one
/// before it by its digest, so that whoever changes, removes or reorders one breaks the chain from there on.
package enum Audit {
    /// Something that was done.
    package struct Entry: Hashable, Sendable {
        /// From 1, without a gap.
        package let number: Int64
        /// Whose account; nil for the program itself. A number alone: who has left is no longer named by what she did.
        package let actor: ID<Reader>?
        /// As in `edition.published`.
        package let action: String
        /// What it was done to, as in `edition:17`.
        package let subject: String
        package let was: String
        package let became: String
        package let at: Instant
        package let digest: Digest
    }

    /// Notes what was done. It is known if and only if the transaction is kept.
    package static func append(
        _ tx: Transaction, _ action: String, by actor: ID<Reader>?, on subject: String, was: String = "", became: String = ""
    ) throws {
        let last = try tx.first("SELECT number, digest FROM audit ORDER BY number DESC LIMIT 1") {
            (number: try $0["number"] as Int64, digest: try $0["digest"] as Digest)
        }
        let number = (last?.number ?? 0) + 1
        let digest = digest(
            number: number, actor: actor, action: action, subject: subject, was: was, became: became, at: tx.now, after: last?.digest)
        try tx.run(
            """
            INSERT INTO audit (number, actor, action, subject, was, became, created_at, digest)
            VALUES (\(number), \(actor), \(action), \(subject), \(was), \(became), \(tx.now), \(digest))
            """)
    }

    /// The newest entries, below `number` when it is given, on one subject or by one person when they are.
    package static func newest(
        _ tx: Transaction, on subject: String? = nil, by actor: ID<Reader>? = nil, below number: Int64 = .max, limit: Int = 50
    ) throws -> [Entry] {
        let bySubject: SQL = subject.map { "AND subject = \($0)" } ?? ""
        let byActor: SQL = actor.map { "AND actor = \($0)" } ?? ""
        return try tx.all(
            "SELECT \(Entry.columns) FROM audit WHERE number < \(number) \(bySubject) \(byActor) ORDER BY number DESC LIMIT \(limit)", Entry.init)
    }

    /// What a check of the whole chain came to.
    package enum Verdict: Hashable, Sendable {
        /// So many entries, and the digest of the last: whoever has noted it elsewhere sees whether the end was cut off.
        case whole(entries: Int64, head: Digest?)
        /// The first entry that does not follow from those before it.
        case broken(at: Int64)
    }

    /// Works every digest out again.
    package static func verify(_ tx: Transaction) throws -> Verdict {
        var (last, head): (Int64, Digest?) = (0, nil)
        var broken: Int64?
        try tx.forEach("SELECT \(Entry.columns) FROM audit ORDER BY number") { row in
            guard broken == nil else { return }
            let entry = try Entry(row)
            let expected = digest(
                number: entry.number, actor: entry.actor, action: entry.action, subject: entry.subject, was: entry.was, became: entry.became,
                at: entry.at, after: head)
            guard entry.number == last + 1, entry.digest == expected else {
                broken = last + 1
                return
            }
            (last, head) = (entry.number, entry.digest)
        }
        return broken.map { .broken(at: $0) } ?? .whole(entries: last, head: head)
    }

    /// SHA-256 over the digest before it and each field behind its length, so that no two entries read alike.
    private static func digest(
        number: Int64, actor: ID<Reader>?, action: String, subject: String, was: String, became: String, at: Instant, after last: Digest?
    ) -> Digest {
        var data = last?.bytes ?? []
        for field in ["\(number)", actor.map { "\($0.rawValue)" } ?? "", action, subject, was, became, "\(at.milliseconds)"] {
            data += Array("\(field.utf8.count):".utf8)
            data += Array(field.utf8)
        }
        return Digest(of: data)
    }
}

extension Audit.Entry {
    static let columns: SQL = "number, actor, action, subject, was, became, created_at, digest"

    init(_ row: Row) throws {
        number = try row["number"]
        actor = try row["actor"]
        action = try row["action"]
        subject = try row["subject"]
        was = try row["was"]
        became = try row["became"]
        at = try row["created_at"]
        digest = try row["digest"]
    }
}
