import Basics
import Markup
import Newsroom
import Storage

/// A section: what it is about, its sub-sections, and its stories.
struct SectionPage: SitePage {
    let chrome: Chrome
    private let section: Section
    private let name: LocalName
    private let stories: ResultPage<Teaser>

    /// Nil when there is no such section, or no such page of it.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, number: Int) throws {
        chrome = try Chrome(tx, site, language)
        guard let id = try Sections.find(tx, language, slug: slug), let section = chrome.tree[id: id], let name = section.names[language]
        else { return nil }
        self.section = section
        self.name = name
        stories = try Articles.page(tx, .section(id), language, number: number, size: StoryList.size)
        if number > 1, stories.items.isEmpty { return nil }
    }

    private var language: Language { chrome.language }

    var tags: Set<CacheTag> { stories.items.tags.union([.latest(language), .section(section.id)]) }

    var trail: Trail? {
        let steps = chrome.tree.path(to: section.id).compactMap { section in
            section.names[language].map { Trail.Step(title: $0.name, path: .section(language, $0.slug)) }
        }
        return Trail(steps: [Trail.Step(title: Words.home[language], path: .front(language))] + steps)
    }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: stories.number > 1 ? "\(name.name) (\(Words.page[language]) \(stories.number))" : name.name, description: name.description,
            path: .section(language, name.slug, page: stories.number),
            alternates: Language.allCases.compactMap { other in
                section.names[other].map { (other, .section(other, $0.slug)) }
            }.filter { chrome.face.languages.contains($0.0) })
        head.feed = ("\(chrome.name): \(name.name)", .sectionFeed(language, name.slug))
        head.structured = [trail?.structured(chrome)].compactMap(\.self)
        return head
    }

    var main: HTML {
        let list = StoryList(
            page: stories, chrome: chrome, path: { [language, name] in .section(language, name.slug, page: $0) }, showsSection: false,
            empty: Words.emptySection)
        return """
            <header class="page-head"><h1>\(name.name)</h1>\(PageDescription(text: name.description).html)\(children)</header>\(list.html)
            """
    }

    private var children: HTML? {
        let items = chrome.tree.children(of: section.id, in: language).compactMap { child in
            child.names[language].map { "<li><a href=\"\(SitePath.section(language, $0.slug).text)\">\($0.name)</a></li>" as HTML }
        }
        return items.isEmpty ? nil : "<ul class=\"chips\">\(items)</ul>"
    }
}

/// What a section, topic or person is about, under its name.
struct PageDescription: Sendable {
    let text: String

    var html: HTML? { text.isEmpty ? nil : "<p class=\"description\">\(text)</p>" }
}
