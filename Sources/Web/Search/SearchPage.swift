import Basics
import Markup
import Newsroom
import Storage

/// What a search found.
struct SearchPage: SitePage {
    let chrome: Chrome
    private let text: String
    private let scope: Language?
    private let results: ResultPage<Search.Hit>

    init(_ tx: Transaction, _ site: Site, _ language: Language, text: String, scope: Language?, number: Int) throws {
        chrome = try Chrome(tx, site, language)
        self.text = text
        self.scope = scope
        let languages = scope.map { [$0] } ?? chrome.face.languages
        results = try Search.find(tx, SearchQuery(text), languages, number: number, size: StoryList.size)
    }

    private var language: Language { chrome.language }
    private var path: @Sendable (Int) -> SitePath {
        { [language, text, scope] in .search(language, query: text, in: scope, page: $0) }
    }

    var tags: Set<CacheTag> { Set(Language.allCases.map { .latest($0) }) }

    var hasSearch: Bool { true }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: text.isEmpty ? Words.search[language] : Words.results(for: text, language), description: "", path: path(results.number),
            alternates: chrome.face.languages.map { ($0, .search($0, query: text, in: scope, page: 1)) })
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <header class="page-head"><h1>\(Words.search[language])</h1>\(form)</header>\(found)
        """
    }

    private var form: HTML {
        let choices = chrome.face.languages.map { other -> HTML in
            let name: HTML = "<span lang=\"\(other.rawValue)\" dir=\"\(other.direction.rawValue)\">\(other.ownName)</span>"
            return "<label><input type=\"radio\" name=\"in\" value=\"\(other.rawValue)\"\(scope == other ? " checked" : "")> \(name)</label>"
        }
        return """
            <form class="search-page" role="search" action="\(SitePath.search(language).text)" \
            aria-label="\(Words.search(chrome.name, language))"><div class="search">\
            <label class="aside-text" for="search">\(Words.search(chrome.name, language))</label>\
            <input id="search" type="search" name="q" value="\(text)" autocomplete="off" maxlength="200"><button>\(Words.search[language])</button></div>\
            <fieldset><legend>\(Words.language[language])</legend>\
            <label><input type="radio" name="in" value=""\(scope == nil ? " checked" : "")> \(Words.allLanguages[language])</label>\(choices)</fieldset></form>
            """
    }

    private var found: HTML {
        if SearchQuery(text).isEmpty { return "<div class=\"empty\"><p>\(Words.searchHint[language])</p></div>" }
        guard !results.items.isEmpty else {
            let advice = Words.searchAdvice.map { "<li>\($0[language])</li>" as HTML }
            return """
                <div class="empty" role="status"><p><strong>\(Words.nothing(for: text, language))</strong></p><ul>\(advice)</ul></div>
                """
        }
        return """
            <p class="result-count" role="status">\(Words.results(for: text, language))</p>\
            <div class="listing"><ol class="stories">\(results.items.map { SearchHitHTML(hit: $0, chrome: chrome).html })</ol>\
            \(PageLinks(number: results.number, hasNext: results.hasNext, chrome: chrome) { path($0).text }.html)</div>
            """
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
        return """
            <li><article class="story row text-only"><div class="words">\(label)\
            <h2\(own)><a href="\(hit.path.text)">\(marked(hit.headline))</a></h2>\
            <p class="standfirst"\(own)>\(hit.snippet.isCutBefore ? "… " : "")\(marked(hit.snippet))\(hit.snippet.isCutAfter ? " …" : "")</p>\
            <p class="facts">\(chrome.dateAndClock(hit.publishedAt))\(button)</p></div></article></li>
            """
    }

    /// Pages are found too, and not saved.
    private var button: HTML? {
        guard case .article(let story, let slug) = hit.path else { return nil }
        return SaveButton(language: chrome.language, story: story, slug: slug, headline: hit.headline.parts.map(\.text).joined()).html
    }

    private func marked(_ snippet: Snippet) -> [HTML] {
        snippet.parts.map { $0.isMatch ? "<mark>\($0.text)</mark>" : "\($0.text)" }
    }
}
