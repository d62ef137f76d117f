import Basics

/// Why a passkey was not taken, in words for whoever holds it.
enum PasskeyFault: CaseIterable {
    case unreadable, expired, elsewhere, absent, unverified, unsupported, unsigned, copied, unknown

    var refusal: Refusal {
        switch self {
        case .unreadable: Self.refusal("تعذرت قراءة جواب المتصفح.", "The browser's answer cannot be read.")
        case .expired:
            Self.refusal(
                "مضى على الطلب وقت طويل، أو بدأ في نافذة أخرى. أعد المحاولة.", "This took too long, or was begun in another window. Try again.")
        case .elsewhere: Self.refusal("استُعمل مفتاح المرور في موقع غير هذا.", "The passkey was used on another site than this one.")
        case .absent: Self.refusal("لم يلمس أحد الجهاز. أعد المحاولة.", "Nobody touched the device. Try again.")
        case .unverified:
            Self.refusal(
                "لم يتحقق الجهاز من أنك صاحبه. فعّل فيه البصمة أو الوجه أو الرقم السري.",
                "The device did not make sure that it is you. Set up a fingerprint, a face or a PIN on it.")
        case .unsupported: Self.refusal("هذا النوع من المفاتيح غير مقبول هنا.", "Passkeys of this kind are not taken here.")
        case .unsigned: Self.refusal("توقيع مفتاح المرور غير صحيح.", "The passkey's signature is not right.")
        case .copied:
            Self.refusal(
                "يبدو أن مفتاح المرور هذا نُسخ. ادخل بطريقة أخرى واحذفه.", "This passkey seems to have been copied. Log in another way and remove it.")
        case .unknown: Self.refusal("مفتاح المرور هذا ليس لهذا الحساب.", "This passkey does not belong to this account.")
        }
    }

    private static func refusal(_ ar: String, _ en: String) -> Refusal { Refusal(.invalid, ar: ar, en: en, field: "passkey") }
}
