import Basics
import Storage

extension AccountLetters {
    enum FactorChange {
        case codesAdded, codesRemoved, passkeyAdded, passkeyRemoved, recoveryCodes

        fileprivate var words: Phrase {
            switch self {
            case .codesAdded: Phrase(ar: "أُضيف إلى حسابك تطبيق لرموز الدخول", en: "An app for log-in codes was added to your account")
            case .codesRemoved: Phrase(ar: "أُزيل من حسابك تطبيق رموز الدخول", en: "The app for log-in codes was removed from your account")
            case .passkeyAdded: Phrase(ar: "أُضيف إلى حسابك مفتاح مرور", en: "A passkey was added to your account")
            case .passkeyRemoved: Phrase(ar: "أُزيل من حسابك مفتاح مرور", en: "A passkey was removed from your account")
            case .recoveryCodes: Phrase(ar: "صُنعت لحسابك رموز احتياط جديدة", en: "New recovery codes were made for your account")
            }
        }
    }

    /// Tells the owner of every change in what opens the account.
    func factorChanged(_ tx: Transaction, _ reader: Reader, _ change: FactorChange, device: String) throws {
        try warn(tx, reader, "factor-changed", change.words, device)
    }

    func recoveryCodeUsed(_ tx: Transaction, _ reader: Reader, left: Int, device: String) throws {
        let count = CountedPhrase(
            ar: ("لم يبقَ رمز", "بقي رمز واحد", "بقي رمزان", "بقيت # رموز", "بقي # رمزًا", "بقي # رمز"), en: ("# is left", "# are left"))
        let words = Phrase(
            ar: "استُعمل رمز احتياط للدخول إلى حسابك (\(count.text(left, in: .ar, digits: face.digits(in: .ar))))",
            en: "A recovery code was used for your account (\(count.text(left, in: .en, digits: face.digits(in: .en))))")
        try warn(tx, reader, "recovery-code-used", words, device)
    }

    private func warn(_ tx: Transaction, _ reader: Reader, _ kind: String, _ words: Phrase, _ device: String) throws {
        try post(
            tx, reader, kind, subject: words,
            [
                Phrase(
                    ar: "\(words.ar)\(from(device).ar)، في \(time(reader, tx.now)).", en: "\(words.en)\(from(device).en), at \(time(reader, tx.now))."
                ),
                Phrase(
                    ar: "إن لم تفعل ذلك أنت فاختر كلمة سر جديدة الآن، ثم راجع أمان الدخول في حسابك.",
                    en: "If it was not you, choose a new password now, and then look through “Signing in safely” in your account."),
            ], page: (Phrase(ar: "اختر كلمة سر جديدة", en: "Choose a new password"), page(.forgot, reader)))
    }
}
