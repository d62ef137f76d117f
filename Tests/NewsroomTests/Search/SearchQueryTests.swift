import Newsroom
import Testing

@Suite("Reading a search query")
struct SearchQueryTests {
    @Test("words, phrases and exclusions are told apart")
    func itWorks() {
        let query = SearchQuery("port \"old city\" -fire «سوق الحوت» -“bad news” MiG-29")
        #expect(query.wanted == [["port"], ["old", "city"], ["سوق", "الحوت"], ["mig", "29"]])
        #expect(query.unwanted == [["fire"], ["bad", "news"]])
    }

    @Test("nothing to look for is an empty query", arguments: ["", "   ", "\"\"", "-", "--", "- -", "\"", "*", "«»", "-fire", "?!", "\u{200F}"])
    func empty(text: String) {
        #expect(SearchQuery(text).isEmpty)
    }

    @Test("a quotation mark that is not closed still finds its words")
    func open() {
        #expect(SearchQuery("\"old city").wanted == [["old", "city"]])
        #expect(SearchQuery("old\"city").wanted == [["old"], ["city"]])
    }

    @Test("a hyphen inside a word excludes nothing")
    func hyphen() {
        #expect(SearchQuery("al-Jufra - base").wanted == [["al", "jufra"], ["base"]])
        #expect(SearchQuery("al-Jufra - base").unwanted == [])
    }

    @Test("a long query is read only so far")
    func long() {
        #expect(SearchQuery(String(repeating: "word ", count: 10_000)).wanted.count == 48)
        #expect(SearchQuery(String(repeating: "w", count: 65_536)).wanted.first?.first?.count == 64)
    }

    @Test("a copied sentence wishes for what stands in its quotation marks, and a written query insists on it")
    func copied() {
        #expect(SearchQuery("140 students open «fourth talent» camp").terms.allSatisfy { !$0.isQuoted })
        #expect(SearchQuery("students «fourth talent»").terms.map(\.isQuoted) == [false, true])
        #expect(SearchQuery("140 students open \"fourth talent\" camp").terms.count { $0.isQuoted } == 1)
        let whole = SearchQuery("\"The council: \"We open the port -today, and all who work there will come back\" said the mayor\"")
        #expect(whole.terms.allSatisfy { !$0.isQuoted } && whole.unwanted == [] && whole.wanted.contains(["today"]))
    }
}
