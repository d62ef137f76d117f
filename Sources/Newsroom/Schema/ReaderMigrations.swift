import Storage

extension Migration {
    /// Accounts, and all by which someone shows to be the one they belong to. No secret stands here as it can be used: tokens and recovery codes by
    /// their digests, passwords hashed, seeds of one-time codes encrypted under a key outside of the database.
    static let readers = Migration("0009 readers") { _ in
        [
            """
            CREATE TABLE readers (
                id \(.key),
                email \(.text) NOT NULL,
                email_key \(.text) NOT NULL CONSTRAINT readers_email_key UNIQUE,
                name \(.text) NOT NULL DEFAULT '',
                language \(.text) NOT NULL CONSTRAINT readers_known_language CHECK (language IN ('ar', 'en')),
                role \(.text) NOT NULL DEFAULT 'reader' CONSTRAINT readers_known_role
                    CHECK (role IN ('reader', 'reporter', 'translator', 'editor', 'chief-editor', 'administrator')),
                password \(.text),
                totp_seed \(.bytes),
                totp_last_step \(.integer),
                keeps_history \(.integer) NOT NULL DEFAULT 0 CONSTRAINT readers_keeps_history_is_flag CHECK (keeps_history IN (0, 1)),
                confirmed_at \(.integer),
                erase_at \(.integer),
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE sessions (
                id \(.key),
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                digest \(.bytes) NOT NULL CONSTRAINT sessions_digest UNIQUE,
                device \(.text) NOT NULL,
                stays \(.integer) NOT NULL CONSTRAINT sessions_stays_is_flag CHECK (stays IN (0, 1)),
                awaits_factor \(.integer) NOT NULL DEFAULT 0 CONSTRAINT sessions_awaits_factor_is_flag CHECK (awaits_factor IN (0, 1)),
                created_at \(.integer) NOT NULL,
                proved_at \(.integer) NOT NULL,
                seen_at \(.integer) NOT NULL,
                ends_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX sessions_by_reader ON sessions (reader_id, seen_at)",
            "CREATE INDEX sessions_by_end ON sessions (ends_at)",
            """
            CREATE TABLE links (
                id \(.key),
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                purpose \(.text) NOT NULL CONSTRAINT links_known_purpose CHECK (purpose IN ('set-up', 'reset', 'change-from', 'change-to')),
                digest \(.bytes) NOT NULL CONSTRAINT links_digest UNIQUE,
                email \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                ends_at \(.integer) NOT NULL,
                used_at \(.integer),
                replaced_at \(.integer)
            ) \(.strict)
            """,
            "CREATE INDEX links_by_reader ON links (reader_id, purpose)",
            """
            CREATE TABLE known_devices (
                digest \(.bytes) CONSTRAINT known_devices_digest PRIMARY KEY,
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                seen_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX known_devices_by_reader ON known_devices (reader_id)",
            """
            CREATE TABLE log_in_failures (
                subject \(.bytes) CONSTRAINT log_in_failures_subject PRIMARY KEY,
                failures \(.integer) NOT NULL,
                last_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE account_requests (
                id \(.key),
                kind \(.text) NOT NULL CONSTRAINT account_requests_known_kind CHECK (kind IN ('sign-up', 'forgot')),
                email \(.text) NOT NULL,
                name \(.text) NOT NULL,
                language \(.text) NOT NULL CONSTRAINT account_requests_known_language CHECK (language IN ('ar', 'en')),
                device \(.text) NOT NULL,
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE passkeys (
                id \(.key),
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                credential \(.bytes) NOT NULL CONSTRAINT passkeys_credential UNIQUE,
                public_key \(.bytes) NOT NULL,
                sign_count \(.integer) NOT NULL,
                is_backed_up \(.integer) NOT NULL CONSTRAINT passkeys_is_backed_up_is_flag CHECK (is_backed_up IN (0, 1)),
                name \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                used_at \(.integer)
            ) \(.strict)
            """,
            "CREATE INDEX passkeys_by_reader ON passkeys (reader_id)",
            """
            CREATE TABLE recovery_codes (
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                digest \(.bytes) NOT NULL,
                used_at \(.integer),
                CONSTRAINT recovery_codes_reader_id_digest PRIMARY KEY (reader_id, digest)
            ) \(.strict)
            """,
            """
            CREATE TABLE policy_acceptances (
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                revision_id \(.integer) NOT NULL REFERENCES revisions (id),
                accepted_at \(.integer) NOT NULL,
                CONSTRAINT policy_acceptances_reader_id_revision_id PRIMARY KEY (reader_id, revision_id)
            ) \(.strict)
            """,
        ]
    }
}
