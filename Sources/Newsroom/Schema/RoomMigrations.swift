import Storage

extension Migration {
    /// Who signs articles, with a name and a life in each language.
    static let people = Migration("0001 people") { _ in
        [
            """
            CREATE TABLE people (
                id \(.key),
                slug \(.text) NOT NULL CONSTRAINT people_slug UNIQUE,
                email \(.text),
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE person_names (
                person_id \(.integer) NOT NULL REFERENCES people (id) ON DELETE CASCADE,
                language \(.text) NOT NULL CONSTRAINT person_names_known_language CHECK (language IN ('ar', 'en')),
                name \(.text) NOT NULL CONSTRAINT person_names_name_given CHECK (name <> ''),
                biography \(.text) NOT NULL DEFAULT '',
                CONSTRAINT person_names_person_id_language PRIMARY KEY (person_id, language)
            ) \(.strict)
            """,
        ]
    }

    /// The tree of sections and the flat set of topics, named per language.
    static let sections = Migration("0002 sections") { _ in
        [
            """
            CREATE TABLE sections (
                id \(.key),
                parent_id \(.integer) REFERENCES sections (id),
                position \(.integer) NOT NULL DEFAULT 0,
                created_at \(.integer) NOT NULL,
                CONSTRAINT sections_not_own_parent CHECK (parent_id <> id)
            ) \(.strict)
            """,
            """
            CREATE TABLE section_names (
                section_id \(.integer) NOT NULL REFERENCES sections (id) ON DELETE CASCADE,
                language \(.text) NOT NULL CONSTRAINT section_names_known_language CHECK (language IN ('ar', 'en')),
                name \(.text) NOT NULL CONSTRAINT section_names_name_given CHECK (name <> ''),
                slug \(.text) NOT NULL CONSTRAINT section_names_slug_given CHECK (slug <> ''),
                description \(.text) NOT NULL DEFAULT '',
                CONSTRAINT section_names_section_id_language PRIMARY KEY (section_id, language),
                CONSTRAINT section_names_language_slug UNIQUE (language, slug)
            ) \(.strict)
            """,
            """
            CREATE TABLE topics (
                id \(.key),
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """,
            """
            CREATE TABLE topic_names (
                topic_id \(.integer) NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
                language \(.text) NOT NULL CONSTRAINT topic_names_known_language CHECK (language IN ('ar', 'en')),
                name \(.text) NOT NULL CONSTRAINT topic_names_name_given CHECK (name <> ''),
                slug \(.text) NOT NULL CONSTRAINT topic_names_slug_given CHECK (slug <> ''),
                description \(.text) NOT NULL DEFAULT '',
                CONSTRAINT topic_names_topic_id_language PRIMARY KEY (topic_id, language),
                CONSTRAINT topic_names_language_slug UNIQUE (language, slug)
            ) \(.strict)
            """,
        ]
    }

    /// Pictures and other files: the record here, the bytes in the data folder under their digest.
    static let media = Migration("0003 media") { _ in
        [
            """
            CREATE TABLE media (
                id \(.key),
                kind \(.text) NOT NULL CONSTRAINT media_known_kind CHECK (kind IN ('picture', 'document', 'audio', 'video')),
                state \(.text) NOT NULL CONSTRAINT media_known_state CHECK (state IN ('awaited', 'stored', 'ready', 'failed')),
                file_name \(.text) NOT NULL,
                source_url \(.text),
                digest \(.bytes),
                type \(.text),
                bytes \(.integer),
                width \(.integer),
                height \(.integer),
                focal_x \(.real) NOT NULL DEFAULT 0.5 CONSTRAINT media_focal_x_inside CHECK (focal_x BETWEEN 0 AND 1),
                focal_y \(.real) NOT NULL DEFAULT 0.5 CONSTRAINT media_focal_y_inside CHECK (focal_y BETWEEN 0 AND 1),
                licence \(.text) NOT NULL DEFAULT '',
                attempts \(.integer) NOT NULL DEFAULT 0,
                next_attempt_at \(.integer),
                failure_ar \(.text),
                failure_en \(.text),
                created_at \(.integer) NOT NULL,
                CONSTRAINT media_stored_has_bytes CHECK (state IN ('awaited', 'failed') OR (digest IS NOT NULL AND type IS NOT NULL AND bytes IS NOT NULL))
            ) \(.strict)
            """,
            "CREATE INDEX media_waiting ON media (state, next_attempt_at)",
            """
            CREATE TABLE media_texts (
                media_id \(.integer) NOT NULL REFERENCES media (id) ON DELETE CASCADE,
                language \(.text) NOT NULL CONSTRAINT media_texts_known_language CHECK (language IN ('ar', 'en')),
                alt \(.text) NOT NULL DEFAULT '',
                caption \(.text) NOT NULL DEFAULT '',
                credit \(.text) NOT NULL DEFAULT '',
                CONSTRAINT media_texts_media_id_language PRIMARY KEY (media_id, language)
            ) \(.strict)
            """,
            """
            CREATE TABLE media_variants (
                media_id \(.integer) NOT NULL REFERENCES media (id) ON DELETE CASCADE,
                format \(.text) NOT NULL CONSTRAINT media_variants_known_format CHECK (format IN ('avif', 'webp', 'jpeg', 'png')),
                width \(.integer) NOT NULL,
                height \(.integer) NOT NULL,
                bytes \(.integer) NOT NULL,
                digest \(.bytes) NOT NULL,
                CONSTRAINT media_variants_media_id_format_width PRIMARY KEY (media_id, format, width)
            ) \(.strict)
            """,
        ]
    }

