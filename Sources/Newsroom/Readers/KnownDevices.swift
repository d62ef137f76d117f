import Basics
import Storage

/// Browsers in which an account was opened before: they stay open to their owner while strangers guess at the password.
enum KnownDevices {
    static let mostPerReader = 20

    static func isKnown(_ tx: Transaction, _ token: Token, to reader: ID<Reader>) throws -> Bool {
        try tx.exists("SELECT 1 FROM known_devices WHERE digest = \(token.digest) AND reader_id = \(reader)")
    }

    /// Whether anybody's account was opened in it.
    static func exists(_ tx: Transaction, _ token: Token) throws -> Bool {
        try tx.exists("SELECT 1 FROM known_devices WHERE digest = \(token.digest)")
    }

    /// Remembers the browser by a new token, or that it was here again.
    static func remember(_ tx: Transaction, _ token: Token?, of reader: ID<Reader>) throws -> Token {
        if let token, try tx.run("UPDATE known_devices SET seen_at = \(tx.now) WHERE digest = \(token.digest) AND reader_id = \(reader)") == 1 {
            return token
        }
        let fresh = Token()
        try tx.run("INSERT INTO known_devices (digest, reader_id, seen_at) VALUES (\(fresh.digest), \(reader), \(tx.now))")
        try tx.run(
            """
            DELETE FROM known_devices WHERE reader_id = \(reader) AND digest NOT IN (
                SELECT digest FROM known_devices WHERE reader_id = \(reader) ORDER BY seen_at DESC, digest LIMIT \(mostPerReader))
            """)
        return fresh
    }

    /// After a new password no browser is trusted more than another.
    static func forget(_ tx: Transaction, of reader: ID<Reader>) throws {
        try tx.run("DELETE FROM known_devices WHERE reader_id = \(reader)")
    }
}
