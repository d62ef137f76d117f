package import Basics
package import Storage

/// What a reader can show besides the password.
package struct Factors: Sendable {
    /// Since when an app makes one-time codes for her; nil when none does.
    package let codesSince: Instant?
    package let passkeys: [Passkey]
    /// How many recovery codes are left.
    package let recoveryCodes: Int

    package var exist: Bool { codesSince != nil || !passkeys.isEmpty }
}

extension Factors {
    package static func of(_ tx: Transaction, _ reader: ID<Reader>) throws -> Factors {
        Factors(
            codesSince: try OneTimeCodes.since(tx, reader), passkeys: try Passkeys.of(tx, reader),
            recoveryCodes: try RecoveryCodes.left(tx, reader))
    }

    static func exist(_ tx: Transaction, _ reader: ID<Reader>) throws -> Bool {
        try tx.exists(
            """
            SELECT 1 FROM readers r WHERE r.id = \(reader)
                AND (r.totp_seed IS NOT NULL OR EXISTS (SELECT 1 FROM passkeys p WHERE p.reader_id = r.id))
            """)
    }

    /// Whether a password alone does not log in: an app makes codes, or this is one of the staff with a passkey.
    package static func areAsked(_ tx: Transaction, of reader: Reader) throws -> Bool {
        if try OneTimeCodes.since(tx, reader.id) != nil { return true }
        return try reader.role.isStaff && exist(tx, reader.id)
    }

    /// Before one of a reader's factors is taken away. Refuses with `conflict` when it is the last of someone on the staff.
    static func requireAnother(_ tx: Transaction, than removed: Kind, of reader: Reader) throws {
        guard reader.role.isStaff else { return }
        let factors = try of(tx, reader.id)
        let left = removed == .codes ? factors.passkeys.count : factors.passkeys.count - 1 + (factors.codesSince == nil ? 0 : 1)
        guard left > 0 else {
            throw Refusal(
                .conflict, ar: "من يعمل في غرفة الأخبار يحتاج خطوة ثانية: أضف غيرها قبل أن تزيل هذه.",
                en: "Whoever works in the newsroom needs a second step: add another before you remove this one.")
        }
    }

    enum Kind { case codes, passkey }
}
