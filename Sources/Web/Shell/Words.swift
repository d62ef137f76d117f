import Basics

/// The words of the site's own furniture.
enum Words {
    static let home = Phrase(ar: "الرئيسية", en: "Home")
    static let skip = Phrase(ar: "انتقل إلى النص", en: "Skip to the text")
    static let search = Phrase(ar: "بحث", en: "Search")
    static let sections = Phrase(ar: "الأقسام", en: "Sections")
    static let footer = Phrase(ar: "أسفل الصفحة", en: "Footer")
    static let table = Phrase(ar: "جدول", en: "Table")
    static let languages = Phrase(ar: "اللغات", en: "Languages")
    static let feeds = Phrase(ar: "خلاصات RSS", en: "RSS feeds")
    static let breadcrumbs = Phrase(ar: "مسار التنقل", en: "Breadcrumb")
    static let latest = Phrase(ar: "آخر الأخبار", en: "Latest")
    static let topStories = Phrase(ar: "أبرز الأخبار", en: "Top stories")
    static let by = Phrase(ar: "بقلم", en: "By")
    static let published = Phrase(ar: "نُشر", en: "Published")
    static let updated = Phrase(ar: "حُدّث", en: "Updated")
    static let topics = Phrase(ar: "مواضيع", en: "Topics")
    static let share = Phrase(ar: "شارك", en: "Share")
    static let copyLink = Phrase(ar: "انسخ الرابط", en: "Copy link")
    static let linkCopied = Phrase(ar: "نُسخ الرابط", en: "Link copied")
    static let email = Phrase(ar: "بريد إلكتروني", en: "E-mail")
    static let checkAlso = Phrase(ar: "اقرأ أيضًا", en: "Check Also")
    static let close = Phrase(ar: "إغلاق", en: "Close")
    static let pages = Phrase(ar: "الصفحات", en: "Pages")
    static let newer = Phrase(ar: "الأحدث", en: "Newer")
    static let older = Phrase(ar: "الأقدم", en: "Older")
    static let page = Phrase(ar: "صفحة", en: "Page")
    static let topic = Phrase(ar: "موضوع", en: "Topic")
    static let emptySection = Phrase(ar: "لا أخبار في هذا القسم بعد.", en: "There are no stories in this section yet.")
    static let emptyList = Phrase(ar: "لا أخبار هنا بعد.", en: "There are no stories here yet.")
    static let emptyFront = Phrase(ar: "لم يُنشر شيء بعد.", en: "Nothing has been published yet.")
    static let readLatest = Phrase(ar: "اقرأ آخر الأخبار في الصفحة الأولى", en: "Read the latest news on the front page")
    static let translation = Phrase(ar: "هذا الخبر بالإنجليزية:", en: "This story in Arabic:")
    static let noTranslation = Phrase(ar: "لا توجد نسخة إنجليزية من هذا الخبر.", en: "There is no Arabic edition of this story.")
    static let pageTranslation = Phrase(ar: "هذه الصفحة بالإنجليزية:", en: "This page in Arabic:")
    static let pictureMissing = Phrase(ar: "الصورة غير متاحة هنا.", en: "The picture is not available here.")
    static let openPicture = Phrase(ar: "افتح الصورة في موقعها", en: "Open the picture where it stands")
    static let searchAdvice: [Phrase] = [
        Phrase(ar: "جرّب كلمة أقصر، أو كلمة واحدة.", en: "Try a shorter word, or a single one."),
        Phrase(ar: "تحقق من الإملاء؛ الهمزات والتشكيل لا تؤثر في البحث.", en: "Check the spelling; accents and capitals make no difference."),
        Phrase(ar: "ابحث في اللغتين.", en: "Search in both languages."),
    ]
    static let searchHint = Phrase(
        ar: "اكتب ما تبحث عنه. ضع العبارة بين «قوسين»، واسبق الكلمة غير المرغوبة بعلامة -.",
        en: "Write what you look for. Put a phrase in “quotes”, and a - before a word you do not want.")
    static let language = Phrase(ar: "اللغة:", en: "Language:")
    static let allLanguages = Phrase(ar: "كل اللغات", en: "All languages")
    static let notFound = Phrase(ar: "لا توجد صفحة بهذا العنوان", en: "There is no such page")
    static let notFoundAdvice = Phrase(
        ar: "ربما نُقلت الصفحة، أو كُتب عنوانها خطأً. جرّب البحث أو عُد إلى الصفحة الأولى.",
        en: "It may have moved, or its address was mistyped. Try a search or go back to the front page.")
    static let withdrawn = Phrase(ar: "سُحب هذا الخبر", en: "This story was withdrawn")
    static let withdrawnStory = Phrase(ar: "سحبنا الخبر", en: "We have withdrawn the story")
    static let reason = Phrase(ar: "السبب", en: "Reason")
    static let withdrawnOn = Phrase(ar: "تاريخ السحب", en: "Withdrawn on")
    static let elsewhere = Phrase(
        ar: "جاء هذا الطلب من موقع آخر، فلم يتغير شيء. افتح الصفحة هنا وأعد المحاولة.",
        en: "This request came from another site, so nothing was changed. Open the page here and try again.")
    static let fault = Phrase(ar: "حدث خطأ عندنا", en: "Something went wrong on our side")
    static let faultAdvice = Phrase(
        ar: "تعذّر عرض هذه الصفحة. حاول مرة أخرى بعد دقائق.", en: "This page could not be shown. Try again in a few minutes.")
    static let tryAgain = Phrase(ar: "حاول مرة أخرى", en: "Try again")
    static let refused = Phrase(ar: "لم يُقبل هذا الطلب", en: "This request was not accepted")

    static func search(_ name: String, _ language: Language) -> String {
        Phrase(ar: "ابحث في \(name)", en: "Search \(name)")[language]
    }

    static func results(for query: String, _ language: Language) -> String {
        Phrase(ar: "نتائج البحث عن «\(query)»", en: "Results for “\(query)”")[language]
    }

    static func nothing(for query: String, _ language: Language) -> String {
        Phrase(ar: "لا نتائج عن «\(query)»", en: "Nothing found for “\(query)”")[language]
    }

    /// A name in quotation marks of the language.
    static func quoted(_ text: String, _ language: Language) -> String {
        Phrase(ar: "«\(text)»", en: "“\(text)”")[language]
    }
}
