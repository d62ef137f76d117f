/// Words for people, in every language of the newsroom.
package struct Phrase: Hashable, Sendable {
    package let ar: String
    package let en: String

    package init(ar: String, en: String) {
        self.ar = ar
        self.en = en
    }

    package subscript(language: Language) -> String {
        switch language {
        case .ar: ar
        case .en: en
        }
    }
}

/// Unicode's plural categories (CLDR). Arabic uses all six, English `one` and `other`.
package enum PluralCategory: Sendable {
    case zero, one, two, few, many, other

    /// The category of a whole number (CLDR 42, cardinal rules).
    package init(_ count: Int, in language: Language) {
        switch language {
        case .en: self = count == 1 ? .one : .other
        case .ar:
            switch (count, count % 100) {
            case (0, _): self = .zero
            case (1, _): self = .one
            case (2, _): self = .two
            case (_, 3...10): self = .few
            case (_, 11...99): self = .many
            default: self = .other
            }
        }
    }
}

/// A counted noun: six Arabic forms and two English ones. `#` stands for the number.
package struct CountedPhrase: Sendable {
    let ar: (zero: String, one: String, two: String, few: String, many: String, other: String)
    let en: (one: String, other: String)

    package init(
        ar: (zero: String, one: String, two: String, few: String, many: String, other: String),
        en: (one: String, other: String)
    ) {
        self.ar = ar
        self.en = en
    }

    /// The phrase for `count`, its number written in `digits`.
    package func text(_ count: Int, in language: Language, digits: Digits) -> String {
        let form =
            switch (language, PluralCategory(count, in: language)) {
            case (.en, .one): en.one
            case (.en, _): en.other
            case (.ar, .zero): ar.zero
            case (.ar, .one): ar.one
            case (.ar, .two): ar.two
            case (.ar, .few): ar.few
            case (.ar, .many): ar.many
            case (.ar, .other): ar.other
            }
        guard let place = form.utf8.firstIndex(of: UInt8(ascii: "#")) else { return form }
        return form[..<place] + digits.write(count) + form[form.utf8.index(after: place)...]
    }
}

/// The digits numbers are written with. Newsrooms of the Maghreb and Libya write Latin digits in Arabic, those of the Mashriq Arabic-Indic ones.
package enum Digits: String, Sendable, CaseIterable {
    case latin
    case arabicIndic = "arabic-indic"

    package func write(_ number: Int) -> String { write(String(number)) }

    /// The text with its ASCII digits written in these digits.
    package func write(_ text: String) -> String {
        guard self == .arabicIndic else { return text }
        var written = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            if (0x30...0x39).contains(scalar.value), let digit = Unicode.Scalar(scalar.value - 0x30 + 0x660) {
                written.append(digit)
            } else {
                written.append(scalar)
            }
        }
        return String(written)
    }
}
