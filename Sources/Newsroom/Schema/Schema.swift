package import Storage

/// The schema's one history, oldest first. A released migration never changes; a new one is added below it.
///
/// Every unique constraint is named by its table and columns, `table_column_column`, so that both engines report it alike.
package enum Schema {
    package static let history: [Migration] = [
        .people, .sections, .media, .articles, .redirects, .importing, .outbox, .search, .readers, .mail,
        .votes, .collections, .sealedMail, .publications, .factors, .errands, .desk, .library, .api, .record, .copydesk, .searchSegments,
    ]

    /// Brings the database up to this program's schema.
    package static func migrate(_ database: Database) async throws {
        try await Migrator(history).migrate(database)
    }
}
