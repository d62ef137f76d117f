import Basics
import Markup
import Newsroom
import Storage

/// A page of forms for readers: a title, what there is to know, and what can be done.
struct ReaderPage: SitePage {
    let chrome: Chrome
    let path: ReaderPath
    let title: Phrase
    /// What has just been done.
    var news: Phrase?
    var content: HTML
    /// Whether the same page stands in the other language: that of a dead link does not.
    var hasTwin = true
    var scripts: [PageScript]

    init(
        _ tx: Transaction, _ site: Site, _ language: Language, _ path: ReaderPath, _ title: Phrase, news: Phrase? = nil, content: HTML,
        scripts: [PageScript] = []
    ) throws {
        chrome = try Chrome(tx, site, language)
        self.path = path
        self.title = title
        self.news = news
        self.content = content
        self.scripts = scripts
    }

    var tags: Set<CacheTag> { [] }

    var head: Head {
        var head = Head(
            title: title[chrome.language], description: "", path: .reader(chrome.language, path),
            alternates: hasTwin ? chrome.face.languages.map { ($0, .reader($0, path)) } : [])
        head.isIndexed = false
        head.scripts = scripts
        return head
    }

    /// What lies below the account leads back to it.
    var trail: Trail? {
        guard path.rawValue.hasPrefix("account/") else { return nil }
        let language = chrome.language
        return Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)),
            Trail.Step(title: ReaderWords.account[language], path: .reader(language, .account)),
            Trail.Step(title: title[language], path: .reader(language, path)),
        ])
    }

    var main: HTML {
        let status: HTML? = news.map { "<p class=\"news\" role=\"status\">\($0[chrome.language])</p>" }
        return "<div class=\"notice reader\"><h1>\(title[chrome.language])</h1>\(status)\(content)</div>"
    }
}
