import Basics
import Newsroom

/// Words of the desk's pages of the record.
enum SpeakerWords {
    static let title = Phrase(ar: "سجل من قال", en: "The record’s people")
    static let find = Phrase(ar: "ابحث باسم، بأي خط أو تهجئة", en: "Find by a name, in any script or spelling")
    static let empty = Phrase(ar: "السجل فارغ: سجّل تصريحًا من صفحة خبر.", en: "The record is empty: confirm a statement on a story’s page.")
    static let nobody = Phrase(ar: "لا أحد في السجل بهذا الاسم.", en: "Nobody in the record has this name.")
    static let page = Phrase(ar: "صفحته للقراء", en: "The page readers see")
    static let rolesHint = Phrase(
        ar: "صفة في كل سطر، وتاريخها بعد خط: وزير الصحة | 2019–2021", en: "A role a line, its time behind a bar: Minister of Health | 2019–2021")
    static let spellings = Phrase(ar: "تهجئات أخرى لاسمه", en: "Other spellings of the name")
    static let spellingsHint = Phrase(ar: "تهجئة في كل سطر. يُضاف ما يُصادَف في الأخبار.", en: "One a line. What is met in stories is added.")
    static let others = Phrase(ar: "أسماء تشبهه وهي لغيره", en: "Names like it that are somebody else’s")
    static let othersHint = Phrase(ar: "اسم في كل سطر: لن يُقترح لها هذا السجل.", en: "One a line: this record is not proposed for them.")
    static let wikidata = Phrase(ar: "رقمه في ويكي بيانات", en: "Number in Wikidata")
    static let kindLabel = Phrase(ar: "النوع", en: "Kind")
    static let visibilityLabel = Phrase(ar: "هل يجده القراء", en: "Whether readers find it")
    static let merge = Phrase(ar: "اجعلهما سجلًّا واحدًا", en: "Make the two one")
    static let mergeHint = Phrase(
        ar: "تنتقل تصريحاته وتهجئاته إلى السجل الآخر، ويقود عنوانه إليه.",
        en: "What it said and its spellings go to the other record, and its address leads there.")
    static let into = Phrase(ar: "هو نفسه", en: "It is the same as")
    static let part = Phrase(ar: "اجعلها لشخص آخر", en: "Make them another one’s")
    static let partHint = Phrase(ar: "اختر ما قاله شخص آخر بالاسم نفسه.", en: "Choose what somebody else of the name has said.")
    static let otherName = Phrase(ar: "اسم الآخر", en: "The other one’s name")
    static let said = Phrase(ar: "ما قاله", en: "What was said")

    static func name(_ language: Language) -> Phrase {
        language == .ar ? Phrase(ar: "الاسم بالعربية", en: "Name in Arabic") : Phrase(ar: "الاسم بالإنجليزية", en: "Name in English")
    }

    static func roles(_ language: Language) -> Phrase {
        language == .ar ? Phrase(ar: "صفاته بالعربية", en: "Roles in Arabic") : Phrase(ar: "صفاته بالإنجليزية", en: "Roles in English")
    }

    static func kind(_ kind: Speaker.Kind) -> Phrase {
        switch kind {
        case .person: Phrase(ar: "شخص", en: "Person")
        case .organisation: Phrase(ar: "جهة", en: "Organisation")
        case .document: Phrase(ar: "وثيقة", en: "Document")
        }
    }

    static func visibility(_ visibility: Speaker.Visibility) -> Phrase {
        switch visibility {
        case .listed: Phrase(ar: "في قائمة القراء", en: "In the readers’ list")
        case .unlisted: Phrase(ar: "له صفحة خارج القائمة", en: "Has a page that is not listed")
        case .hidden: Phrase(ar: "لا صفحة له", en: "Has no page")
        }
    }
}
