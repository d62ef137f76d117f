package import Basics
package import Storage

/// The room of those who have an account.
package enum Readers {
    /// Adds an account whose address nobody has shown to be theirs yet.
    ///
    /// Throws `ConstraintViolation` `readers_email_key` when the address has one.
    package static func add(
        _ tx: Transaction, _ email: EmailAddress, name: ReaderName?, _ language: Language, role: Reader.Role = .reader
    ) throws -> ID<Reader> {
        try tx.one(
            """
            INSERT INTO readers (email, email_key, name, language, role, created_at)
            VALUES (\(email), \(email.key), \(name?.text ?? ""), \(language), \(role), \(tx.now)) RETURNING id
            """
        ) { try $0["id"] }
    }

    package static func find(_ tx: Transaction, _ id: ID<Reader>) throws -> Reader? {
        try tx.first("SELECT \(Reader.columns) FROM readers r WHERE r.id = \(id)", Reader.init)
    }

    /// By the stored address: what a request says is only compared, never written to.
    package static func find(_ tx: Transaction, _ email: EmailAddress) throws -> Reader? {
        try tx.first("SELECT \(Reader.columns) FROM readers r WHERE r.email_key = \(email.key)", Reader.init)
    }

    package static func rename(_ tx: Transaction, _ id: ID<Reader>, _ name: ReaderName?) throws {
        try tx.run("UPDATE readers SET name = \(name?.text ?? "") WHERE id = \(id)")
    }

    package static func setLanguage(_ tx: Transaction, _ id: ID<Reader>, _ language: Language) throws {
        try tx.run("UPDATE readers SET language = \(language) WHERE id = \(id)")
    }

    /// Moves the account to another address. Throws `ConstraintViolation` `readers_email_key` when that has an account.
    static func move(_ tx: Transaction, _ id: ID<Reader>, to email: EmailAddress) throws {
        try tx.run("UPDATE readers SET email = \(email), email_key = \(email.key) WHERE id = \(id)")
    }

    /// Takes away an account whose address nobody has shown to be theirs, for someone who has.
    static func dropUnconfirmed(_ tx: Transaction, _ email: EmailAddress) throws {
        try tx.run("DELETE FROM readers WHERE email_key = \(email.key) AND confirmed_at IS NULL AND role = \(Reader.Role.reader)")
    }

    static func setRole(_ tx: Transaction, _ id: ID<Reader>, _ role: Reader.Role) throws {
        try tx.run("UPDATE readers SET role = \(role) WHERE id = \(id)")
    }

    /// Those who work in the newsroom, by their address.
    package static func staff(_ tx: Transaction) throws -> [Reader] {
        try tx.all("SELECT \(Reader.columns) FROM readers r WHERE r.role <> \(Reader.Role.reader) ORDER BY r.email_key", Reader.init)
    }

    /// Whether there is an administrator, be it one who has not chosen a password yet.
    package static func hasAdministrator(_ tx: Transaction) throws -> Bool {
        try tx.exists("SELECT 1 FROM readers WHERE role = \(Reader.Role.administrator) LIMIT 1")
    }

    /// Whether without this reader nobody could look after the newsroom's accounts.
    static func isLastAdministrator(_ tx: Transaction, _ reader: Reader) throws -> Bool {
        guard reader.role == .administrator else { return false }
        return try !tx.exists(
            """
            SELECT 1 FROM readers WHERE role = \(Reader.Role.administrator) AND id <> \(reader.id) AND confirmed_at IS NOT NULL AND erase_at IS NULL
            """)
    }

    /// The password as it is kept; nil when the account has none.
    static func password(_ tx: Transaction, _ id: ID<Reader>) throws -> String? {
        try tx.first("SELECT password FROM readers WHERE id = \(id)") { try $0["password"] as String? } ?? nil
    }

    static func setPassword(_ tx: Transaction, _ id: ID<Reader>, _ hashed: String) throws {
        try tx.run("UPDATE readers SET password = \(hashed) WHERE id = \(id)")
    }

    static func confirm(_ tx: Transaction, _ id: ID<Reader>) throws {
        try tx.run("UPDATE readers SET confirmed_at = \(tx.now) WHERE id = \(id) AND confirmed_at IS NULL")
    }

    /// Forgets accounts whose address nobody confirmed within a week.
    package static func sweep(_ tx: Transaction) throws {
        let oldest = tx.now.adding(seconds: -7 * 86_400)
        try tx.run("DELETE FROM readers WHERE confirmed_at IS NULL AND role = \(Reader.Role.reader) AND created_at < \(oldest)")
    }
}

extension Reader {
    static let columns: SQL = "r.id, r.email, r.name, r.language, r.role, r.confirmed_at, r.created_at, r.erase_at, r.keeps_history"

    init(_ row: Row) throws {
        id = try row["id"]
        email = try row["email"]
        name = try row["name"]
        language = try row["language"]
        role = try row["role"]
        confirmedAt = try row["confirmed_at"]
        createdAt = try row["created_at"]
        eraseAt = try row["erase_at"]
        keepsHistory = try row["keeps_history"]
    }
}
