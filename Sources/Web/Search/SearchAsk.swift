import Basics
import Hummingbird
import Newsroom

/// What a reader asks for, as its address has it.
struct SearchAsk: Sendable {
    let language: Language
    var text: String
    let scope: Language?
    let range: SearchRange
    let number: Int

    init(_ request: Request, _ language: Language) {
        self.language = language
        text = String((request.query("q") ?? "").prefix(SearchQuery.longestText))
        scope = request.query("in").flatMap(Language.init(rawValue:))
        range = SearchRange(
            section: request.query("section"), author: request.query("by"), speaker: request.query("said-by"), from: request.query("from"),
            to: request.query("to"))
        number = request.query("page").flatMap { Int($0) }.map { max(1, $0) } ?? 1
    }

    func path(_ number: Int) -> SitePath { .search(language, query: text, in: scope, within: range, page: number) }
}
