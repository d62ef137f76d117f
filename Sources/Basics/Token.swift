import CSodium

/// A secret that whoever holds it proves something by: 256 bits of the system's randomness. The database keeps its digest, never the token.
package struct Token: Hashable, Sendable {
    /// 43 letters of base64url (RFC 4648, 5).
    package let text: String

    private static let size = 32
    private static let letters = 43

    /// A new one.
    package init() {
        var bytes = [UInt8](repeating: 0, count: Self.size)
        randombytes_buf(&bytes, bytes.count)
        text = Base64URL.encode(bytes)
    }

    /// A token as a request gives it; nil for what can be none.
    package init?(_ text: some StringProtocol) {
        let written = String(text)
        guard written.utf8.count == Self.letters, Base64URL.isCanonical(written) else { return nil }
        self.text = written
    }

    /// A token out of bytes that were derived.
    init(trusted bytes: [UInt8]) { text = Base64URL.encode(bytes) }

    /// By this the database knows it.
    package var digest: Digest { Digest(of: text) }
}

/// Base64 for addresses and cookies, without padding (RFC 4648, 5).
package enum Base64URL {
    package static func encode(_ bytes: [UInt8]) -> String {
        let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
        var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, variant))
        sodium_bin2base64(&text, text.count, bytes, bytes.count, variant)
        return String(decoding: text.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Whether the text is the one form that `encode` gives of some bytes: letters alone, and nought in the bits of the last one that are over.
    static func isCanonical(_ text: String) -> Bool {
        var last: UInt8 = 0
        for letter in text.utf8 {
            guard let value = value(of: letter) else { return false }
            last = value
        }
        switch text.utf8.count % 4 {
        case 1: return false
        case 2: return last & 0b1111 == 0
        case 3: return last & 0b11 == 0
        default: return true
        }
    }

    private static func value(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): letter - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): letter - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): letter - UInt8(ascii: "0") + 52
        case UInt8(ascii: "-"): 62
        case UInt8(ascii: "_"): 63
        default: nil
        }
    }

    /// Nil unless the text is canonical.
    package static func decode(_ text: String) -> [UInt8]? {
        guard isCanonical(text) else { return nil }
        var bytes = [UInt8](repeating: 0, count: text.utf8.count)
        var length = 0
        let status = sodium_base642bin(
            &bytes, bytes.count, text, text.utf8.count, nil, &length, nil, sodium_base64_VARIANT_URLSAFE_NO_PADDING)
        guard status == 0 else { return nil }
        return Array(bytes.prefix(length))
    }
}
