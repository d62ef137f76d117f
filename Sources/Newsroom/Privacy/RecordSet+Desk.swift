import Basics
import Storage

/// What is kept of those who work in the newsroom, besides what is kept of every reader.
extension RecordSet {
    static let texts = RecordSet(
        "texts", Phrase(ar: "ما كتبته في غرفة الأخبار", en: "What you wrote in the newsroom"),
        reason: Phrase(ar: "ليُعرف من كتب كل نص ومتى.", en: "So that it is known who wrote each text, and when."),
        retention: Phrase(
            ar: "النصوص للصحيفة وتبقى؛ ويُمحى اسمك عنها مع حسابك.",
            en: "The texts are the newspaper’s and stay; your name is taken off them with your account."),
        tables: [
            Table(
                "revisions", given: ["headline", "note", "created_at"],
                withheld: [
                    "id", "edition_id", "parent_id", "digest", "author", "author_id", "words", "dateline", "search_title", "search_description",
                    "standfirst", "excerpt", "body", "is_autosave", "writer", "sequence",
                ])
        ],
        erasing: .by { tx, person in try tx.run("UPDATE revisions SET author = '', author_id = NULL WHERE author_id = \(person.id)") },
        count: counting { "revisions WHERE author_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT headline, note, created_at FROM revisions WHERE author_id = \(person.id) ORDER BY id") { row in
                Record(
                    (.title, .text(try row["headline"] as String?)), (.note, .text(try row["note"] as String?)),
                    (.writtenAt, .moment(try row["created_at"] as Instant)))
            }
        })

    static let desk = RecordSet(
        "desk", Phrase(ar: "عملك على الأخبار", en: "Your work on stories"),
        reason: Phrase(
            ar: "ليُعرف ما أُسند إليك، وما وافقت عليه، وأي خبر مفتوح عندك الآن.",
            en: "So that it is known what is assigned to you, what you approved, and which story is open before you now."),
        retention: withAccount,
        tables: [
            Table("assignments", given: ["created_at"], withheld: ["edition_id", "reader_id"]),
            Table("approvals", given: ["created_at"], withheld: ["revision_id", "reader_id"]),
            Table("presences", given: ["created_at", "seen_at", "wrote_at"], withheld: ["edition_id", "reader_id", "writer", "holds"]),
        ],
        erasing: .withAccount,
        count: { tx, person in
            try tx.one(
                """
                SELECT (SELECT count(*) FROM assignments WHERE reader_id = \(person.id)) + (SELECT count(*) FROM approvals WHERE reader_id = \(person.id))
                    + (SELECT count(*) FROM presences WHERE reader_id = \(person.id)) AS n
                """
            ) { try $0["n"] }
        },
        records: { tx, person in
            try tx.all(
                """
                SELECT r.headline, a.created_at, CAST(NULL AS BIGINT) AS seen_at, CAST(NULL AS BIGINT) AS wrote_at, 'assignment' AS kind
                FROM assignments a JOIN editions e ON e.id = a.edition_id JOIN revisions r ON r.id = e.head_id WHERE a.reader_id = \(person.id)
                UNION ALL SELECT r.headline, a.created_at, CAST(NULL AS BIGINT), CAST(NULL AS BIGINT), 'approval' FROM approvals a JOIN revisions r ON r.id = a.revision_id
                WHERE a.reader_id = \(person.id)
                UNION ALL SELECT r.headline, p.created_at, p.seen_at, p.wrote_at, 'presence'
                FROM presences p JOIN editions e ON e.id = p.edition_id JOIN revisions r ON r.id = e.head_id WHERE p.reader_id = \(person.id)
                """
            ) { row in
                Record(
                    (.kind, .text(try row["kind"] as String?)), (.title, .text(try row["headline"] as String?)),
                    (.madeAt, .moment(try row["created_at"] as Instant)), (.lastUsedAt, .moment(try row["seen_at"] as Instant?)),
                    (.writtenAt, .moment(try row["wrote_at"] as Instant?)))
            }
        })

    static let tokens = RecordSet(
        "tokens", Phrase(ar: "مفاتيح البرامج", en: "Keys of programs"),
        reason: Phrase(
            ar: "لتعمل البرامج التي اخترتها باسمك. نحفظ بصمة المفتاح لا حروفه.",
            en: "So that programs of your choice work in your name. Of a key we keep a fingerprint, not its letters."),
        retention: Phrase(ar: "حتى تنهيها أو تنتهي مدتها.", en: "Until you end them, or their time is over."),
        tables: [
            Table("api_tokens", given: ["name", "scopes", "created_at", "ends_at", "used_at"], withheld: ["id", "reader_id", "digest"])
        ],
        erasing: .withAccount, count: counting { "api_tokens WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT name, scopes, created_at, ends_at, used_at FROM api_tokens WHERE reader_id = \(person.id) ORDER BY id") { row in
                Record(
                    (.name, .text(try row["name"] as String?)), (.purpose, .text(try row["scopes"] as String?)),
                    (.madeAt, .moment(try row["created_at"] as Instant)), (.endsAt, .moment(try row["ends_at"] as Instant)),
                    (.lastUsedAt, .moment(try row["used_at"] as Instant?)))
            }
        })

    static let deeds = RecordSet(
        "deeds", Phrase(ar: "ما فعلته في غرفة الأخبار", en: "What you have done in the newsroom"),
        reason: Phrase(ar: "ليُعرف من نشر ومن سحب ومن غيّر.", en: "So that it is known who published, withdrew and changed what."),
        retention: Phrase(
            ar: "يبقى العمل برقم بلا اسم: السجل متسلسل ولا يُمحى منه.",
            en: "The deed stays, under a number without a name: nothing can be taken out of its chain."),
        tables: [Table("audit", given: ["action", "created_at"], withheld: ["number", "actor", "subject", "was", "became", "digest"])],
        erasing: .by { _, _ in }, count: counting { "audit WHERE actor = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT action, created_at FROM audit WHERE actor = \(person.id) ORDER BY number") { row in
                Record((.kind, .text(try row["action"] as String?)), (.madeAt, .moment(try row["created_at"] as Instant)))
            }
        })
}
