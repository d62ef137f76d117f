import Storage

extension Migration {
    /// Letters on their way. A letter's text may hold a secret, such as a link to a new password: so it stands here no longer than the letter waits.
    static let mail = Migration("0010 mail") { _ in
        [
            """
            CREATE TABLE mails (
                id \(.key),
                kind \(.text) NOT NULL CONSTRAINT mails_kind_given CHECK (kind <> ''),
                recipient \(.text) NOT NULL,
                language \(.text) NOT NULL CONSTRAINT mails_known_language CHECK (language IN ('ar', 'en')),
                subject \(.text),
                plain \(.text),
                html \(.text),
                message_id \(.text) CONSTRAINT mails_message_id UNIQUE,
                state \(.text) NOT NULL DEFAULT 'waiting' CONSTRAINT mails_known_state CHECK (state IN ('waiting', 'sent', 'failed', 'expired')),
                attempts \(.integer) NOT NULL DEFAULT 0,
                next_attempt_at \(.integer),
                failure \(.text),
                created_at \(.integer) NOT NULL,
                expires_at \(.integer),
                ended_at \(.integer),
                CONSTRAINT mails_waiting_has_text CHECK (state <> 'waiting'
                    OR (subject IS NOT NULL AND plain IS NOT NULL AND html IS NOT NULL AND next_attempt_at IS NOT NULL)),
                CONSTRAINT mails_ended_has_no_text CHECK (state = 'waiting'
                    OR (subject IS NULL AND plain IS NULL AND html IS NULL AND next_attempt_at IS NULL AND ended_at IS NOT NULL))
            ) \(.strict)
            """,
            "CREATE INDEX mails_waiting ON mails (state, next_attempt_at, id)",
            "CREATE INDEX mails_by_end ON mails (ended_at)",
        ]
    }
}
