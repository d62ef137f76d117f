import Basics
import Markup
import Newsroom
import Storage

/// What was taken out of a collection, for putting it back.
struct TakenItem: Sendable {
    let item: SavedItem
    /// As in `en/the-slug`.
    let story: String
}

/// A collection: its owner's to look after, others' to read.
struct CollectionPage: SitePage {
    let chrome: Chrome
    private let view: CollectionView
    private let links: LinkKey
    /// The link it is looked at by.
    private let link: Token?
    /// What the owner has chosen about her reading history; nil for others.
    private let keepsHistory: Bool?
    private let news: Phrase?
    var taken: TakenItem?
    /// Whether something has just been taken out.
    var isChanged = false
    var refusal: Refusal?
    /// A note that was refused, as it was typed.
    var draft: (item: String, note: String)?

    init(
        _ tx: Transaction, _ site: Site, _ language: Language, _ view: CollectionView, link: Token? = nil, keepsHistory: Bool? = nil,
        news: Phrase? = nil
    ) throws {
        guard view.items.number == 1 || !view.items.items.isEmpty else { throw Missing() }
        chrome = try Chrome(tx, site, language)
        self.view = view
        links = site.links
        self.link = link
        self.keepsHistory = keepsHistory
        self.news = news
    }

    private var language: Language { chrome.language }
    private var collection: ReaderCollection { view.collection }
    private var isHistory: Bool { collection.kind == .history }
    private var title: String { collection.title(language) }

    private func path(_ language: Language, page: Int = 1) -> SitePath {
        link.map { .shared(language, $0, page: page) } ?? .collection(language, collection.address, page: page)
    }

