import Basics
import HTTPTypes
import Markup
import Newsroom
import Storage

/// An article, with nothing on it that is not the article's.
struct ArticlePage: SitePage {
    let chrome: Chrome
    private let view: ArticleView
    private let votingIsClosed: Bool
    private let statements: ArticleStatementsHTML
    /// Whether it is shown to those who write it, as readers would see it, in a frame of the desk.
    private let isPreview: Bool

    /// With a text that is not published, a preview of it. Nil when the edition has nothing published.
    init?(_ tx: Transaction, _ site: Site, _ edition: Edition, previewing revision: Revision? = nil) throws {
        guard let view = try Articles.view(tx, edition, showing: revision) else { return nil }
        self.view = view
        isPreview = revision != nil
        votingIsClosed = try Votes.isClosed(tx, view.work.id)
        chrome = try Chrome(tx, site, edition.language)
        statements = try ArticleStatementsHTML(tx, edition, view.content, chrome)
    }

    private var language: Language { chrome.language }
    private var edition: Edition { view.edition }
    private var content: Content { view.content }
    private var section: LocalName? { chrome.tree[id: view.work.sectionID]?.names[language] }
    private var path: SitePath { .article(language, edition.slug) }
    private var summary: String { content.standfirst.isEmpty ? content.body.excerpt(characters: 220) : content.standfirst }

    /// A new story may be a better next read than those chosen, so the page does not stand for ever.
    var lifetime: Duration? { .seconds(600) }

    var tags: Set<CacheTag> {
        var tags = view.checkAlso.tags.union(statements.tags)
        tags.insert(.work(view.work.id))
        tags.formUnion(view.topics.map { .topic($0.id) })
        tags.formUnion(view.byline.map { .person($0.id) })
        tags.formUnion(view.pictures.keys.map { .media($0) })
        return tags
    }

    var trail: Trail? {
        let sections = view.work.sectionID.map { chrome.tree.path(to: $0) } ?? []
        let steps = sections.compactMap { section in
            section.names[language].map { Trail.Step(title: $0.name, path: .section(language, $0.slug)) }
        }
        return Trail(
            steps: [Trail.Step(title: Words.home[language], path: .front(language))] + steps + [Trail.Step(title: content.headline, path: path)])
    }

    private var alternates: [(Language, SitePath)] {
        [(language, path)] + [view.translation].compactMap(\.self).map { ($0.language, .article($0.language, $0.slug)) }
    }

    var fields: HTTPFields {
        isPreview
            ? [.contentSecurityPolicy: SecurityHeaders.policy(isFramed: true)] : Memento(chrome: chrome, slug: edition.slug).fieldsOfOriginal
    }

    var head: Head {
        var head = Head(
            title: content.searchTitle.isEmpty ? content.headline : content.searchTitle,
            description: content.searchDescription.isEmpty ? summary : content.searchDescription, path: path, alternates: alternates, kind: "article")
        (head.isAlive, head.isIndexed) = (!isPreview, !isPreview)
        if let variant = view.picture?.fallback {
            head.image = (
                chrome.origin + variant.address.path, variant.width, variant.height, view.picture?.texts[language]?.alt ?? ""
            )
        }
        if let published = edition.publishedAt {
            head.properties.append(("article:published_time", chrome.face.civil(published).rfc3339))
            head.properties.append(("article:modified_time", chrome.face.civil(edition.updatedAt ?? published).rfc3339))
        }
        if let section { head.properties.append(("article:section", section.name)) }
        head.properties += view.topics.compactMap { topic in topic.names[language].map { ("article:tag", $0.name) } }
        head.structured = [structured, trail?.structured(chrome)].compactMap(\.self)
        return head
    }

    /// schema.org NewsArticle.
    private var structured: HTML {
        let authors = view.byline.map { person in
            JSON.object([
                ("@type", .text("Person")), ("name", .text(person.name(in: language))),
                ("url", .text(chrome.absolute(.person(language, person.slug)))),
            ])
        }
        let moment = { (instant: Instant?) in instant.map { JSON.text(chrome.face.civil($0).rfc3339) } }
        return HTML(
            json: JSON.object([
                ("@context", .text("https://schema.org")), ("@type", .text("NewsArticle")), ("headline", .text(content.headline)),
                ("description", summary.isEmpty ? nil : .text(summary)), ("inLanguage", .text(language.rawValue)),
                ("mainEntityOfPage", .text(chrome.absolute(path))), ("datePublished", moment(edition.publishedAt)),
                ("dateModified", moment(edition.updatedAt ?? edition.publishedAt)), ("author", authors.isEmpty ? nil : .list(authors)),
                ("image", image), ("articleSection", section.map { .text($0.name) }),
                ("keywords", keywords), ("correction", CorrectionsHTML(corrections: view.corrections, chrome: chrome).structured),
                ("publisher", .object([("@type", .text("NewsMediaOrganization")), ("name", .text(chrome.name))])),
                (
                    "workTranslation",
                    view.translation.map { edition in
                        .object([
                            ("@type", .text("NewsArticle")), ("inLanguage", .text(edition.language.rawValue)),
                            ("url", .text(chrome.absolute(.article(edition.language, edition.slug)))),
                        ])
                    }
                ),
            ]).text)
    }

