import Basics

/// The words of second steps, passkeys and recovery codes.
enum SecurityWords {
    static let or = Phrase(ar: "أو", en: "or")
    static let logInByPasskey = Phrase(ar: "ادخل بمفتاح مرور", en: "Log in with a passkey")
    static let usePasskey = Phrase(ar: "استعمل مفتاح مرور", en: "Use a passkey")
    static let passkeyFailed = Phrase(
        ar: "لم يعطِ الجهاز مفتاحًا. أعد المحاولة، أو اختر الطريقة الأخرى.", en: "The device gave no passkey. Try again, or use the other way.")

    static let secondStep = Phrase(ar: "الخطوة الثانية", en: "The second step")
    static let code = Phrase(ar: "الرمز", en: "Code")
    static let codeHint = Phrase(
        ar: "الأرقام الستة التي يعرضها تطبيقك الآن، أو أحد رموز الاحتياط.",
        en: "The six digits that your app shows now, or one of your recovery codes.")
    static let startOver = Phrase(ar: "ابدأ الدخول من جديد", en: "Begin the log-in again")
    static let lostFactor = Phrase(
        ar: "ضاع الهاتف ورموز الاحتياط؟ اكتب إلى غرفة الأخبار.", en: "Lost the phone, and the recovery codes too? Write to the newsroom.")
    static let again = Phrase(ar: "أكّد أنك أنت", en: "Show that it is you")
    static let againLead = Phrase(
        ar: "ما تريد فعله يمسّ أمان حسابك، وقد مضى وقت منذ دخولك.",
        en: "What you are about to do matters for your account, and it is a while since you logged in.")
    static let goOn = Phrase(ar: "تابع", en: "Go on")

    static let mustEnrol = Phrase(
        ar: "من يعمل في غرفة الأخبار يحتاج خطوة ثانية غير كلمة السر. أضف مفتاح مرور أو تطبيق رموز، ثم تابع عملك.",
        en: "Whoever works in the newsroom needs a second step besides the password. Add a passkey or an app, and go on from there.")

    static let passkeys = Phrase(ar: "مفاتيح المرور", en: "Passkeys")
    static let passkeysLead = Phrase(
        ar: "تدخل بها ببصمتك أو وجهك أو رقم جهازك، بلا كلمة سر. لا تُسرق ولا تُخمَّن، ولا تعمل في موقع مزيّف.",
        en:
            "Log in by your finger, your face or your device's PIN, without a password. They cannot be guessed or stolen, and do not work on a false site."
    )
    static let noPasskeys = Phrase(ar: "ليس لك مفتاح مرور بعد.", en: "You have no passkey yet.")
    static let passkeysNeedScripts = Phrase(
        ar: "تحتاج مفاتيح المرور إلى JavaScript. من دونه استعمل تطبيق الرموز.", en: "Passkeys need JavaScript. Without it, use an app.")
    static let passkeyName = Phrase(ar: "سمِّه", en: "A name for it")
    static let passkeyNameHint = Phrase(
        ar: "كي تعرفه بعد حين، مثل: هاتفي. يمكنك تركه فارغًا.", en: "So that you know it again, as in: My phone. You may leave it empty.")
    static let addPasskey = Phrase(ar: "أضف مفتاح مرور", en: "Add a passkey")
    static let created = Phrase(ar: "أُضيف", en: "added")
    static let used = Phrase(ar: "آخر استعمال", en: "last used")
    static let neverUsed = Phrase(ar: "لم يُستعمل بعد", en: "not used yet")
    static let backedUp = Phrase(ar: "محفوظ على أجهزتك الأخرى", en: "kept on your other devices too")
    static let remove = Phrase(ar: "أزله", en: "Remove")

    static let codes = Phrase(ar: "تطبيق الرموز", en: "An app for codes")
    static let codesLead = Phrase(
        ar: "تطبيق على هاتفك يصنع رمزًا جديدًا كل نصف دقيقة، نسألك عنه بعد كلمة السر.",
        en: "An app on your phone makes a new code every half minute, which we ask for after the password.")
    static let setUpCodes = Phrase(ar: "أضف تطبيقًا", en: "Set up an app")
    static let codesSince = Phrase(ar: "يعمل منذ", en: "In use since")
    static let removeCodes = Phrase(ar: "أوقف الرموز", en: "Turn the codes off")
    static let scan = Phrase(ar: "صوّر هذا المربع بالتطبيق", en: "Scan this square with the app")
    static let orType = Phrase(ar: "أو اكتب فيه هذا المفتاح:", en: "Or type this key into it:")
    static let firstCode = Phrase(ar: "الرمز الذي يعرضه الآن", en: "The code it shows now")
    static let confirmCodes = Phrase(ar: "فعّل الرموز", en: "Turn the codes on")
    static let square = Phrase(ar: "مربع المفتاح لتطبيق الرموز", en: "A square that holds the key for the app")

