/// Base32 without padding (RFC 4648, 6): what seeds and codes are shown in, because it can be read aloud.
package enum Base32 {
    private static let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    package static func encode(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        text.reserveCapacity((bytes.count * 8 + 4) / 5)
        var (buffer, count) = (0, 0)
        for byte in bytes {
            buffer = (buffer << 8 | Int(byte)) & 0xFFFF
            count += 8
            while count >= 5 {
                count -= 5
                text.append(letters[buffer >> count & 31])
            }
        }
        if count > 0 { text.append(letters[buffer << (5 - count) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    /// Nil unless the text is the one form that `encode` gives.
    package static func decode(_ text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (buffer, count) = (0, 0)
        for letter in text.utf8 {
            let value: UInt8
            switch letter {
            case 0x41...0x5A: value = letter - 0x41
            case 0x32...0x37: value = letter - 0x32 + 26
            default: return nil
            }
            buffer = (buffer << 5 | Int(value)) & 0xFFFF
            count += 5
            if count >= 8 {
                count -= 8
                bytes.append(UInt8(truncatingIfNeeded: buffer >> count))
            }
        }
        return encode(bytes) == text ? bytes : nil
    }
}
