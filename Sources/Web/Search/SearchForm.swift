import Basics
import Markup
import Newsroom

/// The field to search from, in the masthead and on the page of a missing address.
struct SearchForm: Sendable {
    let chrome: Chrome
    let id: HTML
    let query: String

    static let icon: HTML = """
        <svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><circle cx="10.5" cy="10.5" r="6.5"/><path d="M15.5 15.5 21 21"/></svg>
        """

    var html: HTML {
        let language = chrome.language
        return """
            <form class="search" role="search" action="\(SitePath.search(language).text)">\
            <label class="aside-text" for="\(id)">\(Words.search(chrome.name, language))</label>\
            <input id="\(id)" type="search" name="q" value="\(query)" placeholder="\(Words.search[language])" autocomplete="off" maxlength="200">\
            <button aria-label="\(Words.search[language])">\(Self.icon)</button></form>
            """
    }
}
