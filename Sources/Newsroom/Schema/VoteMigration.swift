import Storage

extension Migration {
    /// Who voted how on a work, and what that comes to.
    ///
    /// One table holds every vote, whoever it is from, so that each counter is a `GROUP BY` of it and may be counted again at any time. A voter is an
    /// account, a guest's token (by its digest) or a voter of the old site; each has one row per work. A unique constraint takes NULLs for different
    /// ones on both engines: so an erased reader's votes stay, with nobody's name on them, and guests of the old site, who had no name, have many.
    static let votes = Migration("0011 votes") { _ in
        [
            """
            CREATE TABLE imported_voters (
                id \(.key),
                site \(.text) NOT NULL,
                source_id \(.text) NOT NULL,
                email_digest \(.bytes),
                reader_id \(.integer) REFERENCES readers (id) ON DELETE CASCADE,
                created_at \(.integer) NOT NULL,
                CONSTRAINT imported_voters_site_source_id UNIQUE (site, source_id)
            ) \(.strict)
            """,
            "CREATE INDEX imported_voters_by_email ON imported_voters (email_digest)",
            "CREATE INDEX imported_voters_by_reader ON imported_voters (reader_id)",
            """
            CREATE TABLE votes (
                id \(.key),
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                origin \(.text) NOT NULL CONSTRAINT votes_known_origin CHECK (origin IN ('reader', 'guest', 'imported', 'imported-guest')),
                value \(.integer) NOT NULL CONSTRAINT votes_up_or_down CHECK (value IN (-1, 1)),
                reader_id \(.integer) REFERENCES readers (id) ON DELETE SET NULL,
                guest \(.bytes),
                voter_id \(.integer) REFERENCES imported_voters (id) ON DELETE SET NULL,
                cast_at \(.integer) NOT NULL,
                CONSTRAINT votes_reader_id_work_id UNIQUE (reader_id, work_id),
                CONSTRAINT votes_guest_work_id UNIQUE (guest, work_id),
                CONSTRAINT votes_voter_id_work_id UNIQUE (voter_id, work_id),
                CONSTRAINT votes_voter_of_its_origin CHECK (
                    (reader_id IS NULL OR origin = 'reader') AND (voter_id IS NULL OR origin = 'imported')
                    AND (CASE WHEN guest IS NULL THEN 0 ELSE 1 END) = (CASE WHEN origin = 'guest' THEN 1 ELSE 0 END))
            ) \(.strict)
            """,
            "CREATE INDEX votes_by_work ON votes (work_id, origin, value)",
            """
            CREATE TABLE vote_counts (
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                origin \(.text) NOT NULL CONSTRAINT vote_counts_known_origin CHECK (origin IN ('reader', 'guest', 'imported', 'imported-guest')),
                up \(.integer) NOT NULL CONSTRAINT vote_counts_up_counts CHECK (up >= 0),
                down \(.integer) NOT NULL CONSTRAINT vote_counts_down_counts CHECK (down >= 0),
                CONSTRAINT vote_counts_work_id_origin PRIMARY KEY (work_id, origin)
            ) \(.strict)
            """,
            """
            CREATE TABLE vote_closings (
                work_id \(.integer) CONSTRAINT vote_closings_work_id PRIMARY KEY REFERENCES works (id) ON DELETE CASCADE,
                closed_at \(.integer) NOT NULL
            ) \(.strict)
            """,
        ]
    }
}