    /// Works, their editions, and the revisions of each: immutable, hashed, each knowing its parent.
    static let articles = Migration("0004 articles") { _ in
        [
            """
            CREATE TABLE works (
                id \(.key),
                kind \(.text) NOT NULL CONSTRAINT works_known_kind CHECK (kind IN ('article', 'page')),
                section_id \(.integer) REFERENCES sections (id),
                media_id \(.integer) REFERENCES media (id),
                pinned \(.integer) NOT NULL DEFAULT 0 CONSTRAINT works_pinned_is_flag CHECK (pinned IN (0, 1)),
                created_at \(.integer) NOT NULL,
                CONSTRAINT works_id_kind UNIQUE (id, kind)
            ) \(.strict)
            """,
            "CREATE INDEX works_pinned ON works (pinned) WHERE pinned = 1",
            """
            CREATE TABLE work_sections (
                section_id \(.integer) NOT NULL REFERENCES sections (id),
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                chosen \(.integer) NOT NULL CONSTRAINT work_sections_chosen_is_flag CHECK (chosen IN (0, 1)),
                CONSTRAINT work_sections_section_id_work_id PRIMARY KEY (section_id, work_id)
            ) \(.strict)
            """,
            "CREATE INDEX work_sections_by_work ON work_sections (work_id)",
            """
            CREATE TABLE work_topics (
                topic_id \(.integer) NOT NULL REFERENCES topics (id),
                work_id \(.integer) NOT NULL REFERENCES works (id) ON DELETE CASCADE,
                position \(.integer) NOT NULL,
                CONSTRAINT work_topics_topic_id_work_id PRIMARY KEY (topic_id, work_id)
            ) \(.strict)
            """,
            "CREATE INDEX work_topics_by_work ON work_topics (work_id, position)",
            """
            CREATE TABLE editions (
                id \(.key),
                work_id \(.integer) NOT NULL,
                kind \(.text) NOT NULL,
                language \(.text) NOT NULL CONSTRAINT editions_known_language CHECK (language IN ('ar', 'en')),
                slug \(.text) NOT NULL CONSTRAINT editions_slug_given CHECK (slug <> ''),
                workflow \(.text) NOT NULL CONSTRAINT editions_known_workflow CHECK (workflow IN ('draft', 'in-review', 'ready')),
                visibility \(.text) NOT NULL
                    CONSTRAINT editions_known_visibility CHECK (visibility IN ('private', 'scheduled', 'published', 'withdrawn')),
                published_at \(.integer),
                updated_at \(.integer),
                scheduled_at \(.integer),
                withdrawn_at \(.integer),
                withdrawal_reason \(.text),
                guid \(.text),
                head_id \(.integer),
                published_id \(.integer),
                created_at \(.integer) NOT NULL,
                CONSTRAINT editions_work FOREIGN KEY (work_id, kind) REFERENCES works (id, kind),
                CONSTRAINT editions_work_id_language UNIQUE (work_id, language),
                CONSTRAINT editions_kind_language_slug UNIQUE (kind, language, slug),
                CONSTRAINT editions_published_whole
                    CHECK (visibility NOT IN ('published', 'withdrawn') OR (published_at IS NOT NULL AND published_id IS NOT NULL)),
                CONSTRAINT editions_scheduled_has_time CHECK (visibility <> 'scheduled' OR scheduled_at IS NOT NULL),
                CONSTRAINT editions_withdrawn_has_reason CHECK (visibility <> 'withdrawn' OR (withdrawn_at IS NOT NULL AND withdrawal_reason IS NOT NULL))
            ) \(.strict)
            """,
            "CREATE INDEX editions_latest ON editions (kind, language, visibility, published_at, id)",
            """
            CREATE TABLE revisions (
                id \(.key),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                parent_id \(.integer) REFERENCES revisions (id),
                digest \(.bytes) NOT NULL,
                created_at \(.integer) NOT NULL,
                author \(.text) NOT NULL,
                note \(.text) NOT NULL,
                words \(.integer) NOT NULL,
                dateline \(.text) NOT NULL,
                headline \(.text) NOT NULL,
                search_title \(.text) NOT NULL,
                search_description \(.text) NOT NULL,
                standfirst \(.text) NOT NULL,
                excerpt \(.text) NOT NULL,
                body \(.text) NOT NULL,
                CONSTRAINT revisions_edition_id_digest UNIQUE (edition_id, digest)
            ) \(.strict)
            """,
            """
            CREATE TABLE bylines (
                person_id \(.integer) NOT NULL REFERENCES people (id),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                position \(.integer) NOT NULL,
                CONSTRAINT bylines_person_id_edition_id PRIMARY KEY (person_id, edition_id)
            ) \(.strict)
            """,
            "CREATE INDEX bylines_by_edition ON bylines (edition_id, position)",
        ]
    }

