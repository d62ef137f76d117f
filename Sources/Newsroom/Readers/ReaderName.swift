package import Basics
import Foundation

/// How a reader wants to be called: a line of up to 80 letters without anything that is not seen.
package struct ReaderName: Hashable, Sendable {
    package let text: String

    package static let longest = 80

    /// Nil for an empty one. Refuses with `invalid` one that is too long, or holds a character that would turn, hide or break the text around it.
    package init?(_ written: String) throws {
        let trimmed = written.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !trimmed.isEmpty else { return nil }
        guard trimmed.utf8.count <= Self.longest * 8, trimmed.count <= Self.longest else {
            throw Refusal(
                .invalid, ar: "الاسم أطول من \(Self.longest) حرفًا.", en: "The name is longer than \(Self.longest) characters.", field: "name")
        }
        guard !trimmed.unicodeScalars.contains(where: Self.isUnseen) else {
            throw Refusal(
                .invalid, ar: "في الاسم محرف تحكم لا يُرى. اكتبه من جديد.", en: "The name holds a control character that is not seen. Type it anew.",
                field: "name")
        }
        text = trimmed
    }

    /// Controls, line breaks, marks and overrides of direction (UAX 9), and what Unicode has for private use or not at all. The joiners that Persian
    /// and emoji are written with stay.
    private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x200C, 0x200D: return false
        case 0xFFF9...0xFFFB: return true
        default: break
        }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned: true
        default: false
        }
    }
}
