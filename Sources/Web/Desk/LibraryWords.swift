import Basics
import Markup
import Newsroom

/// What the library says.
enum LibraryWords {
    static let library = Phrase(ar: "المكتبة", en: "Library")
    static let add = Phrase(ar: "أضف ملفًا", en: "Add a file")
    static let addHint = Phrase(
        ar:
            "صورة JPEG أو PNG أو WebP أو AVIF أو HEIC أو GIF، أو وثيقة PDF، أو صوت أو فيديو؛ حتى 64 ميغابايت. لا يُنشر مكان التصوير ولا بيانات الكاميرا.",
        en:
            "A picture (JPEG, PNG, WebP, AVIF, HEIC, GIF), a PDF, sound or film; up to 64 MB. Where it was taken and by which camera is never published."
    )
    static let take = Phrase(ar: "أضف", en: "Add")
    static let find = Phrase(ar: "كلمات من الوصف أو اسم الملف", en: "Words of the description, or the file’s name")
    static let kind = Phrase(ar: "النوع", en: "Kind")
    static let everyKind = Phrase(ar: "كل الأنواع", en: "Every kind")
    static let description = Phrase(ar: "الوصف", en: "Description")
    static let withOrWithout = Phrase(ar: "بوصف أو بلا وصف", en: "With or without one")
    static let lacksDescription = Phrase(ar: "ينقصها وصف", en: "Lacks a description")
    static let none = Phrase(ar: "لا شيء كهذا في المكتبة.", en: "The library has nothing like that.")

    static func undescribed(_ language: Language) -> Phrase {
        language == .ar
            ? Phrase(ar: "بلا وصف بالعربية", en: "Without one in Arabic") : Phrase(ar: "بلا وصف بالإنجليزية", en: "Without one in English")
    }

    static func kind(_ kind: MediaItem.Kind) -> Phrase {
        switch kind {
        case .picture: Phrase(ar: "صور", en: "Pictures")
        case .document: Phrase(ar: "وثائق", en: "Documents")
        case .audio: Phrase(ar: "صوت", en: "Sound")
        case .video: Phrase(ar: "فيديو", en: "Film")
        }
    }

    /// In the place of a picture, for what is none.
    static func mark(_ kind: MediaItem.Kind) -> HTML {
        let letters: HTML =
            switch kind {
            case .picture: "…"
            case .document: "PDF"
            case .audio: "♪"
            case .video: "▶"
            }
        return "<span class=\"mark\" aria-hidden=\"true\">\(letters)</span>"
    }

    static func state(_ state: MediaItem.State) -> Phrase {
        switch state {
        case .awaited: Phrase(ar: "لم يصل بعد", en: "Not here yet")
        case .stored: Phrase(ar: "قيد المعالجة", en: "Being developed")
        case .ready: Phrase(ar: "جاهز", en: "Ready")
        case .failed: Phrase(ar: "تعذّر", en: "Failed")
        }
    }

    // MARK: An item

    static let fileName = Phrase(ar: "الملف", en: "File")
    static let number = Phrase(ar: "الرقم", en: "Number")
    static let size = Phrase(ar: "الأبعاد", en: "Size")
    static let weight = Phrase(ar: "الحجم", en: "Weight")
    static let kilobytes = Phrase(ar: "كيلوبايت", en: "KB")
    static let since = Phrase(ar: "أضيف", en: "Added")
    static let state = Phrase(ar: "الحالة", en: "State")
    static let trouble = Phrase(ar: "السبب", en: "Why")
    static let openFile = Phrase(ar: "افتح الملف", en: "Open the file")
    static let alt = Phrase(ar: "وصف لمن لا يراها", en: "Description for those who do not see it")
    static let altHint = Phrase(ar: "ما يظهر في الصورة، في جملة.", en: "What the picture shows, in a sentence.")
    static let caption = Phrase(ar: "التعليق", en: "Caption")
    static let credit = Phrase(ar: "المصدر", en: "Credit")
    static let licence = Phrase(ar: "الترخيص", en: "Licence")
    static let licenceHint = Phrase(ar: "بأي شروط يجوز نشرها، وحتى متى.", en: "Under what terms it may be shown, and until when.")
    static let focus = Phrase(ar: "ما لا يُقص", en: "What no crop may lose")
    static let focusHint = Phrase(ar: "اضغط على الصورة، أو اكتب النسبة.", en: "Press the picture there, or write the percentage.")
    static let fromLeft = Phrase(ar: "٪ من اليسار", en: "% from the left")
    static let fromTop = Phrase(ar: "٪ من الأعلى", en: "% from the top")
    static let crops = Phrase(ar: "كيف تُقص", en: "How it is cropped")
    static let wide = Phrase(ar: "عريضة", en: "Wide")
    static let landscape = Phrase(ar: "أفقية", en: "Landscape")
    static let square = Phrase(ar: "مربعة", en: "Square")
    static let uses = Phrase(ar: "أين تُستعمل", en: "Where it stands")
    static let nowhere = Phrase(ar: "لا خبر يستعملها الآن.", en: "No story has it now.")
    static let replace = Phrase(ar: "استبدل الملف", en: "Replace the file")
    static let newFile = Phrase(ar: "الملف الجديد", en: "The new file")
    static let replaceHint = Phrase(
        ar: "يحل محل القديم في كل خبر، ويُحذف القديم من الموقع. يبقى الوصف والتعليق.",
        en: "It takes the place of the old one in every story, and the old one is gone from the site. What is said about it stays.")
    static let delete = Phrase(ar: "احذف من المكتبة", en: "Delete it from the library")
    static let sureToDelete = Phrase(ar: "نعم، احذف الملف", en: "Yes, delete the file")

