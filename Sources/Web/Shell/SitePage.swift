import Basics
import HTTPTypes
import Markup
import Newsroom

/// A page of the public site: values in, HTML out.
protocol SitePage: Sendable {
    var chrome: Chrome { get }
    /// What in the head tells browsers, search engines and other sites about the page.
    var head: Head { get }
    /// The content of `<main>`.
    var main: HTML { get }
    /// Between the sections and `<main>`: the way to this page.
    var trail: Trail? { get }
    /// What the page was made from, besides what every page is made from.
    var tags: Set<CacheTag> { get }
    /// How long it may stand when no event touches it.
    var lifetime: Duration? { get }
    /// Fields of its answer besides those of every page.
    var fields: HTTPFields { get }
    /// The ways through the desk, on its pages: in place of the public masthead, sections and foot.
    var navigation: HTML? { get }
    /// Whether it is the front page, whose headline is the newspaper's name.
    var isFront: Bool { get }
    /// Whether it has a search form of its own, so that the masthead's would be a second one.
    var hasSearch: Bool { get }
    /// Whether it lists stories that readers can save.
    var listsStories: Bool { get }
}

extension SitePage {
    var trail: Trail? { nil }
    var fields: HTTPFields { [:] }
    var navigation: HTML? { nil }
    var lifetime: Duration? { nil }
    var isFront: Bool { false }
    var hasSearch: Bool { false }
    var listsStories: Bool { false }
}

/// The head of a page.
struct Head: Sendable {
    var title: String
    var description: String
    var path: SitePath
    /// The same page in each language it exists in, itself included.
    var alternates: [(Language, SitePath)]
    /// OpenGraph's type: `website`, `article`, `profile`.
    var kind = "website"
    var image: (url: String, width: Int, height: Int, alt: String)?
    /// More of OpenGraph: property and content.
    var properties: [(String, String)] = []
    /// A feed of what the page lists.
    var feed: (title: String, path: SitePath)?
    /// JSON-LD documents.
    var structured: [HTML] = []
    /// What the page's controls gain with JavaScript, beyond what every page does.
    var scripts: [PageScript] = []
    /// Whether search engines may list it.
    var isIndexed = true
    /// Whether any script runs on it: a preview is looked at, and does nothing.
    var isAlive = true
}

/// The way from the front page to this one.
struct Trail: Sendable {
    struct Step: Sendable {
        let title: String
        let path: SitePath
    }

    let steps: [Step]

    func html(_ language: Language) -> HTML {
        let items = steps.enumerated().map { index, step -> HTML in
            let current: HTML = index == steps.count - 1 ? " aria-current=\"page\"" : ""
            return "<li><a href=\"\(step.path.text)\"\(current)>\(step.title)</a></li>"
        }
        return "<nav class=\"crumbs\" aria-label=\"\(Words.breadcrumbs[language])\"><ol>\(items)</ol></nav>\n"
    }

    /// The same way as JSON-LD (schema.org BreadcrumbList).
    func structured(_ chrome: Chrome) -> HTML {
        let items = steps.enumerated().map { index, step in
            JSON.object([
                ("@type", .text("ListItem")), ("position", .number(index + 1)), ("name", .text(step.title)),
                ("item", .text(chrome.absolute(step.path))),
            ])
        }
        return HTML(
            json: JSON.object([
                ("@context", .text("https://schema.org")), ("@type", .text("BreadcrumbList")), ("itemListElement", .list(items)),
            ]).text)
    }
}
