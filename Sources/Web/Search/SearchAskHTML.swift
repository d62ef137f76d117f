import Basics
import Markup
import Newsroom

/// The form of the search page: the words, the language, and which part of the archive.
struct SearchAskHTML: Sendable {
    let ask: SearchAsk
    let chrome: Chrome

    private var language: Language { chrome.language }

    var html: HTML {
        """
        <form class="search-page" role="search" action="\(SitePath.search(language).text)" \
        aria-label="\(Words.search(chrome.name, language))" data-results="found"><div class="search">\
        <label class="aside-text" for="search">\(Words.search(chrome.name, language))</label>\
        <input id="search" type="search" name="q" value="\(ask.text)" dir="auto" autocomplete="off" maxlength="200">\
        <button>\(Words.search[language])</button></div>\(languages)\(parts)</form>
        """
    }

    private var languages: HTML {
        let choices = chrome.face.languages.map { other -> HTML in
            let name: HTML = "<span lang=\"\(other.rawValue)\" dir=\"\(other.direction.rawValue)\">\(other.ownName)</span>"
            return "<label><input type=\"radio\" name=\"in\" value=\"\(other.rawValue)\"\(ask.scope == other ? " checked" : "")> \(name)</label>"
        }
        return """
            <fieldset><legend>\(Words.language[language])</legend>\
            <label><input type="radio" name="in" value=""\(ask.scope == nil ? " checked" : "")> \(Words.allLanguages[language])</label>\(choices)</fieldset>
            """
    }

    private var parts: HTML {
        let sections = chrome.tree.sections.compactMap { section -> HTML? in
            section.names[language].map { DeskFields.option($0.slug.text, $0.name, ask.range.section == $0.slug) }
        }
        return """
            <details\(ask.range.isWhole ? "" : " open")><summary>\(SearchWords.narrow[language])</summary><div class="parts">\
            <label>\(SearchWords.section[language]) <select name="section"><option value="">\(SearchWords.allSections[language])</option>\(sections)</select></label>\
            <label>\(SearchWords.author[language]) <input name="by" value="\(ask.range.author)" dir="auto" maxlength="100"></label>\
            <label>\(SearchWords.speaker[language]) <input name="said-by" value="\(ask.range.speaker)" dir="auto" maxlength="100"></label>\
            <label>\(SearchWords.from[language]) <input type="date" name="from" value="\(ask.range.from)"></label>\
            <label>\(SearchWords.to[language]) <input type="date" name="to" value="\(ask.range.to)"></label></div></details>
            """
    }
}
