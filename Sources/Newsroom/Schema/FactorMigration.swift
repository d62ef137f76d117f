import Storage

extension Migration {
    /// What second factors need beside their own tables: a seed that waits for its first code, and what a passkey is asked to sign.
    static let factors = Migration("0015 factors") { _ in
        [
            """
            ALTER TABLE passkeys ADD COLUMN is_backup_eligible \(.integer) NOT NULL DEFAULT 0
                CONSTRAINT passkeys_is_backup_eligible_is_flag CHECK (is_backup_eligible IN (0, 1))
            """,
            "ALTER TABLE readers ADD COLUMN totp_waiting \(.bytes)",
            "ALTER TABLE readers ADD COLUMN totp_since \(.integer)",
            """
            CREATE TABLE passkey_challenges (
                digest \(.bytes) CONSTRAINT passkey_challenges_digest PRIMARY KEY,
                purpose \(.text) NOT NULL CONSTRAINT passkey_challenges_known_purpose CHECK (purpose IN ('webauthn.create', 'webauthn.get')),
                reader_id \(.integer) REFERENCES readers (id) ON DELETE CASCADE,
                challenge \(.bytes) NOT NULL,
                ends_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX passkey_challenges_by_end ON passkey_challenges (ends_at)",
        ]
    }
}
