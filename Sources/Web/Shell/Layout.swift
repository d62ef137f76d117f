import Basics
import Markup
import Newsroom

/// The newspaper around a page: head, masthead, sections, foot.
struct Layout: Sendable {
    let page: any SitePage
    /// Who is logged in, on pages that are one reader's own.
    var reader: Reader?

    /// An archive of many years may have a hundred sections: below the masthead stand the first of them, at the foot of the page all.
    private static let mostSections = 14

    private var chrome: Chrome { page.chrome }
    private var language: Language { chrome.language }

    var html: HTML {
        """
        <!doctype html>
        <html lang="\(language.rawValue)" dir="\(language.direction.rawValue)">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        \(HeadTags(head: page.head, chrome: chrome).html)</head>
        <body\(bodyClass)>
        <a class="skip" href="#main">\(Words.skip[language])</a>
        \(page.navigation.map(deskMasthead) ?? masthead)\(page.navigation == nil ? sections : nil)\(page.trail?.html(language))<main id="main" tabindex="-1">
        \(page.main)
        </main>
        \(page.listsStories ? SaveButton.form(language) : nil)\(page.navigation == nil ? footer : nil)</body>
        </html>

        """
    }

    private var bodyClass: HTML { page.isFront ? "" : page.navigation == nil ? " class=\"inner\"" : " class=\"at-desk\"" }

    /// Above the pages of those who work here: the newsroom's name, the ways through the desk, whose it is.
    private func deskMasthead(_ navigation: HTML) -> HTML {
        """
        <header class="desk-masthead"><a class="name" href="\(SitePath.front(language).text)">\(chrome.assets.logoImage)<span>\(chrome.name)</span></a>
        \(navigation)<div class="tools">\(account)\(languageSwitch)\
        \(ButtonForm(action: SitePath.reader(language, .logOut).text, words: ReaderWords.logOut, language: language).html)</div></header>

        """
    }

    private var masthead: HTML {
        let tag: HTML = page.isFront ? "h1" : "div"
        let tagline: HTML? = chrome.face.taglines[language].map { "<p class=\"tagline\">\($0)</p>\n" }
        let date = chrome.face.civil(chrome.now)
        return """
            <header class="masthead">
            <\(tag) class="nameplate"><a href="\(SitePath.front(language).text)">\(chrome.assets.logoImage)<span>\(chrome.name)</span></a></\(tag)>
            \(tagline)<p class="today"><time datetime="\(date.rfc3339.prefix(10))">\(DateWords.fullDate(date, language, chrome.digits))</time></p>
            <div class="tools">\(page.hasSearch ? nil : SearchForm(chrome: chrome, id: "q", query: "").html)\(account)\(languageSwitch)</div>
            </header>

            """
    }

    /// One link for those who are logged in and those who are not: a page that is the same for all learns the name from the script.
    private var account: HTML {
        let name = reader.flatMap { $0.name.isEmpty ? nil : $0.name } ?? ReaderWords.masthead[language]
        let known: HTML = reader == nil ? "" : " data-reader"
        return "<a class=\"account\" href=\"\(SitePath.reader(language, .account).text)\"\(known)><bdi>\(name)</bdi></a>"
    }

    /// To this page in the other language, or to the other front page.
    private var languageSwitch: HTML? {
        guard chrome.face.languages.contains(language.other) else { return nil }
        let other = language.other
        let path = page.head.alternates.first { $0.0 == other }?.1 ?? .front(other)
        return """
            <a class="language" href="\(path.text)" hreflang="\(other.rawValue)" lang="\(other.rawValue)" dir="\(other.direction.rawValue)">\
            \(other.ownName)</a>
            """
    }

    private var sections: HTML? {
        let items = sectionLinks(current: page.trail?.steps.dropFirst().first?.path).prefix(Self.mostSections)
        guard !items.isEmpty else { return nil }
        return "<nav class=\"sections\" aria-label=\"\(Words.sections[language])\"><ul>\(Array(items))</ul></nav>\n"
    }

    private func sectionLinks(current: SitePath?) -> [HTML] {
        chrome.tree.top(in: language).compactMap { section in
            section.names[language].map { name in
                let path = SitePath.section(language, name.slug)
                let isHere = path == page.trail?.steps.last?.path
                let mark: HTML = isHere && current != nil ? " aria-current=\"page\"" : path == current ? " aria-current=\"true\"" : ""
                return "<li><a href=\"\(path.text)\"\(mark)>\(name.name)</a></li>"
            }
        }
    }

    private var footer: HTML {
        let links = sectionLinks(current: nil)
        let pages = chrome.pages.map { "<li><a href=\"\($0.path.text)\">\($0.title)</a></li>" as HTML }
        let feed: HTML = "<li><a href=\"\(SitePath.feed(language).text)\" type=\"application/rss+xml\">\(Words.feeds[language])</a></li>"
        let corrections: HTML = "<li><a href=\"\(SitePath.corrections(language, page: 1).text)\">\(CorrectionWords.title[language])</a></li>"
        let speakers: HTML = "<li><a href=\"\(SitePath.speakers(language, page: 1).text)\">\(StatementWords.speakers[language])</a></li>"
        let languages = chrome.face.languages.map { other -> HTML in
            """
            <li><a href="\(SitePath.front(other).text)" hreflang="\(other.rawValue)" lang="\(other.rawValue)" dir="\(other.direction.rawValue)">\
            \(other.ownName)</a></li>
            """
        }
        let sections: HTML? = links.isEmpty ? nil : Self.column(Words.sections[language], links, kind: " class=\"long\"")
        let tagline = chrome.face.taglines[language].map { " · " + $0 } ?? ""
        return """
            <footer class="footer">
            <nav class="columns" aria-label="\(Words.footer[language])">
            \(sections)\(Self.column(chrome.name, pages + [corrections, speakers, feed]))\
            \(Self.column(Words.languages[language], languages))</nav>
            <p class="imprint">© \(chrome.digits.write(chrome.face.civil(chrome.now).year)) \(chrome.name)\(tagline)</p>
            </footer>

            """
    }

    private static func column(_ title: String, _ items: [HTML], kind: HTML = "") -> HTML {
        "<div><h2>\(title)</h2><ul\(kind)>\(items)</ul></div>\n"
    }
}
