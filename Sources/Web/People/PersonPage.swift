import Basics
import Markup
import Newsroom
import Storage

/// Somebody who signs stories, and what they signed.
struct PersonPage: SitePage {
    let chrome: Chrome
    private let person: Person
    private let stories: ResultPage<Teaser>

    /// Nil when there is no such person, or no such page.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, number: Int) throws {
        guard let person = try People.find(tx, slug: slug) else { return nil }
        chrome = try Chrome(tx, site, language)
        self.person = person
        stories = try Articles.page(tx, .person(person.id), language, number: number, size: StoryList.size)
        if number > 1, stories.items.isEmpty { return nil }
    }

    private var language: Language { chrome.language }
    private var name: String { person.name(in: language) }

    var tags: Set<CacheTag> { stories.items.tags.union([.latest(language), .person(person.id)]) }

    var trail: Trail? {
        Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)), Trail.Step(title: name, path: .person(language, person.slug)),
        ])
    }

    var listsStories: Bool { true }

    var head: Head {
        var head = Head(
            title: name, description: person.biography(in: language), path: .person(language, person.slug, page: stories.number),
            alternates: chrome.face.languages.map { ($0, .person($0, person.slug)) }, kind: "profile")
        head.structured = [
            trail?.structured(chrome),
            HTML(
                json: JSON.object([
                    ("@context", .text("https://schema.org")), ("@type", .text("ProfilePage")),
                    ("mainEntity", .object([("@type", .text("Person")), ("name", .text(name)), ("url", .text(chrome.absolute(head.path)))])),
                ]).text),
        ].compactMap(\.self)
        return head
    }

    var main: HTML {
        let list = StoryList(
            page: stories, chrome: chrome, path: { [language, person] in .person(language, person.slug, page: $0) }, showsByline: false,
            empty: Words.emptyList)
        return """
            <header class="page-head person"><div><h1>\(name)</h1>\(PageDescription(text: person.biography(in: language)).html)</div></header>\
            \(list.html)
            """
    }
}
