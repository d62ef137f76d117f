import Foundation

/// A password as it is hashed and compared: the profile OpaqueString of RFC 8265, 4.2, by which the same password typed on two keyboards is the same.
///
/// Spaces beyond ASCII become U+0020 and the text is put into normal form C; nothing else is mapped: neither case nor width, and nothing is cut off or trimmed.
/// In two things we are wider than the profile, as NIST SP 800-63B-4, 3.1.1.2 asks for every printable character: letters that our Unicode tables do
/// not know yet are let in, and so are the joiners and variation selectors that emoji and Persian are written with. What cannot be seen is refused:
/// control characters, line breaks, marks of direction, which a keyboard or a paste adds on one device and not on another.
package struct PreparedPassword: Hashable, Sendable {
    /// UTF-8. Never empty.
    let bytes: [UInt8]
    /// In code points, as NIST counts them.
    package let length: Int
    let text: String

    /// In code points.
    package static let longest = 1024
    /// Before preparation, in bytes: so much is looked at at all.
    static let longestWritten = 16_384

    /// Refuses an empty password, one of more than 1,024 code points, and one with characters that cannot be seen.
    package init(_ written: String) throws(Refusal) {
        guard written.utf8.count <= Self.longestWritten else { throw Self.tooLong }
        guard written.unicodeScalars.allSatisfy(Self.isAllowed) else {
            throw Refusal(
                .invalid, ar: "في كلمة السر رمز لا يُرى، كسطر جديد أو علامة اتجاه. احذفه واكتب كلمة السر باليد.",
                en:
                    "The password holds a character that cannot be seen, such as a line break or a mark of direction. Take it out, or type the password by hand.",
                field: "password")
        }
        var spaced = String.UnicodeScalarView()
        for scalar in written.unicodeScalars { spaced.append(scalar.properties.generalCategory == .spaceSeparator ? " " : scalar) }
        text = String(spaced).precomposedStringWithCanonicalMapping
        bytes = Array(text.utf8)
        length = text.unicodeScalars.count
        guard length > 0 else { throw Refusal(.invalid, ar: "اكتب كلمة السر.", en: "Enter the password.", field: "password") }
        guard length <= Self.longest else { throw Self.tooLong }
    }

    private static let tooLong = Refusal(
        .invalid, ar: "كلمة السر أطول من \(longest) حرف.", en: "The password is longer than \(longest) characters.", field: "password")

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x20...0x7E: true
        case 0x200C, 0x200D, 0xFE00...0xFE0F, 0xE0020...0xE007F, 0xE0100...0xE01EF: true
        default:
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: false
            default: !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isNoncharacterCodePoint
            }
        }
    }
}
