import Basics
import Newsroom

/// What the desk says.
enum DeskWords {
    static let desk = Phrase(ar: "مكتب التحرير", en: "Desk")
    static let newStory = Phrase(ar: "خبر جديد", en: "New story")
    static let front = Phrase(ar: "الصفحة الأولى", en: "Front page")
    static let staff = Phrase(ar: "العاملون", en: "Staff")
    static let freeze = Phrase(ar: "تجميد الموقع", en: "Freeze")
    static let audit = Phrase(ar: "سجل الأعمال", en: "Audit")
    static let isFrozen = Phrase(
        ar: "الموقع مجمّد: لا يتغير فيه شيء حتى يُرفع التجميد. الكتابة متاحة.",
        en: "The site is frozen: nothing on it changes until it is released. Writing goes on.")

    static let logInAgain = Phrase(ar: "انتهت جلستك. سجّل الدخول ثم تابع.", en: "Your session has ended. Log in, and go on.")

    /// Between names, and between a name and what is said of it.
    static let comma = Phrase(ar: "، ", en: ", ")

    // MARK: Lists

    static let trays = Phrase(ar: "القوائم", en: "Lists")
    static let find = Phrase(ar: "كلمات من العنوان", en: "Words of the headline")
    static let show = Phrase(ar: "اعرض", en: "Show")
    static let language = Phrase(ar: "اللغة", en: "Language")
    static let everyLanguage = Phrase(ar: "كل اللغات", en: "Every language")
    static let section = Phrase(ar: "القسم", en: "Section")
    static let noSection = Phrase(ar: "بلا قسم", en: "No section")
    static let everySection = Phrase(ar: "كل الأقسام", en: "Every section")
    static let person = Phrase(ar: "من", en: "Whose")
    static let everybody = Phrase(ar: "الجميع", en: "Everybody’s")
    static let saved = Phrase(ar: "حُفظ", en: "Saved")
    static let here = Phrase(ar: "فيه الآن", en: "In it now")
    static let noHeadline = Phrase(ar: "(بلا عنوان)", en: "(No headline)")

    static let keys = Phrase(ar: "مفاتيح", en: "Keys")
    static let keyNext = Phrase(ar: "الخبر التالي", en: "The next story")
    static let keyBefore = Phrase(ar: "الخبر السابق", en: "The story before")
    static let keyFind = Phrase(ar: "البحث", en: "Search")
    static let keyNew = Phrase(ar: "خبر جديد", en: "A new story")
    static let keyTray = Phrase(ar: "القائمة بهذا الترتيب", en: "The list of that place")

    static func tray(_ tray: Board.Tray) -> Phrase {
        switch tray {
        case .mine: Phrase(ar: "ينتظرني", en: "Waiting for me")
        case .draft: Phrase(ar: "قيد الكتابة", en: "In work")
        case .inReview: Phrase(ar: "قيد المراجعة", en: "In review")
        case .ready: Phrase(ar: "جاهز", en: "Ready")
        case .scheduled: Phrase(ar: "له موعد", en: "Scheduled")
        case .today: Phrase(ar: "نُشر اليوم", en: "Published today")
        case .withdrawn: Phrase(ar: "مسحوب", en: "Withdrawn")
        case .translations: Phrase(ar: "تنتظر ترجمة", en: "Translation owed")
        case .all: Phrase(ar: "الكل", en: "All")
        }
    }

    static func empty(_ tray: Board.Tray) -> Phrase {
        switch tray {
        case .mine: Phrase(ar: "لا شيء ينتظرك.", en: "Nothing is waiting for you.")
        case .draft: Phrase(ar: "لا خبر قيد الكتابة.", en: "No story is in work.")
        case .inReview: Phrase(ar: "لا خبر قيد المراجعة.", en: "No story is in review.")
        case .ready: Phrase(ar: "لا خبر جاهز.", en: "No story is ready.")
        case .scheduled: Phrase(ar: "لا خبر له موعد.", en: "No story is scheduled.")
        case .today: Phrase(ar: "لم يُنشر شيء اليوم.", en: "Nothing was published today.")
        case .withdrawn: Phrase(ar: "لم يُسحب شيء.", en: "Nothing was withdrawn.")
        case .translations: Phrase(ar: "كل خبر له ترجمته.", en: "Every story has its translation.")
        case .all: Phrase(ar: "لا أخبار بعد.", en: "There are no stories yet.")
        }
    }

