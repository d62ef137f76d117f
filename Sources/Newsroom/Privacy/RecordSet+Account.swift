package import Basics
import Storage

extension RecordSet {
    static let account = RecordSet(
        "account", Phrase(ar: "حسابك", en: "Your account"),
        reason: Phrase(
            ar: "عنوانك لتسجيل الدخول ومراسلتك، واسمك إن كتبته لنناديك به، ولغة رسائلك. وكلمة السر نحفظ بصمتها لا حروفها.",
            en: "Your address to log you in and to write to you, your name, if you gave one, to call you by it, and the language of our letters. "
                + "Of your password we keep a fingerprint, not its letters."),
        retention: Phrase(ar: "حتى تمحوه. وإن لم يُؤكَّد العنوان فأسبوعًا واحدًا.", en: "Until you erase it; a week if the address is never confirmed."),
        place: .account,
        tables: [
            Table(
                "readers",
                given: [
                    "email", "name", "language", "role", "password", "totp_seed", "totp_since", "keeps_history", "confirmed_at", "erase_at",
                    "created_at",
                ],
                withheld: ["id", "email_key", "totp_last_step", "totp_waiting"])
        ],
        erasing: .by { tx, person in try tx.run("DELETE FROM readers WHERE id = \(person.id)") },
        count: counting { "readers WHERE id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM readers WHERE id = \(person.id)") { row in
                let (email, role, language): (String, Reader.Role, Language) = (try row["email"], try row["role"], try row["language"])
                let (password, seed): (String?, [UInt8]?) = (try row["password"], try row["totp_seed"])
                return Record(
                    (.address, .text(email)), (.name, .text(try row["name"] as String?)), (.language, .word(language)),
                    (.role, .word(role.rawValue, role.words)), (.hasPassword, .flag(password != nil)), (.hasSecondStep, .flag(seed != nil)),
                    (.secondStepSince, .moment(try row["totp_since"] as Instant?)),
                    (.keepsHistory, .flag(try row["keeps_history"])), (.madeAt, .moment(try row["created_at"] as Instant)),
                    (.confirmedAt, .moment(try row["confirmed_at"] as Instant?)), (.eraseAt, .moment(try row["erase_at"] as Instant?)))
            }
        })

    static let sessions = RecordSet(
        "sessions", Phrase(ar: "جلساتك", en: "Where you are logged in"),
        reason: Phrase(
            ar: "لتبقى مسجّل الدخول، ولترى أين فُتح حسابك وتنهي ما لا تعرفه. نعرف المتصفح والنظام باسميهما فقط.",
            en:
                "So that you stay logged in, can see where your account is open, and can end what you do not know. Of browser and system we keep the names alone."
        ),
        retention: Phrase(
            ar: "يومًا واحدًا على الأكثر، أو تسعين يومًا إن طلبت أن تبقى مسجّلًا.", en: "At most a day, or ninety days if you asked to stay signed in."),
        place: .account,
        tables: [
            Table(
                "sessions", given: ["device", "stays", "awaits_factor", "created_at", "proved_at", "seen_at", "ends_at"],
                withheld: ["id", "reader_id", "digest"])
        ],
        erasing: .withAccount, count: counting { "sessions WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM sessions WHERE reader_id = \(person.id) ORDER BY created_at, id") { row in
                Record(
                    (.device, .text(try row["device"] as String?)), (.openedAt, .moment(try row["created_at"] as Instant)),
                    (.provedAt, .moment(try row["proved_at"] as Instant)), (.lastUsedAt, .moment(try row["seen_at"] as Instant)),
                    (.endsAt, .moment(try row["ends_at"] as Instant)), (.staysLoggedIn, .flag(try row["stays"])),
                    (.awaitsSecondStep, .flag(try row["awaits_factor"])))
            }
        })

    static let devices = RecordSet(
        "knownBrowsers", Phrase(ar: "متصفحات نعرفها", en: "Browsers that we know"),
        reason: Phrase(
            ar: "ليبقى حسابك مفتوحًا لك وإن كان غيرك يجرّب كلمات سر. لا نعرف من المتصفح غير أنه فتح حسابك من قبل.",
            en:
                "So that your account stays open to you while somebody else tries passwords. We know no more of the browser than that it opened your account before."
        ),
        retention: Phrase(ar: "آخر عشرين منها، حتى تغيّر كلمة السر.", en: "The last twenty, until you change the password."), place: .account,
        tables: [Table("known_devices", given: ["seen_at"], withheld: ["digest", "reader_id"])],
        erasing: .withAccount, count: counting { "known_devices WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT seen_at FROM known_devices WHERE reader_id = \(person.id) ORDER BY seen_at") {
                Record((.lastUsedAt, .moment(try $0["seen_at"] as Instant)))
            }
        })

    static let links = RecordSet(
        "links", Phrase(ar: "روابط أرسلناها إليك", en: "Links that we sent you"),
        reason: Phrase(
            ar: "ليعمل كل رابط مرة واحدة في وقته، ولنقول لك ماذا جرى له. لا نحفظ الرابط نفسه.",
            en: "So that each link works once and in its time, and its page can say what became of it. The link itself is not kept."),
        retention: Phrase(ar: "ثلاثين يومًا بعد انتهاء الرابط.", en: "Thirty days after the link's end."),
        tables: [
            Table("links", given: ["purpose", "email", "created_at", "ends_at", "used_at", "replaced_at"], withheld: ["id", "reader_id", "digest"])
        ],
        erasing: .withAccount, count: counting { "links WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM links WHERE reader_id = \(person.id) ORDER BY created_at, id") { row in
                let purpose: AccountLink.Purpose = try row["purpose"]
                return Record(
                    (.purpose, .word(purpose.rawValue, purpose.words)), (.address, .text(try row["email"] as String)),
                    (.sentAt, .moment(try row["created_at"] as Instant)), (.endsAt, .moment(try row["ends_at"] as Instant)),
                    (.usedAt, .moment(try row["used_at"] as Instant?)), (.replacedAt, .moment(try row["replaced_at"] as Instant?)))
            }
        })

    static let passkeys = RecordSet(
        "passkeys", Phrase(ar: "مفاتيح المرور", en: "Passkeys"),
        reason: Phrase(ar: "لتسجّل الدخول بجهازك بدل كلمة السر.", en: "So that you can log in with your device in place of a password."),
        retention: Phrase(ar: "حتى تحذفها.", en: "Until you remove them."), place: .security,
        tables: [
            Table(
                "passkeys", given: ["name", "is_backed_up", "created_at", "used_at"],
                withheld: ["id", "reader_id", "credential", "public_key", "sign_count", "is_backup_eligible"]),
            // What a device is asked to sign: gone within minutes.
            Table("passkey_challenges", given: [], withheld: ["digest", "purpose", "reader_id", "challenge", "ends_at"]),
        ],
        erasing: .withAccount, count: counting { "passkeys WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT * FROM passkeys WHERE reader_id = \(person.id) ORDER BY created_at, id") { row in
                Record(
                    (.name, .text(try row["name"] as String)), (.madeAt, .moment(try row["created_at"] as Instant)),
                    (.lastUsedAt, .moment(try row["used_at"] as Instant?)), (.isBackedUp, .flag(try row["is_backed_up"])))
            }
        })

    static let recoveryCodes = RecordSet(
        "recoveryCodes", Phrase(ar: "رموز الاسترجاع", en: "Recovery codes"),
        reason: Phrase(
            ar: "لتدخل حسابك إن ضاع هاتفك. نحفظ بصماتها لا حروفها.",
            en: "To get in when your phone is lost. We keep their fingerprints, not their letters."),
        retention: Phrase(ar: "حتى تطلب غيرها.", en: "Until you ask for new ones."), place: .security,
        tables: [Table("recovery_codes", given: ["used_at"], withheld: ["reader_id", "digest"])],
        erasing: .withAccount, count: counting { "recovery_codes WHERE reader_id = \($0.id)" },
        records: { tx, person in
            try tx.all("SELECT used_at FROM recovery_codes WHERE reader_id = \(person.id) ORDER BY used_at") { row in
                let usedAt: Instant? = try row["used_at"]
                return Record((.isUsed, .flag(usedAt != nil)), (.usedAt, .moment(usedAt)))
            }
        })
}

extension Reader.Role {
    package var words: Phrase {
        switch self {
        case .reader: Phrase(ar: "قارئ", en: "Reader")
        case .reporter: Phrase(ar: "مراسل", en: "Reporter")
        case .translator: Phrase(ar: "مترجم", en: "Translator")
        case .editor: Phrase(ar: "محرر", en: "Editor")
        case .chiefEditor: Phrase(ar: "رئيس التحرير", en: "Chief editor")
        case .administrator: Phrase(ar: "مدير الموقع", en: "Administrator")
        }
    }
}

extension AccountLink.Purpose {
    var words: Phrase {
        switch self {
        case .setUp: Phrase(ar: "تأكيد الحساب", en: "Confirming the account")
        case .reset: Phrase(ar: "كلمة سر جديدة", en: "A new password")
        case .changeFrom: Phrase(ar: "السماح بتغيير العنوان", en: "Allowing a change of address")
        case .changeTo: Phrase(ar: "تأكيد العنوان الجديد", en: "Confirming the new address")
        }
    }
}
