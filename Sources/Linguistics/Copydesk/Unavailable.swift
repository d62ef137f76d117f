package import Basics

extension Copydesk {
    /// A check that this computer cannot run in a language, and why.
    package struct Unavailable: Hashable, Sendable {
        package let check: String
        package let language: Language
        package let reason: Phrase
    }

    /// The checks that are off for want of something outside the program.
    package static var unavailable: [Unavailable] {
        Language.allCases.filter { SpellingDictionary.of($0) == nil }.flatMap { language in
            (language == .ar ? ["spelling", "hamza"] : ["spelling"]).map { check in
                Unavailable(
                    check: check, language: language,
                    reason: Phrase(
                        ar: "لا قاموس على هذا الجهاز: ثبّت الحزمة \(package(language)).",
                        en: "This computer has no dictionary for it: install the package \(package(language))."))
            }
        }
    }

    private static func package(_ language: Language) -> String { language == .ar ? "hunspell-ar" : "hunspell-en-us" }
}
