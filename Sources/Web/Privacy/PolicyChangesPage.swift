import Basics
import Markup
import Newsroom
import Storage

/// What is new in a version of the privacy policy since an earlier one: block by block, in plain text.
struct PolicyChangesPage: SitePage {
    let chrome: Chrome
    private let versions: PolicyVersions
    private let (old, new): (Publication, Publication)
    private let headline: String
    private let changes: [TextChange]

    /// Nil when there is no such version, or it is not the later one.
    init?(_ tx: Transaction, _ site: Site, _ language: Language, _ slug: Slug, _ number: Int, since earlier: Int) throws {
        guard earlier < number, let versions = try PolicyVersions(tx, site, language, slug), let new = versions.find(number)?.version,
            let old = versions.find(earlier)?.version, let before = try Articles.revision(tx, old.revisionID)?.content,
            let after = try Articles.revision(tx, new.revisionID)?.content
        else { return nil }
        chrome = try Chrome(tx, site, language)
        self.versions = versions
        (self.old, self.new) = (old, new)
        headline = after.headline
        changes = TextChange.between(before, after)
    }

    private var language: Language { chrome.language }
    private var path: SitePath { .changes(language, versions.edition.slug, new.number, since: old.number) }

    var tags: Set<CacheTag> { [.work(versions.edition.workID)] }
    var trail: Trail? { versions.trail(headline, PolicyWords.whatChanged[language], path) }

    var head: Head {
        var head = Head(title: "\(headline) — \(PolicyWords.whatChanged[language])", description: "", path: path, alternates: [])
        head.isIndexed = false
        return head
    }

    var main: HTML {
        """
        <article class="prose"><header class="page-head"><h1>\(PolicyWords.whatChanged[language])</h1>\
        <p class="description">\(headline)</p></header>\
        <p class="news">\(side(old)) \(PolicyWords.against[language]) \(side(new)).</p>\
        <div class="text changes">\(lines)</div>\(versions.list(chrome))</article>
        """
    }

    private func side(_ one: Publication) -> HTML {
        """
        <a href="\(SitePath.version(language, versions.edition.slug, one.number).text)">\(PolicyWords.version[language]) \
        \(chrome.digits.write(one.number))</a> (\(chrome.date(one.publishedAt)))
        """
    }

    /// What stayed is told where it stands next to something new; the rest is a row of dots.
    private var lines: HTML {
        guard changes.contains(where: { !$0.isKept }) else { return "<p>\(PolicyWords.nothingChanged[language])</p>" }
        var html = HTML()
        var isLeftOut = false
        for (index, change) in changes.enumerated() {
            let isNear = changes[max(0, index - 1)...min(changes.count - 1, index + 1)].contains { !$0.isKept }
            switch change {
            case .kept(let text) where isNear: html += "<p dir=\"auto\">\(text)</p>"
            case .kept where !isLeftOut: html += "<p class=\"left-out\"><span aria-hidden=\"true\">…</span></p>"
            case .kept: break
            case .added(let text): html += mark("ins", PolicyWords.added, text)
            case .removed(let text): html += mark("del", PolicyWords.removed, text)
            }
            isLeftOut = change.isKept && !isNear
        }
        return html
    }

    /// Few screen readers tell of `ins` and `del`, so it is said as well.
    private func mark(_ tag: HTML, _ words: Phrase, _ text: String) -> HTML {
        "<p dir=\"auto\" class=\"\(tag)\"><span class=\"aside-text\">\(words[language]) </span><\(tag)>\(text)</\(tag)></p>"
    }
}

extension TextChange {
    fileprivate var isKept: Bool { if case .kept = self { true } else { false } }
}
