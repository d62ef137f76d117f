import Testing

@testable import Newsroom

@Suite("Snippets")
struct SnippetTests {
    @Test("the first match is shown with the words around it")
    func itWorks() {
        let text = (1...100).map { "word\($0)" }.joined(separator: " ")
        let snippet = of(text, "word50")
        #expect(snippet.parts.filter(\.isMatch).map(\.text) == ["word50"])
        #expect(snippet.parts.map(\.text).joined() == (44...75).map { "word\($0)" }.joined(separator: " "))
        #expect(snippet.isCutBefore && snippet.isCutAfter)
    }

    @Test("vowelled words are marked whole, as they were written")
    func marks() {
        let snippet = of(whole: "قال «مُحَمَّدٌ» اليوم", "محمد")
        #expect(snippet.parts.map(\.text) == ["قال «", "مُحَمَّدٌ", "» اليوم"])
        #expect(snippet.parts.map(\.isMatch) == [false, true, false])
    }

    @Test("without a match the beginning is shown, and an empty text stays empty")
    func none() {
        let snippet = of((1...50).map(String.init).joined(separator: " "), "port")
        #expect(snippet.parts.map(\.text) == [(1...32).map(String.init).joined(separator: " ")] && !snippet.isCutBefore && snippet.isCutAfter)
        #expect(of("", "port").parts.map(\.text) == [""])
    }

    @Test("where all the words stand together goes before where the first of them does")
    func together() {
        let text =
            "port " + (1...100).map { "word\($0)" }.joined(separator: " ") + " port strike " + (101...900).map { "word\($0)" }.joined(separator: " ")
        #expect(of(text, "port strike").parts.filter(\.isMatch).map(\.text) == ["port", "strike"])
    }

    private func of(_ text: String, _ query: String) -> Snippet {
        var terms = SnippetTerms(SearchQuery(query))
        return Snippet(of: text, &terms)
    }

    private func of(whole text: String, _ query: String) -> Snippet {
        var terms = SnippetTerms(SearchQuery(query))
        return Snippet(whole: text, &terms)
    }
}
