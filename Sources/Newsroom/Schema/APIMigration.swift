import Storage

extension Migration {
    /// By what programs work in the newsroom, and whom it tells of what it does.
    static let api = Migration("0019 api") { _ in
        [
            """
            CREATE TABLE api_tokens (
                id \(.key),
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                name \(.text) NOT NULL CONSTRAINT api_tokens_name_given CHECK (name <> ''),
                digest \(.bytes) NOT NULL CONSTRAINT api_tokens_digest UNIQUE,
                scopes \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                ends_at \(.integer) NOT NULL,
                used_at \(.integer)
            ) \(.strict)
            """,
            "CREATE INDEX api_tokens_by_reader ON api_tokens (reader_id)",
            """
            CREATE TABLE webhooks (
                id \(.key),
                url \(.text) NOT NULL CONSTRAINT webhooks_url UNIQUE,
                events \(.text) NOT NULL,
                secret \(.bytes) NOT NULL,
                created_at \(.integer) NOT NULL,
                stopped_at \(.integer)
            ) \(.strict)
            """,
            """
            CREATE TABLE webhook_deliveries (
                id \(.key),
                webhook_id \(.integer) NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
                name \(.text) NOT NULL CONSTRAINT webhook_deliveries_name UNIQUE,
                event \(.text) NOT NULL,
                edition_id \(.integer),
                language \(.text),
                slug \(.text),
                headline \(.text) NOT NULL DEFAULT '',
                revision_id \(.integer),
                words \(.text) NOT NULL DEFAULT '',
                state \(.text) NOT NULL DEFAULT 'waiting' CONSTRAINT webhook_deliveries_known_state CHECK (state IN ('waiting', 'sent', 'failed')),
                attempts \(.integer) NOT NULL DEFAULT 0,
                next_attempt_at \(.integer),
                answer \(.text) NOT NULL DEFAULT '',
                created_at \(.integer) NOT NULL,
                CONSTRAINT webhook_deliveries_waiting_has_time CHECK ((state = 'waiting') = (next_attempt_at IS NOT NULL))
            ) \(.strict)
            """,
            "CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (next_attempt_at, id) WHERE state = 'waiting'",
            "CREATE INDEX webhook_deliveries_by_webhook ON webhook_deliveries (webhook_id, id)",
        ]
    }
}
