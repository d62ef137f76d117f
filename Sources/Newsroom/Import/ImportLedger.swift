import Basics
import Storage

/// What came from where: a second import of the same thing finds it here, and so changes nothing or only what has changed.
struct ImportLedger: Sendable {
    /// The site or folder things come from.
    let site: String

    struct Entry: Sendable {
        let recordID: Int64
        let digest: Digest
    }

    func entry(_ tx: Transaction, _ kind: String, _ sourceID: String) throws -> Entry? {
        try tx.first(
            "SELECT record_id, digest FROM import_ledger WHERE site = \(site) AND kind = \(kind) AND source_id = \(sourceID)"
        ) { Entry(recordID: try $0["record_id"], digest: try $0["digest"]) }
    }

    /// Keeps in mind a state of an item that a later one has replaced. Files of one site at different times may hold both, and are run in any order:
    /// what was taken in once is not taken in again over what came after it.
    func remember(_ tx: Transaction, _ kind: String, _ sourceID: String, _ digest: Digest) throws {
        try tx.run(
            """
            INSERT INTO import_former (site, kind, source_id, digest) VALUES (\(site), \(kind), \(sourceID), \(digest))
            ON CONFLICT (site, kind, source_id, digest) DO NOTHING
            """)
    }

    /// Whether the item was taken in like this at an earlier time.
    func hasSeen(_ tx: Transaction, _ kind: String, _ sourceID: String, _ digest: Digest) throws -> Bool {
        try tx.exists(
            "SELECT 1 FROM import_former WHERE site = \(site) AND kind = \(kind) AND source_id = \(sourceID) AND digest = \(digest)")
    }

    func record(_ tx: Transaction, _ kind: String, _ sourceID: String, _ recordID: Int64, digest: Digest = ImportLedger.noDigest) throws {
        try tx.run(
            """
            INSERT INTO import_ledger (site, kind, source_id, digest, record_id, imported_at)
            VALUES (\(site), \(kind), \(sourceID), \(digest), \(recordID), \(tx.now))
            ON CONFLICT (site, kind, source_id) DO UPDATE
            SET digest = excluded.digest, record_id = excluded.record_id, imported_at = excluded.imported_at
            """)
    }

    /// For what is only named, and never compared.
    static let noDigest = Digest(trusted: [])
}
