import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: texts of any kind")
struct EnduranceTests {
    private func seconds(_ text: String, _ language: Language) -> Double {
        let prose = Prose(plain: text, language: language)
        let start = ContinuousClock.now
        _ = Copydesk().findings(in: prose, statements: [])
        let spent = start.duration(to: .now).components
        return Double(spent.seconds) + Double(spent.attoseconds) / 1e18
    }

    @Test(
        "what no newsroom writes takes seconds at most and breaks nothing",
        arguments: [
            String(repeating: "the quick “brown Fox jumped over 12 dogs, on May 3 ", count: 10_000), String(repeating: "a", count: 2_000_000),
            String(repeating: "“", count: 50_000), String(repeating: "( 12 km (", count: 20_000),
            String(repeating: "\u{202E}وabcو\u{2066}1٢3-", count: 20_000),
            String(repeating: "Mi-8 MI-8 MiG 29 UN-a GNA, ", count: 10_000), String(repeating: "قال ان الى ابن محمد ابن 3 ", count: 15_000),
            String(repeating: "\u{0301}", count: 100_000), String(repeating: "one two three four five six seven\n", count: 10_000), "", "\n\n\r\n",
            "،", "9999999999999999999999999",
            "Monday, February 99999999999, 99999999999999999999", "(", "12 km (", "لم", "the",
        ])
    func strange(text: String) {
        for language in Language.allCases { #expect(seconds(text, language) < 20) }
    }
}
