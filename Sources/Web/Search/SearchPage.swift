import Basics
import Markup
import Newsroom
import Storage

/// What a search found.
struct SearchPage: SitePage {
    let chrome: Chrome
    private let ask: SearchAsk
    private let results: ResultPage<Search.Hit>
    private let suggestion: String?

    init(_ tx: Transaction, _ site: Site, _ ask: SearchAsk) throws {
        chrome = try Chrome(tx, site, ask.language)
        self.ask = ask
        let languages = ask.scope.map { [$0] } ?? chrome.face.languages
        if let filter = try ask.range.filter(tx, chrome.tree, ask.language, chrome.face) {
            let answer = try Search.answer(tx, ask.text, languages, filter, number: ask.number, size: StoryList.size)
            (results, suggestion) = (answer.page, answer.suggestion)
        } else {
            (results, suggestion) = (ResultPage(fetched: [], number: ask.number, size: StoryList.size), nil)
        }
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { Set(Language.allCases.map { .latest($0) }) }

    var hasSearch: Bool { true }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: ask.text.isEmpty ? Words.search[language] : Words.results(for: ask.text, language), description: "",
            path: ask.path(results.number),
            alternates: chrome.face.languages.map { ($0, .search($0, query: ask.text, in: ask.scope, page: 1)) })
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <header class="page-head"><h1>\(Words.search[language])</h1>\(SearchAskHTML(ask: ask, chrome: chrome).html)</header>\
        <div id="found">\(found)</div>
        """
    }

    private var found: HTML {
        if SearchQuery(ask.text).isEmpty { return "<div class=\"empty\"><p>\(Words.searchHint[language])</p></div>" }
        guard !results.items.isEmpty else {
            let advice = Words.searchAdvice.map { "<li>\($0[language])</li>" as HTML }
            return """
                <div class="empty" role="status"><p><strong>\(Words.nothing(for: ask.text, language))</strong></p>\(suggested)<ul>\(advice)</ul></div>
                """
        }
        return """
            <p class="result-count" role="status">\(Words.results(for: ask.text, language))</p>\(suggested)\
            <div class="listing"><ol class="stories">\(results.items.map { SearchHitHTML(hit: $0, chrome: chrome).html })</ol>\
            \(PageLinks(number: results.number, hasNext: results.hasNext, chrome: chrome) { ask.path($0).text }.html)</div>
            """
    }

    /// What may have been meant, as a link that asks for it.
    private var suggested: HTML? {
        suggestion.map { text in
            var other = ask
            other.text = text
            return "<p class=\"suggestion\">\(SearchWords.didYouMean[language]) <a href=\"\(other.path(1).text)\"><bdi>\(text)</bdi></a></p>"
        }
    }
}

/// One result, in the direction of its own language.
struct SearchHitHTML: Sendable {
    let hit: Search.Hit
    let chrome: Chrome

    var html: HTML {
        let own: HTML = hit.language == chrome.language ? "" : " lang=\"\(hit.language.rawValue)\" dir=\"\(hit.language.direction.rawValue)\""
        let label: HTML? = chrome.tree[id: hit.sectionID]?.names[chrome.language].map {
            "<p class=\"label\"><a href=\"\(SitePath.section(chrome.language, $0.slug).text)\">\($0.name)</a></p>"
        }
        let byName: HTML? = hit.isByName ? "<span class=\"by-name\">\(SearchWords.byName[chrome.language])</span> " : nil
        return """
            <li><article class="story row text-only"><div class="words">\(label)\
            <h2\(own)><a href="\(hit.path.text)">\(marked(hit.headline))</a></h2>\
            <p class="standfirst"\(own)>\(hit.snippet.isCutBefore ? "… " : "")\(marked(hit.snippet))\(hit.snippet.isCutAfter ? " …" : "")</p>\
            <p class="facts">\(byName)\(chrome.dateAndClock(hit.publishedAt))\(button)</p></div></article></li>
            """
    }

    /// Pages are found too, and not saved.
    private var button: HTML? {
        guard case .article(let story, let slug) = hit.path else { return nil }
        return SaveButton(language: chrome.language, story: story, slug: slug, headline: hit.headline.parts.map(\.text).joined()).html
    }

    /// A mark is a stretch of its own for the order of directions: a Latin name marked in an Arabic line keeps its letters in order.
    private func marked(_ snippet: Snippet) -> [HTML] {
        snippet.parts.map { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" }
    }
}
