import Basics
import Testing

@testable import Linguistics

@Suite("Copydesk: catalogue")
struct CatalogueTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let check: CheckInfo
        let example: CheckInfo.Example
        var testDescription: String { "\(check.id) (\(example.language)): \(example.text)" }
    }

    static let cases = Copydesk.catalogue.flatMap { check in check.examples.map { Case(check: check, example: $0) } }

    @Test("every example is marked where its check says, with its fix, or left alone", arguments: cases)
    func examples(of each: Case) {
        guard !Copydesk.unavailable.contains(where: { $0.check == each.check.id && $0.language == each.example.language }) else { return }
        let prose = Prose(plain: each.example.text, language: each.example.language)
        let found = Copydesk(house: each.example.setting.house(each.example.language)).findings(
            in: prose, statements: Attribution.statements(in: prose), context: each.example.setting.context(for: prose))
        let own = found.filter { $0.check == each.check.id }
        guard let said = each.example.said else {
            #expect(own.isEmpty, "\(own.map { prose.text($0.range) })")
            return
        }
        let first = own.first
        #expect(first != nil)
        if !said.isEmpty { #expect(first.map { prose.text($0.range) } == said) }
        if let fix = each.example.fix { #expect(first?.suggestion == fix) }
        #expect(first.map { !$0.message.ar.isEmpty && !$0.message.en.isEmpty && !$0.message.en.contains("{") } ?? true)
    }

    @Test("the built-in list is read; every check has its words, its examples and one id")
    func list() {
        #expect(Catalogue.builtIn.fault == nil)
        let infos = Copydesk.catalogue
        #expect(Set(infos.map(\.id)).count == infos.count)
        for info in infos {
            #expect(!info.title.ar.isEmpty && !info.title.en.isEmpty && !info.explanation.ar.isEmpty && !info.explanation.en.isEmpty, "\(info.id)")
            #expect(info.messages["message"] != nil, "\(info.id)")
        }
    }

    @Test("every check of code and every pattern is in the catalogue, every listed check is one or the other")
    func complete() {
        let listed = Set(Copydesk.catalogue.map(\.id))
        let coded = Set(Catalogue.allChecks.map(\.id))
        let lines = BuiltInFile.lines("copydesk-patterns.tsv")
        let patterns = Set(lines.map { String($0.prefix { $0 != "\t" }) })
        #expect(coded.union(patterns) == listed)
        for line in lines {
            let pattern = WordPattern(line)
            #expect(pattern?.firstWords?.isEmpty == false, "nothing to look it up by: \(line)")
        }
    }

    @Test(
        "every word list that the checks name is there",
        arguments: [
            "en-accepted", "en-prefixes", "en-doubles", "ar-doubles", "en-unfinished", "ar-unfinished", "acronyms", "en-small", "en-capital",
            "en-speech",
            "ar-speech", "ar-accepted", "ar-name-introducers", "link-labels", "en-relative-days", "ar-relative-days", "not-counted", "org-words",
        ])
    func lists(name: String) { #expect(WordLists.list(name).count > 1) }
}