    /// Old addresses that lead to pages of today. Each names one record, so that a page may move again without a chain.
    static let redirects = Migration("0005 redirects") { _ in
        [
            """
            CREATE TABLE redirects (
                path \(.text) CONSTRAINT redirects_path PRIMARY KEY,
                edition_id \(.integer) REFERENCES editions (id) ON DELETE CASCADE,
                section_id \(.integer) REFERENCES sections (id) ON DELETE CASCADE,
                topic_id \(.integer) REFERENCES topics (id) ON DELETE CASCADE,
                person_id \(.integer) REFERENCES people (id) ON DELETE CASCADE,
                media_id \(.integer) REFERENCES media (id) ON DELETE CASCADE,
                feed \(.text) CONSTRAINT redirects_known_feed CHECK (feed IN ('ar', 'en')),
                created_at \(.integer) NOT NULL,
                CONSTRAINT redirects_one_target CHECK (
                    (CASE WHEN edition_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN section_id IS NULL THEN 0 ELSE 1 END)
                    + (CASE WHEN topic_id IS NULL THEN 0 ELSE 1 END) + (CASE WHEN person_id IS NULL THEN 0 ELSE 1 END)
                    + (CASE WHEN media_id IS NULL THEN 0 ELSE 1 END) <= 1)
            ) \(.strict)
            """,
            "CREATE INDEX redirects_by_edition ON redirects (edition_id)",
        ]
    }

    /// What came from where: the ledger that makes an import repeatable, and the comments that came with it, for the rooms that will show them.
    static let importing = Migration("0006 import") { _ in
        [
            """
            CREATE TABLE import_ledger (
                site \(.text) NOT NULL,
                kind \(.text) NOT NULL,
                source_id \(.text) NOT NULL,
                digest \(.bytes) NOT NULL,
                record_id \(.integer) NOT NULL,
                imported_at \(.integer) NOT NULL,
                CONSTRAINT import_ledger_site_kind_source_id PRIMARY KEY (site, kind, source_id)
            ) \(.strict)
            """,
            """
            CREATE TABLE import_former (
                site \(.text) NOT NULL,
                kind \(.text) NOT NULL,
                source_id \(.text) NOT NULL,
                digest \(.bytes) NOT NULL,
                CONSTRAINT import_former_site_kind_source_id_digest PRIMARY KEY (site, kind, source_id, digest)
            ) \(.strict)
            """,
            """
            CREATE TABLE imported_comments (
                id \(.key),
                edition_id \(.integer) NOT NULL REFERENCES editions (id) ON DELETE CASCADE,
                source_id \(.text) NOT NULL,
                parent_source_id \(.text),
                kind \(.text) NOT NULL,
                state \(.text) NOT NULL,
                author_name \(.text) NOT NULL,
                author_email \(.text) NOT NULL,
                author_url \(.text) NOT NULL,
                written_at \(.integer),
                body \(.text) NOT NULL,
                CONSTRAINT imported_comments_edition_id_source_id UNIQUE (edition_id, source_id)
            ) \(.strict)
            """,
        ]
    }

    /// What has happened, in the order it happened, written in the transaction that made it so.
    static let outbox = Migration("0007 outbox") { _ in
        [
            """
            CREATE TABLE outbox (
                id \(.key),
                kind \(.text) NOT NULL,
                tags \(.text) NOT NULL,
                created_at \(.integer) NOT NULL
            ) \(.strict)
            """
        ]
    }
}
