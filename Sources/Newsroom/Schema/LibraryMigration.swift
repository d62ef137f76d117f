import Storage

extension Migration {
    /// What a picture says of how it was made, and its fellows by content.
    static let library = Migration("0018 library") { _ in
        [
            "ALTER TABLE media ADD COLUMN credentials \(.text)",
            "CREATE INDEX media_by_digest ON media (digest)",
        ]
    }
}
