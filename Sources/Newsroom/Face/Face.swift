package import Basics
package import Foundation

/// The newsroom's own face: its name, colours and order, read from `newsroom.yaml` in the data folder at start.
package struct Face: Sendable {
    package var names: [Language: String]
    package var taglines: [Language: String]
    /// The languages it publishes in, its main one first.
    package var languages: [Language]
    package var timeZone: TimeZone
    /// The digits of Arabic pages.
    package var arabicDigits: Digits
    package var accent: Color
    /// The accent on a dark ground.
    package var accentDark: Color
    /// A picture file beside `newsroom.yaml`.
    package var logo: String?
    /// Slugs of sections, in the order of the navigation.
    package var sectionOrder: [String]
    package var voters: Voters
    /// The page that is the privacy policy, by its slug in any language. There need be none.
    package var policy: Slug

    /// Whose votes the newsroom takes.
    package enum Voters: String, CaseIterable, Sendable {
        case readers
        /// Guests too; their votes are counted apart.
        case everyone
    }

    package static let plain = Face(
        names: [.ar: "مطبعة", .en: "Matbaa"], taglines: [:], languages: [.ar, .en], timeZone: .gmt, arabicDigits: .latin,
        accent: Color(trusted: "#9b1c1c"), accentDark: Color(trusted: "#f0938a"), logo: nil, sectionOrder: [], voters: .readers,
        policy: Slug(trusted: "privacy-policy"))

    package func name(in language: Language) -> String { names[language] ?? names[language.other] ?? "Matbaa" }

    package func digits(in language: Language) -> Digits { language == .ar ? arabicDigits : .latin }

    /// The moment as the newsroom's clocks show it.
    package func civil(_ instant: Instant) -> CivilTime { instant.civil(offset: timeZone.secondsFromGMT(for: instant.date)) }
}

/// A colour of CSS in six hexadecimal digits.
package struct Color: Hashable, Sendable {
    package let text: String

    package init?(_ text: String) {
        let digits = text.dropFirst()
        guard text.first == "#", digits.count == 6, digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
        self.text = text.lowercased()
    }

    init(trusted text: String) { self.text = text }
}
