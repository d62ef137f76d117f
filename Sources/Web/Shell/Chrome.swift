import Basics
import Markup
import Newsroom
import Storage

/// What every page in a language shares: the newsroom's face, its sections and pages, and the day.
struct Chrome: Sendable {
    let face: Face
    let language: Language
    let tree: SectionTree
    /// Static pages for the foot of the page.
    let pages: [(title: String, path: SitePath)]
    let now: Instant
    /// The address the site is reached at, as in `https://example.org`, without a closing slash.
    let origin: String
    let assets: AssetStore

    init(_ tx: Transaction, _ site: Site, _ language: Language) throws {
        face = site.newsroom.face
        self.language = language
        tree = try Sections.tree(tx, order: face.sectionOrder)
        pages = try Articles.pages(tx, language).map { ($0.title, .page(language, $0.slug)) }
        now = tx.now
        origin = site.origin
        assets = site.assets
    }

    var name: String { face.name(in: language) }
    var digits: Digits { face.digits(in: language) }

    /// How long until the date in the masthead is yesterday's.
    var untilMidnight: Duration {
        let time = face.civil(now)
        return .seconds(86_400 - (time.hour * 3_600 + time.minute * 60 + time.second))
    }

    func absolute(_ path: SitePath) -> String { origin + path.text }

    /// `<time>` with the moment for machines and `words` for people.
    func time(_ instant: Instant, _ words: (CivilTime) -> String) -> HTML {
        let civil = face.civil(instant)
        return "<time datetime=\"\(civil.rfc3339)\">\(words(civil))</time>"
    }

    func dateAndClock(_ instant: Instant) -> HTML { time(instant) { DateWords.dateAndClock($0, language, digits) } }

    func date(_ instant: Instant) -> HTML { time(instant) { DateWords.date($0, language, digits) } }
}
