import Basics
import Markup
import Newsroom
import Storage

/// Stories as RSS 2.0 (https://www.rssboard.org/rss-specification): the latest of the whole newspaper or one section, those of a public collection, what was
/// corrected, or what somebody has said.
/// A story that came from another system keeps the identity it had there, so that no subscriber sees it twice.
struct Feed: Sendable {
    private let chrome: Chrome
    private let title: String
    private let description: String
    /// The page whose stories these are, and the feed itself.
    private let page: SitePath
    private let own: SitePath
    private let items: [HTML]
    /// What it was made from.
    private let tags: Set<CacheTag>

    static let size = 30

    init(_ tx: Transaction, _ site: Site, _ language: Language, section id: ID<Section>?) throws {
        chrome = try Chrome(tx, site, language)
        let name = chrome.tree[id: id]?.names[language]
        title = name.map { [chrome] in "\(chrome.name): \($0.name)" } ?? chrome.name
        description = name.map(\.description) ?? chrome.face.taglines[language] ?? ""
        page = name.map { SitePath.section(language, $0.slug) } ?? .front(language)
        own = name.map { SitePath.sectionFeed(language, $0.slug) } ?? .feed(language)
        let stories = try Articles.teasers(tx, id.map(Listing.section) ?? .all, language, limit: Self.size)
        items = stories.map { [chrome] in Self.item($0, chrome) }
        tags = stories.tags
    }

    /// Of a public collection, in its order.
    init(_ tx: Transaction, _ site: Site, _ language: Language, of view: CollectionView) throws {
        chrome = try Chrome(tx, site, language)
        let collection = view.collection
        title = "\(chrome.name): \(collection.titleInText(language))"
        description = collection.description
        page = .collection(language, collection.address)
        own = .collectionPart(language, collection.address, .feed)
        let stories = view.items.items.compactMap(\.teaser)
        items = stories.map { [chrome] in Self.item($0, chrome) }
        tags = stories.tags
    }

    /// What was corrected, the newest first.
    init(correctionsOf language: Language, _ tx: Transaction, _ site: Site) throws {
        chrome = try Chrome(tx, site, language)
        title = "\(chrome.name): \(CorrectionWords.title[language])"
        description = CorrectionWords.lead[language]
        page = .corrections(language, page: 1)
        own = .correctionsFeed(language)
        let corrections = try Corrections.page(tx, language, number: 1, size: Self.size).items
        let stories = try CorrectionsPage.stories(tx, corrections)
        items = corrections.compactMap { [chrome] correction in
            stories[correction.editionID].map { edition, headline in
                let url = chrome.absolute(.article(language, edition.slug))
                return Self.item(
                    headline, link: url, guid: "\(url)#correction-\(correction.number)", at: correction.at, correction.words, chrome)
            }
        }
        tags = Set(stories.values.map { .work($0.edition.workID) })
    }

    /// What a speaker has said, the newest story first.
    init(of page: SpeakerPage) {
        chrome = page.chrome
        title = "\(chrome.name): \(page.name)"
        description = StatementWords.lead[chrome.language]
        self.page = .speaker(chrome.language, page.speaker.slug, page: 1)
        own = .speakerPart(chrome.language, page.speaker.slug, .feed)
        items = page.statements.items.filter { $0.recorded.state == .confirmed }.map { [chrome] spoken in
            let place = "\(chrome.absolute(.article(spoken.language, spoken.slug)))#said-\(spoken.recorded.id)"
            return Self.item(spoken.words, link: place, guid: place, at: spoken.publishedAt, spoken.headline, chrome)
        }
        tags = page.tags
    }

    var draft: Draft {
        Draft(tags: tags.union([.latest(chrome.language), .face]), lifetime: nil) { finished(Caching.page, $0) }
    }

    func finished(_ caching: String, _ codings: Codings = .all) -> FinishedPage {
        FinishedPage(Array(xml.text.utf8), type: "application/rss+xml; charset=utf-8", language: chrome.language, caching: caching, codings)
    }

    private var language: Language { chrome.language }

    private var xml: HTML {
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel>
        <title>\(Self.legal(title))</title>
        <link>\(chrome.absolute(page))</link>
        <description>\(Self.legal(description))</description>
        <language>\(language.rawValue)</language>
        <atom:link href="\(chrome.absolute(own))" rel="self" type="application/rss+xml"/>
        \(items)</channel>
        </rss>

        """
    }

    private static func item(_ story: Teaser, _ chrome: Chrome) -> HTML {
        let language = chrome.language
        let url = chrome.absolute(.article(story.language, story.slug))
        let authors = story.byline.map { "<dc:creator>\(legal($0.name(in: language)))</dc:creator>\n" as HTML }
        let category: HTML? = chrome.tree[id: story.sectionID]?.names[language].map { "<category>\(Self.legal($0.name))</category>\n" }
        let picture: HTML? = story.picture?.fallback.map { variant in
            "<enclosure url=\"\(chrome.origin)\(variant.address.path)\" length=\"\(variant.bytes)\" type=\"\(variant.format.type.rawValue)\"/>\n"
        }
        let guid: HTML = story.guid.map { "<guid isPermaLink=\"false\">\(Self.legal($0))</guid>" } ?? "<guid>\(url)</guid>"
        return """
            <item>
            <title>\(Self.legal(story.headline))</title>
            <link>\(url)</link>
            \(guid)
            <pubDate>\(chrome.face.civil(story.publishedAt).rfc5322)</pubDate>
            <description>\(Self.legal(story.summary))</description>
            \(authors)\(category)\(picture)</item>

            """
    }

    /// What is told of a story, under an identity of its own.
    private static func item(_ title: String, link: String, guid: String, at moment: Instant, _ description: String, _ chrome: Chrome) -> HTML {
        """
        <item>
        <title>\(legal(title))</title>
        <link>\(link)</link>
        <guid isPermaLink="false">\(guid)</guid>
        <pubDate>\(chrome.face.civil(moment).rfc5322)</pubDate>
        <description>\(legal(description))</description>
        </item>

        """
    }

    /// Text without the control characters that XML 1.0 has no way to write.
    private static func legal(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isIllegal) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.filter { !isIllegal($0) }))
    }

    private static func isIllegal(_ scalar: Unicode.Scalar) -> Bool {
        (scalar.value < 0x20 && scalar != "\t" && scalar != "\n" && scalar != "\r") || scalar.value == 0xFFFE || scalar.value == 0xFFFF
    }
}
