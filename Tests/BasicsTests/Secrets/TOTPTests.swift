import Foundation
import Testing

@testable import Basics

@Suite("One-time codes")
struct TOTPTests {
    private let totp = TOTP(seed: Array("12345678901234567890".utf8))

    @Test(
        "codes are those of RFC 6238, appendix B, in their last six digits",
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"), (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ])
    func vectors(seconds: Int64, code: String) { #expect(totp.code(step: TOTP.step(at: Instant(seconds: seconds))) == code) }

    @Test("HOTP's first ten codes are those of RFC 4226, appendix D")
    func counter() {
        let codes = ["755224", "287082", "359152", "969429", "338314", "254676", "287922", "162583", "399871", "520489"]
        #expect((0..<10).map { totp.code(step: $0) } == codes)
    }

    @Test("oathtool makes the same codes of two hundred seeds", .enabled(if: OtherProgram.isThere("oathtool")))
    func oathtool() throws {
        for index in 0..<200 {
            let totp = TOTP(seed: .random(16 + index % 20))
            let seconds = Int64.random(in: 0...4_000_000_000)
            let code = try OtherProgram.run("oathtool", ["--totp=sha1", "-b", "-N", "@\(seconds)", Base32.encode(totp.seed)])
            #expect(code.trimmingCharacters(in: .newlines) == totp.code(step: TOTP.step(at: Instant(seconds: seconds))))
        }
    }

    @Test("a code is right in its own half minute, the one before and the one after, and in no other")
    func window() {
        let now = Instant(seconds: 1_111_111_111)
        let current = TOTP.step(at: now)
        for offset in -5...5 as ClosedRange<Int64> {
            let step = totp.step(of: totp.code(step: current + offset), at: now, after: nil)
            #expect(step == (abs(offset) <= 1 ? current + offset : nil), "\(offset)")
        }
        #expect(TOTP(seed: .random(20)).step(of: totp.code(step: current), at: now, after: nil) == nil)
        #expect(totp.step(of: totp.code(step: 0), at: Instant(seconds: 0), after: nil) == 0)
    }

    @Test("a code that was used is not right again, nor is an older one")
    func once() {
        let now = Instant(seconds: 1_111_111_111)
        let current = TOTP.step(at: now)
        let code = totp.code(step: current)
        #expect(totp.step(of: code, at: now, after: current - 1) == current)
        #expect(totp.step(of: code, at: now, after: current) == nil)
        #expect(totp.step(of: totp.code(step: current - 1), at: now, after: current) == nil)
        #expect(totp.step(of: totp.code(step: current + 1), at: now, after: current) == current + 1)
    }

    @Test("digits may be Arabic-Indic and stand apart; anything else is no code")
    func reading() {
        let now = Instant(seconds: 59)
        for code in ["287082", " 287 082 ", "287-082", "٢٨٧٠٨٢", "۲۸۷۰۸۲"] { #expect(totp.step(of: code, at: now, after: nil) == 1, "\(code)") }
        for code in ["", "28708", "2870820", "28708a", "+287082", "287082\u{0}", "２８７０８２", "²87082", String(repeating: "2", count: 1_000_000)] {
            #expect(totp.step(of: code, at: now, after: nil) == nil)
        }
    }

    @Test("the address for apps names issuer and account, whatever letters they have")
    func address() throws {
        let address = totp.address(account: "salma@mail.example", issuer: "مطبعة: News & Co")
        let parts = try #require(URLComponents(string: address))
        #expect(parts.scheme == "otpauth" && parts.host == "totp" && parts.path == "/مطبعة  News & Co:salma@mail.example")
        let items = Dictionary(uniqueKeysWithValues: try #require(parts.queryItems).map { ($0.name, $0.value) })
        #expect(
            items == ["secret": "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ", "issuer": "مطبعة  News & Co", "algorithm": "SHA1", "digits": "6", "period": "30"])
        #expect(totp.spelled == "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ")
    }

    @Test("Base32 is RFC 4648's, in one form of each value")
    func base32() {
        let known = ["": "", "f": "MY", "fo": "MZXQ", "foo": "MZXW6", "foob": "MZXW6YQ", "fooba": "MZXW6YTB", "foobar": "MZXW6YTBOI"]
        for (text, code) in known { #expect(Base32.encode(Array(text.utf8)) == code && Base32.decode(code) == Array(text.utf8)) }
        for code in ["MZ", "my", "MY======", "M1", "M", "MY\u{0}", "É"] { #expect(Base32.decode(code) == nil, "\(code)") }
        for _ in 0..<200 {
            let bytes = [UInt8].random(Int.random(in: 0...70))
            #expect(Base32.decode(Base32.encode(bytes)) == bytes)
        }
    }
}
