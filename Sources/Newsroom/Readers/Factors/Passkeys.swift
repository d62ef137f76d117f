package import Basics
import Foundation
package import Storage

/// A passkey as its reader sees it.
package struct Passkey: Sendable {
    package let id: ID<Passkey>
    /// What she calls it, as in `Phone`.
    package let name: String
    /// Whether it is on other devices of hers too.
    package let isBackedUp: Bool
    package let createdAt: Instant
    package let usedAt: Instant?

    package static let longestName = 60
}

/// The passkeys of accounts.
package enum Passkeys {
    static let mostPerReader = 20

    package static func of(_ tx: Transaction, _ reader: ID<Reader>) throws -> [Passkey] {
        try tx.all(
            "SELECT id, name, is_backed_up, created_at, used_at FROM passkeys WHERE reader_id = \(reader) ORDER BY id"
        ) { row in
            Passkey(
                id: try row["id"], name: try row["name"], isBackedUp: try row["is_backed_up"], createdAt: try row["created_at"],
                usedAt: try row["used_at"])
        }
    }

    /// Refuses with `conflict` one that is known already, here or at another account, and the 21st.
    static func add(_ tx: Transaction, _ credential: PasskeyCredential, name: String, to reader: ID<Reader>) throws {
        let count: Int = try tx.one("SELECT count(*) AS n FROM passkeys WHERE reader_id = \(reader)") { try $0["n"] }
        guard count < mostPerReader else {
            throw Refusal(
                .conflict, ar: "لديك \(mostPerReader) مفتاحًا، وهذا أقصى ما يُحفظ.",
                en: "You have \(mostPerReader) passkeys, which is as many as there can be.")
        }
        let isNew =
            try tx.run(
                """
                INSERT INTO passkeys (reader_id, credential, public_key, sign_count, is_backup_eligible, is_backed_up, name, created_at)
                VALUES (\(reader), \(credential.id), \(credential.publicKey), \(Int64(credential.signCount)), \(credential.isBackupEligible),
                    \(credential.isBackedUp), \(name), \(tx.now))
                ON CONFLICT (credential) DO NOTHING
                """) == 1
        guard isNew else { throw Refusal(.conflict, ar: "هذا المفتاح مسجّل من قبل.", en: "This passkey is here already.") }
    }

    /// Whose it is, and what is kept of it.
    static func find(_ tx: Transaction, credential: [UInt8]) throws -> (reader: ID<Reader>, credential: PasskeyCredential)? {
        try tx.first(
            """
            SELECT reader_id, credential, public_key, sign_count, is_backup_eligible, is_backed_up FROM passkeys WHERE credential = \(credential)
            """
        ) { row in
            (
                try row["reader_id"],
                PasskeyCredential(
                    id: try row["credential"], publicKey: try row["public_key"], signCount: UInt32(clamping: try row["sign_count"] as Int64),
                    isBackupEligible: try row["is_backup_eligible"], isBackedUp: try row["is_backed_up"])
            )
        }
    }

    static func credentials(_ tx: Transaction, of reader: ID<Reader>) throws -> [[UInt8]] {
        try tx.all("SELECT credential FROM passkeys WHERE reader_id = \(reader) ORDER BY id") { try $0["credential"] }
    }

    /// Keeps what a passkey said of itself when it was used.
    static func used(_ tx: Transaction, _ credential: PasskeyCredential) throws {
        try tx.run(
            """
            UPDATE passkeys SET sign_count = \(Int64(credential.signCount)), is_backed_up = \(credential.isBackedUp), used_at = \(tx.now)
            WHERE credential = \(credential.id)
            """)
    }

    /// Refuses with `notFound` one that is not the reader's.
    static func remove(_ tx: Transaction, _ id: ID<Passkey>, of reader: ID<Reader>) throws {
        guard try tx.run("DELETE FROM passkeys WHERE id = \(id) AND reader_id = \(reader)") == 1 else {
            throw Refusal(.notFound, ar: "أُزيل هذا المفتاح من قبل.", en: "This passkey is gone already.")
        }
    }

    static func removeAll(_ tx: Transaction, of reader: ID<Reader>) throws {
        try tx.run("DELETE FROM passkeys WHERE reader_id = \(reader)")
    }

    /// What a passkey is called: as typed, or by the device it was made on.
    static func name(_ typed: String, device: String) throws -> String {
        let name = TypedText.line(typed).precomposedStringWithCanonicalMapping
        guard name.unicodeScalars.count <= Passkey.longestName else {
            throw Refusal(
                .invalid, ar: "الاسم أطول من \(Passkey.longestName) حرفًا.", en: "The name is longer than \(Passkey.longestName) characters.",
                field: "name")
        }
        return TypedText.isVisible(name) ? name : device
    }
}
