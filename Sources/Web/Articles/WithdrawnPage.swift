import Basics
import Markup
import Newsroom
import Storage

/// In place of a story that was withdrawn: which it was, why, and when. Its text is gone, its address stays.
struct WithdrawnPage: SitePage {
    let chrome: Chrome
    private let edition: Edition
    private let kind: Work.Kind
    private let headline: String

    init(_ tx: Transaction, _ site: Site, _ edition: Edition) throws {
        chrome = try Chrome(tx, site, edition.language)
        self.edition = edition
        kind = try Articles.work(tx, edition.workID)?.kind ?? .article
        headline = try Articles.published(tx, of: edition.id)?.content.headline ?? ""
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { [.work(edition.workID)] }

    var head: Head {
        var head = Head(title: Words.withdrawn[language], description: "", path: .article(language, edition.slug), alternates: [])
        head.isIndexed = false
        return head
    }

    /// What became of it and when: the history of a story stays, its texts do not.
    private var history: HTML? {
        guard kind == .article else { return nil }
        return "<p><a href=\"\(SitePath.history(language, edition.slug).text)\">\(HistoryWords.title[language])</a></p>"
    }

    var main: HTML {
        let date: HTML? = edition.withdrawnAt.map { "<dt>\(Words.withdrawnOn[language])</dt><dd>\(chrome.dateAndClock($0))</dd>" }
        return """
            <div class="notice"><h1>\(Words.withdrawn[language])</h1><div class="text">\
            <p>\(Words.withdrawnStory[language]) \(Words.quoted(headline, language)).</p>\
            <dl class="reason"><dt>\(Words.reason[language])</dt><dd>\(edition.withdrawalReason ?? "")</dd>\(date)</dl>\(history)\
            <p><a href="\(SitePath.front(language).text)">\(Words.home[language])</a></p></div></div>
            """
    }
}
