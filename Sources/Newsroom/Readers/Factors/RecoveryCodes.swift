import Basics
import Storage

/// Codes on paper, each of which stands in for a second factor once.
enum RecoveryCodes {
    /// New ones in place of all there were. They are shown once: the database keeps their digests.
    static func renew(_ tx: Transaction, _ reader: ID<Reader>) throws -> [RecoveryCode] {
        try remove(tx, reader)
        let codes = RecoveryCode.fresh()
        for code in codes { try tx.run("INSERT INTO recovery_codes (reader_id, digest) VALUES (\(reader), \(code.digest))") }
        return codes
    }

    /// Uses a code up. False for one that is not the reader's, or was used.
    static func use(_ tx: Transaction, _ reader: ID<Reader>, _ written: String) throws -> Bool {
        guard let code = RecoveryCode(written) else { return false }
        return try tx.run(
            "UPDATE recovery_codes SET used_at = \(tx.now) WHERE reader_id = \(reader) AND digest = \(code.digest) AND used_at IS NULL") == 1
    }

    static func left(_ tx: Transaction, _ reader: ID<Reader>) throws -> Int {
        try tx.one("SELECT count(*) AS n FROM recovery_codes WHERE reader_id = \(reader) AND used_at IS NULL") { try $0["n"] }
    }

    static func remove(_ tx: Transaction, _ reader: ID<Reader>) throws {
        try tx.run("DELETE FROM recovery_codes WHERE reader_id = \(reader)")
    }
}
