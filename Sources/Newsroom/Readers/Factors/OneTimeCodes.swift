import Basics
import Storage

/// One-time codes that an app on the reader's phone makes. The seed is sealed for its reader under a key outside the database.
enum OneTimeCodes {
    static func since(_ tx: Transaction, _ reader: ID<Reader>) throws -> Instant? {
        try tx.first("SELECT totp_since FROM readers WHERE id = \(reader) AND totp_seed IS NOT NULL") { try $0["totp_since"] }
    }

    /// A new seed, which is in force only once the app has shown a code of it. One that waits already stays, so that the page can be opened again.
    static func begin(_ tx: Transaction, _ reader: ID<Reader>, _ box: SealedBox) throws -> TOTP {
        if let waiting = try waiting(tx, reader, box) { return waiting }
        let codes = TOTP()
        try tx.run("UPDATE readers SET totp_waiting = \(try box.seal(codes.seed, owner: owner(reader))) WHERE id = \(reader)")
        return codes
    }

    /// The seed that waits for its first code.
    static func waiting(_ tx: Transaction, _ reader: ID<Reader>, _ box: SealedBox) throws -> TOTP? {
        try seed(tx, "totp_waiting", of: reader, box)
    }

    /// Puts the waiting seed in force, if this is its code now; the code is used up by it.
    static func confirm(_ tx: Transaction, _ reader: ID<Reader>, code: String, _ box: SealedBox) throws -> Bool {
        guard let codes = try waiting(tx, reader, box), let step = codes.step(of: code, at: tx.now, after: nil) else { return false }
        return try tx.run(
            """
            UPDATE readers SET totp_seed = totp_waiting, totp_waiting = NULL, totp_last_step = \(step), totp_since = \(tx.now)
            WHERE id = \(reader) AND totp_waiting IS NOT NULL
            """) == 1
    }

    /// Whether it is the code of now and was not used: of two who send the same at once, one is right (RFC 6238, 5.2).
    static func accept(_ tx: Transaction, _ reader: ID<Reader>, code: String, _ box: SealedBox) throws -> Bool {
        guard let codes = try seed(tx, "totp_seed", of: reader, box) else { return false }
        let last: Int64? = try tx.one("SELECT totp_last_step FROM readers WHERE id = \(reader)") { try $0["totp_last_step"] }
        guard let step = codes.step(of: code, at: tx.now, after: last) else { return false }
        return try tx.run(
            "UPDATE readers SET totp_last_step = \(step) WHERE id = \(reader) AND (totp_last_step IS NULL OR totp_last_step < \(step))") == 1
    }

    static func remove(_ tx: Transaction, _ reader: ID<Reader>) throws {
        try tx.run("UPDATE readers SET totp_seed = NULL, totp_waiting = NULL, totp_last_step = NULL, totp_since = NULL WHERE id = \(reader)")
    }

    private static func seed(_ tx: Transaction, _ column: SQL, of reader: ID<Reader>, _ box: SealedBox) throws -> TOTP? {
        let sealed = try tx.first("SELECT \(column) AS seed FROM readers WHERE id = \(reader)") { try $0["seed"] as [UInt8]? } ?? nil
        return sealed.flatMap { box.open($0, owner: owner(reader)) }.map { TOTP(seed: $0) }
    }

    private static func owner(_ reader: ID<Reader>) -> String { "totp of reader \(reader)" }
}
