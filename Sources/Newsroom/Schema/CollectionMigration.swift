import Storage

extension Migration {
    /// What readers keep: collections and the works in them.
    ///
    /// A collection belongs to a reader or, until she signs up, to a voter of the old site. A link's secret is not here: only the salt it is made from,
    /// with a key outside of the database, and its digest.
    static let collections = Migration("0012 collections") { _ in
        [
            """
            CREATE TABLE collections (
                id \(.key),
                reader_id \(.integer) REFERENCES readers (id) ON DELETE CASCADE,
                voter_id \(.integer) REFERENCES imported_voters (id) ON DELETE CASCADE,
                code \(.text) NOT NULL CONSTRAINT collections_code UNIQUE,
                kind \(.text) NOT NULL CONSTRAINT collections_known_kind CHECK (kind IN ('later', 'favourites', 'history', 'own')),
                name \(.text) NOT NULL,
                name_key \(.text) NOT NULL,
                description \(.text) NOT NULL DEFAULT '',
                visibility \(.text) NOT NULL CONSTRAINT collections_known_visibility CHECK (visibility IN ('private', 'unlisted', 'public')),
                sorting \(.text) NOT NULL CONSTRAINT collections_known_sorting CHECK (sorting IN ('newest', 'oldest', 'by-hand')),
                link_salt \(.bytes),
                link_digest \(.bytes) CONSTRAINT collections_link_digest UNIQUE,
                cover_work_id \(.integer) REFERENCES works (id) ON DELETE SET NULL,
                created_at \(.integer) NOT NULL,
                CONSTRAINT collections_one_owner CHECK ((reader_id IS NULL) <> (voter_id IS NULL)),
                CONSTRAINT collections_own_has_name CHECK ((kind = 'own') = (name <> '')),
                CONSTRAINT collections_only_own_are_shared CHECK (kind = 'own' OR visibility = 'private'),
                CONSTRAINT collections_unlisted_has_link
                    CHECK ((visibility = 'unlisted') = (link_digest IS NOT NULL) AND (link_salt IS NULL) = (link_digest IS NULL))
            ) \(.strict)
            """,
            "CREATE UNIQUE INDEX collections_reader_id_kind ON collections (reader_id, kind) WHERE kind <> 'own'",
            "CREATE UNIQUE INDEX collections_reader_id_name_key ON collections (reader_id, name_key) WHERE kind = 'own'",
            "CREATE INDEX collections_by_voter ON collections (voter_id)",
            """
            CREATE TABLE collection_items (
                collection_id \(.integer) NOT NULL REFERENCES collections (id) ON DELETE CASCADE,
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                position \(.integer) NOT NULL,
                note \(.text) NOT NULL DEFAULT '',
                saved_at \(.integer) NOT NULL,
                CONSTRAINT collection_items_collection_id_work_id PRIMARY KEY (collection_id, work_id)
            ) \(.strict)
            """,
            "CREATE INDEX collection_items_by_hand ON collection_items (collection_id, position, work_id)",
            "CREATE INDEX collection_items_by_time ON collection_items (collection_id, saved_at, work_id)",
            "CREATE INDEX collection_items_by_work ON collection_items (work_id)",
        ]
    }
}
