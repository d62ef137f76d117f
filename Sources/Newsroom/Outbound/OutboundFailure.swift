package import Basics

/// Why nothing was fetched, typed by what to do next: a permanent failure stays one, any other may be tried again later.
package struct OutboundFailure: Error, Hashable, Sendable {
    package let words: Phrase
    package let permanent: Bool

    package init(words: Phrase, permanent: Bool) {
        self.words = words
        self.permanent = permanent
    }
}

extension OutboundFailure {
    static func refused(ar: String, en: String) -> OutboundFailure { OutboundFailure(words: Phrase(ar: ar, en: en), permanent: true) }

    static func passing(ar: String, en: String) -> OutboundFailure { OutboundFailure(words: Phrase(ar: ar, en: en), permanent: false) }

    static let privateAddress = refused(ar: "هذا العنوان ليس على الشبكة العامة.", en: "This address is not on the public internet.")

    static let badAddress = refused(ar: "هذا ليس عنوان ويب صالحًا.", en: "This is not a web address.")

    static let cancelled = passing(ar: "أُوقف الجلب.", en: "Fetching was stopped.")

    static func tooLarge(_ limit: Int) -> OutboundFailure {
        refused(ar: "الملف أكبر من الحد المسموح (\(limit) بايت).", en: "The file is larger than the limit of \(limit) bytes.")
    }
}
