import Storage

extension Migration {
    /// What of each edition the public has seen, and since when: a row whenever another revision comes before it, numbered from 1. With it the indexes
    /// by which is found what there is of a reader.
    static let publications = Migration("0014 publications") { _ in
        [
            """
            CREATE TABLE publications (
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                number \(.integer) NOT NULL CONSTRAINT publications_number_counts CHECK (number > 0),
                revision_id \(.integer) NOT NULL REFERENCES revisions (id) ON DELETE CASCADE,
                published_at \(.integer) NOT NULL,
                CONSTRAINT publications_edition_id_number PRIMARY KEY (edition_id, number)
            ) \(.strict)
            """,
            "CREATE INDEX publications_by_revision ON publications (revision_id)",
            """
            INSERT INTO publications (edition_id, number, revision_id, published_at)
                SELECT id, 1, published_id, coalesce(updated_at, published_at) FROM editions
                WHERE published_id IS NOT NULL AND published_at IS NOT NULL
            """,
            // Looked for every few seconds, and nearly always there is none.
            "CREATE INDEX readers_erase_at ON readers (erase_at) WHERE erase_at IS NOT NULL",
            // By which a reader finds what she wrote on an old site.
            "CREATE INDEX imported_comments_by_address ON imported_comments (lower(author_email))",
            "CREATE INDEX policy_acceptances_by_revision ON policy_acceptances (revision_id)",
        ]
    }
}
