import Storage

extension Migration {
    /// What those who work in the newsroom need: who saved which text on top of which, what is scheduled exactly, who is in a story, and the record of
    /// all they do.
    static let desk = Migration("0017 desk") { _ in
        [
            """
            ALTER TABLE revisions ADD COLUMN is_autosave \(.integer) NOT NULL DEFAULT 0
                CONSTRAINT revisions_is_autosave_is_flag CHECK (is_autosave IN (0, 1))
            """,
            // No foreign key: what hangs on a revision does not hang on whoever wrote it. Erasing her account empties it.
            "ALTER TABLE revisions ADD COLUMN author_id \(.integer)",
            // The window that saved it, and the number of its save: a save sent twice is one.
            "ALTER TABLE revisions ADD COLUMN writer \(.text)",
            "ALTER TABLE revisions ADD COLUMN sequence \(.integer)",
            "CREATE INDEX revisions_by_author ON revisions (author_id) WHERE author_id IS NOT NULL",
            "CREATE INDEX revisions_autosaves ON revisions (edition_id, created_at) WHERE is_autosave = 1",
            "ALTER TABLE editions ADD COLUMN scheduled_id \(.integer)",
            "ALTER TABLE editions ADD COLUMN hidden_at \(.integer)",
            "ALTER TABLE editions ADD COLUMN embargo_until \(.integer)",
            // What of the original a translation has taken in.
            "ALTER TABLE editions ADD COLUMN original_id \(.integer)",
            "UPDATE editions SET scheduled_id = head_id WHERE visibility = 'scheduled'",
            "CREATE INDEX editions_scheduled ON editions (scheduled_at) WHERE scheduled_id IS NOT NULL",
            "CREATE INDEX editions_hidden ON editions (hidden_at) WHERE hidden_at IS NOT NULL",
            "CREATE INDEX editions_by_workflow ON editions (workflow, visibility)",
            """
            CREATE TABLE assignments (
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                created_at \(.integer) NOT NULL,
                CONSTRAINT assignments_edition_id_reader_id PRIMARY KEY (edition_id, reader_id)
            ) \(.strict)
            """,
            "CREATE INDEX assignments_by_reader ON assignments (reader_id)",
            """
            CREATE TABLE presences (
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                writer \(.text) NOT NULL CONSTRAINT presences_writer_given CHECK (writer <> ''),
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                holds \(.integer) NOT NULL CONSTRAINT presences_holds_is_flag CHECK (holds IN (0, 1)),
                created_at \(.integer) NOT NULL,
                seen_at \(.integer) NOT NULL,
                wrote_at \(.integer),
                CONSTRAINT presences_edition_id_writer PRIMARY KEY (edition_id, writer)
            ) \(.strict)
            """,
            "CREATE INDEX presences_by_reader ON presences (reader_id)",
            """
            CREATE TABLE approvals (
                revision_id \(.integer) NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
                reader_id \(.integer) NOT NULL REFERENCES readers (id) ON DELETE CASCADE,
                created_at \(.integer) NOT NULL,
                CONSTRAINT approvals_revision_id_reader_id PRIMARY KEY (revision_id, reader_id)
            ) \(.strict)
            """,
            "CREATE INDEX approvals_by_reader ON approvals (reader_id)",
            """
            CREATE TABLE corrections (
                id \(.key),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                number \(.integer) NOT NULL,
                words \(.text) NOT NULL CONSTRAINT corrections_words_given CHECK (words <> ''),
                created_at \(.integer) NOT NULL,
                CONSTRAINT corrections_publication FOREIGN KEY (edition_id, number) REFERENCES publications (edition_id, number),
                CONSTRAINT corrections_edition_id_number UNIQUE (edition_id, number)
            ) \(.strict)
            """,
            "CREATE INDEX corrections_latest ON corrections (created_at)",
            """
            CREATE TABLE freezes (
                id \(.key),
                reason \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                released_at \(.integer)
            ) \(.strict)
            """,
            """
            CREATE TABLE front_places (
                language \(.text) NOT NULL CONSTRAINT front_places_known_language CHECK (language IN ('ar', 'en')),
                position \(.integer) NOT NULL CONSTRAINT front_places_position_counts CHECK (position >= 0),
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                CONSTRAINT front_places_language_position PRIMARY KEY (language, position),
                CONSTRAINT front_places_language_work_id UNIQUE (language, work_id)
            ) \(.strict)
            """,
            """
            CREATE TABLE audit (
                number \(.integer) CONSTRAINT audit_number PRIMARY KEY,
                actor \(.integer),
                action \(.text) NOT NULL CONSTRAINT audit_action_given CHECK (action <> ''),
                subject \(.text) NOT NULL,
                was \(.text) NOT NULL,
                became \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                digest \(.bytes) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX audit_by_subject ON audit (subject, number)",
            "CREATE INDEX audit_by_actor ON audit (actor, number)",
        ]
    }
}
