import Basics

extension WordPressFault.Place {
    var words: Phrase {
        var (ar, en) = ("السطر \(line)", "Line \(line)")
        if let document { (ar, en) = ("\(isolated(document))، \(ar)", "\(isolated(document)), \(en.lowercased())") }
        if let number { (ar, en) = ("\(ar)، العنصر \(number)", "\(en), item \(number)") }
        if let title, !title.isEmpty { (ar, en) = ("\(ar) «\(isolated(title.shortened))»", "\(en) “\(isolated(title.shortened))”") }
        if let id { (ar, en) = ("\(ar) (المعرّف \(id))", "\(en) (id \(id))") }
        return Phrase(ar: ar, en: en)
    }
}

extension WordPressFault.Kind {
    var words: Phrase {
        switch self {
        case .empty: Phrase(ar: "الملف فارغ.", en: "the file is empty.")
        case .html:
            Phrase(
                ar: "هذه صفحة ويب وليست ملف تصدير؛ ربما حفظ المتصفح صفحة خطأ بدلًا منه.",
                en: "this is a web page and no export; perhaps the browser saved an error page in its place.")
        case .notXML: Phrase(ar: "هذا الملف ليس XML، فليس تصديرًا من ووردبريس.", en: "the file is no XML, so it is no export of WordPress.")
        case .archiveWithoutExport: Phrase(ar: "ليس في الأرشيف أي ملف ‎.xml.", en: "there is no .xml file in the archive.")
        case .otherXML(let root):
            Phrase(
                ar: "عنصر الجذر هو \(isolated(root)) وليس rss، فليس تصديرًا من ووردبريس.",
                en: "its root element is \(isolated(root)) and not rss, so it is no export of WordPress.")
        case .doctypeDeclaresEntities:
            Phrase(
                ar: "في الملف DOCTYPE يعرّف كيانات، وهو ما لا يفعله أي تصدير؛ لم يُقرأ منه شيء.",
                en: "the file has a DOCTYPE with declarations of its own, as no export has; nothing of it was read.")
        case .encodingRefused(let name): Phrase(ar: "الترميز \(isolated(name)) غير مقبول.", en: "the encoding \(isolated(name)) is not accepted.")
        case .expandsTooFar:
            Phrase(
                ar: "يتجاوز الملف عند فكّ ضغطه الحد المسموح؛ توقفت القراءة هنا.",
                en: "the file unpacks to more than is allowed; reading stopped here.")
        case .unreadable(let detail):
            Phrase(
                ar: "تعذّرت متابعة قراءة الملف: \(isolated(detail))",
                en: "the file cannot be read further: \(isolated(detail))")
        case .truncated:
            Phrase(
                ar: "ينتهي الملف في وسط هذا العنصر؛ حُفظ كل ما قبله.",
                en: "the file ends in the middle of it; all before it was kept.")
        case .endsEarly: Phrase(ar: "ينتهي الملف قبل نهايته؛ قد تنقصه عناصر.", en: "the file ends before its own end; items may be missing.")
        case .tooLarge(let bytes):
            Phrase(
                ar: "حجمه \(bytes / 1_048_576) م.ب، أكبر من المسموح؛ تُرك.",
                en: "it takes \(bytes / 1_048_576) MB, more than is allowed; it was left out.")
        default: recovered
        }
    }

