import Basics
import Newsroom

enum ReadingWords {
    static let title = Phrase(ar: "من قال ماذا، وملاحظات التحرير", en: "Who says what, and the copydesk")
    static let proposals = Phrase(ar: "مقترحة للسجل", en: "Proposed for the record")
    static let noProposals = Phrase(ar: "لا تصريحات أخرى في النص.", en: "The text has no other statements.")
    static let recorded = Phrase(ar: "في السجل", en: "In the record")
    static let noneRecorded = Phrase(ar: "لم يُسجَّل من هذا الخبر شيء بعد.", en: "Nothing of this story is in the record yet.")
    static let confirm = Phrase(ar: "سجّله", en: "Confirm")
    static let confirmAgain = Phrase(ar: "أعده إلى السجل", en: "Confirm again")
    static let reject = Phrase(ar: "ليس تصريحًا", en: "Not a statement")
    static let mend = Phrase(ar: "عدّل", en: "Mend")
    static let save = Phrase(ar: "احفظ", en: "Save")
    static let split = Phrase(ar: "اقسمه بعد أول جملة", en: "Split after the first sentence")
    static let join = Phrase(ar: "ضمّ إليه ما يليه", en: "Join with the next")
    static let withdraw = Phrase(ar: "اسحبه من السجل", en: "Withdraw from the record")
    static let record = Phrase(ar: "سجل القائل", en: "The speaker’s record")
    static let who = Phrase(ar: "من السجل", en: "From the record")
    static let somebodyNew = Phrase(ar: "اسم جديد", en: "Somebody new")
    static let speaker = Phrase(ar: "القائل كما في الخبر", en: "Speaker, as the story names her")
    static let role = Phrase(ar: "الصفة", en: "Role")
    static let context = Phrase(ar: "أين أو لمن قيل", en: "Where or to whom it was said")
    static let words = Phrase(ar: "الكلمات كما في النص، سطرًا لكل جزء", en: "The words as in the text, a line for each part")
    static let kind = Phrase(ar: "اللفظ", en: "Wording")
    static let sourceClass = Phrase(ar: "المصدر", en: "Source")
    static let keys = Phrase(
        ar: "بالمفاتيح: J وK للتنقل، وC للتسجيل، وX للرفض، وE للتعديل، وS للقسمة، وM للضم.",
        en: "By keys: J and K to move, C to confirm, X to reject, E to mend, S to split, M to join.")

    static func standing(_ standing: RecordedStatement.Standing) -> Phrase {
        switch standing {
        case .kept: Phrase(ar: "في النص كما سُجّل", en: "Stands in the text as recorded")
        case .altered:
            Phrase(
                ar: "تغيّرت كلماته في النص منذ سُجّل: راجعه ثم احفظ.",
                en: "Its words in the text have changed since it was recorded: look again, and save.")
        case .lost: Phrase(ar: "لم يعد في النص: سُجّل بهذه الكلمات.", en: "The text no longer has it: these are the words it was recorded with.")
        }
    }
}
