import Basics
import Foundation

extension SnaxTable.Row {
    func vote() throws(SnaxFault) -> Vote {
        switch self["vote"] {
        case "1": return .up
        case "-1": return .down
        default:
            let shown = TypedText.line(String(self["vote"].prefix(40)))
            throw SnaxFault(Phrase(ar: "«\(shown)» ليس صوتًا: ‎1 أو ‎-1", en: "“\(shown)” is no vote, which is 1 or -1"))
        }
    }
}

extension SnaxExport.Collection {
    /// What it is here, with what could not be taken as it was; nil for a history.
    var imported: (collection: Collections.Imported?, notes: [Phrase]) {
        let kind: ReaderCollection.Kind
        switch standard {
        case nil: kind = .own
        case "history": return (nil, [])
        case "favourites", "favorites": kind = .favourites
        case "read-later", "read_later": kind = .later
        default: kind = .own
        }
        guard kind == .own else {
            return (Collections.Imported(kind: kind, name: "", description: "", visibility: .private, createdAt: createdAt), [])
        }
        var notes: [Phrase] = []
        let typed = TypedText.line(title).precomposedStringWithCanonicalMapping
        var name = typed.prefix(scalars: CollectionLimits.name)
        if name != typed { notes.append(Phrase(ar: "قُصّ اسمها الطويل", en: "its long name was cut")) }
        if !TypedText.isVisible(name) {
            name = sourceID
            notes.append(Phrase(ar: "بلا اسم: سُمّيت برقمها", en: "has no name, and is called by its number"))
        }
        let description = TypedText.paragraphs(self.description)
        let short = description.prefix(scalars: CollectionLimits.description)
        if short != description { notes.append(Phrase(ar: "قُصّ وصفها الطويل", en: "its long description was cut")) }
        return (
            Collections.Imported(kind: .own, name: name, description: short, visibility: isPublic ? .public : .private, createdAt: createdAt), notes
        )
    }
}

extension SnaxApplier {
    static let laterVote = Phrase(
        ar: "للمصوّت نفسه صوت أحدث على الخبر نفسه: يُحسب الأحدث", en: "the same voter has a later vote on the same story, which counts")
    static let isInIt = Phrase(ar: "الخبر في المجموعة من قبل", en: "the story is in the collection already")
    static let deleted = Phrase(ar: "حذف صاحبُ المجموعة مجموعتَه هنا", en: "its reader has deleted the collection here")
    static let hasReader = Phrase(ar: "للمجموعة قارئ هنا: بقيت كما يريدها", en: "has a reader here now, and stays as she has it")
    static let history = Phrase(ar: "سجلّ قراءة: لا يُحفظ هنا إلا لمن اختاره", en: "a reading history, which is kept here only for those who choose it")

    static func noPost(_ number: Int64) -> Phrase {
        Phrase(ar: "المقال \(number) ليس في غرفة الأخبار", en: "the post \(number) is not in the newsroom")
    }

    static func noCollection(_ number: Int64) -> Phrase {
        Phrase(ar: "المجموعة \(number) ليست في ملف التصدير", en: "the collection \(number) is not in the export")
    }
}

extension String {
    fileprivate func prefix(scalars count: Int) -> String { String(String.UnicodeScalarView(unicodeScalars.prefix(count))) }
}
