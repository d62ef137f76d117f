import Basics
import Markup
import Newsroom

/// The lists of the desk: what waits for whom, and how far it is.
struct BoardHTML: Sendable {
    let chrome: Chrome
    let tray: Board.Tray
    let filter: Board.Filter
    let page: ResultPage<Board.Line>
    let counts: [Board.Tray: Int]
    let staff: [Reader]
    let mayWrite: Bool

    private var language: Language { chrome.language }

    var html: HTML { "\(trays)\(filters)\(list)\(pages)\(keys)" }

    private var trays: HTML {
        let items = Board.Tray.allCases.map { other -> HTML in
            let count: HTML? = counts[other].map { " <span class=\"count\">\(chrome.digits.write($0))</span>" }
            let current: HTML = other == tray ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(address(other))\"\(current)>\(DeskWords.tray(other)[language])\(count)</a></li>"
        }
        return "<nav class=\"trays\" aria-label=\"\(DeskWords.trays[language])\"><ul>\(items)</ul></nav>"
    }

    private var filters: HTML {
        """
        <form class="filters" method="get" action="\(SitePath.desk(language, .home(.mine)).text)" role="search">\
        <input type="hidden" name="tray" value="\(tray.rawValue)">\
        <div class="field"><label for="f-q">\(DeskWords.find[language])</label>\
        <input id="f-q" name="q" type="search" value="\(filter.words)" dir="auto" maxlength="200"></div>\
        \(DeskFields.languages(chrome, chosen: filter.language))\
        \(DeskFields.sections(chrome, chosen: filter.section, any: DeskWords.everySection))\
        \(DeskFields.people(chrome, staff, chosen: filter.person))<p><button>\(DeskWords.show[language])</button></p></form>
        """
    }

    private var list: HTML {
        guard !page.items.isEmpty else {
            let begin: HTML? =
                mayWrite ? " <a href=\"\(SitePath.desk(language, .newStory).text)\">\(DeskWords.newStory[language])</a>" : nil
            return "<p class=\"empty\">\(DeskWords.empty(tray)[language])\(begin)</p>"
        }
        return "<ul class=\"stories\">\(page.items.map(line))</ul>"
    }

    private func line(_ line: Board.Line) -> HTML {
        let written = line.edition.language
        let headline = line.headline.isEmpty ? DeskWords.noHeadline[language] : line.headline
        let section = chrome.tree[id: line.sectionID].flatMap { $0.names[language]?.name ?? $0.names[language.other]?.name }
        let facts: [HTML?] = [
            "<span lang=\"\(written.rawValue)\" dir=\"\(written.direction.rawValue)\">\(written.ownName)</span>",
            section.map { "<bdi>\($0)</bdi>" }, state(line),
            line.assigned.isEmpty ? nil : "\(DeskWords.assigned[language]): \(names(line.assigned.map(\.called)))",
            "\(DeskWords.saved[language]) \(chrome.dateAndClock(line.savedAt))\(line.author.isEmpty ? "" : " · ")<bdi>\(line.author)</bdi>",
            line.present.isEmpty
                ? nil : "<strong class=\"here\">\(DeskWords.here[language]): \(names(line.present))</strong>",
        ]
        return """
            <li><h2 lang="\(written.rawValue)" dir="\(written.direction.rawValue)"><a href="\(SitePath.desk(language, .story(line.edition.id)).text)">\
            \(headline)</a></h2><p class="facts">\(facts.compactMap(\.self).map { "<span>\($0)</span>" as HTML })</p></li>
            """
    }

    private func names(_ names: [String]) -> HTML { DeskFields.names(names, language) }

    private func state(_ line: Board.Line) -> HTML {
        let edition = line.edition
        var states = ["<span class=\"state \(edition.visibility.rawValue)\">\(DeskWords.visibility(edition.visibility)[language])</span>" as HTML]
        if edition.visibility != .published || line.hasNewerText {
            states.append("<span class=\"state \(edition.workflow.rawValue)\">\(DeskWords.workflow(edition.workflow)[language])</span>")
        }
        if let moment = edition.scheduledAt { states.append(chrome.dateAndClock(moment)) }
        return states.joined(separator: " ")
    }

    private func address(_ tray: Board.Tray, page: Int = 1) -> String {
        var parts = ["tray=\(tray.rawValue)"]
        if !filter.words.isEmpty { parts.append("q=\(URLComponent.encode(filter.words))") }
        if let language = filter.language { parts.append("language=\(language.rawValue)") }
        if let section = filter.section { parts.append("section=\(section)") }
        if let person = filter.person { parts.append("person=\(person)") }
        if page > 1 { parts.append("page=\(page)") }
        return SitePath.desk(language, .home(.mine)).text + "?" + parts.joined(separator: "&")
    }

    /// The keys that the script answers to; without it there are none.
    private var keys: HTML {
        let keys = [
            ("j", DeskWords.keyNext), ("k", DeskWords.keyBefore), ("/", DeskWords.keyFind), ("n", DeskWords.keyNew), ("1–9", DeskWords.keyTray),
        ]
        let rows = keys.filter { mayWrite || $0.0 != "n" }.map { key, words -> HTML in
            "<div><dt><kbd>\(key)</kbd></dt><dd>\(words[language])</dd></div>"
        }
        return
            "<details class=\"board-keys\" hidden><summary>\(DeskWords.keys[language]) <kbd>?</kbd></summary><dl class=\"file-facts\">\(rows)</dl></details>"
    }

    private var pages: HTML? {
        PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { [self] in address(tray, page: $0) }.html
    }
}