    static func workflow(_ workflow: Edition.Workflow) -> Phrase {
        switch workflow {
        case .draft: Phrase(ar: "قيد الكتابة", en: "In work")
        case .inReview: Phrase(ar: "قيد المراجعة", en: "In review")
        case .ready: Phrase(ar: "جاهز", en: "Ready")
        }
    }

    static func visibility(_ visibility: Edition.Visibility) -> Phrase {
        switch visibility {
        case .private: Phrase(ar: "غير منشور", en: "Not published")
        case .scheduled: Phrase(ar: "له موعد", en: "Scheduled")
        case .published: Phrase(ar: "منشور", en: "Published")
        case .withdrawn: Phrase(ar: "مسحوب", en: "Withdrawn")
        }
    }

    // MARK: Writing

    static let writtenIn = Phrase(ar: "لغة الخبر", en: "Written in")
    static let begin = Phrase(ar: "ابدأ", en: "Begin")
    static let headline = Phrase(ar: "العنوان", en: "Headline")
    static let standfirst = Phrase(ar: "المقدمة", en: "Standfirst")
    static let dateline = Phrase(ar: "مكان الخبر", en: "Dateline")
    static let body = Phrase(ar: "النص", en: "Text")
    static let markdown = Phrase(
        ar: "بصيغة Markdown: سطر فارغ بين الفقرات، \u{2066}##\u{2069} قبل العنوان الفرعي، **غامق**، *مائل*، [نص](العنوان).",
        en: "In Markdown: an empty line between paragraphs, ## before a sub-heading, **bold**, *italic*, [words](address).")
    static let forSearch = Phrase(ar: "لمحركات البحث", en: "For search engines")
    static let searchTitle = Phrase(ar: "عنوان بديل", en: "Title instead of the headline")
    static let searchDescription = Phrase(ar: "وصف بديل", en: "Description instead of the standfirst")
    static let note = Phrase(ar: "لماذا؟ (لزملائك)", en: "Why? (for your colleagues)")
    static let saveVersion = Phrase(ar: "احفظ نسخة", en: "Save a version")
    static let original = Phrase(ar: "الأصل", en: "The original")
    static let ways = Phrase(ar: "ما يُفعل بالخبر", en: "What can be done")
    static let details = Phrase(ar: "القسم والتوقيع والعنوان", en: "Section, byline, address")
    static let revisions = Phrase(ar: "المراجعات", en: "Revisions")
    static let publication = Phrase(ar: "النشر", en: "Publication")
    static let preview = Phrase(ar: "معاينة", en: "Preview")
    static let onPhone = Phrase(ar: "على الهاتف", en: "On a phone")
    static let onDesk = Phrase(ar: "على شاشة عريضة", en: "On a wide screen")
    static let previewAlone = Phrase(ar: "افتحها وحدها", en: "Open it by itself")
    static let originalChanged = Phrase(
        ar: "تغيّر الأصل منذ أُخذت عنه الترجمة:", en: "The original has changed since the translation took it in:")
    static let takeIn = Phrase(ar: "أخذت الترجمة بهذا التغيير", en: "The translation has this now")
    static let onSite = Phrase(ar: "كما يراه القراء", en: "As readers see it")
    static let handIn = Phrase(ar: "سلّم للمراجعة", en: "Hand in for review")
    static let sendBack = Phrase(ar: "أعد إلى الكتابة", en: "Send back to work")
    static let callReady = Phrase(ar: "جاهز للنشر", en: "Ready to publish")
    static let stale = Phrase(ar: "حفظ زميل نصًا آخر منذ فتحت هذا الخبر.", en: "A colleague has saved another text since you opened this story.")
    static let bothKept = Phrase(
        ar: "لم يُحفظ نصك فوقه، وهو كله في النموذج أدناه. هذا ما يختلف، وعند الحفظ من جديد يبقى نص زميلك في المراجعات:",
        en:
            "Yours was not saved over it, and stands whole in the form below. This is the difference; if you save again, theirs stays among the revisions:"
    )
    static let tooLong = Phrase(ar: "النص أطول من أن يُحفظ.", en: "The text is too long to be kept.")

    static let fileTooLong = Phrase(ar: "الملف أكبر من 64 ميغابايت.", en: "The file is larger than 64 MB.")

    // MARK: Revisions

