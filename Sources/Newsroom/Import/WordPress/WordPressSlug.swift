import Foundation

/// The last part of an address as WordPress keeps it: percent-encoded, cut at 200 bytes wherever that falls.
package struct WordPressSlug: Hashable, Sendable {
    /// As written in the export.
    package let written: String
    /// Percent-decoded, in NFC. A character that WordPress cut in half is left out; what decodes to no text stays as written.
    package let text: String

    package init(_ written: String) {
        self.written = written
        guard written.utf8.contains(UInt8(ascii: "%")) else {
            text = written.precomposedStringWithCanonicalMapping
            return
        }
        let bytes = WordPressSlug.decoded(Array(written.utf8))
        let whole = String(validating: bytes, as: UTF8.self) ?? WordPressSlug.withoutHalfCharacter(bytes)
        text = (whole ?? written).precomposedStringWithCanonicalMapping
    }

    package var isEmpty: Bool { written.isEmpty }

    private static func decoded(_ source: [UInt8]) -> [UInt8] {
        var bytes: [UInt8] = []
        var place = 0
        while place < source.count {
            if source[place] == UInt8(ascii: "%") {
                if place + 2 < source.count, let byte = UInt8(String(decoding: source[(place + 1)...(place + 2)], as: UTF8.self), radix: 16) {
                    bytes.append(byte)
                    place += 3
                    continue
                }
                // `…%d` at the very end is the cut.
                if place + 2 >= source.count { break }
            }
            bytes.append(source[place])
            place += 1
        }
        return bytes
    }

    private static func withoutHalfCharacter(_ bytes: [UInt8]) -> String? {
        guard let lead = bytes.lastIndex(where: { $0 & 0xC0 != 0x80 }), bytes[lead] >= 0xC2, bytes.count - lead < 4 else { return nil }
        return String(validating: bytes[..<lead], as: UTF8.self)
    }
}
