import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage

/// A page that is no news: about, privacy.
struct StaticPage: SitePage {
    let chrome: Chrome
    private let view: ArticleView
    /// Those of the privacy policy; nil on any other page.
    private let versions: PolicyVersions?
    private let isPreview: Bool

    /// Nil when the edition has nothing published.
    ///
    /// With a text that is not published, a preview of it in a frame of the desk.
    init?(_ tx: Transaction, _ site: Site, _ edition: Edition, previewing revision: Revision? = nil) throws {
        guard let view = try Articles.view(tx, edition, showing: revision) else { return nil }
        self.view = view
        isPreview = revision != nil
        versions = try PolicyVersions(tx, site, edition)
        chrome = try Chrome(tx, site, edition.language)
    }

    private var language: Language { chrome.language }
    private var path: SitePath { .page(language, view.edition.slug) }

    var fields: HTTPFields { isPreview ? [.contentSecurityPolicy: SecurityHeaders.policy(isFramed: true)] : [:] }

    var tags: Set<CacheTag> { Set(view.pictures.keys.map { .media($0) }).union([.work(view.work.id)]) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)), Trail.Step(title: view.content.headline, path: path),
        ])
    }

    var head: Head {
        var head = Head(
            title: view.content.searchTitle.isEmpty ? view.content.headline : view.content.searchTitle,
            description: view.content.searchDescription.isEmpty ? view.content.body.excerpt(characters: 200) : view.content.searchDescription,
            path: path, alternates: [(language, path)] + [view.translation].compactMap(\.self).map { ($0.language, .page($0.language, $0.slug)) })
        (head.isAlive, head.isIndexed) = (!isPreview, !isPreview)
        head.structured = [trail?.structured(chrome)].compactMap(\.self)
        return head
    }

    var main: HTML {
        let content = view.content
        let changed = view.edition.updatedAt ?? view.edition.publishedAt
        let date: HTML? = changed.map { "<p class=\"facts\"><span>\(Words.updated[language]) \(chrome.date($0))</span></p>" }
        let standfirst: HTML? = content.standfirst.isEmpty ? nil : "<p class=\"description\">\(content.standfirst)</p>"
        return """
            <article class="prose"><header class="page-head"><h1>\(content.headline)</h1>\(standfirst)\(date)</header>\
            <div class="text">\(StoryHTML(story: content.body, pictures: view.pictures, chrome: chrome).html)</div>\
            \(versions?.list(chrome))</article>
            """
    }
}