    static let compare = Phrase(ar: "قارن", en: "Compare")
    static let older = Phrase(ar: "الأقدم", en: "Older")
    static let newer = Phrase(ar: "الأحدث", en: "Newer")
    static let autosave = Phrase(ar: "حُفظ تلقائيًا", en: "Saved by itself")
    static let published = Phrase(ar: "نُشر", en: "Published")
    static let words = CountedPhrase(
        ar: (zero: "لا كلمات", one: "كلمة واحدة", two: "كلمتان", few: "# كلمات", many: "# كلمة", other: "# كلمة"),
        en: (one: "# word", other: "# words"))
    static let restore = Phrase(ar: "استعد هذا النص", en: "Restore this text")
    static let restored = Phrase(ar: "استعيد نص أقدم", en: "An earlier text was restored")
    static let difference = Phrase(ar: "الفرق", en: "Difference")
    static let noDifference = Phrase(ar: "لا فرق بين النصين.", en: "The two texts are the same.")
    static let added = Phrase(ar: "أضيف:", en: "Added:")
    static let removed = Phrase(ar: "حُذف:", en: "Removed:")

    // MARK: Publishing

    static let checks = Phrase(ar: "قبل النشر", en: "Before it is published")
    static let nothingInTheWay = Phrase(ar: "لا شيء يمنع النشر.", en: "Nothing stands in the way.")
    static let blocks = Phrase(ar: "يمنع:", en: "In the way:")
    static let firstTheChecks = Phrase(
        ar: "عالج أولًا ما يمنع النشر، وهو مذكور أعلاه.", en: "See first to what is in the way, above.")
    static let minds = Phrase(ar: "للنظر:", en: "Worth a look:")
    static let publish = Phrase(ar: "انشر", en: "Publish")
    static let editorsPublish = Phrase(ar: "ينشر المحررون.", en: "Editors publish.")
    static let moment = Phrase(ar: "الموعد", en: "When")
    static let momentHint = Phrase(ar: "اتركه فارغًا للنشر الآن", en: "Leave it empty to publish now")
    static let correction = Phrase(ar: "تصويب", en: "Correction")
    static let correctionHint = Phrase(
        ar: "إن كان هذا يصوّب ما نُشر فاكتب للقراء ما الذي كان خطأ. اتركه فارغًا إن لم يكن تصويبًا.",
        en: "If this puts right what was published, tell readers what was wrong. Leave it empty if it is no correction.")
    static let whatChanges = Phrase(ar: "ما الذي يتغير للقراء", en: "What changes for readers")
    static let willPublish = Phrase(ar: "يُنشر في", en: "Will be published")
    static let willHide = Phrase(ar: "يختفي في", en: "Goes away")
    static let hideHint = Phrase(ar: "يختفي عن القراء وحده في هذا الموعد", en: "Goes away from readers by itself at this moment")
    static let embargo = Phrase(ar: "محجوز حتى", en: "Under embargo until")
    static let embargoHint = Phrase(ar: "لا يُنشر قبل هذا الموعد", en: "Cannot be published before this moment")
    static let times = Phrase(ar: "المواعيد", en: "Moments")
    static let setTimes = Phrase(ar: "احفظ المواعيد", en: "Save the moments")
    static let unschedule = Phrase(ar: "ألغ موعد النشر", en: "Call the publication off")
    static let withdraw = Phrase(ar: "اسحب الخبر", en: "Withdraw the story")
    static let reason = Phrase(ar: "السبب", en: "Reason")
    static let reasonHint = Phrase(ar: "يقرؤه القراء مكان الخبر", en: "Readers will see it in the story’s place")
    static let fourEyes = Phrase(ar: "موافقة محرر آخر", en: "Another editor’s approval")
    static let approve = Phrase(ar: "أوافق على هذا النص", en: "I approve this text")
    static let awaitsApproval = Phrase(ar: "ينتظر هذا النص موافقة محرر آخر.", en: "This text waits for another editor’s approval.")
    static let isApproved = Phrase(ar: "وافق على هذا النص محرر آخر.", en: "Another editor has approved this text.")

    static let delete = Phrase(ar: "احذف هذه النسخة", en: "Delete this edition")
    static let sureToDelete = Phrase(ar: "نعم، احذفها بكل مراجعاتها", en: "Yes, delete it with all its revisions")
    static let tickToDelete = Refusal(
        .invalid, ar: "ضع علامة لتأكيد الحذف.", en: "Tick the box to say that you are sure.", field: "sure")

    // MARK: Details

