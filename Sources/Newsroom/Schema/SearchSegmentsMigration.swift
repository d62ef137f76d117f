import Storage

extension Migration {
    /// An index of our own instead of each engine's: the same rows, and so the same results, on both. What is published is read anew (see `SearchReading`).
    static let searchSegments = Migration("0022 search segments") { dialect in
        let old: [SQL] = dialect == .sqlite ? ["DROP TABLE search_ar", "DROP TABLE search_en"] : []
        return old + [
            "DROP TABLE search_documents",
            """
            CREATE TABLE search_segments (
                id \(.key),
                language \(.text) NOT NULL CONSTRAINT search_segments_known_language CHECK (language IN ('ar', 'en')),
                stamp \(.integer) NOT NULL,
                size \(.integer) NOT NULL,
                live \(.integer) NOT NULL,
                length \(.integer) NOT NULL,
                removed \(.bytes) NOT NULL,
                documents \(.bytes) NOT NULL,
                CONSTRAINT search_segments_not_empty CHECK (live BETWEEN 1 AND size)
            ) \(.strict)
            """,
            """
            CREATE TABLE search_blocks (
                segment_id \(.integer) NOT NULL REFERENCES search_segments (id) ON DELETE CASCADE,
                first_stem \(.bytes) NOT NULL,
                dictionary \(.bytes) NOT NULL,
                postings \(.bytes) NOT NULL,
                positions \(.bytes) NOT NULL,
                CONSTRAINT search_blocks_segment_id_first_stem PRIMARY KEY (segment_id, first_stem)
            ) \(.strict)
            """,
            """
            CREATE TABLE search_names (
                segment_id \(.integer) NOT NULL REFERENCES search_segments (id) ON DELETE CASCADE,
                first_key \(.bytes) NOT NULL,
                entries \(.bytes) NOT NULL,
                CONSTRAINT search_names_segment_id_first_key PRIMARY KEY (segment_id, first_key)
            ) \(.strict)
            """,
            """
            CREATE TABLE search_documents (
                id \(.integer) CONSTRAINT search_documents_id PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
                segment_id \(.integer) NOT NULL REFERENCES search_segments (id) ON DELETE CASCADE,
                place \(.integer) NOT NULL,
                analysis \(.integer) NOT NULL,
                CONSTRAINT search_documents_segment_id_place UNIQUE (segment_id, place)
            ) \(.strict)
            """,
            """
            CREATE TABLE search_readings (
                id \(.integer) CONSTRAINT search_readings_id PRIMARY KEY CONSTRAINT search_readings_one CHECK (id = 1),
                last_edition \(.integer) NOT NULL
            ) \(.strict)
            """,
        ]
    }
}
