import Storage

extension Migration {
    /// What the newsroom has settled for its copydesk, and what an editor has said to leave as it is.
    static let copydesk = Migration("0021 copydesk") { _ in
        [
            """
            CREATE TABLE copydesk_levels (
                check_id \(.text) NOT NULL CONSTRAINT copydesk_levels_check_id PRIMARY KEY,
                level \(.text) NOT NULL CONSTRAINT copydesk_levels_level_known CHECK (level IN ('off', 'suggestion', 'warning', 'error'))
            ) \(.strict)
            """,
            """
            CREATE TABLE copydesk_words (
                word \(.text) NOT NULL CONSTRAINT copydesk_words_word PRIMARY KEY CHECK (word <> ''),
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            // One row: the level of which none may be open when a story is published.
            """
            CREATE TABLE copydesk_rule (
                id \(.integer) NOT NULL CONSTRAINT copydesk_rule_id PRIMARY KEY CHECK (id = 1),
                required \(.text) NOT NULL CONSTRAINT copydesk_rule_required_known CHECK (required IN ('none', 'suggestion', 'warning', 'error'))
            ) \(.strict)
            """,
            """
            CREATE TABLE copydesk_exceptions (
                id \(.key),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                check_id \(.text) NOT NULL,
                quoted \(.text) NOT NULL,
                text_before \(.text) NOT NULL,
                text_after \(.text) NOT NULL,
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX copydesk_exceptions_by_edition ON copydesk_exceptions (edition_id)",
        ]
    }
}