    private var image: JSON? { view.picture?.fallback.map { .list([.text(chrome.origin + $0.address.path)]) } }

    private var keywords: JSON? {
        let names = view.topics.compactMap { $0.names[language]?.name }
        return names.isEmpty ? nil : .list(names.map(JSON.text))
    }

    var main: HTML {
        """
        <article class="article"><header>\(label)<h1>\(content.headline)</h1>\(standfirst)</header>\
        <div class="about">\(byline)\(dates)\(translation)\(SaveHTML(language: language, slug: edition.slug).html)</div>\(opening)\
        <div class="text">\(StoryHTML(story: content.body.opened(by: content.dateline), pictures: view.pictures, chrome: chrome, places: statements.places).html)</div>\
        \(statements.html)\
        \(CorrectionsHTML(corrections: view.corrections, chrome: chrome).html)\
        <footer>\(VoteHTML(language: language, slug: edition.slug, isClosed: votingIsClosed).html)\(topics)\(ShareLinks(title: content.headline, url: chrome.absolute(path), language: language).html)</footer>\
        \(CheckAlsoHTML(stories: view.checkAlso, chrome: chrome).html)</article>
        """
    }

    private var label: HTML? {
        section.map { "<p class=\"label\"><a href=\"\(SitePath.section(language, $0.slug).text)\">\($0.name)</a></p>" }
    }

    private var standfirst: HTML? { content.standfirst.isEmpty ? nil : "<p class=\"standfirst\">\(content.standfirst)</p>" }

    private var byline: HTML? { Byline(people: view.byline, chrome: chrome).html.map { "<p>\($0)</p>" } }

    private var dates: HTML? {
        guard let published = edition.publishedAt ?? (isPreview ? chrome.now : nil) else { return nil }
        let updated: HTML? = edition.updatedAt.flatMap { updated in
            updated > published ? "<span>\(Words.updated[language]) \(chrome.dateAndClock(updated))</span>" : nil
        }
        return "<p class=\"dates\"><span>\(Words.published[language]) \(chrome.dateAndClock(published))</span>\(updated)\(history)</p>"
    }

    /// To what stood here before, where something did.
    private var history: HTML? {
        guard view.publications > 1 else { return nil }
        return "<span><a href=\"\(SitePath.history(language, edition.slug).text)\">\(HistoryWords.earlier[language])</a></span>"
    }

    private var translation: HTML? {
        guard chrome.face.languages.count > 1 else { return nil }
        guard let other = view.translation else { return "<p class=\"edition\">\(Words.noTranslation[language])</p>" }
        return "<p class=\"edition\">\(Words.translation[language]) \(EditionLink(edition: other, kind: .article).html)</p>"
    }

    private var opening: HTML? {
        guard let item = view.picture, !content.body.opens(with: item.id) else { return nil }
        let texts = item.texts[language] ?? MediaTexts()
        let isUpright = item.height ?? 0 > item.width ?? 0
        let picture = PictureHTML(item: item, alt: texts.alt, sizes: "(min-width: 64em) 57rem, 100vw", isFirst: true).html
        return picture.map { "<figure class=\"opening\(isUpright ? " upright" : "")\">\($0)\(caption(texts))</figure>" }
    }

    private func caption(_ texts: MediaTexts) -> HTML? {
        let credit: HTML? = texts.credit.isEmpty ? nil : "<span class=\"credit\">\(texts.credit)</span>"
        return texts.caption.isEmpty && credit == nil ? nil : "<figcaption>\(texts.caption) \(credit)</figcaption>"
    }

    private var topics: HTML? {
        let items = view.topics.compactMap { topic in
            topic.names[language].map { "<li><a href=\"\(SitePath.topic(language, $0.slug).text)\" rel=\"tag\">\($0.name)</a></li>" as HTML }
        }
        guard !items.isEmpty else { return nil }
        let title = Words.topics[language]
        return "<section class=\"topics\" aria-labelledby=\"topics\"><h2 id=\"topics\">\(title)</h2><ul class=\"chips\">\(items)</ul></section>"
    }
}

extension Story {
    /// The text with its dateline before its first words.
    fileprivate func opened(by dateline: String) -> Story {
        guard !dateline.isEmpty, case .paragraph(var line)? = blocks.first else { return self }
        line.inlines.insert(contentsOf: [.strong([.text(dateline)]), .text(" — ")], at: 0)
        return Story([.paragraph(line)] + blocks.dropFirst())
    }

    /// Whether the text itself begins with this picture, so that it is not shown twice.
    fileprivate func opens(with id: ID<MediaItem>) -> Bool {
        if case .figure(let figure)? = blocks.first { figure.picture.source == .media(id.rawValue) } else { false }
    }
}

/// A link to a work's edition in another language, in that language's words.
struct EditionLink: Sendable {
    let edition: Edition
    let kind: Work.Kind

    var html: HTML {
        let language = edition.language
        let path = kind == .page ? SitePath.page(language, edition.slug) : .article(language, edition.slug)
        return """
            <a href="\(path.text)" hreflang="\(language.rawValue)" lang="\(language.rawValue)" \
            dir="\(language.direction.rawValue)">\(language.ownName)</a>
            """
    }
}