    static let slug = Phrase(ar: "عنوان الصفحة", en: "Page address")
    static let slugHint = Phrase(
        ar: "آخر جزء من العنوان. القديم يقود إلى الجديد.", en: "The last part of the address. The old one leads to the new one.")
    static let byline = Phrase(ar: "بقلم", en: "Byline")
    static let topics = Phrase(ar: "المواضيع", en: "Topics")
    static let namesHint = Phrase(ar: "بينها فواصل", en: "With commas between them")
    static let picture = Phrase(ar: "الصورة الرئيسية", en: "Lead picture")
    static let noPicture = Phrase(ar: "لا صورة رئيسية للخبر.", en: "The story has no lead picture.")
    static let choosePicture = Phrase(ar: "اختر", en: "Choose")
    static let removePicture = Phrase(ar: "بلا صورة", en: "No picture")
    static let findPicture = Phrase(ar: "ابحث في المكتبة", en: "Search the library")
    static let pinned = Phrase(ar: "ثابت في أعلى الصفحة الأولى", en: "Pinned to the top of the front page")
    static let saveDetails = Phrase(ar: "احفظ", en: "Save")
    static let assigned = Phrase(ar: "مسند إلى", en: "Assigned to")
    static let assign = Phrase(ar: "أسند", en: "Assign")
    static let mayNot = Phrase(ar: "دورك لا يتيح تغيير هذا.", en: "Your role does not allow changing this.")

    // MARK: Staff

    static let role = Phrase(ar: "الدور", en: "Role")
    static let change = Phrase(ar: "غيّر", en: "Change")
    static let roleSet = Phrase(ar: "تغيّر الدور، وانتهت جلساته.", en: "The role was changed, and its sessions have ended.")
    static let duties = Phrase(ar: "من يفعل ماذا", en: "Who may do what")
    static let yes = Phrase(ar: "نعم", en: "Yes")
    static let former = Phrase(ar: "زميل سابق", en: "A former colleague,")
    static let program = Phrase(ar: "البرنامج", en: "The program")
    static let freezeHint = Phrase(
        ar: "بعد التجميد لا يتغير في الموقع شيء: لا نشر ولا سحب ولا مواعيد، حتى يُرفع. تبقى الكتابة متاحة.",
        en: "Once frozen, nothing on the site changes: nothing is published or withdrawn, no moment comes, until it is released. Writing goes on.")
    static let freezeReason = Phrase(ar: "السبب (للزملاء)", en: "Reason (for colleagues)")
    static let freezeNow = Phrase(ar: "جمّد الموقع", en: "Freeze the site")
    static let release = Phrase(ar: "ارفع التجميد", en: "Release the site")
    /// Followed by the command.
    static let auditHint = Phrase(
        ar: "كل عمل يرتبط بما قبله ببصمة. هذا الأمر يكشف أي تغيير فيه:",
        en: "Each entry is chained to the one before it. This command finds whatever was changed in it:")
    static let auditColumns = [
        Phrase(ar: "الرقم", en: "Number"), Phrase(ar: "متى", en: "When"), Phrase(ar: "من", en: "Who"), Phrase(ar: "العمل", en: "What"),
        Phrase(ar: "بماذا", en: "To what"), Phrase(ar: "كان", en: "Was"), Phrase(ar: "صار", en: "Became"),
    ]
    static let deleted = Phrase(ar: "حُذف.", en: "It was deleted.")

    /// What has just been done, by the word in the address.
    static func done(_ word: String) -> Phrase? {
        switch word {
        case "saved": Phrase(ar: "حُفظت نسخة.", en: "A version was saved.")
        case "restored": Phrase(ar: "استعيد النص.", en: "The text was restored.")
        case "moved": Phrase(ar: "تم.", en: "Done.")
        case "published": Phrase(ar: "تم.", en: "Done.")
        case "approved": Phrase(ar: "سُجّلت موافقتك.", en: "Your approval was noted.")
        case "withdrawn": Phrase(ar: "سُحب الخبر.", en: "The story was withdrawn.")
        case "timed": Phrase(ar: "حُفظت المواعيد.", en: "The moments were saved.")
        case "followed": Phrase(ar: "سُجّل أن الترجمة أخذت بتغيير الأصل.", en: "It was noted that the translation has what the original changed.")
        case "arranged": Phrase(ar: "رُتّبت الصفحة الأولى.", en: "The front page was arranged.")
        case "recorded": Phrase(ar: "حُفظ في السجل.", en: "The record has it.")
        case "rejected": Phrase(ar: "لن يُقترح من جديد.", en: "It will not be proposed again.")
        case "left": Phrase(ar: "لن يُلاحَظ هنا من جديد.", en: "It will not be marked here again.")
        case "placed": Phrase(ar: "حُفظ.", en: "Saved.")
        default: nil
        }
    }
}
