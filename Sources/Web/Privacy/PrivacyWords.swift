import Basics
import Newsroom

/// The words of the page that tells a reader what is kept about her.
enum PrivacyWords {
    static let lead = Phrase(
        ar: "هذا كل ما نحفظه عنك، ولماذا، وإلى متى. وليس عندنا غيره.",
        en: "This is everything we keep about you, why, and for how long. There is nothing else.")
    static let whatWeKeep = Phrase(ar: "ما نحفظه عنك", en: "What we keep about you")
    static let noneNow = Phrase(ar: "أنواع أخرى لا شيء منها الآن", en: "Other kinds, of which there is nothing now")
    static let howLong = Phrase(ar: "كم يبقى:", en: "How long:")
    static let changeAt = Phrase(ar: "غيّره أو احذفه في:", en: "Change or delete it at:")
    static let neverKept = Phrase(ar: "ما لا نحفظه أبدًا", en: "What we never keep")
    static let never = [
        Phrase(
            ar: "عنوان جهازك على الشبكة (IP): لا يُكتب في قاعدة بيانات ولا في سجل.",
            en: "The network address of your machine (IP): it is written into no database and no log."),
        Phrase(ar: "ما تقرأه، إلا إذا اخترت سجل القراءة.", en: "What you read, unless you chose a reading history."),
        Phrase(ar: "ما تبحث عنه.", en: "What you search for."),
        Phrase(
            ar: "شيئًا من شركات أخرى: لا إعلانات تتبعك ولا عدّادات.", en: "Anything from other companies: no advertising that follows you, no counters."
        ),
    ]
    static let cookies = Phrase(ar: "ملفات الارتباط (الكوكيز)", en: "Cookies")
    static let cookiesLead = Phrase(
        ar: "لا نضع منها إلا ما يلزم لما طلبته، ولهذا لا نسألك عنها في كل صفحة. ومن يقرأ فقط لا نضع عنده شيئًا.",
        en: "We set none but what is needed for what you asked for, and so no banner asks you about them. Who only reads gets none.")
    static let takeAlong = Phrase(ar: "خذ بياناتك معك", en: "Take it along")
    static let takeAlongLead = Phrase(
        ar: "في الملف كل ما ذُكر أعلاه بتمامه. ليست فيه كلمات سر ولا مفاتيح.",
        en: "The file holds all of the above in full. It holds no passwords and no keys.")
    static let asPage = Phrase(ar: "نزّلها صفحةً تُقرأ (HTML)", en: "Download it as a page to read (HTML)")
    static let asJSON = Phrase(ar: "نزّلها ملفًا للبرامج (JSON)", en: "Download it as a file for programs (JSON)")
    static let erase = Phrase(ar: "امحُ حسابك", en: "Erase your account")
    static let eraseLead = Phrase(
        ar: "نمحو حسابك بعد سبعة أيام، ومعه كل ما نحفظه عنك. تبقى أصواتك في العدّ بلا اسم. وقبل ذلك نكتب إليك، ويكفي أن تضغط «أبقِ حسابي» لتتراجع.",
        en: "We erase your account after seven days, with all that we keep about you. Your votes stay in the count, with no name on them. "
            + "We write to you at once, and until then “Keep my account” undoes it.")
    static let sure = Phrase(ar: "أفهم أن ما يُمحى لا يعود.", en: "I understand that what is erased cannot be brought back.")
    static let tick = Phrase(ar: "ضع علامة في المربع أولًا: ما يُمحى لا يعود.", en: "Tick the box first: what is erased cannot be brought back.")
    static let eraseButton = Phrase(ar: "امحُ حسابي بعد سبعة أيام", en: "Erase my account in seven days")
    static let willBeErased = Phrase(ar: "سيُمحى حسابك", en: "Your account will be erased")
    static let erasedAt = Phrase(ar: "موعد المحو:", en: "It will be erased at")
    static let untilThen = Phrase(ar: "وحتى ذلك الحين يعمل كل شيء كما كان.", en: "Until then everything works as before.")
    static let keep = Phrase(ar: "أبقِ حسابي", en: "Keep my account")
    static let asked = Phrase(
        ar: "سجّلنا طلبك وأرسلنا إليك رسالة، وأنهينا جلساتك الأخرى.",
        en: "Your wish is noted, a letter is on its way to you, and your other sessions have ended.")
    static let kept = Phrase(ar: "حسابك باقٍ.", en: "Your account stays.")

    /// The page where something is changed, by its name.
    static func name(of path: ReaderPath) -> Phrase? {
        switch path {
        case .account: ReaderWords.account
        case .collections: ReaderWords.collections
        case .security: ReaderWords.security
        default: nil
        }
    }
}

extension Cookies.Name {
    var purpose: Phrase {
        switch self {
        case .session: Phrase(ar: "يبقيك مسجّل الدخول.", en: "Keeps you logged in.")
        case .device:
            Phrase(ar: "يعرّفنا أن حسابك فُتح في هذا المتصفح من قبل.", en: "Tells us that your account was opened in this browser before.")
        case .guest:
            Phrase(
                ar: "لمن صوّت بلا حساب، حيث نقبل ذلك: ليُحسب صوته مرة واحدة.",
                en: "For who voted without an account, where we take such votes: so that it counts once.")
        case .history:
            Phrase(
                ar: "يقول إنك اخترت حفظ ما تقرأ، فلا نسأل عنه غيرك.",
                en: "Says that you chose to keep what you read, so that nobody else is asked about it.")
        case .challenge: Phrase(ar: "يحمل ما يُسأل عنه مفتاح المرور.", en: "Carries what a passkey is asked for.")
        case .link: Phrase(ar: "يحمل رابط الرسالة من عنوان الصفحة إلى نموذجها.", en: "Carries the link of a letter from the address to its form.")
        }
    }

    var lifetime: Phrase {
        switch self {
        case .session:
            Phrase(
                ar: "حتى تغلق المتصفح، أو تسعين يومًا إن طلبت أن تبقى مسجّلًا.",
                en: "Until you close the browser, or ninety days if you asked to stay signed in.")
        case .device, .guest, .history: Phrase(ar: "أربعمئة يوم.", en: "Four hundred days.")
        case .challenge: Phrase(ar: "خمس دقائق.", en: "Five minutes.")
        case .link: Phrase(ar: "ساعة واحدة على الأكثر.", en: "At most an hour.")
        }
    }
}
