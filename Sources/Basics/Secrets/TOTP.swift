import CCrypto
import Foundation

/// One-time codes of an authenticator app (RFC 6238 over RFC 4226): HMAC-SHA-1, six digits, a new code every 30 seconds. These are the values that every app
/// knows; SHA-1 is not weak as it is used here (RFC 6238, 1.2).
package struct TOTP: Sendable {
    package let seed: [UInt8]

    /// In seconds.
    package static let period: Int64 = 30
    package static let digits = 6
    /// 160 bits, as RFC 4226, 4 recommends.
    package static let seedSize = 20

    /// With a seed of its own, when none is given.
    package init(seed: [UInt8] = .random(seedSize)) { self.seed = seed }

    /// The number of the 30 seconds that a moment is in.
    package static func step(at now: Instant) -> Int64 { max(0, now.seconds / period) }

    /// The step that a code belongs to, or nil when it is not right now. The step before this one and the one after are let in, for slow typing and for clocks
    /// that differ; a step up to `lastStep` is not, so that a code that was seen is used once (RFC 6238, 5.2). The caller keeps the step it is given, in one
    /// statement that only ever raises it.
    package func step(of code: String, at now: Instant, after lastStep: Int64?) -> Int64? {
        guard let given = Self.read(code) else { return nil }
        let current = Self.step(at: now)
        var found: Int64?
        // All three are always compared: time does not tell which was right.
        for step in [current - 1, current, current + 1] where step >= 0 {
            let isRight = Array(self.code(step: step).utf8).isSame(as: given)
            if isRight, step > lastStep ?? -1, found == nil { found = step }
        }
        return found
    }

    /// The code of one step.
    package func code(step: Int64) -> String {
        let counter = withUnsafeBytes(of: UInt64(bitPattern: step).bigEndian, Array.init)
        var digest = [UInt8](repeating: 0, count: 20)
        var length: UInt32 = 0
        // An empty key is never given to libcrypto as a null pointer.
        let key = seed.isEmpty ? [0] : seed
        guard HMAC(EVP_sha1(), key, Int32(key.count), counter, counter.count, &digest, &length) != nil, length == 20 else { return "" }
        let offset = Int(digest[19] & 0x0F)
        let number = digest[offset..<offset + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// What an app reads from the QR code (Key URI Format of Google Authenticator). `account` and `issuer` are shown in the app.
    package func address(account: String, issuer: String) -> String {
        let issuer = Self.encoded(issuer.replacing(":", with: " "))
        let account = Self.encoded(account.replacing(":", with: " "))
        return
            "otpauth://totp/\(issuer):\(account)?secret=\(Base32.encode(seed))&issuer=\(issuer)&algorithm=SHA1&digits=\(Self.digits)&period=\(Self.period)"
    }

    /// The seed to be typed by hand, in groups of four.
    package var spelled: String {
        let letters = Array(Base32.encode(seed))
        return stride(from: 0, to: letters.count, by: 4).map { String(letters[$0..<min($0 + 4, letters.count)]) }.joined(separator: " ")
    }

    /// Six digits, Arabic-Indic and Persian ones too, with blanks and hyphens between them left out.
    private static func read(_ code: String) -> [UInt8]? {
        guard code.utf8.count <= 64 else { return nil }
        var digits: [UInt8] = []
        for scalar in code.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: digits.append(UInt8(0x30 + scalar.value % 16))
            case 0x20, 0xA0, 0x2D: continue
            default: return nil
            }
        }
        return digits.count == Self.digits ? digits : nil
    }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: encoded.unicodeScalars.append(Unicode.Scalar(byte))
            default: encoded += "%" + Digest(trusted: [byte]).hex.uppercased()
            }
        }
        return encoded
    }
}
