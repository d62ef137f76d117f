import Basics
import Markup
import Newsroom
import Storage

/// In place of a story that was withdrawn: which it was, why, and when. Its text is gone, its address stays.
struct WithdrawnPage: SitePage {
    let chrome: Chrome
    private let edition: Edition
    private let headline: String

    init(_ tx: Transaction, _ site: Site, _ edition: Edition) throws {
        chrome = try Chrome(tx, site, edition.language)
        self.edition = edition
        headline = try Articles.published(tx, of: edition.id)?.content.headline ?? ""
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { [.work(edition.workID)] }

    var head: Head {
        var head = Head(title: Words.withdrawn[language], description: "", path: .article(language, edition.slug), alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        let date: HTML? = edition.withdrawnAt.map { "<dt>\(Words.withdrawnOn[language])</dt><dd>\(chrome.dateAndClock($0))</dd>" }
        return """
            <div class="notice"><h1>\(Words.withdrawn[language])</h1><div class="text">\
            <p>\(Words.withdrawnStory[language]) \(Words.quoted(headline, language)).</p>\
            <dl class="reason"><dt>\(Words.reason[language])</dt><dd>\(edition.withdrawalReason ?? "")</dd>\(date)</dl>\
            <p><a href="\(SitePath.front(language).text)">\(Words.home[language])</a></p></div></div>
            """
    }
}
