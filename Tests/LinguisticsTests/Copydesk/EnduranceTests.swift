import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: texts of any kind")
struct EnduranceTests {
    @Test(
        "what no newsroom writes comes to an end and breaks nothing", .timeLimit(.minutes(10)),
        arguments: [
            String(repeating: "the quick “brown Fox jumped over 12 dogs, on May 3 ", count: 2_000), String(repeating: "a", count: 2_000_000),
            String(repeating: "“", count: 10_000), String(repeating: "( 12 km (", count: 4_000),
            String(repeating: "\u{202E}وabcو\u{2066}1٢3-", count: 4_000),
            String(repeating: "Mi-8 MI-8 MiG 29 UN-a GNA, ", count: 2_000), String(repeating: "قال ان الى ابن محمد ابن 3 ", count: 3_000),
            String(repeating: "\u{0301}", count: 20_000), String(repeating: "one two three four five six seven\n", count: 2_000), "", "\n\n\r\n",
            String(repeating: String(repeating: "ا", count: 100_000) + "ب ", count: 3),
            "،", "9999999999999999999999999",
            "Monday, February 99999999999, 99999999999999999999", "(", "12 km (", "لم", "the",
        ])
    func strange(text: String) {
        for language in Language.allCases {
            let prose = Prose(plain: text, language: language)
            let findings = Copydesk().findings(in: prose, statements: [])
            #expect(findings.allSatisfy { 0 <= $0.range.lowerBound && $0.range.upperBound <= prose.scalars.count })
        }
    }
}
