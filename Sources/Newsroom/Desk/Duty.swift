package import Basics

/// Something that those who work in the newsroom may do. Who may is told by one table, `Reader.Role.duties`.
package enum Duty: String, CaseIterable, Sendable {
    /// See what the newsroom works on.
    case look
    /// Begin stories, and write in one's own.
    case write
    /// Begin an edition in another language, and write in translations.
    case translate
    /// Add pictures to the library, and say what they show.
    case illustrate
    /// Write in everybody's stories, say whose they are, and send back.
    case edit
    /// Bring stories before the public, now or later, and correct them there.
    case publish
    /// Take stories away from the public, with a reason.
    case withdraw
    /// Say what stands first on the front page.
    case arrange
    /// Settle the copydesk's rules and words.
    case settle
    /// Give programs leave to work in one's own name.
    case connect
    /// Stop all changes of the public site, and let them go on.
    case freeze
    /// Delete what nobody has seen.
    case delete
    /// Read who has done what.
    case audit
    /// Say who works here, and as what.
    case manage

    /// Whether whoever does it must have shown within the hour that it is her.
    package var asksForProof: Bool {
        switch self {
        case .publish, .withdraw, .freeze, .delete, .manage, .connect: true
        case .look, .write, .translate, .illustrate, .edit, .arrange, .settle, .audit: false
        }
    }

    package var words: Phrase {
        switch self {
        case .look: Phrase(ar: "الاطلاع على ما تعمل عليه غرفة الأخبار", en: "See what the newsroom works on")
        case .write: Phrase(ar: "بدء الأخبار والكتابة في أخباره", en: "Begin stories, and write in one’s own")
        case .translate: Phrase(ar: "بدء نسخة بلغة أخرى والكتابة في الترجمات", en: "Begin an edition in another language, and write in translations")
        case .illustrate: Phrase(ar: "إضافة الصور إلى المكتبة ووصفها", en: "Add pictures to the library, and say what they show")
        case .edit: Phrase(ar: "الكتابة في أخبار الجميع وإسنادها وإعادتها", en: "Write in everybody’s stories, assign them, and send them back")
        case .publish: Phrase(ar: "النشر الآن أو في موعد، والتصويب", en: "Publish, now or later, and correct")
        case .withdraw: Phrase(ar: "سحب الأخبار المنشورة", en: "Withdraw published stories")
        case .arrange: Phrase(ar: "ترتيب الصفحة الأولى", en: "Arrange the front page")
        case .settle: Phrase(ar: "ضبط قواعد التحرير وكلمات غرفة الأخبار", en: "Settle the copydesk’s rules and words")
        case .connect: Phrase(ar: "إعطاء البرامج مفاتيح تعمل باسمه", en: "Give programs keys that work in one’s own name")
        case .freeze: Phrase(ar: "تجميد الموقع ورفع التجميد", en: "Freeze the public site, and release it")
        case .delete: Phrase(ar: "حذف ما لم يُنشر", en: "Delete what was never published")
        case .audit: Phrase(ar: "قراءة سجل الأعمال", en: "Read who has done what")
        case .manage: Phrase(ar: "تحديد من يعمل هنا وبأي دور", en: "Say who works here, and as what")
        }
    }
}

extension Reader.Role {
    /// The one table of who may do what.
    package var duties: Set<Duty> {
        switch self {
        case .reader: []
        case .reporter: [.look, .write, .illustrate]
        case .translator: [.look, .translate, .illustrate]
        case .editor: [.look, .write, .translate, .illustrate, .edit, .publish, .withdraw, .arrange, .connect]
        case .chiefEditor:
            [.look, .write, .translate, .illustrate, .edit, .publish, .withdraw, .arrange, .settle, .connect, .freeze, .delete, .audit]
        case .administrator: Set(Duty.allCases)
        }
    }

    package func may(_ duty: Duty) -> Bool { duties.contains(duty) }
}
