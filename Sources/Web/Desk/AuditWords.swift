import Basics

/// What the entries of the audit say, in words. The record itself keeps its codes: they are chained, and mean the same in either language.
enum AuditWords {
    /// What was done; nil for what an older or newer program has done.
    static func action(_ code: String) -> Phrase? { actions[code] }

    /// The kind of what it was done to, of `edition:17`.
    static func subject(_ kind: String) -> Phrase? { subjects[kind] }

    static let actions: [String: Phrase] = [
        "copydesk.left": Phrase(ar: "ترك ملاحظة كما هي", en: "left a finding as it is"),
        "copydesk.overridden": Phrase(ar: "نشر رغم ملاحظات مفتوحة", en: "published over open findings"),
        "copydesk.settled": Phrase(ar: "ضبط قواعد التدقيق", en: "set the copydesk’s rules"),
        "copydesk.word": Phrase(ar: "أضاف كلمة إلى القاموس", en: "added a word to the dictionary"),
        "edition.assigned": Phrase(ar: "كلّف به", en: "assigned it"),
        "edition.begun": Phrase(ar: "بدأه", en: "began it"),
        "edition.corrected": Phrase(ar: "نشر تصحيحًا", en: "published a correction"),
        "edition.deleted": Phrase(ar: "حذفه", en: "deleted it"),
        "edition.followed": Phrase(ar: "أخذ تغييرات الأصل", en: "took in the original’s changes"),
        "edition.hidden": Phrase(ar: "أخفاه", en: "hid it"),
        "edition.moved": Phrase(ar: "غيّر مرحلته", en: "moved it on"),
        "edition.pictured": Phrase(ar: "غيّر صورته الرئيسية", en: "changed its lead picture"),
        "edition.placed": Phrase(ar: "غيّر تفاصيله", en: "changed its details"),
        "edition.published": Phrase(ar: "نشره", en: "published it"),
        "edition.restored": Phrase(ar: "أعاد مراجعة قديمة", en: "restored a revision"),
        "edition.saved": Phrase(ar: "حفظ مراجعة", en: "saved a revision"),
        "edition.scheduled": Phrase(ar: "جدول نشره", en: "scheduled it"),
        "edition.timed": Phrase(ar: "حدد موعد إخفائه أو حظره", en: "set when it is hidden or embargoed"),
        "edition.translated": Phrase(ar: "بدأ ترجمته", en: "began its translation"),
        "edition.unscheduled": Phrase(ar: "ألغى جدولته", en: "took it off the schedule"),
        "edition.withdrawn": Phrase(ar: "سحبه", en: "withdrew it"),
        "front.arranged": Phrase(ar: "رتّب الصفحة الأولى", en: "arranged the front page"),
        "media.added": Phrase(ar: "أضاف ملفًا", en: "added a file"),
        "media.deleted": Phrase(ar: "حذف ملفًا", en: "deleted a file"),
        "media.described": Phrase(ar: "وصف ملفًا", en: "described a file"),
        "media.replaced": Phrase(ar: "استبدل ملفًا", en: "replaced a file"),
        "revision.approved": Phrase(ar: "وافق على مراجعة", en: "approved a revision"),
        "site.frozen": Phrase(ar: "جمّد الموقع", en: "froze the site"),
        "site.released": Phrase(ar: "رفع التجميد", en: "released the site"),
        "speaker.kept": Phrase(ar: "عدّل سجل متحدث", en: "changed a speaker’s record"),
        "speaker.merged": Phrase(ar: "دمج متحدثَين", en: "merged two speakers"),
        "speaker.parted": Phrase(ar: "فصل متحدثَين", en: "parted a speaker in two"),
        "staff.role": Phrase(ar: "غيّر دورًا", en: "changed a role"),
        "statement.confirmed": Phrase(ar: "أكّد تصريحًا", en: "confirmed a statement"),
        "statement.joined": Phrase(ar: "ضم تصريحَين", en: "joined two statements"),
        "statement.mended": Phrase(ar: "عدّل تصريحًا", en: "mended a statement"),
        "statement.withdrawn": Phrase(ar: "سحب تصريحًا", en: "withdrew a statement"),
        "token.ended": Phrase(ar: "أنهى مفتاح برنامج", en: "ended a program’s key"),
        "token.made": Phrase(ar: "أنشأ مفتاح برنامج", en: "made a program’s key"),
        "webhook.added": Phrase(ar: "أضاف إشعار ويب", en: "added a webhook"),
        "webhook.removed": Phrase(ar: "أزال إشعار ويب", en: "removed a webhook"),
    ]

    private static let subjects: [String: Phrase] = [
        "edition": Phrase(ar: "خبر", en: "story"), "front": Phrase(ar: "الصفحة الأولى", en: "front page"), "media": Phrase(ar: "ملف", en: "file"),
        "reader": Phrase(ar: "حساب", en: "account"), "revision": Phrase(ar: "مراجعة", en: "revision"), "speaker": Phrase(ar: "متحدث", en: "speaker"),
        "statement": Phrase(ar: "تصريح", en: "statement"), "token": Phrase(ar: "مفتاح", en: "key"),
        "webhook": Phrase(ar: "إشعار ويب", en: "webhook"),
    ]
}