    var tags: Set<CacheTag> { [] }
    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: title, description: collection.description, path: path(language, page: view.items.number),
            alternates: chrome.face.languages.map { ($0, path($0)) })
        // Readers' words are not the newspaper's: search engines list none of them under its name.
        head.isIndexed = false
        if collection.visibility == .public { head.feed = (title, .collectionPart(language, collection.address, .feed)) }
        if view.isOwn, collection.sorting == .byHand { head.scripts = [.collection] }
        return head
    }

    var main: HTML {
        """
        <header class="page-head collection-head"><div><p class="label">\(owner)</p><h1><bdi>\(title)</bdi></h1>\(description)\(facts)</div>\(cover)</header>\
        \(status)\(isHistory ? historyForm : sortForm)\(list)
        """
    }

    private var owner: HTML {
        if view.isOwn { return "<a href=\"\(SitePath.reader(language, .collections).text)\">\(CollectionWords.title[language])</a>" }
        return view.ownerName.isEmpty ? "\(CollectionWords.byReader[language])" : "\(CollectionWords.by[language]) <bdi>\(view.ownerName)</bdi>"
    }

    private var description: HTML? {
        collection.description.isEmpty ? nil : "<p class=\"description typed\" dir=\"auto\">\(collection.description)</p>"
    }

    private var facts: HTML {
        let part = { (part: CollectionPart) in SitePath.collectionPart(language, collection.address, part).text }
        let badge: HTML? =
            view.isOwn && collection.kind == .own ? "<span class=\"badge\">\(CollectionWords.badge(collection.visibility)[language])</span>" : nil
        let edit: HTML? = view.isOwn && collection.kind == .own ? "<a href=\"\(part(.edit))\">\(CollectionWords.edit[language])</a>" : nil
        let feed: HTML? =
            collection.visibility == .public
            ? "<a href=\"\(part(.feed))\" type=\"application/rss+xml\">\(CollectionWords.feed[language])</a>" : nil
        let count = CollectionWords.stories.text(view.count, in: language, digits: chrome.digits)
        return "<p class=\"facts\"><span>\(count)</span>\(badge)\(edit)\(feed)</p>"
    }

    private var cover: HTML? {
        guard let item = view.cover, collection.kind == .own else { return nil }
        let picture = PictureHTML(item: item, alt: "", sizes: "(min-width: 40em) 15rem, 100vw", isFirst: true, isCropped: true).html
        return picture.map { "<div class=\"picture cover\">\($0)</div>" }
    }

    private var status: HTML? {
        if let refusal { return "<p class=\"refusal\" role=\"alert\">\(refusal.words[language])</p>" }
        if isChanged {
            let words = CollectionWords.removed(from: collection.titleInText(language))[language]
            let undo: HTML? = taken.map {
                UndoForm(
                    action: .collectionPart(language, collection.address, .items), collection: collection.address, item: $0.item, language: language,
                    story: $0.story
                ).html
            }
            return "<div class=\"news undo\"><p role=\"status\">\(words)</p>\(undo)</div>"
        }
        return news.map { "<p class=\"news\" role=\"status\">\($0[language])</p>" }
    }

    /// In which order she sees it; others see what she chose.
    private var sortForm: HTML? {
        guard view.isOwn, view.count > 1 else { return nil }
        let buttons = ReaderCollection.Sorting.allCases.map { sorting -> HTML in
            let pressed: HTML = sorting == collection.sorting ? "true" : "false"
            return
                "<button name=\"sorting\" value=\"\(sorting.rawValue)\" aria-pressed=\"\(pressed)\">\(CollectionWords.name(sorting)[language])</button>"
        }
        return """
            <form class="sorting" method="post" action="\(SitePath.collectionPart(language, collection.address, .sorting).text)">\
            <fieldset><legend>\(CollectionWords.order[language])</legend>\(buttons)</fieldset></form>
            """
    }

    private var historyForm: HTML {
        let keeps = keepsHistory == true
        let words = keeps ? CollectionEditWords.historyOn : CollectionEditWords.historyOff
        let acts: [(String, Phrase)] =
            keeps ? [("forget", CollectionEditWords.forget), ("off", CollectionEditWords.turnOff)] : [("on", CollectionEditWords.turnOn)]
        let buttons = acts.filter { $0.0 != "forget" || view.count > 0 }.map { value, words -> HTML in
            "<button name=\"history\" value=\"\(value)\">\(words[language])</button> "
        }
        return """
            <form class="keeping" method="post" action="\(SitePath.reader(language, .history).text)"><p>\(words[language])</p><p class="acts">\(buttons)</p></form>
            """
    }

    private var list: HTML? {
        guard !view.items.items.isEmpty else {
            if isHistory, keepsHistory != true { return nil }
            return
                "<div class=\"empty\"><p>\(empty[language])</p><p><a href=\"\(SitePath.front(language).text)\">\(Words.readLatest[language])</a></p></div>"
        }
        let last = view.items.items.count - 1
        let items = view.items.items.enumerated().map { index, item in
            CollectionItemHTML(
                item: item, view: view, chrome: chrome, code: Collections.itemCode(item.workID, in: collection.id, links),
                isFirst: index == 0 && view.items.number == 1, isLast: index == last && !view.items.hasNext, draft: draft
            ).html
        }
        let order: HTML? =
            view.isOwn && collection.sorting == .byHand
            ? " data-order=\"\(SitePath.collectionPart(language, collection.address, .order).text)\" data-failed=\"\(CollectionWords.failed[language])\""
            : nil
        return """
            <div class="listing collection"><p class="aside-text" role="status" id="order-news"></p><ol class="stories"\(order)>\(items)</ol>\
            \(PageLinks(number: view.items.number, hasNext: view.items.hasNext, chrome: chrome) { path(language, page: $0).text }.html)</div>
            """
    }

    private var empty: Phrase {
        guard view.isOwn else { return CollectionWords.emptyForOthers }
        return switch collection.kind {
        case .later: CollectionWords.emptyLater
        case .favourites: CollectionWords.emptyFavourites
        case .history: CollectionEditWords.historyEmpty
        case .own: CollectionWords.emptyOwn
        }
    }
}
