package import Basics
package import Storage

/// Someone's wish to sign up, or for a new password. It is only written down here, the same for every address; what comes of it is worked out
/// afterwards. So neither the answer nor its time tells whether an address has an account.
package struct AccountRequest: Sendable {
    package enum Kind: String, Sendable, SQLColumn {
        case signUp = "sign-up"
        case forgot
    }

    package let kind: Kind
    package let email: EmailAddress
    package let name: ReaderName?
    package let language: Language
    /// What was asked from, for the letter.
    package let device: String
    /// Where it leads in the end, and what is done there: the query that the letter's link bears, with its question mark. Empty when it leads nowhere else.
    package let errand: String

    package init(_ kind: Kind, _ email: EmailAddress, name: ReaderName? = nil, _ language: Language, device: String, errand: String = "") {
        self.kind = kind
        self.email = email
        self.name = name
        self.language = language
        self.device = device
        self.errand = errand
    }

    /// Writes the wish down.
    package func ask(_ tx: Transaction) throws {
        try tx.run(
            """
            INSERT INTO account_requests (kind, email, name, language, device, errand, created_at)
            VALUES (\(kind), \(email), \(name?.text ?? ""), \(language), \(device), \(errand), \(tx.now))
            """)
    }

    static func isWaiting(_ tx: Transaction) throws -> Bool { try tx.exists("SELECT 1 FROM account_requests LIMIT 1") }

    /// Takes the oldest wishes out; whoever takes them fulfils them in the same transaction.
    static func take(_ tx: Transaction, limit: Int = 50) throws -> [AccountRequest] {
        let rows = try tx.all("SELECT id, kind, email, name, language, device, errand FROM account_requests ORDER BY id LIMIT \(limit)") { row in
            (
                id: try row["id"] as Int64,
                request: AccountRequest(
                    try row["kind"], try row["email"], name: try ReaderName(try row["name"]), try row["language"], device: try row["device"],
                    errand: try row["errand"])
            )
        }
        if !rows.isEmpty { try tx.run("DELETE FROM account_requests WHERE id IN \(list: rows.map(\.id))") }
        return rows.map(\.request)
    }
}
