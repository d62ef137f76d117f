import Storage

extension Migration {
    /// The words of published editions, folded before they get here (see `SearchText`), so that both engines index the same tokens:
    /// SQLite by one FTS5 index per language over the table, PostgreSQL by a generated `tsvector`.
    static let search = Migration("0008 search") { dialect in
        let documents: SQL = """
            CREATE TABLE search_documents (
                id \(.integer) CONSTRAINT search_documents_id PRIMARY KEY REFERENCES editions (id) ON DELETE CASCADE,
                language \(.text) NOT NULL CONSTRAINT search_documents_known_language CHECK (language IN ('ar', 'en')),
                headline \(.text) NOT NULL,
                standfirst \(.text) NOT NULL,
                body \(.text) NOT NULL
            ) \(.strict)
            """
        return switch dialect {
        case .sqlite: [documents] + fullTextIndex("ar", where: "= 'ar'") + fullTextIndex("en", where: "= 'en'")
        case .postgres: [documents] + tokenColumn
        }
    }

    private static func fullTextIndex(_ language: SQL, where isLanguage: SQL) -> [SQL] {
        let add: SQL = """
            INSERT INTO search_\(language) (rowid, headline, standfirst, body)
                SELECT new.id, new.headline, new.standfirst, new.body WHERE new.language \(isLanguage)
            """
        let remove: SQL = """
            INSERT INTO search_\(language) (search_\(language), rowid, headline, standfirst, body)
                SELECT 'delete', old.id, old.headline, old.standfirst, old.body WHERE old.language \(isLanguage)
            """
        return [
            """
            CREATE VIRTUAL TABLE search_\(language) USING fts5
                (headline, standfirst, body, content = 'search_documents', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 0')
            """,
            "CREATE TRIGGER search_\(language)_added AFTER INSERT ON search_documents BEGIN \(add); END",
            "CREATE TRIGGER search_\(language)_removed AFTER DELETE ON search_documents BEGIN \(remove); END",
            "CREATE TRIGGER search_\(language)_changed AFTER UPDATE ON search_documents BEGIN \(remove); \(add); END",
        ]
    }

    private static let tokenColumn: [SQL] = [
        """
        ALTER TABLE search_documents ADD COLUMN tokens tsvector GENERATED ALWAYS AS (
            setweight(to_tsvector('simple'::regconfig, headline), 'A')
            || setweight(to_tsvector('simple'::regconfig, standfirst), 'B')
            || setweight(to_tsvector('simple'::regconfig, body), 'D')) STORED
        """,
        "CREATE INDEX search_documents_tokens ON search_documents USING gin (tokens)",
    ]
}
