import Basics
import Foundation
import Testing

@testable import Newsroom

@Suite("CBOR")
struct CBORTests {
    private func read(_ hex: String) throws -> CBOR { try CBORReader.whole(Fixture.bytes(hex: hex)) }

    @Test("values are those of RFC 8949, appendix A")
    func values() throws {
        let known: [(String, CBOR)] = [
            ("00", .unsigned(0)), ("17", .unsigned(23)), ("1818", .unsigned(24)), ("1903e8", .unsigned(1000)), ("1a000f4240", .unsigned(1_000_000)),
            ("1bffffffffffffffff", .unsigned(.max)), ("20", .negative(0)), ("3863", .negative(99)), ("3bffffffffffffffff", .negative(.max)),
            ("40", .bytes([])), ("4401020304", .bytes([1, 2, 3, 4])), ("60", .text("")), ("62c3bc", .text("ü")), ("64f0908591", .text("𐅑")),
            ("80", .array([])),
            ("8301820203820405", .array([.unsigned(1), .array([.unsigned(2), .unsigned(3)]), .array([.unsigned(4), .unsigned(5)])])),
            ("a0", .map([:])),
            ("a201020304", .map([.unsigned(1): .unsigned(2), .unsigned(3): .unsigned(4)])), ("f4", .bool(false)), ("f5", .bool(true)), ("f6", .null),
            ("a26161016162820203", .map([.text("a"): .unsigned(1), .text("b"): .array([.unsigned(2), .unsigned(3)])])),
        ]
        for (hex, value) in known { #expect(try read(hex) == value, "\(hex)") }
        #expect(CBOR(-7) == .negative(6) && CBOR(-1) == .negative(0) && CBOR(3) == .unsigned(3))
    }

    @Test(
        "what is not well formed, not in shortest form, or of another kind is refused",
        arguments: [
            "", "18", "1817", "1900ff", "1a0000ffff", "1b00000000ffffffff", "1c", "1f", "41", "5801", "580101", "61ff", "62c328", "63eda080", "81",
            "8201", "a1", "a101",
            "a2010201 03", "a201020103", "a14101f6", "a18001", "a1f501", "5f4101ff", "7f6161ff", "9f01ff", "bf0102ff", "ff", "f7", "f800", "f818",
            "f90000", "fa00000000",
            "fb0000000000000000", "c000", "d9d9f700", "0000", "f6f6", "9bffffffffffffffff", "bbffffffffffffffff", "5bffffffffffffffff",
            "7b7fffffffffffffff",
            "9a00010000", "ba00010000",
        ])
    func strange(hex: String) { #expect(throws: PasskeyFault.unreadable.refusal) { try read(hex.replacing(" ", with: "")) } }

    @Test("bombs are refused quickly: deep ones, wide ones, and lengths of what is not there")
    func bombs() {
        let clock = ContinuousClock()
        for unit in [
            [0x81], [0x82, 0x80], [0xA1, 0x01], [0x9B, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF], [0x9A, 0xFF, 0xFF, 0xFF, 0xFF], [0x99, 0x7F, 0xFF],
        ] as [[UInt8]] {
            let bomb = [UInt8](Array(repeating: unit, count: 60_000 / unit.count).joined())
            let time = clock.measure { #expect(throws: PasskeyFault.unreadable.refusal) { try CBORReader.whole(bomb) } }
            #expect(time < .milliseconds(500), "\(unit)")
        }
        let large = [UInt8](repeating: 0xF6, count: 50_000_000)
        #expect(clock.measure { #expect(throws: Refusal.self) { try CBORReader.whole(large) } } < .milliseconds(100))
        #expect(throws: Never.self) { try CBORReader.whole([0x99, 0xEA, 0x60] + [UInt8](repeating: 0xF6, count: 60_000)) }
    }

    @Test("twenty thousand random inputs are read or refused, and nothing else")
    func random() throws {
        let whole = try CBORReader.whole(SoftAuthenticator().attestationObject)
        #expect(whole["fmt"] == .text("none"))
        for index in 0..<20_000 {
            let device = SoftAuthenticator()
            var bytes = index.isMultiple(of: 2) ? device.attestationObject : device.attested
            for _ in 0..<Int.random(in: 1...4) { bytes[Int.random(in: bytes.indices)] = .random(in: 0...255) }
            bytes.removeLast(Int.random(in: 0...bytes.count) / 8)
            if index.isMultiple(of: 5) { bytes = .random(Int.random(in: 0...40)) }
            do { _ = try CBORReader.whole(bytes) } catch { #expect(error == PasskeyFault.unreadable.refusal) }
            do { _ = try AuthenticatorData(bytes) } catch {
                #expect(error == PasskeyFault.unreadable.refusal || error == PasskeyFault.unsupported.refusal)
            }
        }
    }
}