    static let recovery = Phrase(ar: "رموز الاحتياط", en: "Recovery codes")
    static let recoveryLead = Phrase(
        ar: "لكل رمز مرة واحدة، حين لا يكون هاتفك معك. اطبعها أو اكتبها، واحفظها بعيدًا عن الهاتف.",
        en: "Each works once, when your phone is not there. Print them or write them down, and keep them away from the phone.")
    static let shownOnce = Phrase(
        ar: "هذه رموزك. لن نعرضها مرة أخرى.", en: "These are your codes. We cannot show them again.")
    static let noRecovery = Phrase(
        ar: "ليست لديك رموز احتياط: إن ضاع هاتفك ضاع حسابك.", en: "You have no recovery codes: if your phone is lost, so is your account.")
    static let makeRecovery = Phrase(ar: "اصنع رموزًا جديدة", en: "Make new codes")
    static let replacesOld = Phrase(ar: "تُلغى القديمة بالجديدة.", en: "The old ones stop working.")
    static let kept = Phrase(ar: "حفظتها", en: "I have kept them")
    static let recoveryLeft = CountedPhrase(
        ar: ("لم يبقَ منها شيء", "بقي رمز واحد", "بقي رمزان", "بقيت # رموز", "بقي # رمزًا", "بقي # رمز"), en: ("# code is left", "# codes are left"))

    static let passkeyAdded = Phrase(ar: "أُضيف مفتاح المرور.", en: "The passkey is added.")
    static let passkeyRemoved = Phrase(ar: "أُزيل مفتاح المرور.", en: "The passkey is removed.")
    static let codesOn = Phrase(ar: "صارت الرموز تُطلب عند الدخول.", en: "Codes are asked for at the log-in from now on.")
    static let codesOff = Phrase(ar: "لم تعد الرموز تُطلب.", en: "Codes are not asked for any more.")

    static let newEmail = Phrase(ar: "العنوان الجديد", en: "The new address")
    static let presentEmail = Phrase(ar: "عنوانك الحالي", en: "Your present address")
    static let moveLead = Phrase(
        ar: "نكتب إلى العنوانين، القديم والجديد. ينتقل الحساب حين تفتح الرابط في الرسالتين.",
        en: "We write to both mailboxes, the old one and the new. The account moves once the link in both letters was followed.")
    static let ask = Phrase(ar: "أرسل الرسالتين", en: "Send both letters")
    static let moveSent = Phrase(
        ar: "كتبنا إلى العنوانين. افتح الرابط في كل رسالة خلال يوم.",
        en: "We have written to both mailboxes. Follow the link in each letter within a day.")
    static let agreeTitle = Phrase(ar: "نقل الحساب إلى عنوان آخر", en: "Move the account to another address")
    static let agree = Phrase(ar: "أوافق", en: "I agree")
    static let agreedOnce = Phrase(
        ar: "وافق هذا العنوان. بقي أن يوافق العنوان الآخر.", en: "This mailbox has agreed. The other one has to agree as well.")
    static let movedNow = Phrase(
        ar: "انتقل الحساب. سجّل الدخول بالعنوان الجديد.", en: "The account has moved. Log in with the new address.")

    static func agreeLead(_ email: EmailAddress) -> Phrase {
        Phrase(ar: "ينتقل الحساب إلى \(email.text) إذا وافق العنوانان.", en: "The account moves to \(email.text) when both mailboxes agree.")
    }

    static let firstTitle = Phrase(ar: "أول مدير لغرفة الأخبار", en: "The newsroom's first administrator")
    static let firstLead = Phrase(
        ar: "فتحت الرابط الذي ظهر في نافذة الخادم. من هذا الحساب تُضاف بقية الحسابات.",
        en: "You followed the link from the server's console. From this account all others are looked after.")
    static let firstButton = Phrase(ar: "أنشئ الحساب", en: "Make the account")
    static let firstGone = Phrase(
        ar: "لغرفة الأخبار مدير من قبل، أو أُعيد تشغيل الخادم. خذ الرابط من نافذته.",
        en: "The newsroom has an administrator already, or the server was started again. Take the link from its console.")
}
