import Storage

extension Migration {
    /// Who said what: the speakers, and their statements as they are anchored in the stories.
    ///
    /// Who an unnamed source is stands nowhere: such a statement has neither speaker nor name, and the database refuses one that has.
    static let record = Migration("0020 record") { _ in
        [
            """
            CREATE TABLE speakers (
                id \(.key),
                kind \(.text) NOT NULL CONSTRAINT speakers_kind_known CHECK (kind IN ('person', 'organisation', 'document')),
                slug \(.text) NOT NULL CONSTRAINT speakers_slug UNIQUE,
                wikidata \(.text),
                visibility \(.text) NOT NULL CONSTRAINT speakers_visibility_known CHECK (visibility IN ('listed', 'unlisted', 'hidden')),
                -- Whom it was found to be: its address leads there.
                merged_id \(.integer) REFERENCES speakers (id),
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX speakers_by_merged ON speakers (merged_id) WHERE merged_id IS NOT NULL",
            """
            CREATE TABLE speaker_names (
                speaker_id \(.integer) NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
                language \(.text) NOT NULL,
                name \(.text) NOT NULL CONSTRAINT speaker_names_name_given CHECK (name <> ''),
                CONSTRAINT speaker_names_speaker_id_language PRIMARY KEY (speaker_id, language)
            ) \(.strict)
            """,
            """
            CREATE TABLE speaker_roles (
                speaker_id \(.integer) NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
                position \(.integer) NOT NULL,
                language \(.text) NOT NULL,
                role \(.text) NOT NULL CONSTRAINT speaker_roles_role_given CHECK (role <> ''),
                since \(.text),
                until \(.text),
                CONSTRAINT speaker_roles_speaker_id_position PRIMARY KEY (speaker_id, position)
            ) \(.strict)
            """,
            """
            CREATE TABLE speaker_spellings (
                speaker_id \(.integer) NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
                spelling \(.text) NOT NULL CONSTRAINT speaker_spellings_spelling_given CHECK (spelling <> ''),
                is_same \(.integer) NOT NULL CONSTRAINT speaker_spellings_is_same_is_flag CHECK (is_same IN (0, 1)),
                edition_id \(.integer) REFERENCES editions (id) ON DELETE SET NULL,
                seen_at \(.integer) NOT NULL,
                CONSTRAINT speaker_spellings_speaker_id_spelling PRIMARY KEY (speaker_id, spelling)
            ) \(.strict)
            """,
            "CREATE INDEX speaker_spellings_by_edition ON speaker_spellings (edition_id) WHERE edition_id IS NOT NULL",
            """
            CREATE TABLE speaker_keys (
                key \(.text) NOT NULL,
                speaker_id \(.integer) NOT NULL REFERENCES speakers (id) ON DELETE CASCADE,
                CONSTRAINT speaker_keys_key_speaker_id PRIMARY KEY (key, speaker_id)
            ) \(.strict)
            """,
            "CREATE INDEX speaker_keys_by_speaker ON speaker_keys (speaker_id)",
            """
            CREATE TABLE statements (
                id \(.key),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                -- The digest of the revision it was last anchored in, which may since have been thinned out.
                revision \(.bytes) NOT NULL,
                state \(.text) NOT NULL CONSTRAINT statements_state_known CHECK (state IN ('confirmed', 'withdrawn')),
                kind \(.text) NOT NULL CONSTRAINT statements_kind_known CHECK (kind IN ('direct', 'indirect', 'mixed')),
                source_class \(.text) NOT NULL
                    CONSTRAINT statements_source_class_known CHECK (source_class IN ('person', 'organisation', 'document', 'vague', 'unnamed')),
                speaker_id \(.integer) REFERENCES speakers (id),
                name \(.text) NOT NULL,
                role \(.text) NOT NULL,
                context \(.text) NOT NULL,
                anchors \(.text) NOT NULL,
                created_at \(.integer) NOT NULL,
                updated_at \(.integer) NOT NULL,
                CONSTRAINT statements_unnamed_stays_unnamed CHECK (source_class NOT IN ('vague', 'unnamed') OR (speaker_id IS NULL AND name = ''))
            ) \(.strict)
            """,
            "CREATE INDEX statements_by_edition ON statements (edition_id)",
            "CREATE INDEX statements_by_speaker ON statements (speaker_id, id) WHERE speaker_id IS NOT NULL",
            // What an editor has looked at and found to be no statement, by its words.
            """
            CREATE TABLE rejected_proposals (
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                digest \(.bytes) NOT NULL,
                created_at \(.integer) NOT NULL,
                CONSTRAINT rejected_proposals_edition_id_digest PRIMARY KEY (edition_id, digest)
            ) \(.strict)
            """,
            // Whether the published text still has it, worked out when that is published.
            """
            CREATE TABLE statement_places (
                statement_id \(.integer) NOT NULL CONSTRAINT statement_places_statement_id PRIMARY KEY REFERENCES statements (id) ON DELETE CASCADE,
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                state \(.text) NOT NULL CONSTRAINT statement_places_state_known CHECK (state IN ('kept', 'altered', 'lost')),
                words \(.text) NOT NULL
            ) \(.strict)
            """,
            "CREATE INDEX statement_places_by_edition ON statement_places (edition_id)",
        ]
    }
}
