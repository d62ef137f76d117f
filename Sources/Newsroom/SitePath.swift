package import Basics

/// Every address of the public site, in both directions: links are written from it, and the router's patterns are checked against it.
package enum SitePath: Hashable, Sendable {
    case root
    case front(Language)
    case section(Language, Slug, page: Int)
    case article(Language, Slug)
    /// Where readers vote on an article.
    case vote(Language, Slug)
    /// What a reader has made of an article: for the page's script.
    case mine(Language, Slug)
    /// What a reader has made of the stories of a list: for the page's script.
    case mineOfList(Language)
    /// Where a reader saves an article, and sees where it is saved.
    case save(Language, Slug)
    /// What a reader has saved.
    case collections(Language, page: Int)
    /// A reader's collection by its name in addresses.
    case collection(Language, String, page: Int)
    /// What is done with a collection.
    case collectionPart(Language, String, CollectionPart)
    /// A collection by its link.
    case shared(Language, Token, page: Int)
    /// What the public has seen of an article, one after the other; one of these; what is new in it since an earlier one.
    case history(Language, Slug)
    case memento(Language, Slug, Int)
    case mementoChanges(Language, Slug, Int, since: Int)
    /// The same for archives (RFC 7089): the list of all, and the way to the one of a moment.
    case timeMap(Language, Slug)
    case timeGate(Language, Slug)
    case page(Language, Slug)
    /// A version of a page that keeps them, such as the privacy policy.
    case version(Language, Slug, Int)
    /// What is new in a version since an earlier one.
    case changes(Language, Slug, Int, since: Int)
    case topic(Language, Slug, page: Int)
    case person(Language, Slug, page: Int)
    /// Whom the record names, and what each of them has said: as a page, a feed, and data.
    case speakers(Language, page: Int)
    case speaker(Language, Slug, page: Int)
    case speakerPart(Language, Slug, SpeakerPart)
    /// `scope` is the one language searched, when not all are.
    case search(Language, query: String, in: Language?, within: SearchRange = SearchRange(), page: Int)
    case feed(Language)
    case reader(Language, ReaderPath)
    case sectionFeed(Language, Slug)
    /// All that was put right, and its feed.
    case corrections(Language, page: Int)
    case correctionsFeed(Language)
    /// Where the newsroom works, in the language that whoever works there reads.
    case desk(Language, DeskPath)
    /// A file of the media library by the name of its variant.
    case media(String)
    /// A file of the program by its fingerprinted name.
    case asset(String)

    package static func section(_ language: Language, _ slug: Slug) -> SitePath { .section(language, slug, page: 1) }
    package static func collection(_ language: Language, _ name: String) -> SitePath { .collection(language, name, page: 1) }
    package static func topic(_ language: Language, _ slug: Slug) -> SitePath { .topic(language, slug, page: 1) }
    package static func person(_ language: Language, _ slug: Slug) -> SitePath { .person(language, slug, page: 1) }
    package static func search(_ language: Language) -> SitePath { .search(language, query: "", in: nil, page: 1) }

    /// The path, percent-encoded.
    package var text: String {
        switch self {
        case .root: "/"
        case .front(let language): "/\(language.rawValue)"
        case .section(let language, let slug, let page): "/\(language.rawValue)/sections/\(URLComponent.encode(slug.text))\(number(page))"
        case .article(let language, let slug): "/\(language.rawValue)/articles/\(URLComponent.encode(slug.text))"
        case .history(let language, let slug): SitePath.article(language, slug).text + "/versions"
        case .memento(let language, let slug, let number): SitePath.history(language, slug).text + "/\(number)"
        case .mementoChanges(let language, let slug, let number, let earlier):
            SitePath.memento(language, slug, number).text + "/since/\(earlier)"
        case .timeMap(let language, let slug): SitePath.article(language, slug).text + "/timemap"
        case .timeGate(let language, let slug): SitePath.article(language, slug).text + "/timegate"
        case .vote(let language, let slug): SitePath.article(language, slug).text + "/vote"
        case .mine(let language, let slug): SitePath.article(language, slug).text + "/mine"
        case .mineOfList(let language): "/\(language.rawValue)/mine"
        case .save(let language, let slug): SitePath.article(language, slug).text + "/save"
        case .collections(let language, let page): SitePath.reader(language, .collections).text + number(page)
        case .collection(let language, let name, let page): "/\(language.rawValue)/collections/\(URLComponent.encode(name))\(number(page))"
        case .collectionPart(let language, let name, let part): SitePath.collection(language, name).text + "/" + part.rawValue
        case .shared(let language, let token, let page): "/\(language.rawValue)/shared/\(token.text)\(number(page))"
        case .page(let language, let slug): "/\(language.rawValue)/pages/\(URLComponent.encode(slug.text))"
        case .version(let language, let slug, let number): SitePath.page(language, slug).text + "/versions/\(number)"
        case .changes(let language, let slug, let number, let earlier): SitePath.version(language, slug, number).text + "/since/\(earlier)"
        case .topic(let language, let slug, let page): "/\(language.rawValue)/topics/\(URLComponent.encode(slug.text))\(number(page))"
        case .person(let language, let slug, let page): "/\(language.rawValue)/people/\(URLComponent.encode(slug.text))\(number(page))"
        case .speakers(let language, let page): "/\(language.rawValue)/speakers\(number(page))"
        case .speaker(let language, let slug, let page): "/\(language.rawValue)/speakers/\(URLComponent.encode(slug.text))\(number(page))"
        case .speakerPart(let language, let slug, let part): SitePath.speaker(language, slug, page: 1).text + "/" + part.rawValue
        case .search(let language, let query, let scope, let range, let page):
            "/\(language.rawValue)/search" + (query.isEmpty ? "" : "?q=\(URLComponent.encode(query))")
                + (query.isEmpty ? "" : (scope.map { "&in=\($0.rawValue)" } ?? "") + range.addressed) + (page > 1 ? "&page=\(page)" : "")
        case .feed(let language): "/\(language.rawValue)/feed.xml"
        case .reader(let language, let path): "/\(language.rawValue)/\(path.rawValue)"
        case .sectionFeed(let language, let slug): "/\(language.rawValue)/sections/\(URLComponent.encode(slug.text))/feed.xml"
        case .corrections(let language, let page): "/\(language.rawValue)/corrections\(number(page))"
        case .correctionsFeed(let language): "/\(language.rawValue)/corrections/feed.xml"
        case .desk(let language, let path): "/\(language.rawValue)/\(path.text)"
        case .media(let name): "/media/\(URLComponent.encode(name))"
        case .asset(let name): "/assets/\(name)"
        }
    }

    private func number(_ page: Int) -> String { page > 1 ? "/page/\(page)" : "" }
}

/// What is done with a collection, each below its address.
package enum CollectionPart: String, CaseIterable, Sendable {
    case edit, sharing, sorting, order, notes, items, cover, deletion
    case feed = "feed.xml"
}

/// What else there is of a speaker, below her page's address.
package enum SpeakerPart: String, CaseIterable, Sendable {
    case feed = "feed.xml"
    case json = "statements.json"
    case csv = "statements.csv"
    /// As annotations of the W3C's model.
    case annotations = "annotations.jsonld"
}
