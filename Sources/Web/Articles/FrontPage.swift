import Basics
import Markup
import Newsroom
import Storage

/// The front page of a language: a lead, the top stories, the latest, and a block for each section.
struct FrontPage: SitePage {
    let chrome: Chrome
    private let lead: Teaser?
    private let seconds: [Teaser]
    private let latest: [Teaser]
    private let blocks: [(section: Section, stories: [Teaser])]

    private static let secondCount = FrontPlaces.count - 1
    private static let latestCount = 9
    private static let blockCount = 4

    init(_ tx: Transaction, _ site: Site, _ language: Language) throws {
        chrome = try Chrome(tx, site, language)
        let newest = try Articles.teasers(tx, .all, language, limit: 1 + Self.secondCount + Self.latestCount)
        let top = try FrontPlaces.filled(tx, language, newest: newest)
        lead = top.first
        seconds = Array(top.dropFirst())
        let shown = Set(top.map(\.workID))
        latest = Array(newest.filter { !shown.contains($0.workID) }.prefix(Self.latestCount))
        var blocks: [(Section, [Teaser])] = []
        for section in chrome.tree.top(in: language) {
            let stories = try Articles.teasers(tx, .section(section.id), language, limit: Self.blockCount, without: shown)
            if !stories.isEmpty { blocks.append((section, stories)) }
        }
        self.blocks = blocks
    }

    var isFront: Bool { true }

    var tags: Set<CacheTag> {
        let stories = [lead].compactMap(\.self) + seconds + latest + blocks.flatMap(\.stories)
        return stories.tags.union([.latest(chrome.language)])
    }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: "", description: chrome.face.taglines[chrome.language] ?? "", path: .front(chrome.language),
            alternates: chrome.face.languages.map { ($0, .front($0)) })
        head.structured = [
            HTML(
                json: JSON.object([
                    ("@context", .text("https://schema.org")), ("@type", .text("WebSite")), ("name", .text(chrome.name)),
                    ("url", .text(chrome.absolute(head.path))), ("inLanguage", .text(chrome.language.rawValue)),
                ]).text)
        ]
        return head
    }

    var main: HTML {
        guard let lead else { return "<div class=\"empty\"><p>\(Words.emptyFront[chrome.language])</p></div>" }
        let leadCard = StoryCard(teaser: lead, chrome: chrome, place: .lead, level: 2)
        return """
            <div class="front">\(leadCard.html)\(secondsHTML)\(latestHTML)</div>
            \(blocks.enumerated().compactMap { block($0.offset, $0.element.section, $0.element.stories) })
            """
    }

    private var secondsHTML: HTML? {
        guard !seconds.isEmpty else { return nil }
        let items = seconds.map { "<li>\(StoryCard(teaser: $0, chrome: chrome, place: .second, level: 3).html)</li>" as HTML }
        let title = Words.topStories[chrome.language]
        return "<div class=\"seconds\"><h2 class=\"aside-text\">\(title)</h2><ul class=\"stories\">\(items)</ul></div>"
    }

    private var latestHTML: HTML? {
        guard !latest.isEmpty else { return nil }
        let today = chrome.face.civil(chrome.now)
        let items = latest.map { story -> HTML in
            let time = chrome.time(story.publishedAt) { time in
                let isToday = (time.year, time.month, time.day) == (today.year, today.month, today.day)
                return isToday ? DateWords.clock(time, chrome.digits) : DateWords.shortDate(time, chrome.language, chrome.digits)
            }
            return "<li>\(time)<h3><a href=\"\(SitePath.article(story.language, story.slug).text)\">\(story.headline)</a></h3></li>"
        }
        let title = Words.latest[chrome.language]
        return "<section class=\"latest\" aria-labelledby=\"latest\"><h2 class=\"heading\" id=\"latest\">\(title)</h2><ol>\(items)</ol></section>"
    }

    private func block(_ index: Int, _ section: Section, _ stories: [Teaser]) -> HTML? {
        guard let name = section.names[chrome.language] else { return nil }
        let items = stories.map { story -> HTML in
            "<li>\(StoryCard(teaser: story, chrome: chrome, place: .block, level: 3, showsSection: false).html)</li>"
        }
        return """
            <section class="block" aria-labelledby="block-\(index)"><h2 class="heading" id="block-\(index)">\
            <a href="\(SitePath.section(chrome.language, name.slug).text)">\(name.name)</a></h2><ul class="four">\(items)</ul></section>

            """
    }
}

extension Sequence<Teaser> {
    /// What a list of these was made from.
    var tags: Set<CacheTag> {
        reduce(into: []) { tags, story in
            tags.insert(.work(story.workID))
            if let picture = story.picture { tags.insert(.media(picture.id)) }
            for person in story.byline { tags.insert(.person(person.id)) }
        }
    }
}
