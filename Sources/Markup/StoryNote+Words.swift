package import Basics

extension StoryNote {
    /// For the report of whoever brought the text in; the count is left to the report.
    package var words: Phrase {
        switch kind {
        case .droppedElement: Phrase(ar: "أُسقط العنصر \(marked)", en: "The element \(name) was left out")
        case .unwrappedElement: Phrase(ar: "بقي نص العنصر \(marked) من دون تنسيقه", en: "The text of \(name) was kept, its formatting was not")
        case .droppedAttribute: Phrase(ar: "أُسقطت السمة \(marked)", en: "The attribute \(name) was left out")
        case .changedElement: Phrase(ar: "تغيّر موضع العنصر \(marked) أو مستواه", en: "The element \(name) changed its level or place")
        case .refusedAddress: Phrase(ar: "رُفض العنوان \(marked)", en: "The address \(name) was refused")
        case .unknownShortcode:
            Phrase(ar: "الرمز المختصر \(marked) غير معروف، وبقي ما فيه من نص", en: "The shortcode \(name) is unknown; any text in it was kept")
        case .emptyBlock: Phrase(ar: "المكوّن \(marked) لا نص له فأُسقط", en: "The block \(name) has no text of its own and was left out")
        case .missingPicture: Phrase(ar: "الصورة \(marked) غير موجودة في المكتبة", en: "The picture \(name) is not in the library")
        case .flattened: Phrase(ar: "بُسّط تداخل أعمق من الحد", en: "Markup nested too deep was flattened")
        }
    }

    /// The name kept apart from the direction of the Arabic around it.
    private var marked: String { "\u{2068}\(name)\u{2069}" }
}
