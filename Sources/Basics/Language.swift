/// A language that the newsroom publishes in. Its raw value is the BCP 47 tag used in paths, in `lang` and in the database.
package enum Language: String, CaseIterable, Hashable, Sendable, Codable {
    case ar
    case en

    package var direction: Direction { self == .ar ? .rightToLeft : .leftToRight }

    /// The language's own name, as its readers write it.
    package var ownName: String { self == .ar ? "العربية" : "English" }

    package var other: Language { self == .ar ? .en : .ar }

    /// Reads a BCP 47 tag or a locale of WordPress (`ar`, `ar-LY`, `en_US`) by its primary subtag; nil for a language the newsroom does not publish in.
    package init?(tag: some StringProtocol) {
        let primary = tag.prefix { $0 != "-" && $0 != "_" }.lowercased()
        self.init(rawValue: primary)
    }

    /// The language most of a text's letters belong to, or nil when it has fewer than `letters` letters or neither script holds 70 % of them.
    package static func detected(in text: some StringProtocol, letters minimum: Int = 20) -> Language? {
        var arabic = 0
        var latin = 0
        for scalar in text.unicodeScalars {
            if scalar.isArabicLetter { arabic += 1 } else if scalar.isLatinLetter { latin += 1 }
        }
        let all = arabic + latin
        guard all >= minimum else { return nil }
        if arabic * 10 >= all * 7 { return .ar }
        if latin * 10 >= all * 7 { return .en }
        return nil
    }
}

/// The direction a text runs in; its raw value is HTML's `dir`.
package enum Direction: String, Hashable, Sendable {
    case leftToRight = "ltr"
    case rightToLeft = "rtl"

    /// The direction of the first letter that has one (the rule of `dir=auto`, Unicode's P2 and P3), or nil when no letter has.
    package static func first(in text: some StringProtocol) -> Direction? {
        for scalar in text.unicodeScalars {
            if scalar.isArabicLetter || (0x0590...0x05FF).contains(scalar.value) { return .rightToLeft }
            if scalar.properties.isAlphabetic { return .leftToRight }
        }
        return nil
    }
}

extension Unicode.Scalar {
    /// Whether this is a letter of the Arabic script (blocks Arabic, Supplement, Extended-A and the presentation forms).
    package var isArabicLetter: Bool {
        switch value {
        case 0x0620...0x064A, 0x066E...0x06D3, 0x06FA...0x06FC, 0x0750...0x077F, 0x08A0...0x08C9, 0xFB50...0xFDFF, 0xFE70...0xFEFC: true
        default: false
        }
    }

    package var isLatinLetter: Bool {
        switch value {
        case 0x41...0x5A, 0x61...0x7A: true
        case 0xC0...0x24F: value != 0xD7 && value != 0xF7
        default: false
        }
    }
}
