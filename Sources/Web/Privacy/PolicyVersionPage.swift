import Basics
import Markup
import Newsroom
import Storage

/// A version of the privacy policy as it was when it was in force.
struct PolicyVersionPage: SitePage {
    let chrome: Chrome
    private let versions: PolicyVersions
    private let version: Publication
    private let until: Instant?
    private let content: Content
    private let pictures: [ID<MediaItem>: MediaItem]

    /// Nil when there is no such version.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, _ number: Int) throws {
        guard let versions = try PolicyVersions(tx, site, language, slug), let found = versions.find(number),
            let revision = try Articles.revision(tx, found.version.revisionID)
        else { return nil }
        chrome = try Chrome(tx, site, language)
        self.versions = versions
        (version, until) = found
        content = revision.content
        pictures = try Media.items(tx, content.media)
    }

    private var language: Language { chrome.language }
    private var path: SitePath { .version(language, versions.edition.slug, version.number) }
    private var name: String { "\(PolicyWords.version[language]) \(chrome.digits.write(version.number))" }

    var tags: Set<CacheTag> { Set(pictures.keys.map { .media($0) }).union([.work(versions.edition.workID)]) }
    var trail: Trail? { versions.trail(content.headline, name, path) }

    var head: Head {
        var head = Head(title: "\(content.headline) — \(name)", description: "", path: path, alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        let current = SitePath.page(language, versions.edition.slug).text
        let state: HTML =
            until.map { until in
                """
                \(PolicyWords.wasInForce[language]) \(chrome.date(version.publishedAt)) \(PolicyWords.until[language]) \(chrome.date(until)). \
                <a href="\(current)">\(PolicyWords.toCurrent[language])</a>
                """
            } ?? "\(PolicyWords.isInForce[language]) \(chrome.date(version.publishedAt))."
        let standfirst: HTML? = content.standfirst.isEmpty ? nil : "<p class=\"description\">\(content.standfirst)</p>"
        return """
            <article class="prose"><header class="page-head"><p class="label">\(name)</p><h1>\(content.headline)</h1>\(standfirst)</header>\
            <p class="news">\(state)</p>\
            <div class="text">\(StoryHTML(story: content.body, pictures: pictures, chrome: chrome).html)</div>\
            \(versions.list(chrome, current: version.number))</article>
            """
    }
}
