import Testing

@testable import Basics

@Suite("Recovery codes")
struct RecoveryCodeTests {
    @Test("ten are given, all different, in readable groups, and each reads back")
    func fresh() {
        let codes = (0..<100).flatMap { _ in RecoveryCode.fresh() }
        #expect(codes.count == 1000 && Set(codes).count == 1000 && Set(codes.map(\.digest)).count == 1000)
        for code in codes {
            #expect(code.text.wholeMatch(of: /[0-9A-HJKMNP-TV-Z]{6}(-[0-9A-HJKMNP-TV-Z]{6}){3}/) != nil)
            #expect(RecoveryCode(code.text) == code)
        }
        #expect(Set(codes.flatMap { $0.text }).count == 33)
    }

    @Test("it is read in any case, with blanks, hyphens or none, and with letters that look like digits")
    func forgiving() {
        let code = RecoveryCode(random: [UInt8](0..<24))
        #expect(code.text == "012345-6789AB-CDEFGH-JKMNPQ")
        for written in [
            "012345-6789AB-CDEFGH-JKMNPQ", "0123456789abcdefghjkmnpq", " o l 2 3 4 56789 abcde fghjk mnpq\n", "OI2345–6789AB–CDEFGH–JKMNPQ",
            "٠١٢٣٤٥ ٦٧٨٩AB CDEFGH JKMNPQ",
        ] { #expect(RecoveryCode(written)?.digest == code.digest, "\(written)") }
    }

    @Test(
        "what is none is none",
        arguments: [
            "", "012345-6789AB-CDEFGH-JKMNP", "012345-6789AB-CDEFGH-JKMNPQR", "012345-6789AB-CDEFGH-JKMNPU", "012345-6789AB-CDEFGH-JKMNPß",
            "012345_6789AB_CDEFGH_JKMNPQ",
        ])
    func strange(text: String) {
        #expect(RecoveryCode(text) == nil)
        #expect(RecoveryCode(text + String(repeating: "-", count: 1_000_000)) == nil)
    }
}
