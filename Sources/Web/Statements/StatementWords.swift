import Basics
import Linguistics
import Newsroom

enum StatementWords {
    static let panel = Phrase(ar: "من قال ماذا في هذا الخبر", en: "Who says what in this story")
    static let rests = Phrase(ar: "يستند الخبر إلى:", en: "It rests on:")
    static let speakers = Phrase(ar: "من قال ماذا", en: "Who said what")
    static let lead = Phrase(
        ar: "الأشخاص والجهات الذين نقلنا عنهم، وكل ما قالوه في أخبارنا مع مصدره.",
        en: "The people and organisations we have quoted, and all that they have said in our stories, with its source.")
    static let noSpeakers = Phrase(ar: "لم يُسجَّل تصريح بعد.", en: "No statement has been recorded yet.")
    static let noStatements = Phrase(ar: "لا تصريحات في الأخبار المنشورة.", en: "There are no statements in published stories.")
    static let storyWithdrawn = Phrase(ar: "سُحب الخبر", en: "The story was withdrawn")
    static let corrected = Phrase(ar: "صُوّب الخبر", en: "The story was corrected")
    static let withdrawn = Phrase(ar: "سحبت غرفة الأخبار هذا التصريح من السجل", en: "The newsroom has withdrawn this statement from the record")
    static let altered = Phrase(ar: "تغيّرت كلمات الخبر منذ سُجّل التصريح", en: "The story’s words have changed since this was recorded")
    static let asData = Phrase(ar: "كبيانات:", en: "As data:")
    static let variants = Phrase(ar: "يُكتب أيضًا", en: "Also written")

    static let statements = CountedPhrase(
        ar: (
            zero: "لا تصريحات", one: "تصريح واحد", two: "تصريحان", few: "# تصريحات", many: "# تصريحًا", other: "# تصريح"
        ), en: (one: "one statement", other: "# statements"))

    static func kind(_ kind: Statement.Kind) -> Phrase {
        switch kind {
        case .direct: Phrase(ar: "بلفظه", en: "Quoted")
        case .indirect: Phrase(ar: "بمعناه", en: "Reported")
        case .mixed: Phrase(ar: "بعضه بلفظه", en: "Partly quoted")
        }
    }

    static func source(_ source: Statement.SourceClass) -> Phrase {
        switch source {
        case .person: Phrase(ar: "شخص", en: "Person")
        case .organisation: Phrase(ar: "جهة", en: "Organisation")
        case .document: Phrase(ar: "وثيقة", en: "Document")
        case .vague: Phrase(ar: "مصدر غير محدد", en: "Vague source")
        case .unnamed: Phrase(ar: "مصدر لم يُسمَّ", en: "Unnamed source")
        }
    }

    /// How many sources of a class a story has, in words.
    static func sources(_ source: Statement.SourceClass) -> CountedPhrase {
        switch source {
        case .person:
            CountedPhrase(
                ar: (zero: "", one: "شخص مُسمّى", two: "شخصين مُسمَّيين", few: "# أشخاص مُسمَّين", many: "# شخصًا مُسمّى", other: "# شخص مُسمّى"),
                en: (one: "one named person", other: "# named persons"))
        case .organisation:
            CountedPhrase(
                ar: (zero: "", one: "جهة واحدة", two: "جهتين", few: "# جهات", many: "# جهة", other: "# جهة"),
                en: (one: "one organisation", other: "# organisations"))
        case .document:
            CountedPhrase(
                ar: (zero: "", one: "وثيقة واحدة", two: "وثيقتين", few: "# وثائق", many: "# وثيقة", other: "# وثيقة"),
                en: (one: "one document", other: "# documents"))
        case .vague:
            CountedPhrase(
                ar: (
                    zero: "", one: "قول واحد لمصدر غير محدد", two: "قولين لمصادر غير محددة", few: "# أقوال لمصادر غير محددة",
                    many: "# قولًا لمصادر غير محددة", other: "# قول لمصادر غير محددة"
                ), en: (one: "one claim by nobody in particular", other: "# claims by nobody in particular"))
        case .unnamed:
            CountedPhrase(
                ar: (
                    zero: "", one: "قول واحد لمصدر لم يُسمَّ", two: "قولين لمصادر لم تُسمَّ", few: "# أقوال لمصادر لم تُسمَّ",
                    many: "# قولًا لمصادر لم تُسمَّ", other: "# قول لمصادر لم تُسمَّ"
                ), en: (one: "one claim by an unnamed source", other: "# claims by unnamed sources"))
        }
    }
}
