import CSodium

/// What the database keeps of a password: Argon2id (RFC 9106) of the password's HMAC-SHA-256 under a key that does not stand in the database (the pepper,
/// NIST SP 800-63B-4, 3.1.1.2), as a PHC string: `$argon2id$v=19$m=19456,t=2,p=1$salt$hash`.
package struct PasswordHash: Hashable, Sendable {
    /// The PHC string.
    package let text: String
    let cost: PasswordCost
    let salt: [UInt8]
    let hash: [UInt8]

    static let saltSize = Int(crypto_pwhash_argon2id_SALTBYTES)
    static let hashSize = 32
    private static let longest = 256

    /// Hashes a password; takes `cost`, so it belongs on a `PasswordQueue`. Nil when there is no memory for it.
    package init?(
        _ password: PreparedPassword, pepper: [UInt8], cost: PasswordCost = .current, salt: [UInt8] = .random(Int(crypto_pwhash_argon2id_SALTBYTES))
    ) {
        guard cost.isBounded, salt.count == Self.saltSize, let hash = Self.compute(password.bytes, pepper, cost, salt) else { return nil }
        self.init(cost: cost, salt: salt, hash: hash)
    }

    /// A hash read back from the database; nil unless it is Argon2id in the one form that we write, at a cost that is bounded.
    package init?(phc text: String) {
        guard text.utf8.count <= Self.longest else { return nil }
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 6, parts[0].isEmpty, parts[1] == "argon2id", parts[2] == "v=19" else { return nil }
        let numbers = parts[3].split(separator: ",", omittingEmptySubsequences: false)
        guard numbers.count == 3, numbers[0].hasPrefix("m="), numbers[1].hasPrefix("t="), numbers[2] == "p=1",
            let memory = Int(numbers[0].dropFirst(2)),
            let passes = Int(numbers[1].dropFirst(2)), let salt = PlainBase64.decode(String(parts[4])),
            let hash = PlainBase64.decode(String(parts[5])),
            salt.count == Self.saltSize, hash.count == Self.hashSize
        else { return nil }
        self.init(cost: PasswordCost(memory: memory, passes: passes), salt: salt, hash: hash)
        guard cost.isBounded, self.text == text else { return nil }
    }

    init(cost: PasswordCost, salt: [UInt8], hash: [UInt8]) {
        self.cost = cost
        self.salt = salt
        self.hash = hash
        text = "$argon2id$v=19$m=\(cost.memory),t=\(cost.passes),p=1$\(PlainBase64.encode(salt))$\(PlainBase64.encode(hash))"
    }

    /// Whether this is the password. Takes what the hash costs, and the comparison the same time wherever the two differ.
    package func matches(_ password: PreparedPassword, pepper: [UInt8]) -> Bool {
        Self.compute(password.bytes, pepper, cost, salt)?.isSame(as: hash) ?? false
    }

    /// Whether it was made at less than `cost`: then it is made anew when the password is next there.
    package func needsRehash(for cost: PasswordCost = .current) -> Bool { self.cost.memory < cost.memory || self.cost.passes < cost.passes }

    private static func compute(_ password: [UInt8], _ pepper: [UInt8], _ cost: PasswordCost, _ salt: [UInt8]) -> [UInt8]? {
        // Chooses the quickest code for this processor; without it the portable one would run, at twice the time.
        _ = sodium_init()
        let peppered = KeyedDigest.of(password, key: pepper).map { CChar(bitPattern: $0) }
        var hash = [UInt8](repeating: 0, count: hashSize)
        let status = crypto_pwhash_argon2id(
            &hash, UInt64(hashSize), peppered, UInt64(peppered.count), salt, UInt64(cost.passes), cost.memory * 1024,
            crypto_pwhash_argon2id_ALG_ARGON2ID13)
        return status == 0 ? hash : nil
    }
}

/// Base64 (RFC 4648, 4) without padding, as PHC strings have it.
enum PlainBase64 {
    static func encode(_ bytes: [UInt8]) -> String { String(Base64URL.encode(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }) }

    static func decode(_ text: String) -> [UInt8]? {
        guard text.utf8.allSatisfy({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "_") }) else { return nil }
        return Base64URL.decode(String(text.map { $0 == "+" ? "-" : $0 == "/" ? "_" : $0 }))
    }
}
