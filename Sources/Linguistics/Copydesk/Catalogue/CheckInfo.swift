package import Basics

/// What the settings page shows of a check.
package struct CheckInfo: Sendable, Identifiable {
    /// What a check looks at.
    package enum Scope: String, Sendable, Codable {
        case headline, heading, paragraph, quotation, whole
        /// The text beside the other editions of its work.
        case work
    }

    package let id: String
    package let languages: Set<Language>
    /// The level it has where the newsroom did not change it; nil when it is off until the newsroom turns it on.
    package let level: Finding.Level?
    package let scope: Scope
    package let title: Phrase
    package let explanation: Phrase
    package let examples: [Example]

    /// Whether it reads what stands between quotation marks: a speaker's style is not the desk's.
    let readsQuotations: Bool
    let messages: [String: Phrase]
    /// Its place in the catalogue.
    let rank: Int

    /// A text that the check marks or leaves; all of them are run as tests.
    package struct Example: Sendable {
        package let language: Language
        package let text: String
        /// Where it is marked; nil for a text without a fault.
        package let said: String?
        package let fix: String?
        let setting: ExampleSetting
    }

    func message(_ name: String, _ words: [String: Phrase]) -> Phrase {
        let message = messages[name] ?? messages["message"] ?? title
        return Phrase(ar: Self.fill(message.ar, words.mapValues(\.ar)), en: Self.fill(message.en, words.mapValues(\.en)))
    }

    private static func fill(_ template: String, _ words: [String: String]) -> String {
        var (filled, rest) = ("", template[...])
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            filled += words[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }
}
