import Testing

@testable import Newsroom

@Suite("Snippets")
struct SnippetTests {
    @Test("the first match is shown with the words around it")
    func itWorks() {
        let text = (1...100).map { "word\($0)" }.joined(separator: " ")
        let snippet = Snippet(of: text, SearchQuery("word50"))
        #expect(snippet.parts.filter(\.isMatch).map(\.text) == ["word50"])
        #expect(snippet.parts.map(\.text).joined() == (44...75).map { "word\($0)" }.joined(separator: " "))
        #expect(snippet.isCutBefore && snippet.isCutAfter)
    }

    @Test("vowelled words are marked whole, as they were written")
    func marks() {
        let snippet = Snippet(whole: "قال «مُحَمَّدٌ» اليوم", SearchQuery("محمد"))
        #expect(snippet.parts.map(\.text) == ["قال «", "مُحَمَّدٌ", "» اليوم"])
        #expect(snippet.parts.map(\.isMatch) == [false, true, false])
    }

    @Test("without a match the beginning is shown, and an empty text stays empty")
    func none() {
        let snippet = Snippet(of: (1...50).map(String.init).joined(separator: " "), SearchQuery("port"))
        #expect(snippet.parts.map(\.text) == [(1...32).map(String.init).joined(separator: " ")] && !snippet.isCutBefore && snippet.isCutAfter)
        #expect(Snippet(of: "", SearchQuery("port")).parts.map(\.text) == [""])
    }
}
