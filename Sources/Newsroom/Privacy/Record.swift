package import Basics

/// Something that is kept about a reader, as she is given it: in the order of its fields.
package struct Record: Sendable {
    package private(set) var fields: [(key: RecordKey, value: RecordValue)] = []

    /// Fields without a value are left out.
    init(_ fields: (RecordKey, RecordValue?)...) {
        self.fields = fields.compactMap { key, value in value.map { (key, $0) } }
    }
}

package enum RecordValue: Sendable {
    case text(String)
    /// One of a few, by its name in the database, with words for people.
    case word(String, Phrase)
    case number(Int)
    case flag(Bool)
    case moment(Instant)
    /// A page of this site.
    case page(SitePath)
    case records([Record])

    static func text(_ text: String?) -> RecordValue? { text.flatMap { $0.isEmpty ? nil : .text($0) } }
    static func moment(_ moment: Instant?) -> RecordValue? { moment.map { .moment($0) } }
    static func word(_ language: Language) -> RecordValue {
        .word(language.rawValue, Phrase(ar: language == .ar ? "العربية" : "الإنجليزية", en: language == .ar ? "Arabic" : "English"))
    }
}

/// What a field of a record is: its name in JSON, and in words.
package enum RecordKey: String, CaseIterable, Sendable {
    case address, name, role, language, device, purpose, kind, state, story, page, vote, note, title, description, visibility, sorting, items, site
    case text, version, count, failure, attempts, position, cover, website, leadsTo
    case numberThere, code, hasPassword, hasSecondStep, keepsHistory, staysLoggedIn, awaitsSecondStep, isBackedUp, isUsed
    case madeAt, confirmedAt, eraseAt, openedAt, provedAt, lastUsedAt, endsAt, sentAt, usedAt, replacedAt, votedAt, savedAt, acceptedAt, askedAt
    case secondStepSince, lastTriedAt, writtenAt, endedAt, firstSeenAt

    package var label: Phrase {
        switch self {
        case .address: Phrase(ar: "البريد الإلكتروني", en: "E-mail address")
        case .name: Phrase(ar: "الاسم", en: "Name")
        case .role: Phrase(ar: "الصفة", en: "Role")
        case .language: Phrase(ar: "اللغة", en: "Language")
        case .device: Phrase(ar: "المتصفح والنظام", en: "Browser and system")
        case .purpose: Phrase(ar: "الغرض", en: "What for")
        case .kind: Phrase(ar: "النوع", en: "Kind")
        case .state: Phrase(ar: "الحالة", en: "State")
        case .story: Phrase(ar: "الخبر", en: "Story")
        case .page: Phrase(ar: "صفحته", en: "Its page")
        case .vote: Phrase(ar: "الصوت", en: "Vote")
        case .note: Phrase(ar: "ملاحظتك", en: "Your note")
        case .title: Phrase(ar: "العنوان", en: "Title")
        case .description: Phrase(ar: "الوصف", en: "Description")
        case .visibility: Phrase(ar: "من يراها", en: "Who sees it")
        case .sorting: Phrase(ar: "الترتيب", en: "Order")
        case .items: Phrase(ar: "ما فيها", en: "What is in it")
        case .site: Phrase(ar: "الموقع", en: "Site")
        case .text: Phrase(ar: "النص", en: "Text")
        case .version: Phrase(ar: "النسخة", en: "Version")
        case .count: Phrase(ar: "العدد", en: "How many")
        case .failure: Phrase(ar: "لماذا لم تصل", en: "Why it did not arrive")
        case .attempts: Phrase(ar: "محاولات الإرسال", en: "Tries to send it")
        case .position: Phrase(ar: "الموضع", en: "Place in the order")
        case .cover: Phrase(ar: "صورة الغلاف من", en: "Cover picture from")
        case .website: Phrase(ar: "الموقع المذكور", en: "Website given")
        case .leadsTo: Phrase(ar: "تعود بعده إلى", en: "Leads back to")
        case .numberThere: Phrase(ar: "رقمك هناك", en: "Your number there")
        case .code: Phrase(ar: "رمزها في العناوين", en: "Its code in addresses")
        case .hasPassword: Phrase(ar: "له كلمة سر", en: "Has a password")
        case .hasSecondStep: Phrase(ar: "خطوة ثانية عند الدخول", en: "Second step at the log-in")
        case .secondStepSince: Phrase(ar: "الخطوة الثانية منذ", en: "Second step since")
        case .keepsHistory: Phrase(ar: "يُحفظ سجل القراءة", en: "Reading history is kept")
        case .staysLoggedIn: Phrase(ar: "يبقى بعد إغلاق المتصفح", en: "Outlives the browser's window")
        case .awaitsSecondStep: Phrase(ar: "ينتظر الخطوة الثانية", en: "Waits for the second step")
        case .isBackedUp: Phrase(ar: "منسوخ إلى أجهزة أخرى", en: "Copied to other devices")
        case .isUsed: Phrase(ar: "مستعمل", en: "Used")
        case .madeAt: Phrase(ar: "أُنشئ في", en: "Made")
        case .confirmedAt: Phrase(ar: "أُكّد في", en: "Confirmed")
        case .eraseAt: Phrase(ar: "يُمحى في", en: "Will be erased")
        case .openedAt: Phrase(ar: "فُتح في", en: "Opened")
        case .provedAt: Phrase(ar: "آخر إثبات للهوية", en: "Last shown to be you")
        case .lastUsedAt: Phrase(ar: "آخر استعمال", en: "Last used")
        case .endsAt: Phrase(ar: "ينتهي في", en: "Ends")
        case .sentAt: Phrase(ar: "أُرسل في", en: "Sent")
        case .usedAt: Phrase(ar: "استُعمل في", en: "Used at")
        case .replacedAt: Phrase(ar: "حلّ محلّه غيره في", en: "Replaced")
        case .votedAt: Phrase(ar: "صُوّت في", en: "Voted")
        case .savedAt: Phrase(ar: "حُفظ في", en: "Saved")
        case .acceptedAt: Phrase(ar: "قُبلت في", en: "Accepted")
        case .askedAt: Phrase(ar: "طُلب في", en: "Asked")
        case .lastTriedAt: Phrase(ar: "آخر محاولة", en: "Last try")
        case .writtenAt: Phrase(ar: "كُتب في", en: "Written")
        case .endedAt: Phrase(ar: "انتهى في", en: "Done with")
        case .firstSeenAt: Phrase(ar: "نُقل في", en: "Brought here")
        }
    }
}