    private var recovered: Phrase {
        switch self {
        case .broken(let detail):
            Phrase(
                ar: "لا يُقرأ بصيغة XML فتُرك: \(isolated(detail))",
                en: "it cannot be read as XML and was left out: \(isolated(detail))")
        case .mended(let detail):
            Phrase(
                ar: "صياغة XML فيه معطوبة؛ أُصلحت وحُفظ نصّه، فليُراجع: \(isolated(detail))",
                en: "its XML was broken; it was mended and its text kept, please look it over: \(isolated(detail))")
        case .unclosed:
            Phrase(
                ar: "لم يُغلق قبل أن يبدأ ما بعده؛ أُغلق وحُفظ، فليُراجع.",
                en: "it was not closed before the next began; it was closed and kept, please look it over.")
        case .headerBroken(let detail):
            Phrase(
                ar: "رأس الملف معطوب؛ قد تنقص بيانات الموقع: \(isolated(detail))",
                en: "the head of the file is broken; what it says of the site may be missing: \(isolated(detail))")
        case .strayText:
            Phrase(
                ar: "نصّ بين العناصر لا ينتمي إلى أيّ منها؛ تُرك.",
                en: "text between the items belongs to none of them; it was left out.")
        case .controlCharacters(let count):
            Phrase(
                ar: CountedPhrase.controls.text(count, in: .ar, digits: .latin), en: CountedPhrase.controls.text(count, in: .en, digits: .latin))
        case .invalidBytes(let count):
            Phrase(ar: CountedPhrase.badBytes.text(count, in: .ar, digits: .latin), en: CountedPhrase.badBytes.text(count, in: .en, digits: .latin))
        case .encodingDiffers(let name):
            Phrase(
                ar: "يعلن الملف الترميز \(isolated(name)) وهو مكتوب بترميز UTF-8؛ قُرئ كما هو مكتوب.",
                en: "the file declares \(isolated(name)) and is written in UTF-8; it was read as written.")
        case .encodingConverted(let name):
            Phrase(
                ar: "حُوّل نصّه من \(isolated(name)) كما يعلن الملف.",
                en: "its text was converted from \(isolated(name)), which the file declares.")
        case .encodingUnknown(let name):
            Phrase(
                ar: "الترميز المعلن \(isolated(name)) غير معروف؛ قُرئ الملف بترميز UTF-8.",
                en: "the declared encoding \(isolated(name)) is not known; the file was read as UTF-8.")
        case .doctypeIgnored:
            Phrase(
                ar: "تجوهل DOCTYPE، ولم يُجلب ما يشير إليه.",
                en: "the DOCTYPE was passed over; what it refers to was not fetched.")
        case .versionMissing:
            Phrase(
                ar: "لا يذكر الملف إصدار صيغته (wxr_version)؛ قُرئ مثل 1.2.",
                en: "the file does not say the version of its format (wxr_version); it was read as 1.2.")
        case .versionUnknown(let version):
            Phrase(
                ar: "إصدار الصيغة \(isolated(version)) غير معروف؛ قُرئ مثل 1.2.",
                en: "version \(isolated(version)) of the format is not known; it was read as 1.2.")
        case .namespaceMissing:
            Phrase(
                ar: "لا يعلن الملف نطاق أسماء ووردبريس؛ قُرئ بالبادئات المعتادة.",
                en: "the file does not declare WordPress's namespace; it was read by the usual prefixes.")
        default: Phrase(ar: "", en: "")
        }
    }
}

extension CountedPhrase {
    fileprivate static let controls = CountedPhrase(
        ar: (
            zero: "لا محارف تحكّم.", one: "حُذف محرف تحكّم واحد لا تسمح به XML.", two: "حُذف محرفا تحكّم لا تسمح بهما XML.",
            few: "حُذفت # محارف تحكّم لا تسمح بها XML.", many: "حُذف # محرف تحكّم لا تسمح بها XML.", other: "حُذف # محرف تحكّم لا تسمح بها XML."
        ),
        en: (one: "one control character that XML forbids was left out.", other: "# control characters that XML forbids were left out."))

    fileprivate static let badBytes = CountedPhrase(
        ar: (
            zero: "لا بايتات خاطئة.", one: "في موضع واحد بايتات ليست UTF-8؛ كُتب مكانها ‎\u{FFFD}.",
            two: "في موضعين بايتات ليست UTF-8؛ كُتب مكانها ‎\u{FFFD}.",
            few: "في # مواضع بايتات ليست UTF-8؛ كُتب مكانها ‎\u{FFFD}.", many: "في # موضعًا بايتات ليست UTF-8؛ كُتب مكانها ‎\u{FFFD}.",
            other: "في # موضع بايتات ليست UTF-8؛ كُتب مكانها ‎\u{FFFD}."
        ),
        en: (
            one: "bytes in one place are no UTF-8; \u{FFFD} stands in their stead.",
            other: "bytes in # places are no UTF-8; \u{FFFD} stands in their stead."
        ))
}

/// In Unicode's first-strong isolate, so that a name in one script does not disturb a sentence in another.
private func isolated(_ text: String) -> String { "\u{2068}\(text)\u{2069}" }

extension String {
    fileprivate var shortened: String { count > 80 ? prefix(79) + "…" : self }
}
