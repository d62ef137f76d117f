import Basics
import Foundation
import Testing

@testable import Linguistics

@Suite("Copydesk: report")
struct ReportTests {
    private func report(_ text: String, source: String? = nil) -> CheckReport {
        let prose = Prose(plain: text)
        return CheckReport([.init(path: "a b.txt", prose: prose, source: source, findings: Copydesk().findings(in: prose, statements: []))])
    }

    @Test("a finding stands at its line and column, with its level, words and id")
    func text() {
        let lines = report("First line.\r\nHe left the the room.\n").text(.en).split(separator: "\n")
        #expect(lines.first == "a b.txt:2:9: warning: “the the”: the word stands twice. [doubled-word]")
        #expect(lines.last == "errors: 0, warnings: 1, suggestions: 0")
        #expect(report("He left the the room.").text(.ar).contains("تنبيه"))
    }

    @Test("a place in Markdown or HTML is that of the file")
    func source() throws {
        let source = "<h2>A “heading”</h2>\n<p class=\"the the\">He &amp; she</p>\n<p>left <em>the</em>\n<b>the</b> room.</p>"
        let report = report("A “heading”\nHe & she\nleft the the room.", source: source)
        let entry = try #require(report.files.first?.entries.first)
        #expect(entry.line == 3 && entry.column == 13 && entry.endLine == 4, "\(entry)")
    }

    @Test("JSON has one record for a finding")
    func json() throws {
        let written = try report("He left the the room.").json(.en)
        let files = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [[String: Any]])
        let finding = try #require((files.first?["findings"] as? [[String: Any]])?.first)
        #expect(finding["check"] as? String == "doubled-word" && finding["column"] as? Int == 9 && finding["suggestion"] as? String == "the")
    }

    @Test("SARIF names its version, its rules, and for each result a rule, a region and the replacement")
    func sarif() throws {
        let written = try report("He left the the room.").sarif(.en, version: "1.0")
        let log = try #require(try JSONSerialization.jsonObject(with: Data(written.utf8)) as? [String: Any])
        #expect(log["version"] as? String == "2.1.0")
        let run = try #require((log["runs"] as? [[String: Any]])?.first)
        let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
        let rules = try #require(driver["rules"] as? [[String: Any]])
        let result = try #require((run["results"] as? [[String: Any]])?.first)
        let index = try #require(result["ruleIndex"] as? Int)
        #expect(rules[index]["id"] as? String == "doubled-word" && result["ruleId"] as? String == "doubled-word")
        let place = try #require(((result["locations"] as? [[String: Any]])?.first?["physicalLocation"]) as? [String: Any])
        #expect((place["artifactLocation"] as? [String: Any])?["uri"] as? String == "a%20b.txt")
        #expect((place["region"] as? [String: Any])?["startColumn"] as? Int == 9)
        #expect((result["fixes"] as? [[String: Any]])?.count == 1)
    }
}
