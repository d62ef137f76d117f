import Basics
import Linguistics

enum CopydeskWords {
    static let title = Phrase(ar: "قواعد التحرير", en: "Copydesk rules")
    static let findings = Phrase(ar: "ملاحظات التحرير", en: "The copydesk’s findings")
    static let clean = Phrase(ar: "لا ملاحظات على النص.", en: "Nothing stands out in the text.")
    static let leave = Phrase(ar: "اتركه كما هو", en: "Leave as it is")
    static let use = Phrase(ar: "اكتبه هكذا", en: "Write it so")
    static let nothing = Phrase(ar: "يُحذف", en: "Take it out")
    static let addWord = Phrase(ar: "أضفه إلى كلماتنا", en: "Add to our words")
    static let required = Phrase(
        ar: "لا يُنشر خبر وفيه ملاحظة مفتوحة من هذه الدرجة أو أشد", en: "No story is published with an open finding of this level or a graver one")
    static let noneRequired = Phrase(ar: "لا يُشترط شيء", en: "Nothing is required")
    static let requiredHint = Phrase(
        ar: "يمكن للمحرر النشر رغم ذلك، ويُسجَّل ما تجاوزه.", en: "An editor can publish all the same; what was passed over is in the audit.")
    static let words = Phrase(ar: "كلمات صحيحة في هذه الغرفة", en: "Words that are right in this newsroom")
    static let wordsHint = Phrase(ar: "كلمة في كل سطر.", en: "One a line.")
    static let checks = Phrase(ar: "القواعد", en: "Checks")
    static let off = Phrase(ar: "معطّلة", en: "Off")
    static let good = Phrase(ar: "صحيح", en: "Right")
    static let bad = Phrase(ar: "يُلاحَظ", en: "Marked")
    static let examples = Phrase(ar: "أمثلة", en: "Examples")
    static let save = Phrase(ar: "احفظ القواعد", en: "Save the rules")
    static let mayNot = Phrase(ar: "يضبطها رئيس التحرير.", en: "The chief editor settles these.")
    static let open = Phrase(ar: "مفتوحة، وتُشترط", en: "Open, and required")
    static let override = Phrase(ar: "انشره رغم الملاحظات المفتوحة؛ يُسجَّل ذلك.", en: "Publish with the open findings; that is noted in the audit.")
    static let toReading = Phrase(ar: "انظر فيها في النص", en: "See them in the text")

    static let count = CountedPhrase(
        ar: (
            zero: "لا ملاحظات", one: "ملاحظة تحرير واحدة", two: "ملاحظتا تحرير", few: "# ملاحظات تحرير", many: "# ملاحظة تحرير",
            other: "# ملاحظة تحرير"
        ), en: (one: "one finding of the copydesk", other: "# findings of the copydesk"))

    static func level(_ level: Finding.Level) -> Phrase {
        switch level {
        case .suggestion: Phrase(ar: "اقتراح", en: "Suggestion")
        case .warning: Phrase(ar: "تنبيه", en: "Warning")
        case .error: Phrase(ar: "خطأ", en: "Error")
        }
    }
}
