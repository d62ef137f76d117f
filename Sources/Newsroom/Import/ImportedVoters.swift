package import Basics
package import Storage

/// The accounts of old sites that voted or kept collections there. They are no readers here: nobody can log in as one. Of an address only the digest
/// is kept, enough to know its holder when she signs up.
package enum ImportedVoters {
    /// Gives a reader what she had on old sites under her address: her votes and her collections. Called whenever an address is confirmed; a second time
    /// it does nothing. Returns how many accounts were hers.
    @discardableResult
    package static func claim(_ tx: Transaction, by reader: ID<Reader>) throws -> Int {
        let email = try tx.first("SELECT email FROM readers WHERE id = \(reader) AND confirmed_at IS NOT NULL") { try $0["email"] as EmailAddress }
        guard let email else { return 0 }
        let voters = try tx.all("SELECT id FROM imported_voters WHERE email_digest = \(digest(email)) AND reader_id IS NULL ORDER BY id") {
            try $0["id"] as ID<ImportedVoter>
        }
        for voter in voters { try claim(tx, voter, by: reader) }
        return voters.count
    }

    /// Erases a reader's accounts of old sites, those under her address that nobody has claimed too, with what they kept there; their votes stay,
    /// with nobody's name on them.
    static func forget(_ tx: Transaction, _ reader: Reader) throws {
        let voters = try tx.all("SELECT id FROM imported_voters WHERE reader_id = \(reader.id) OR email_digest = \(digest(reader.email))") {
            try $0["id"] as ID<ImportedVoter>
        }
        for voter in voters {
            try Votes.forget(tx, voter)
            try tx.run("DELETE FROM imported_voters WHERE id = \(voter)")
        }
    }

    /// The voter's record, made at the first mention. Whoever has confirmed that address here already gets what is hers at once.
    static func find(_ tx: Transaction, site: String, _ sourceID: String, _ email: EmailAddress?) throws -> ImportedVoter {
        let address = email.map(digest)
        try tx.run(
            """
            INSERT INTO imported_voters (site, source_id, email_digest, created_at) VALUES (\(site), \(sourceID), \(address), \(tx.now))
            ON CONFLICT (site, source_id) DO NOTHING
            """)
        let found = try tx.one("SELECT id, reader_id FROM imported_voters WHERE site = \(site) AND source_id = \(sourceID)") {
            ImportedVoter(id: try $0["id"], readerID: try $0["reader_id"])
        }
        guard let email, found.readerID == nil else { return found }
        try tx.run("UPDATE imported_voters SET email_digest = \(address) WHERE id = \(found.id)")
        let reader = try tx.first("SELECT id FROM readers WHERE email_key = \(email.key) AND confirmed_at IS NOT NULL") { try $0["id"] as ID<Reader> }
        guard let reader else { return found }
        try claim(tx, found.id, by: reader)
        return ImportedVoter(id: found.id, readerID: reader)
    }

    private static func claim(_ tx: Transaction, _ voter: ID<ImportedVoter>, by reader: ID<Reader>) throws {
        try Votes.adopt(tx, voter, by: reader)
        // What comes later for a collection that went into another belongs to that one.
        for (old, new) in try Collections.adopt(tx, voter, by: reader) {
            try tx.run("UPDATE import_ledger SET record_id = \(new) WHERE kind = \(SnaxImport.collectionKind) AND record_id = \(old)")
        }
        try tx.run("UPDATE imported_voters SET reader_id = \(reader), email_digest = NULL WHERE id = \(voter)")
    }

    private static func digest(_ email: EmailAddress) -> Digest { Digest(of: "voter of an old site: \(email.key)") }
}
