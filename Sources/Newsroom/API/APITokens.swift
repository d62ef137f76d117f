package import Basics
package import Storage

/// What a program may do with the token that it was given, within what its owner's role allows.
package enum APIScope: String, CaseIterable, Sendable {
    case read = "stories:read"
    case write = "stories:write"
    case publish = "stories:publish"
    case media = "media:write"
    case webhooks = "webhooks:manage"

    package var words: Phrase {
        switch self {
        case .read: Phrase(ar: "قراءة الأخبار، المنشور منها وغيره", en: "Read stories, published or not")
        case .write: Phrase(ar: "بدء الأخبار والكتابة فيها وترتيب ما حولها", en: "Begin stories, write in them and place them")
        case .publish: Phrase(ar: "النشر والتصويب والسحب", en: "Publish, correct and withdraw")
        case .media: Phrase(ar: "إضافة الصور ووصفها", en: "Add pictures and describe them")
        case .webhooks: Phrase(ar: "إدارة من يُبلَّغ بما يُنشر", en: "Manage who is told of what is published")
        }
    }
}

/// A token as its owner sees it afterwards: the secret itself is shown once, and kept as its digest.
package struct APIToken: Sendable {
    package let id: ID<APIToken>
    package let name: String
    package let scopes: Set<APIScope>
    package let createdAt: Instant
    package let endsAt: Instant
    package let usedAt: Instant?
}

/// The room of the tokens by which programs work in the newsroom in somebody's name. A token does what its owner may do at that moment, and no more.
package enum APITokens {
    /// Before a token's secret, so that it is known for one wherever it is found.
    package static let prefix = "matbaa_"
    /// Days that a token may live.
    package static let lifetimes = [7, 30, 90, 365]
    /// Of one owner.
    static let most = 20

    /// Makes a token. Refuses with `invalid`, naming the field, and with `conflict` when its owner has too many.
    package static func make(
        _ tx: Transaction, name: String, scopes: Set<APIScope>, days: Int, by actor: Reader
    ) throws -> (secret: String, token: APIToken) {
        guard actor.role.may(.connect) else { throw Desk.forbidden(.connect) }
        let name = TypedText.line(name)
        guard (1...100).contains(name.count) else {
            throw Refusal(.invalid, ar: "سمّ المفتاح في 100 حرف على الأكثر.", en: "Name it, in at most 100 characters.", field: "name")
        }
        guard !scopes.isEmpty else {
            throw Refusal(.invalid, ar: "اختر ما يتيحه المفتاح.", en: "Choose what it may do.", field: "scopes")
        }
        guard lifetimes.contains(days) else {
            throw Refusal(.invalid, ar: "اختر مدة من القائمة.", en: "Choose a time from the list.", field: "days")
        }
        guard try list(tx, of: actor.id).count < most else {
            throw Refusal(.conflict, ar: "لديك \(most) مفتاحًا. أنه أحدها أولًا.", en: "You have \(most) of them. End one first.")
        }
        let token = Token()
        let words = scopes.map(\.rawValue).sorted().joined(separator: " ")
        let id: ID<APIToken> = try tx.one(
            """
            INSERT INTO api_tokens (reader_id, name, digest, scopes, created_at, ends_at)
            VALUES (\(actor.id), \(name), \(token.digest), \(words), \(tx.now), \(tx.now.adding(seconds: Int64(days) * 86_400))) RETURNING id
            """
        ) { try $0["id"] }
        try Audit.append(tx, "token.made", by: actor.id, on: "token:\(id)", became: "\(name): \(words), \(days) days")
        return (prefix + token.text, try tx.one("SELECT \(APIToken.columns) FROM api_tokens WHERE id = \(id)", APIToken.init))
    }

    /// An owner's tokens that have not ended, the newest first.
    package static func list(_ tx: Transaction, of reader: ID<Reader>) throws -> [APIToken] {
        try tx.all("SELECT \(APIToken.columns) FROM api_tokens WHERE reader_id = \(reader) AND ends_at > \(tx.now) ORDER BY id DESC", APIToken.init)
    }

    /// Ends one of an owner's own. Refuses with `notFound` any other.
    package static func end(_ tx: Transaction, _ id: ID<APIToken>, by actor: Reader) throws {
        guard try tx.run("DELETE FROM api_tokens WHERE id = \(id) AND reader_id = \(actor.id)") == 1 else {
            throw Refusal(.notFound, ar: "لا يوجد هذا المفتاح.", en: "There is no such token.")
        }
        try Audit.append(tx, "token.ended", by: actor.id, on: "token:\(id)")
    }

    /// All of an owner's, whose account is not safe any more.
    static func endAll(_ tx: Transaction, of reader: ID<Reader>) throws { try tx.run("DELETE FROM api_tokens WHERE reader_id = \(reader)") }

    /// Whose token it is, who may do that now, and has given the token leave to do it. Refuses with `unauthenticated` what is no token or has ended, and
    /// with `forbidden` what its scopes or its owner's role do not allow.
    package static func actor(_ tx: Transaction, _ secret: String, _ scope: APIScope, _ duty: Duty) throws -> Reader {
        guard let token = Self.token(in: secret),
            let found = try tx.first(
                "SELECT reader_id, scopes FROM api_tokens WHERE digest = \(token.digest) AND ends_at > \(tx.now)",
                { (try $0["reader_id"] as ID<Reader>, try $0["scopes"] as String) }),
            let reader = try Readers.find(tx, found.0)
        else { throw unknown }
        guard found.1.split(separator: " ").contains(where: { $0 == scope.rawValue }) else {
            throw Refusal(.forbidden, ar: "هذا المفتاح لا يتيح \(scope.rawValue).", en: "This token does not have the scope \(scope.rawValue).")
        }
        guard reader.role.may(duty) else { throw Desk.forbidden(duty) }
        return reader
    }

    /// What a program sends, without its prefix; nil for what cannot be a token.
    private static func token(in secret: String) -> Token? {
        secret.hasPrefix(prefix) ? Token(String(secret.dropFirst(prefix.count))) : nil
    }

    package static let unknown = Refusal(
        .unauthenticated, ar: "أرسل مفتاحًا صالحًا: Authorization: Bearer \(prefix)…",
        en: "Send a token that is valid: Authorization: Bearer \(prefix)…")

    /// Whether it is time to note that a token is in use, once in a minute; and the note.
    package static func isDue(_ tx: Transaction, _ secret: String) throws -> Bool {
        guard let token = Self.token(in: secret) else { return false }
        return try tx.exists(
            "SELECT 1 FROM api_tokens WHERE digest = \(token.digest) AND (used_at IS NULL OR used_at < \(tx.now.adding(seconds: -60)))")
    }

    package static func touch(_ tx: Transaction, _ secret: String) throws {
        guard let token = Self.token(in: secret) else { return }
        try tx.run("UPDATE api_tokens SET used_at = \(tx.now) WHERE digest = \(token.digest)")
    }

    /// Forgets tokens that have ended.
    package static func sweep(_ tx: Transaction) throws { try tx.run("DELETE FROM api_tokens WHERE ends_at <= \(tx.now)") }
}

extension APIToken {
    static let columns: SQL = "id, name, scopes, created_at, ends_at, used_at"

    init(_ row: Row) throws {
        let scopes: String = try row["scopes"]
        id = try row["id"]
        name = try row["name"]
        self.scopes = Set(scopes.split(separator: " ").compactMap { APIScope(rawValue: String($0)) })
        createdAt = try row["created_at"]
        endsAt = try row["ends_at"]
        usedAt = try row["used_at"]
    }
}
