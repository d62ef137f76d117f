package import Basics
package import Storage

/// The front door: a newsroom's database, its folder of data, and its face.
package struct Newsroom: Sendable {
    package let database: Database
    /// The data folder: `matbaa.sqlite`, `media/`, `mail/`, `newsroom.yaml`.
    package let folder: String
    package let face: Face

    /// Opens the newsroom in `folder`, with its schema brought up to date. The database is a file in the folder unless `location` names another.
    ///
    /// Refuses with `unavailable` when the database cannot be opened, `conflict` when it is newer than the program, `invalid` for a wrong `newsroom.yaml`.
    package init(folder: String, location: DatabaseLocation? = nil, clock: @escaping @Sendable () -> Instant = { .now }) async throws {
        face = try Face.read(from: folder)
        database = try await Database(location ?? .sqlite(path: folder + "/matbaa.sqlite"), clock: clock)
        self.folder = folder
        try await Schema.migrate(database)
    }
}

extension Newsroom {
    /// How much there is, for `doctor`.
    package func counts() async throws -> (works: Int, editions: Int, media: [String: Int]) {
        try await database.read { tx in
            let works: Int = try tx.one("SELECT count(*) AS n FROM works") { try $0["n"] }
            let editions: Int = try tx.one("SELECT count(*) AS n FROM editions") { try $0["n"] }
            let media = try Media.counts(tx).map { ($0.key.rawValue, $0.value) }
            return (works, editions, Dictionary(uniqueKeysWithValues: media))
        }
    }
}
