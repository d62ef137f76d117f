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
    package var publishing: Publishing
    /// The page that is the privacy policy, by its slug in any language. There need be none.
    package var policy: Slug

    /// Whose votes the newsroom takes.
    package enum Voters: String, CaseIterable, Sendable {
        case readers
        /// Guests too; their votes are counted apart.
        case everyone
    }

    /// How many editors it takes to bring a story before the public.
    package enum Publishing: String, CaseIterable, Sendable {
        case oneEditor = "one-editor"
        /// Another than the one who publishes, and than the text's writer, has approved it.
        case twoEditors = "two-editors"
    }

    package static let plain = Face(
        names: [.ar: "مطبعة", .en: "Matbaa"], taglines: [:], languages: [.ar, .en], timeZone: .gmt, arabicDigits: .latin,
        accent: Color(trusted: "#9b1c1c"), accentDark: Color(trusted: "#f0938a"), logo: nil, sectionOrder: [], voters: .readers,
        publishing: .oneEditor, policy: Slug(trusted: "privacy-policy"))

    package func name(in language: Language) -> String { names[language] ?? names[language.other] ?? "Matbaa" }

    package func digits(in language: Language) -> Digits { language == .ar ? arabicDigits : .latin }

    /// The moment as the newsroom's clocks show it.
    package func civil(_ instant: Instant) -> CivilTime { instant.civil(offset: timeZone.secondsFromGMT(for: instant.date)) }

    /// When the day of that moment began, by the newsroom's clocks.
    package func midnight(before instant: Instant) -> Instant {
        let time = civil(instant)
        return instant.adding(seconds: -Int64(time.hour * 3_600 + time.minute * 60 + time.second))
    }

    /// A day and a clock as a form gives them, `2026-11-27T14:00`, by the newsroom's clocks. Refuses with `invalid` what is none.
    package func moment(_ text: String, field: String) throws -> Instant {
        let numbers = text.split(whereSeparator: { "-T:".contains($0) }).map { Int($0) }
        guard (16...19).contains(text.utf8.count), numbers.count >= 5, let year = numbers[0], let month = numbers[1], let day = numbers[2],
            let hour = numbers[3], let minute = numbers[4],
            let there = CivilTime.instant(year: year, month: month, day: day, hour: hour, minute: minute)
        else {
            throw Refusal(
                .invalid, ar: "اكتب اليوم والساعة مثل 2026-11-27T14:00.", en: "Write the day and the hour, as in 2026-11-27T14:00.", field: field)
        }
        // The offset of the place at that time, which near a change of clocks is not that of the same time in Greenwich.
        let guess = there.adding(seconds: -Int64(timeZone.secondsFromGMT(for: there.date)))
        return there.adding(seconds: -Int64(timeZone.secondsFromGMT(for: guess.date)))
    }

    /// The moment as `moment` reads it.
    package func written(_ instant: Instant) -> String { String(civil(instant).rfc3339.prefix(16)) }
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
