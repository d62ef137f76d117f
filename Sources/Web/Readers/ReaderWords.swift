import Basics
import Newsroom

/// The words of readers' accounts.
enum ReaderWords {
    static let account = Phrase(ar: "حسابي", en: "My account")
    static let masthead = Phrase(ar: "حسابي", en: "Account")
    static let collections = Phrase(ar: "ما حفظته", en: "Saved stories")
    static let security = Phrase(ar: "أمان الدخول", en: "Signing in safely")
    static let changeEmail = Phrase(ar: "تغيير البريد", en: "Change the address")
    static let privacy = Phrase(ar: "بياناتك وخصوصيتك", en: "Your data and privacy")
    static let signUp = Phrase(ar: "حساب جديد", en: "Sign up")
    static let logIn = Phrase(ar: "تسجيل الدخول", en: "Log in")
    static let logOut = Phrase(ar: "تسجيل الخروج", en: "Log out")
    static let loggedOut = Phrase(ar: "سجّلت خروجك.", en: "You are logged out.")
    static let forgot = Phrase(ar: "نسيت كلمة السر؟", en: "Forgot password?")
    static let email = Phrase(ar: "البريد الإلكتروني", en: "Email address")
    static let name = Phrase(ar: "الاسم", en: "Name")
    static let nameHint = Phrase(ar: "كما تحب أن نناديك. يمكنك تركه فارغًا.", en: "As you want to be called. You may leave it empty.")
    static let password = Phrase(ar: "كلمة السر", en: "Password")
    static let newPassword = Phrase(ar: "كلمة سر جديدة", en: "New password")
    static let presentPassword = Phrase(ar: "كلمة السر الحالية", en: "Present password")
    static let passwordHint = Phrase(
        ar: "15 حرفًا على الأقل. أربع كلمات لا صلة بينها تُحفظ بسهولة وتصعب معرفتها.",
        en: "At least 15 characters. Four words that have nothing to do with each other are easy to keep and hard to guess.")
    static let stays = Phrase(ar: "أبقني مسجّلًا على هذا الجهاز", en: "Keep me signed in on this device")
    static let noAccount = Phrase(ar: "ليس لك حساب؟", en: "No account yet?")
    static let haveAccount = Phrase(ar: "لك حساب؟", en: "Have an account?")
    static let signUpLead = Phrase(
        ar: "نرسل إليك رابطًا تؤكد به عنوانك وتختار كلمة السر.", en: "We send you a link by which you confirm your address and choose a password.")
    static let send = Phrase(ar: "أرسل الرابط", en: "Send the link")
    static let sent = Phrase(ar: "راجع بريدك", en: "Check your mailbox")
    static let signUpSent = Phrase(
        ar: "أرسلنا رسالة إلى العنوان الذي كتبته، وفيها ما تفعله بعد ذلك. إن لم تصل خلال دقائق فراجع البريد غير المرغوب فيه، أو أعد الطلب.",
        en:
            "An e-mail is on its way to the address you gave; it says how to go on. If it does not come within minutes, look among unwanted mail, or ask again."
    )
    static let forgotLead = Phrase(
        ar: "اكتب عنوانك نرسل إليه رابطًا تختار به كلمة سر جديدة.",
        en: "Give your address, and we send a link to it by which you choose a new password.")
    static let forgotSent = Phrase(
        ar: "إن كان لهذا العنوان حساب فستصله رسالة خلال دقائق. الرابط فيها صالح ساعة واحدة.",
        en: "If this address has an account, an e-mail will reach it within minutes. The link in it works for an hour.")
    static let chooseTitle = Phrase(ar: "اختر كلمة سر", en: "Choose a password")
    static let choose = Phrase(ar: "احفظ كلمة السر", en: "Save the password")
    static let resetDone = Phrase(
        ar: "غُيّرت كلمة السر، وانتهت كل الجلسات. سجّل الدخول بالجديدة.",
        en: "The password is changed, and all sessions have ended. Log in with the new one.")
    static let welcome = Phrase(ar: "أهلًا بك. حسابك جاهز.", en: "Welcome. Your account is ready.")
    static let saved = Phrase(ar: "حُفظت بياناتك.", en: "Your details are saved.")
    static let save = Phrase(ar: "احفظ", en: "Save")
    static let profile = Phrase(ar: "بياناتك", en: "Your details")
    static let mailLanguage = Phrase(ar: "لغة الرسائل", en: "Language of our e-mails")
    static let changePassword = Phrase(ar: "غيّر كلمة السر", en: "Change the password")
    static let passwordChanged = Phrase(
        ar: "غُيّرت كلمة السر، وانتهت الجلسات الأخرى.", en: "The password is changed, and the other sessions have ended.")
    static let sessions = Phrase(ar: "أين أنت مسجّل الدخول", en: "Where you are logged in")
    static let thisSession = Phrase(ar: "هذا الجهاز", en: "this device")
    static let unknownDevice = Phrase(ar: "متصفح غير معروف", en: "An unknown browser")
    static let since = Phrase(ar: "منذ", en: "since")
    static let lastSeen = Phrase(ar: "آخر استعمال", en: "last used")
    static let end = Phrase(ar: "أنهِ هذه الجلسة", en: "End this session")
    static let endOthers = Phrase(ar: "أنهِ كل الجلسات الأخرى", en: "End all other sessions")
    static let ended = Phrase(ar: "انتهت الجلسة.", en: "The session has ended.")
    static let badEmail = Phrase(
        ar: "هذا ليس عنوانًا يمكن أن نكتب إليه. مثال: layla@example.org", en: "This is no address that we can write to. An example: layla@example.org")

    /// Why a link out of a mail does nothing, in one sentence.
    static func sentence(_ fault: AccountLink.Fault) -> Phrase {
        switch fault {
        case .invalid: Phrase(ar: "هذا الرابط غير صحيح: ربما لم يُنسخ كله.", en: "This link is not right: perhaps not all of it was copied.")
        case .expired: Phrase(ar: "انتهت صلاحية هذا الرابط.", en: "This link has expired.")
        case .used: Phrase(ar: "استُعمل هذا الرابط من قبل.", en: "This link has been used already.")
        case .replaced: Phrase(ar: "حلّ محلّ هذا الرابط رابط أحدث منه.", en: "This link was replaced by a newer one.")
        }
    }

    static let linkTitle = Phrase(ar: "الرابط لا يعمل", en: "The link does not work")
    static let askForMore = Phrase(ar: "أرسل الرسالة من جديد، أو إلى عنوان آخر", en: "Send it again, or to another address")
    static let askAgain = Phrase(ar: "اطلب رابطًا جديدًا:", en: "Ask for a new one:")
}
