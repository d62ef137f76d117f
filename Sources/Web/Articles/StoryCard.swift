import Basics
import Markup
import Newsroom

/// A story in a list.
struct StoryCard: Sendable {
    enum Place: String {
        case lead, second, block = "", row
    }

    let teaser: Teaser
    let chrome: Chrome
    let place: Place
    /// The level of its headline.
    let level: Int
    var showsSection = true
    var showsByline = true
    /// Whether it has a button to read it later: on pages that list stories.
    var keeps = true

    private var language: Language { chrome.language }

    var html: HTML {
        let heading: HTML = "h\(level)"
        let picture = picture
        let kind = (place == .block ? [] : [place.rawValue]) + [picture == nil ? "text-only" : "pictured"]
        return """
            <article class="story \(kind.joined(separator: " "))">\(picture)<div class="words">\(showsSection ? label : nil)\
            <\(heading)><a href="\(SitePath.article(teaser.language, teaser.slug).text)">\(teaser.headline)</a></\(heading)>\
            \(summary(hasPicture: picture != nil))\(facts)</div></article>
            """
    }

    private var picture: HTML? {
        guard let item = teaser.picture else { return nil }
        let sizes = place == .lead ? "(min-width: 64em) 36rem, 100vw" : "(min-width: 40em) 18rem, 50vw"
        let html = PictureHTML(item: item, alt: "", sizes: sizes, isFirst: place == .lead, isCropped: true).html
        return html.map { "<div class=\"picture\">\($0)</div>" }
    }

    private var label: HTML? {
        guard let section = chrome.tree[id: teaser.sectionID], let name = section.names[language] else { return nil }
        return "<p class=\"label\"><a href=\"\(SitePath.section(language, name.slug).text)\">\(name.name)</a></p>"
    }

    /// Small cards with a picture have no room for more than the headline.
    private func summary(hasPicture: Bool) -> HTML? {
        guard !teaser.summary.isEmpty, place == .lead || place == .row || !hasPicture else { return nil }
        return "<p class=\"standfirst\">\(teaser.summary)</p>"
    }

    private var facts: HTML? {
        let byline = showsByline && (place == .lead || place == .row) ? Byline(people: teaser.byline, chrome: chrome).html : nil
        let time: HTML? =
            place == .second || place == .lead ? nil : place == .row ? chrome.dateAndClock(teaser.publishedAt) : chrome.date(teaser.publishedAt)
        let button: HTML? =
            keeps ? SaveButton(language: language, story: teaser.language, slug: teaser.slug, headline: teaser.headline).html : nil
        guard byline != nil || time != nil || button != nil else { return nil }
        return "<p class=\"facts\">\(byline)\(time)\(button)</p>"
    }
}

/// Who signed a story.
struct Byline: Sendable {
    let people: [Person]
    let chrome: Chrome

    var html: HTML? {
        guard !people.isEmpty else { return nil }
        let language = chrome.language
        let links = people.map { person -> HTML in
            "<a rel=\"author\" href=\"\(SitePath.person(language, person.slug).text)\">\(person.name(in: language))</a>"
        }
        let separator: HTML = language == .ar ? "، " : ", "
        return "<span class=\"byline\">\(Words.by[language]) \(links.joined(separator: separator))</span>"
    }
}
