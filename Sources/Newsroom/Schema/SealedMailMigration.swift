import Storage

extension Migration {
    /// Letters whose words and recipient are sealed while they wait, under a key outside of the database, and gone afterwards: what stays says that an
    /// account has had a letter of that kind. What waited in the old table goes with it: its words stood there as anybody could read them.
    static let sealedMail = Migration("0013 sealed mail") { _ in
        [
            "DROP TABLE mails",
            """
            CREATE TABLE mails (
                id \(.key),
                reader_id \(.integer) REFERENCES readers (id) ON DELETE CASCADE,
                kind \(.text) NOT NULL CONSTRAINT mails_kind_given CHECK (kind <> ''),
                language \(.text) NOT NULL CONSTRAINT mails_known_language CHECK (language IN ('ar', 'en')),
                sealed \(.bytes),
                message_id \(.text) CONSTRAINT mails_message_id UNIQUE,
                state \(.text) NOT NULL DEFAULT 'waiting' CONSTRAINT mails_known_state CHECK (state IN ('waiting', 'sent', 'failed', 'expired')),
                attempts \(.integer) NOT NULL DEFAULT 0,
                next_attempt_at \(.integer),
                failure \(.text),
                created_at \(.integer) NOT NULL,
                expires_at \(.integer),
                ended_at \(.integer),
                CONSTRAINT mails_waiting_has_words CHECK (state <> 'waiting' OR (sealed IS NOT NULL AND next_attempt_at IS NOT NULL)),
                CONSTRAINT mails_ended_has_no_words
                    CHECK (state = 'waiting' OR (sealed IS NULL AND next_attempt_at IS NULL AND ended_at IS NOT NULL))
            ) \(.strict)
            """,
            "CREATE INDEX mails_waiting ON mails (state, next_attempt_at, id)",
            "CREATE INDEX mails_by_end ON mails (ended_at)",
            "CREATE INDEX mails_by_reader ON mails (reader_id)",
        ]
    }
}
