import Basics
import Markup
import Newsroom
import Storage

/// The policy's edition at an address with all its versions, the newest first.
struct PolicyVersions: Sendable {
    let edition: Edition
    let all: [Publication]

    /// Nil for a page that is not the policy.
    init?(_ tx: Transaction, _ site: Site, _ edition: Edition) throws {
        guard try Policies.isPolicy(tx, edition, site.newsroom.face.policy) else { return nil }
        self.edition = edition
        all = try Publications.of(tx, edition.id)
    }

    /// Nil where no policy can be read.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug) throws {
        guard let edition = try Articles.edition(tx, .page, language, slug: slug), edition.visibility == .published else { return nil }
        try self.init(tx, site, edition)
    }

    /// The version of that number, and when the next one took its place.
    func find(_ number: Int) -> (version: Publication, until: Instant?)? {
        all.first { $0.number == number }.map { ($0, all.last { $0.number > number }?.publishedAt) }
    }

    func list(_ chrome: Chrome, current: Int? = nil) -> HTML {
        let language = chrome.language
        let items = all.map { one -> HTML in
            let path = SitePath.version(language, edition.slug, one.number).text
            let here: HTML = one.number == current ? " aria-current=\"page\"" : ""
            let mark: HTML? = one.number == all.first?.number ? " — <strong>\(PolicyWords.inForce[language])</strong>" : nil
            let changes: HTML? = one.number == 1 ? nil : changesLink(one.number, since: one.number - 1, chrome)
            return """
                <li><a href="\(path)"\(here)>\(PolicyWords.version[language]) \(chrome.digits.write(one.number))</a> · \(PolicyWords.since[language]) \
                \(chrome.date(one.publishedAt))\(mark)\(changes)</li>
                """
        }
        return """
            <section class="versions" aria-labelledby="versions"><h2 id="versions">\(PolicyWords.versions[language])</h2><ul>\(items)</ul></section>
            """
    }

    private func changesLink(_ number: Int, since earlier: Int, _ chrome: Chrome) -> HTML {
        let path = SitePath.changes(chrome.language, edition.slug, number, since: earlier).text
        return " · <a href=\"\(path)\">\(PolicyWords.whatChanged[chrome.language])</a>"
    }

    func trail(_ headline: String, _ last: String, _ path: SitePath) -> Trail {
        let language = edition.language
        return Trail(steps: [
            Trail.Step(title: Words.home[language], path: .front(language)), Trail.Step(title: headline, path: .page(language, edition.slug)),
            Trail.Step(title: last, path: path),
        ])
    }
}
