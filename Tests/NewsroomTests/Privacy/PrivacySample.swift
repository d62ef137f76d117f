import Basics
import Storage
import TestSupport

@testable import Newsroom

/// Accounts of whom everything is kept that can be.
enum PrivacySample {
    static func accounts(_ database: Database) -> Accounts {
        Accounts(
            database, keys: .sample, ownNames: [], letters: AccountLetters(face: .plain, origin: "https://news.example", box: .sample), party: nil,
            confirmed: { _, _ in })
    }

    /// A reader with a row in every table that is about readers; each of her texts holds `mark`.
    static func fill(_ tx: Transaction, _ accounts: Accounts, _ mark: String, role: Reader.Role = .reader) throws -> ID<Reader> {
        let (work, edition) = try Draft.publish(tx, "Story of \(mark)")
        let email = EmailAddress(trusted: "\(mark)@Mail.example")
        let reader = try SampleReader.add(tx, email.text)
        try tx.run(
            """
            UPDATE readers SET name = \("name \(mark)"), role = \(role), password = \("$argon2id$secret \(mark)"), totp_seed = \(bytes(mark, 20)),
                totp_waiting = \(bytes(mark, 20)), totp_since = \(tx.now), totp_last_step = 5, keeps_history = 1 WHERE id = \(reader)
            """)
        _ = try PasskeyChallenges.issue(tx, .registration, for: reader)
        guard let record = try Readers.find(tx, reader) else { throw Missing() }
        _ = try Sessions.open(tx, record, device: "Browser \(mark)", stays: true)
        _ = try KnownDevices.remember(tx, nil, of: reader)
        _ = try AccountLinks.issue(tx, .reset, for: reader, to: email)
        try tx.run(
            """
            INSERT INTO passkeys (reader_id, credential, public_key, sign_count, is_backed_up, name, created_at, used_at)
            VALUES (\(reader), \(bytes(mark, 32)), \(bytes(mark, 64)), 3, 1, \("key \(mark)"), \(tx.now), \(tx.now.adding(seconds: 7)))
            """)
        try tx.run("INSERT INTO recovery_codes (reader_id, digest, used_at) VALUES (\(reader), \(bytes(mark, 16)), \(tx.now.adding(seconds: 9)))")
        try Votes.cast(tx, work, by: reader, .down)
        let own = try Collections.add(tx, name: "shelf \(mark)", description: "about \(mark)", by: reader)
        try Collections.save(tx, work, in: .collection(own), by: reader)
        try Collections.setNote(tx, "note \(mark)", on: work, in: own, by: reader)
        try tx.run("UPDATE collections SET cover_work_id = \(work) WHERE id = \(own)")
        try Collections.visit(tx, work, by: reader)
        let page = try Articles.add(tx, .page, tree: try Sections.tree(tx))
        let policy = try Articles.addEdition(
            tx, of: page, .page, .en, slug: Slug(trusted: "policy-\(mark)"), Draft.content("Policy of \(mark)"), author: "test")
        try Articles.publish(tx, policy.edition, policy.revision, at: tx.now)
        try Policies.accept(tx, by: reader, Slug(trusted: "policy-\(mark)"), .en)
        try tx.run(
            """
            INSERT INTO imported_voters (site, source_id, reader_id, created_at) VALUES (\("old \(mark)"), \("number \(mark)"), \(reader), \(tx.now))
            """)
        try Mail.post(tx, .sample(email.text), for: reader, sealed: .sample)
        try tx.run("UPDATE mails SET failure = \("failure \(mark)"), kind = \("kind-\(mark)") WHERE reader_id = \(reader)")
        try AccountRequest(.forgot, email, name: ReaderName("asked \(mark)"), .en, device: "Device \(mark)").ask(tx)
        _ = try LogInFailures.reserve(tx, accounts.passwords.subject(email.key))
        try tx.run(
            """
            INSERT INTO imported_comments (edition_id, source_id, kind, state, author_name, author_email, author_url, written_at, body)
            VALUES (\(edition), \("comment \(mark)"), 'comment', 'approved', \("author \(mark)"), \(email.text), \("https://\(mark).example/"), \(tx.now),
                \("body \(mark)"))
            """)
        try tx.run("UPDATE revisions SET author_id = \(reader), note = 'why' WHERE edition_id IN (\(edition), \(policy.edition))")
        try tx.run("INSERT INTO assignments (edition_id, reader_id, created_at) VALUES (\(edition), \(reader), \(tx.now)) ON CONFLICT DO NOTHING")
        try tx.run(
            """
            INSERT INTO api_tokens (reader_id, name, digest, scopes, created_at, ends_at, used_at)
            VALUES (\(reader), \("key of \(mark)"), \(Token().digest), 'stories:read', \(tx.now), \(tx.now.adding(seconds: 86_400)), \(tx.now))
            """)
        try tx.run(
            "INSERT INTO approvals (revision_id, reader_id, created_at) SELECT head_id, \(reader), \(tx.now) FROM editions WHERE id = \(edition)")
        _ = try Presences.note(tx, edition, writer: "window \(mark)", by: record, isWriting: true)
        try Audit.append(tx, "edition.read", by: reader, on: "edition:\(edition)")
        return reader
    }

    static func bytes(_ mark: String, _ count: Int) -> [UInt8] {
        Array(Digest(of: mark + String(count)).bytes + Digest(of: mark).bytes).prefix(count) + []
    }

    struct Missing: Error {}
}

extension RecordValue {
    /// All that is said by it, in one kind of text per kind of value.
    var said: [String] {
        switch self {
        case .text(let text): [text]
        case .word(let word, _): [word]
        case .number(let number): [String(number)]
        case .flag(let flag): [String(flag ? 1 : 0)]
        case .moment(let moment): [String(moment.milliseconds)]
        case .page(let path): [path.text]
        case .records(let records): records.flatMap { $0.fields.flatMap { $0.value.said } }
        }
    }
}
