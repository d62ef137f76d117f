package import Basics
import Foundation

/// How a reader wants to be called: a line of up to 80 letters. What comes along unseen with a pasted name is removed (`TypedText`).
package struct ReaderName: Hashable, Sendable {
    package let text: String

    package static let longest = 80

    /// Nil when there is nothing to be seen in it. Refuses with `invalid` one that is too long.
    package init?(_ written: String) throws {
        let line = TypedText.line(written).precomposedStringWithCanonicalMapping
        guard TypedText.isVisible(line) else { return nil }
        guard line.utf8.count <= Self.longest * 8, line.count <= Self.longest else {
            throw Refusal(
                .invalid, ar: "الاسم أطول من \(Self.longest) حرفًا.", en: "The name is longer than \(Self.longest) characters.", field: "name")
        }
        text = line
    }
}
