import Basics

/// Why an item did not get ready, typed by what to do next: a permanent failure ends the matter, any other is tried again later.
struct MediaFailure: Error, Hashable, Sendable {
    let words: Phrase
    let permanent: Bool

    init(_ words: Phrase, permanent: Bool) {
        self.words = words
        self.permanent = permanent
    }

    static func permanent(ar: String, en: String) -> MediaFailure { MediaFailure(Phrase(ar: ar, en: en), permanent: true) }

    static func passing(ar: String, en: String) -> MediaFailure { MediaFailure(Phrase(ar: ar, en: en), permanent: false) }

    /// What an error of the door, of a check or of the disk means for the item; nil for a fault of ours.
    init?(_ error: any Error) {
        switch error {
        case let failure as MediaFailure: self = failure
        case let failure as OutboundFailure: self.init(failure.words, permanent: failure.permanent)
        case let refusal as Refusal: self.init(refusal.words, permanent: refusal.kind == .invalid)
        case let fault as FolderFault: self = .passing(ar: "تعذّر حفظ الملف: \(fault.reason).", en: "The file could not be kept: \(fault.reason).")
        default: return nil
        }
    }
}
