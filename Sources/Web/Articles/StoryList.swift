import Basics
import Markup
import Newsroom

/// A list of stories with the way to newer and older ones.
struct StoryList: Sendable {
    let page: ResultPage<Teaser>
    let chrome: Chrome
    /// The address of the list's page of this number.
    let path: @Sendable (Int) -> SitePath
    var showsSection = true
    var showsByline = true
    let empty: Phrase

    /// How many stories stand on one page.
    static let size = 20

    var html: HTML {
        let language = chrome.language
        guard !page.items.isEmpty else {
            return """
                <div class="empty"><p>\(empty[language])</p>\
                <p><a href="\(SitePath.front(language).text)">\(Words.readLatest[language])</a></p></div>
                """
        }
        let items = page.items.map { story -> HTML in
            let card = StoryCard(
                teaser: story, chrome: chrome, place: .row, level: 2, showsSection: showsSection, showsByline: showsByline)
            return "<li>\(card.html)</li>"
        }
        return """
            <div class="listing"><ol class="stories">\(items)</ol>\
            \(PageLinks(number: page.number, hasNext: page.hasNext, chrome: chrome) { path($0).text }.html)</div>
            """
    }
}

/// The way through a list of several pages.
struct PageLinks: Sendable {
    let number: Int
    let hasNext: Bool
    let chrome: Chrome
    /// The address of the page of that number.
    let path: @Sendable (Int) -> String

    /// Nil when there is only one.
    var html: HTML? {
        guard number > 1 || hasNext else { return nil }
        let language = chrome.language
        let newer: HTML? = number > 1 ? "<a rel=\"prev\" href=\"\(path(number - 1))\">\(Words.newer[language])</a>" : nil
        let older: HTML? = hasNext ? "<a rel=\"next\" href=\"\(path(number + 1))\">\(Words.older[language])</a>" : nil
        let shown = [1, number - 1, number, number + (hasNext ? 1 : 0)].filter { $0 >= 1 }
        let numbers = shown.enumerated().filter { !shown[..<$0.offset].contains($0.element) }.map(\.element)
        let items = numbers.enumerated().map { index, page -> HTML in
            let gap: HTML? = index > 0 && page - numbers[index - 1] > 1 ? "<li><span>…</span></li>" : nil
            let mark: HTML = page == number ? " aria-current=\"page\"" : ""
            let label = "\(Words.page[language]) \(chrome.digits.write(page))"
            return "\(gap)<li><a href=\"\(path(page))\"\(mark) aria-label=\"\(label)\">\(chrome.digits.write(page))</a></li>"
        }
        return "<nav class=\"pages\" aria-label=\"\(Words.pages[language])\">\(newer)<ol>\(items)</ol>\(older)</nav>"
    }
}
