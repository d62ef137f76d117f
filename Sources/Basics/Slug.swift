package import Foundation

/// The last part of a page's address: letters, marks and digits of any script in NFC, lower case, in words joined by single hyphens; at most 200 bytes.
package struct Slug: Hashable, Sendable {
    package let text: String

    static let longest = 200

    /// A slug out of any text; nil when nothing in it can stand in a slug.
    ///
    /// Vowel marks of Arabic and its tatweel are left out, apostrophes close up (`Haftar’s` → `haftars`), all else that is no letter or digit parts words.
    package init?(from text: some StringProtocol) {
        var slug = ""
        var parted = false
        for scalar in String(text).precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            if Slug.closesUp(scalar) { continue }
            guard Slug.allows(scalar) else {
                parted = true
                continue
            }
            let size = String(scalar).utf8.count + (parted ? 1 : 0)
            if slug.utf8.count + size > Slug.longest { break }
            if parted, !slug.isEmpty { slug.append("-") }
            parted = false
            slug.unicodeScalars.append(scalar)
        }
        guard !slug.isEmpty else { return nil }
        self.text = slug.precomposedStringWithCanonicalMapping
    }

    /// A slug as it stands in an address, percent-decoded; nil unless it is one already.
    package init?(exactly text: some StringProtocol) {
        let written = String(text)
        if Slug.isPlain(written) {
            self.text = written
            return
        }
        guard let slug = Slug(from: text), slug.text == text else { return nil }
        self = slug
    }

    /// This slug with `-2`, `-3` … behind it, for a second page that would have the same address.
    package func numbered(_ number: Int) -> Slug {
        let tail = "-\(number)"
        var head = text
        while head.utf8.count + tail.utf8.count > Slug.longest { head.removeLast() }
        return Slug(trusted: head + tail)
    }

    /// A slug read back from the database.
    package init(trusted text: String) { self.text = text }

    /// Whether it is a slug beyond doubt, without the tables of Unicode: Latin and Arabic letters and digits as most slugs have them.
    private static func isPlain(_ text: String) -> Bool {
        var last: Unicode.Scalar = "-"
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39, 0x620...0x63F, 0x641...0x64A, 0x660...0x669: break
            case 0x2D where last != "-": break
            default: return false
            }
            last = scalar
        }
        return last != "-" && text.utf8.count <= longest
    }

    private static func closesUp(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x2019, 0x2018, 0x02BC, 0x02BF, 0x0640, 0x064B...0x065F, 0x0670, 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF:
            true
        default: false
        }
    }

    private static func allows(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber, .nonspacingMark, .spacingMark: true
        default: false
        }
    }
}