    static func done(_ word: String) -> Phrase? {
        switch word {
        case "added": Phrase(ar: "أضيف. صف ما فيه لمن لا يراه.", en: "Added. Say what it shows to those who do not see it.")
        case "described": Phrase(ar: "حُفظ.", en: "Saved.")
        case "replaced": Phrase(ar: "استُبدل الملف.", en: "The file was replaced.")
        default: nil
        }
    }

    // MARK: Content credentials

    static let credentials = Phrase(ar: "ما تقوله الصورة عن نفسها (C2PA)", en: "What the picture says of itself (C2PA)")
    static let credentialsHint = Phrase(
        ar: "دعوى مكتوبة في الملف، ولم يُتحقق من توقيعها هنا. الملف الأصلي محفوظ كما ورد.",
        en: "A claim written in the file; its signature was not checked here. The original is kept as it came.")
    static let generator = Phrase(ar: "البرنامج", en: "Made with")
    static let claimedTitle = Phrase(ar: "الاسم", en: "Title")
    static let actions = Phrase(ar: "ما جرى عليها", en: "What was done")
    static let sources = Phrase(ar: "أصلها", en: "Made from")

    static func action(_ name: String, _ language: Language) -> String {
        let known: Phrase? =
            switch name {
            case "c2pa.created": Phrase(ar: "أُنشئت", en: "Created")
            case "c2pa.opened": Phrase(ar: "فُتحت", en: "Opened")
            case "c2pa.edited": Phrase(ar: "حُررت", en: "Edited")
            case "c2pa.cropped": Phrase(ar: "قُصّت", en: "Cropped")
            case "c2pa.resized": Phrase(ar: "غُيّرت أبعادها", en: "Resized")
            case "c2pa.color_adjustments": Phrase(ar: "عُدّلت ألوانها", en: "Colours adjusted")
            case "c2pa.placed": Phrase(ar: "أُدرج فيها غيرها", en: "Something was placed in it")
            case "c2pa.published": Phrase(ar: "نُشرت", en: "Published")
            case "c2pa.converted", "c2pa.transcoded": Phrase(ar: "حُوّلت صيغتها", en: "Converted")
            default: nil
            }
        return known?[language] ?? name
    }

    static func source(_ name: String, _ language: Language) -> String {
        let known: Phrase? =
            switch name {
            case "digitalCapture": Phrase(ar: "التقطتها كاميرا", en: "Taken by a camera")
            case "trainedAlgorithmicMedia": Phrase(ar: "ولّدها ذكاء اصطناعي", en: "Generated by AI")
            case "compositeWithTrainedAlgorithmicMedia": Phrase(ar: "فيها ما ولّده ذكاء اصطناعي", en: "In part generated by AI")
            case "algorithmicMedia": Phrase(ar: "ولّدها برنامج", en: "Generated by a program")
            case "composite": Phrase(ar: "مركّبة من صور", en: "Composed of pictures")
            case "negativeFilm", "positiveFilm", "print": Phrase(ar: "مسحت من أصل ورقي أو فيلم", en: "Scanned from film or print")
            default: nil
            }
        return known?[language] ?? name
    }
}
