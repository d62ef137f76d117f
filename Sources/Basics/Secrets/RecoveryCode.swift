/// A code that stands in for a second factor once, when the phone is lost. The database keeps its digest: from 112 bits of randomness on a plain SHA-256 is enough,
/// without salt or Argon2id (look-up secrets in NIST SP 800-63B-4, 3.1.2.2), and these have 120.
package struct RecoveryCode: Hashable, Sendable {
    /// 24 letters in four groups, as in `7KMQ2P-X9TBD1-0HJ4RN-VWC8E3`.
    package let text: String
    private let letters: [UInt8]

    /// How many an account is given.
    package static let count = 10
    private static let size = 24
    private static let group = 6
    /// Crockford's Base32: no I, L, O, U.
    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// Ten new ones.
    package static func fresh() -> [RecoveryCode] { (0..<count).map { _ in RecoveryCode(random: .random(size)) } }

    /// A code of 24 bytes of randomness, of which five bits each count.
    init(random: [UInt8]) { self.init(letters: random.prefix(Self.size).map { Self.alphabet[Int($0 & 31)] }) }

    /// A code as someone types it: in any case, with blanks or hyphens anywhere, `o` for zero, `i` and `l` for one. Nil for what can be none.
    package init?(_ written: String) {
        guard written.utf8.count <= 256 else { return nil }
        var letters: [UInt8] = []
        for scalar in written.uppercased().unicodeScalars {
            switch scalar.value {
            case 0x660...0x669, 0x6F0...0x6F9: letters.append(UInt8(0x30 + scalar.value % 16))
            case 0x4F: letters.append(0x30)
            case 0x49, 0x4C: letters.append(0x31)
            case 0x09, 0x0A, 0x0D, 0x20, 0xA0, 0x2D, 0x2010...0x2015: continue
            case 0x30...0x5A where Self.alphabet.contains(UInt8(scalar.value)): letters.append(UInt8(scalar.value))
            default: return nil
            }
        }
        guard letters.count == Self.size else { return nil }
        self.init(letters: letters)
    }

    private init(letters: [UInt8]) {
        self.letters = letters
        text = stride(from: 0, to: letters.count, by: Self.group).map {
            String(decoding: letters[$0..<min($0 + Self.group, letters.count)], as: UTF8.self)
        }
        .joined(separator: "-")
    }

    /// By this the database knows it.
    package var digest: Digest { Digest(of: letters) }
}
