import Basics
import Markup
import Newsroom
import Storage

/// Everything published on a topic.
struct TopicPage: SitePage {
    let chrome: Chrome
    private let topic: Topic
    private let name: LocalName
    private let stories: ResultPage<Teaser>

    /// Nil when there is no such topic, or no such page of it.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, number: Int) throws {
        guard let topic = try Topics.find(tx, language, slug: slug), let name = topic.names[language] else { return nil }
        chrome = try Chrome(tx, site, language)
        self.topic = topic
        self.name = name
        stories = try Articles.page(tx, .topic(topic.id), language, number: number, size: StoryList.size)
        if number > 1, stories.items.isEmpty { return nil }
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { stories.items.tags.union([.latest(language), .topic(topic.id)]) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)), Trail.Step(title: name.name, path: .topic(language, name.slug)),
        ])
    }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: name.name, description: name.description, path: .topic(language, name.slug, page: stories.number),
            alternates: Language.allCases.compactMap { other in
                topic.names[other].map { (other, .topic(other, $0.slug)) }
            }.filter { chrome.face.languages.contains($0.0) })
        head.structured = [trail?.structured(chrome)].compactMap(\.self)
        return head
    }

    var main: HTML {
        let list = StoryList(
            page: stories, chrome: chrome, path: { [language, name] in .topic(language, name.slug, page: $0) }, empty: Words.emptyList)
        return """
            <header class="page-head"><p class="label">\(Words.topic[language])</p><h1>\(name.name)</h1>\
            \(PageDescription(text: name.description).html)</header>\(list.html)
            """
    }
}
