import Basics
import Markup
import Newsroom

/// All that a reader keeps.
struct CollectionsPage: SitePage {
    let chrome: Chrome
    let overview: CollectionsOverview
    let news: Phrase?
    let refusal: Refusal?
    /// The name that was refused.
    let name: String

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { [] }

    private func path(_ page: Int) -> SitePath { .collections(language, page: page) }

    var head: Head {
        var head = Head(
            title: CollectionWords.title[language], description: "", path: path(overview.own.number),
            alternates: chrome.face.languages.map { ($0, .reader($0, .collections)) })
        head.isIndexed = false
        return head
    }

    var main: HTML {
        let status: HTML? = news.map { "<p class=\"news\" role=\"status\">\($0[language])</p>" }
        return """
            <div class="notice reader shelf"><h1>\(CollectionWords.title[language])</h1>\(status)\(nothing)\
            <ul class="entries">\(standing(.later, overview.later))\(standing(.favourites, overview.favourites))\(history)</ul>\
            <section aria-labelledby="own"><h2 id="own">\(CollectionWords.own[language])</h2>\(own)</section>\
            <section aria-labelledby="new"><h2 id="new">\(CollectionWords.newCollection[language])</h2>\(newForm)</section></div>
            """
    }

    private var isEmpty: Bool {
        overview.ownCount == 0 && [overview.later, overview.favourites].allSatisfy { $0 == nil || $0?.count == 0 }
    }

    private var nothing: HTML? {
        guard isEmpty else { return nil }
        return """
            <div class="empty"><p><strong>\(CollectionEditWords.none[language])</strong></p><p>\(CollectionEditWords.noneAdvice[language])</p>\
            <p><a href="\(SitePath.front(language).text)">\(Words.readLatest[language])</a></p></div>
            """
    }

    private func entry(_ collection: ReaderCollection, _ facts: [HTML]) -> HTML {
        """
        <li><a href="\(SitePath.collection(language, collection.address).text)"><bdi>\(collection.title(language))</bdi></a>\
        <span class="hint">\(facts.joined(separator: " · "))</span></li>
        """
    }

    private func count(_ count: Int) -> HTML { "\(CollectionWords.stories.text(count, in: language, digits: chrome.digits))" }

    private func standing(_ kind: ReaderCollection.Kind, _ known: CollectionsOverview.Entry?) -> HTML {
        entry(known?.collection ?? .unused(kind, at: chrome.now), [count(known?.count ?? 0)])
    }

    private var history: HTML {
        entry(
            .unused(.history, at: chrome.now),
            [overview.keepsHistory ? count(overview.history?.count ?? 0) : "\(CollectionEditWords.isOff[language])"])
    }

    private var own: HTML {
        guard !overview.own.items.isEmpty else { return "<p>\(CollectionEditWords.noOwn[language])</p>" }
        let items = overview.own.items.map { one -> HTML in
            entry(one.collection, [count(one.count), "\(CollectionWords.badge(one.collection.visibility)[language])"])
        }
        let arePrivate = overview.own.items.allSatisfy { $0.collection.visibility == .private } && !overview.own.hasNext && overview.own.number == 1
        let hint: HTML? = arePrivate ? "<p class=\"hint\">\(CollectionEditWords.onlyPrivate[language])</p>" : nil
        return """
            \(hint)<ul class="entries">\(items)</ul>\(PageLinks(number: overview.own.number, hasNext: overview.own.hasNext, chrome: chrome, path: { [language] in SitePath.collections(language, page: $0).text }).html)
            """
    }

    private var newForm: HTML {
        if overview.ownCount >= CollectionLimits.collections, refusal == nil { return "<p>\(CollectionEditWords.full[language])</p>" }
        return FormHTML(
            action: .reader(language, .collections), language: language,
            fields: [.init(name: "name", label: CollectionWords.newName, value: name, longest: CollectionLimits.name)],
            button: CollectionWords.create,
            refusal: refusal
        ).html
    }
}
