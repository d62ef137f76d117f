import Basics
import Storage

/// What comes of a reader's doings: acceptances, letters, wishes, wrong passwords, and what old sites brought along.
extension RecordSet {
    static let policies = RecordSet(
        "policyAcceptances", Phrase(ar: "قبولك سياسة الخصوصية", en: "Your acceptance of the privacy policy"),
        reason: Phrase(ar: "ليُعرف أي نسخة قبلتها ومتى.", en: "So that it is known which version you accepted, and when."), retention: withAccount,
        tables: [Table("policy_acceptances", given: ["revision_id", "accepted_at"], withheld: ["reader_id"])],
        erasing: .withAccount, count: counting { "policy_acceptances WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all(
                """
                SELECT a.accepted_at, r.headline, e.language, e.slug,
                    (SELECT min(p.number) FROM publications p WHERE p.revision_id = a.revision_id) AS version
                FROM policy_acceptances a JOIN revisions r ON r.id = a.revision_id JOIN editions e ON e.id = r.edition_id
                WHERE a.reader_id = \(person.id) ORDER BY a.accepted_at, a.revision_id
                """
            ) { row in
                let (language, slug, version): (Language, Slug, Int?) = (try row["language"], try row["slug"], try row["version"])
                return Record(
                    (.title, .text(try row["headline"] as String)), (.language, .word(language)), (.version, version.map { .number($0) }),
                    (.page, version.map { .page(.version(language, slug, $0)) }), (.acceptedAt, .moment(try row["accepted_at"] as Instant)))
            }
        })

    static let letters = RecordSet(
        "letters", Phrase(ar: "رسائل أرسلناها إليك", en: "Letters that we sent you"),
        reason: Phrase(
            ar: "لتصل الرسالة وإن تعطّل خادم البريد. كلامها وعنوانها مختومان حتى تُرسل، ثم يُمحيان.",
            en: "So that a letter arrives even when the mail server was away. Its words and address are sealed until it is sent, and gone afterwards."
        ),
        retention: Phrase(ar: "ثلاثين يومًا: نوعها ووقتها فقط.", en: "Thirty days: its kind and time alone."),
        tables: [
            Table(
                "mails", given: ["kind", "language", "state", "attempts", "failure", "created_at", "expires_at", "ended_at"],
                withheld: ["id", "reader_id", "sealed", "message_id", "next_attempt_at"])
        ],
        erasing: .withAccount, count: counting { "mails WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM mails WHERE reader_id = \(person.id) ORDER BY created_at, id") { row in
                let (state, language): (Mail.State, Language) = (try row["state"], try row["language"])
                return Record(
                    (.kind, .text(try row["kind"] as String)), (.language, .word(language)), (.state, .word(state.rawValue, state.words)),
                    (.attempts, .number(try row["attempts"])), (.failure, .text(try row["failure"] as String?)),
                    (.askedAt, .moment(try row["created_at"] as Instant)), (.endsAt, .moment(try row["expires_at"] as Instant?)),
                    (.endedAt, .moment(try row["ended_at"] as Instant?)))
            }
        })

    static let requests = RecordSet(
        "requests", Phrase(ar: "طلبات تنتظر", en: "Wishes that wait"),
        reason: Phrase(ar: "لنرسل ما طلبته: حسابًا أو كلمة سر جديدة.", en: "So that we can send what you asked for: an account, or a new password."),
        retention: Phrase(ar: "ثوانيَ قليلة.", en: "A few seconds."),
        tables: [Table("account_requests", given: ["kind", "email", "name", "language", "device", "errand", "created_at"], withheld: ["id"])],
        erasing: .by { tx, person in try tx.run("DELETE FROM account_requests WHERE lower(email) = \(person.reader.email.key)") },
        count: counting { "account_requests WHERE lower(email) = \($0.reader.email.key)" },
        records: { tx, person in
            try tx.all("SELECT * FROM account_requests WHERE lower(email) = \(person.reader.email.key) ORDER BY id") { row in
                let (kind, language): (AccountRequest.Kind, Language) = (try row["kind"], try row["language"])
                return Record(
                    (.kind, .word(kind.rawValue, kind.words)), (.address, .text(try row["email"] as String)),
                    (.name, .text(try row["name"] as String?)),
                    (.language, .word(language)), (.device, .text(try row["device"] as String?)), (.leadsTo, .text(try row["errand"] as String?)),
                    (.askedAt, .moment(try row["created_at"] as Instant)))
            }
        })

    static let failures = RecordSet(
        "wrongPasswords", Phrase(ar: "كلمات سر خاطئة", en: "Wrong passwords"),
        reason: Phrase(
            ar: "نعدّ المحاولات الخاطئة لعنوانك لنوقف من يخمّن. لا نحفظ من حاول ولا ما كتبه.",
            en: "We count wrong tries at your address to stop whoever guesses. Neither who tried nor what was typed is kept."),
        retention: Phrase(ar: "حتى تسجّل الدخول، أو ثلاثين يومًا بلا محاولة.", en: "Until you log in, or thirty days without a try."),
        tables: [Table("log_in_failures", given: ["failures", "last_at"], withheld: ["subject"])],
        erasing: .by { tx, person in for subject in person.guesses { try LogInFailures.forgive(tx, subject) } },
        count: counting { "log_in_failures WHERE subject IN \(list: $0.guesses)" },
        records: { tx, person in
            try tx.all("SELECT failures, last_at FROM log_in_failures WHERE subject IN \(list: person.guesses) ORDER BY last_at") {
                Record((.count, .number(try $0["failures"])), (.lastTriedAt, .moment(try $0["last_at"] as Instant)))
            }
        })

    static let voters = RecordSet(
        "oldSiteAccounts", Phrase(ar: "حسابك في موقع قديم", en: "Your account of an old site"),
        reason: Phrase(
            ar: "لتعود إليك أصواتك ومجموعاتك من موقعنا القديم.", en: "So that your votes and collections of our old site are yours again."),
        retention: withAccount,
        tables: [Table("imported_voters", given: ["site", "source_id", "created_at"], withheld: ["id", "email_digest", "reader_id"])],
        erasing: .by { try ImportedVoters.forget($0, $1.reader) }, count: counting { "imported_voters WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM imported_voters WHERE reader_id = \(person.id) ORDER BY id") { row in
                Record(
                    (.site, .text(try row["site"] as String)), (.numberThere, .text(try row["source_id"] as String)),
                    (.firstSeenAt, .moment(try row["created_at"] as Instant)))
            }
        })

    static let comments = RecordSet(
        "oldSiteComments", Phrase(ar: "تعليقاتك في موقع قديم", en: "Your comments on an old site"),
        reason: Phrase(ar: "نُقلت مع موقعنا القديم، ولا تُعرض هنا.", en: "They came along from our old site, and are not shown here."),
        retention: withAccount,
        tables: [
            Table(
                "imported_comments", given: ["edition_id", "kind", "state", "author_name", "author_email", "author_url", "written_at", "body"],
                withheld: ["id", "source_id", "parent_source_id"])
        ],
        erasing: .by { tx, person in try tx.run("DELETE FROM imported_comments WHERE lower(author_email) = \(person.reader.email.key)") },
        count: counting { "imported_comments WHERE lower(author_email) = \($0.reader.email.key)" },
        records: { tx, person in
            try tx.all(
                """
                SELECT c.*, coalesce(r.headline, '') AS headline
                FROM imported_comments c JOIN editions e ON e.id = c.edition_id LEFT JOIN revisions r ON r.id = e.published_id
                WHERE lower(c.author_email) = \(person.reader.email.key) ORDER BY c.id
                """
            ) { row in
                Record(
                    (.story, .text(try row["headline"] as String?)), (.text, .text(try row["body"] as String)),
                    (.kind, .text(try row["kind"] as String?)), (.state, .text(try row["state"] as String?)),
                    (.name, .text(try row["author_name"] as String?)), (.address, .text(try row["author_email"] as String)),
                    (.website, .text(try row["author_url"] as String?)), (.writtenAt, .moment(try row["written_at"] as Instant?)))
            }
        })
}

extension Mail.State {
    var words: Phrase {
        switch self {
        case .waiting: Phrase(ar: "تنتظر", en: "waits")
        case .sent: Phrase(ar: "أُرسلت", en: "sent")
        case .failed: Phrase(ar: "لم تُرسل", en: "not sent")
        case .expired: Phrase(ar: "فات وقتها", en: "its time was over")
        }
    }
}

extension AccountRequest.Kind {
    var words: Phrase {
        switch self {
        case .signUp: Phrase(ar: "حساب جديد", en: "A new account")
        case .forgot: Phrase(ar: "كلمة سر جديدة", en: "A new password")
        }
    }
}
