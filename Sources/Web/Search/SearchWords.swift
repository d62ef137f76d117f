import Basics

/// The words of the search page.
enum SearchWords {
    static let narrow = Phrase(ar: "حصر البحث", en: "Narrow the search")
    static let section = Phrase(ar: "القسم", en: "Section")
    static let allSections = Phrase(ar: "كل الأقسام", en: "All sections")
    static let speaker = Phrase(ar: "قال فيها", en: "Said by")
    static let author = Phrase(ar: "الكاتب", en: "Author")
    static let from = Phrase(ar: "من يوم", en: "From")
    static let to = Phrase(ar: "إلى يوم", en: "To")
    static let didYouMean = Phrase(ar: "هل تقصد:", en: "Did you mean:")
    static let byName = Phrase(ar: "الاسم نفسه بتهجئة أخرى", en: "The same name, spelt otherwise")
}
