import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage

/// All that the public has seen of an article, as a list.
struct ArticleHistoryPage: SitePage {
    let history: ArticleHistory

    var chrome: Chrome { history.chrome }
    var tags: Set<CacheTag> { history.tags }
    var trail: Trail? { history.trail() }

    var head: Head {
        let language = chrome.language
        var head = Head(
            title: "\(HistoryWords.title[language]): \(history.headline)", description: HistoryWords.lead[language],
            path: .history(language, history.edition.slug), alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <div class="prose"><header class="page-head"><h1>\(HistoryWords.title[chrome.language])</h1>\
        <p class="description">\(HistoryWords.lead[chrome.language])</p></header><h2>\(history.headline)</h2>\(history.list())</div>
        """
    }
}

/// An article as it stood at some time.
struct MementoPage: SitePage {
    let history: ArticleHistory
    private let publication: Publication
    private let until: Instant?
    private let content: Content
    private let pictures: [ID<MediaItem>: MediaItem]

    /// Nil when there is no such text.
    init?(_ tx: Transaction, _ history: ArticleHistory, _ number: Int) throws {
        guard let found = history.find(number), let revision = try Articles.revision(tx, found.publication.revisionID) else { return nil }
        self.history = history
        (publication, until) = found
        content = revision.content
        pictures = try Media.items(tx, content.media)
    }

    var chrome: Chrome { history.chrome }
    private var language: Language { chrome.language }
    private var slug: Slug { history.edition.slug }
    private var path: SitePath { .memento(language, slug, publication.number) }

    var tags: Set<CacheTag> { Set(pictures.keys.map { .media($0) }).union(history.tags) }
    var trail: Trail? { history.trail(Trail.Step(title: history.name(publication.number), path: path)) }
    var fields: HTTPFields { Memento(chrome: chrome, slug: slug).fields(of: publication) }

    var head: Head {
        var head = Head(title: "\(content.headline) — \(history.name(publication.number))", description: "", path: path, alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        let state: HTML =
            until.map { until in
                """
                \(HistoryWords.stoodHere[language]) \(chrome.dateAndClock(publication.publishedAt)) \(HistoryWords.until[language]) \(chrome.dateAndClock(until)). \
                <a href="\(SitePath.article(language, slug).text)">\(HistoryWords.toCurrent[language])</a>
                """
            } ?? "\(HistoryWords.standsHere[language]) \(chrome.dateAndClock(publication.publishedAt))."
        let standfirst: HTML? = content.standfirst.isEmpty ? nil : "<p class=\"description\">\(content.standfirst)</p>"
        return """
            <article class="prose"><header class="page-head"><p class="label">\(history.name(publication.number))</p><h1>\(content.headline)</h1>\(standfirst)</header>\
            <p class="news">\(state)</p>\
            <div class="text">\(StoryHTML(story: content.body, pictures: pictures, chrome: chrome).html)</div>\
            \(history.section(current: publication.number))</article>
            """
    }
}

/// What is new in a text of an article since an earlier one.
struct MementoChangesPage: SitePage {
    let history: ArticleHistory
    private let (old, new): (Publication, Publication)
    private let changes: [TextChange]

    /// Nil when there is no such text, or it is not the later one.
    init?(_ tx: Transaction, _ history: ArticleHistory, _ number: Int, since earlier: Int) throws {
        guard earlier < number, let new = history.find(number)?.publication, let old = history.find(earlier)?.publication,
            let before = try Articles.revision(tx, old.revisionID)?.content, let after = try Articles.revision(tx, new.revisionID)?.content
        else { return nil }
        self.history = history
        (self.old, self.new) = (old, new)
        changes = TextChange.between(before, after)
    }

    var chrome: Chrome { history.chrome }
    private var language: Language { chrome.language }
    private var path: SitePath { .mementoChanges(language, history.edition.slug, new.number, since: old.number) }

    var tags: Set<CacheTag> { history.tags }
    var trail: Trail? { history.trail(Trail.Step(title: CorrectionWords.whatChanged[language], path: path)) }

    var head: Head {
        var head = Head(title: "\(CorrectionWords.whatChanged[language]): \(history.headline)", description: "", path: path, alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <article class="prose"><header class="page-head"><h1>\(CorrectionWords.whatChanged[language])</h1>\
        <p class="description">\(history.headline)</p></header><p class="news">\(side(new)) \(HistoryWords.against[language]) \(side(old)).</p>\
        <div class="text changes">\(ChangesHTML(changes: changes, language: language).html)</div>\(history.section())</article>
        """
    }

    private func side(_ one: Publication) -> HTML {
        """
        <a href="\(SitePath.memento(language, history.edition.slug, one.number).text)">\(history.name(one.number))</a> \
        (\(chrome.dateAndClock(one.publishedAt)))
        """
    }
}
