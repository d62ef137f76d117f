import CSodium

/// SHA-256 (FIPS 180-4) of bytes or text.
package struct Digest: Hashable, Sendable {
    package let bytes: [UInt8]

    /// A digest read back from the database.
    package init(trusted bytes: [UInt8]) { self.bytes = bytes }

    package init(of data: [UInt8]) {
        var hash = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&hash, data, UInt64(data.count))
        bytes = hash
    }

    package init(of text: String) {
        self.init(of: Array(text.utf8))
    }

    /// 64 hexadecimal digits.
    package var hex: String {
        var text = ""
        text.reserveCapacity(bytes.count * 2)
        for byte in bytes {
            text.unicodeScalars.append(Digest.digits[Int(byte >> 4)])
            text.unicodeScalars.append(Digest.digits[Int(byte & 15)])
        }
        return text
    }

    private static let digits = Array("0123456789abcdef".unicodeScalars)
}
