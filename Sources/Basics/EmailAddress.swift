import Foundation

/// An e-mail address that can be written to: an ASCII name (RFC 5321 without quoting) at a domain, IDN ones in their ASCII form.
///
/// Two addresses are equal when mail to both reaches one mailbox: letters of one case. No letter is folded to another, so that `mıke` never passes for
/// `mike` (CVE-2019-19844): a name with a letter beyond ASCII is none.
package struct EmailAddress: Hashable, Sendable {
    /// As it was written, but for the domain's form.
    package let text: String
    /// What is compared: all in lower case.
    package let key: String

    static let longest = 254
    private static let longestName = 64
    private static let nameLetters = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+/=?^_`{|}~-.".utf8)

    /// Nil for what is no address that mail can be sent to. White space around it is left out.
    package init?(_ written: String) {
        let trimmed = written.trimmingCharacters(in: .whitespacesAndNewlines)
        guard trimmed.utf8.count <= Self.longest * 4, let at = trimmed.lastIndex(of: "@") else { return nil }
        let name = String(trimmed[..<at])
        guard !name.isEmpty, name.utf8.count <= Self.longestName, name.utf8.allSatisfy(Self.nameLetters.contains), !name.hasPrefix("."),
            !name.hasSuffix("."), !name.contains(".."), let domain = Self.domain(String(trimmed[trimmed.index(after: at)...]))
        else { return nil }
        text = name + "@" + domain
        guard text.utf8.count <= Self.longest else { return nil }
        key = text.lowercased()
    }

    /// An address read back from the database.
    package init(trusted text: String) {
        self.text = text
        key = text.lowercased()
    }

    /// What stands behind the @.
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    package static func == (a: EmailAddress, b: EmailAddress) -> Bool { a.key == b.key }
    package func hash(into hasher: inout Hasher) { hasher.combine(key) }

    /// The domain in ASCII and lower case (RFC 5891); nil unless it has two labels of letters, digits and inner hyphens.
    private static func domain(_ written: String) -> String? {
        // Only what IDNA itself maps may be beyond ASCII: a letter that looks like one of ASCII and would be made one is refused.
        let isASCII = written.utf8.allSatisfy { $0 < 0x80 }
        guard !written.isEmpty, !written.contains(where: { " /?#[]@:\\%".contains($0) }),
            let encoded = isASCII ? written : URLComponents(string: "https://\(written)/")?.encodedHost
        else { return nil }
        if !isASCII, written.decomposedStringWithCompatibilityMapping.lowercased().utf8.allSatisfy({ $0 < 0x80 }) { return nil }
        let labels = encoded.lowercased().split(separator: ".", omittingEmptySubsequences: false)
        let isWhole =
            labels.count >= 2
            && labels.allSatisfy { label in
                (1...63).contains(label.utf8.count) && label.first != "-" && label.last != "-"
                    && label.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }
            }
        guard isWhole, labels.last?.utf8.allSatisfy({ (0x30...0x39).contains($0) }) == false else { return nil }
        return labels.joined(separator: ".")
    }
}

extension EmailAddress: CustomStringConvertible {
    package var description: String { text }
}
